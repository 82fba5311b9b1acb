"""Duties across matches: units and leaders that cannot be in two places, or rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sportsec.domain.deployment_plan import DetachmentLine, Duty, Plan
from sportsec.domain.phases import Window
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_

#: Longest duty before it is flagged (domain.md §2.10), and shortest rest between two;
#: both proposals of ours.
LONGEST_DUTY = timedelta(hours=10)
SHORTEST_REST = timedelta(hours=8)


def check_duties(plan: Plan) -> Iterator[tuple[DetachmentLine, Problem]]:
    """Yield what the duties at other matches forbid or make doubtful.

    A unit may serve two matches at once as long as its strength covers both; where
    the strength is not known, the officer is told. A leader never can.
    """
    here: dict[object, int] = {}
    for line in plan.detachments:
        if line.draft.unit_id is not None:
            unit = line.draft.unit_id
            here[unit] = here.get(unit, 0) + line.headcount
    told: set[tuple[object, object, str]] = set()
    for line in plan.detachments:
        window = plan.duty_window(line)
        if window is None:
            continue
        for duty in plan.duties:
            total = here.get(line.draft.unit_id, 0) + _elsewhere(plan, line, duty)
            problem = _problem(line, window, duty, total)
            if problem is None:
                continue
            whom = line.draft.unit_id if problem.field == "unit_id" else line.id
            key = (whom, duty.fixture_id, problem.message)
            if key not in told:  # once for a unit, however many detachments it gives
                told.add(key)
                yield line, problem


def _elsewhere(plan: Plan, line: DetachmentLine, duty: Duty) -> int:
    """Add up what the unit gives to the other match."""
    return sum(
        each.headcount
        for each in plan.duties
        if each.fixture_id == duty.fixture_id and each.unit_id == line.draft.unit_id
    )


def _problem(
    line: DetachmentLine, window: Window, duty: Duty, total: int
) -> Problem | None:
    draft = line.draft
    same_leader = draft.leader_id is not None and draft.leader_id == duty.leader_id
    same_unit = draft.unit_id is not None and draft.unit_id == duty.unit_id
    match: dict[str, object] = {"home": duty.home, "away": duty.away}
    if window.overlaps(duty.window):
        if same_leader:
            text = N_("The leader is at {home} – {away} at the same time")
            return Problem("leader_id", text, facts=match)
        if same_unit and line.strength is None:
            text = N_("The unit is at {home} – {away} at the same time")
            return Problem("unit_id", text, Level.WARN, match)
        if same_unit and total > (line.strength or 0):
            text = N_(
                "Booked twice: with {home} – {away} it needs {total} officers and "
                "has {strength}"
            )
            facts = {**match, "total": total, "strength": line.strength}
            return Problem("unit_id", text, facts=facts)
        return None
    rest = max(
        duty.window.starts_at - window.ends_at, window.starts_at - duty.window.ends_at
    )
    short_handed = line.strength is None or total > line.strength
    if rest < SHORTEST_REST and (same_leader or (same_unit and short_handed)):
        text = N_("Only {hours} h of rest before or after {home} – {away}")
        facts = {**match, "hours": round(rest.total_seconds() / 3600, 1)}
        field = "leader_id" if same_leader else "unit_id"
        return Problem(field, text, Level.WARN, facts)
    return None

"""Duties across matches: units and leaders that cannot be in two places, or rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from sportsec.domain.day_clashes import NAMED
from sportsec.domain.deployment_plan import DetachmentLine, Duty, Plan
from sportsec.domain.phases import Window
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Listed, Words

#: Longest duty before it is flagged (domain.md §2.10), and shortest rest between two;
#: both proposals of ours.
LONGEST_DUTY = timedelta(hours=10)
SHORTEST_REST = timedelta(hours=8)


def check_duties(plan: Plan) -> Iterator[tuple[DetachmentLine, Problem]]:
    """Yield what the duties at other matches forbid or make doubtful.

    A unit may serve two matches at once as long as its strength covers both; where
    the strength is not known, the officer is told. A leader never can.
    """
    told: set[tuple[object, UUID, str]] = set()
    for who, line, duty, problem in _hindrances(plan):
        key = (who, duty.fixture_id, problem.message)
        if key not in told:  # once, however many detachments are theirs
            told.add(key)
            yield line, problem


def check_day(plan: Plan) -> Iterator[tuple[UUID, Problem]]:
    """Yield the other matches of the day that need the same people, as the calendar.

    Both may be possible: who cannot be at both is told by `check_duties` alone.
    """
    hindered = {(who, duty.fixture_id) for who, _l, duty, _p in _hindrances(plan)}
    shared: dict[UUID, dict[UUID, Words]] = {}
    for duty in plan.duties:
        for line in plan.detachments if duty.is_same_day else ():
            field = _shared(line, duty)
            who = getattr(line.draft, field) if field else None
            if who is not None and (who, duty.fixture_id) not in hindered:
                name = line.unit if field == "unit_id" else line.leader
                shared.setdefault(duty.fixture_id, {})[who] = name
    for match, names in shared.items():
        yield match, _also_there(plan, match, list(names.values()))


def _hindrances(plan: Plan) -> Iterator[tuple[UUID, DetachmentLine, Duty, Problem]]:
    """Yield which unit or leader cannot be at both matches, or has no rest."""
    here: dict[object, int] = {}
    for line in plan.detachments:
        if line.draft.unit_id is not None:
            unit = line.draft.unit_id
            here[unit] = here.get(unit, 0) + line.headcount
    for line in plan.detachments:
        window = plan.duty_window(line)
        for duty in plan.duties if window else ():
            total = here.get(line.draft.unit_id, 0) + _elsewhere(plan, line, duty)
            problem = window and _problem(line, window, duty, total)
            if problem:
                yield getattr(line.draft, problem.field or ""), line, duty, problem


def _also_there(plan: Plan, match: UUID, who: Sequence[Words]) -> Problem:
    duties = [duty for duty in plan.duties if duty.fixture_id == match]
    listed = Listed(tuple(who[:NAMED]), len(who[NAMED:]))
    facts = {"home": duties[0].home, "away": duties[0].away, "who": listed}
    windows = [duty.window for duty in duties if duty.window is not None]
    if not windows:
        text = N_("The same day also at {home} – {away}, hours not known: {who}")
        return Problem(None, text, Level.WARN, facts)
    hours = Window(
        min(each.starts_at for each in windows), max(each.ends_at for each in windows)
    )
    text = N_("The same day also at {home} – {away}, {hours}: {who}")
    return Problem(None, text, Level.WARN, {**facts, "hours": hours})


def _shared(line: DetachmentLine, duty: Duty) -> str:
    """Return which field of a detachment names who is at the other match too."""
    draft = line.draft
    if draft.leader_id is not None and draft.leader_id == duty.leader_id:
        return "leader_id"
    if draft.unit_id is not None and draft.unit_id == duty.unit_id:
        return "unit_id"
    return ""


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
    field = _shared(line, duty)
    if not field or duty.window is None:
        return None
    match: dict[str, object] = {"home": duty.home, "away": duty.away}
    short_handed = line.strength is None or total > line.strength
    if window.overlaps(duty.window):
        return _overlap(field, line, {**match, "hours": duty.window}, total)
    rest = max(
        duty.window.starts_at - window.ends_at, window.starts_at - duty.window.ends_at
    )
    if rest < SHORTEST_REST and (field == "leader_id" or short_handed):
        text = N_("Only {hours} h of rest before or after {home} – {away}")
        facts = {**match, "hours": round(rest.total_seconds() / 3600, 1)}
        return Problem(field, text, Level.WARN, facts)
    return None


def _overlap(
    field: str, line: DetachmentLine, there: dict[str, object], total: int
) -> Problem | None:
    """Say why nobody can be at both matches; None where the unit has enough."""
    if field == "leader_id":
        text = N_("The leader is at {home} – {away} at the same time, {hours}")
        return Problem(field, text, facts=there)
    if line.strength is None:
        text = N_("The unit is at {home} – {away} at the same time, {hours}")
        return Problem(field, text, Level.WARN, there)
    if total <= line.strength:
        return None
    text = N_(
        "Booked twice: with {home} – {away}, {hours}, it needs {total} officers and "
        "has {strength}"
    )
    facts = {**there, "total": total, "strength": line.strength}
    return Problem(field, text, facts=facts)

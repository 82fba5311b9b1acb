"""What may be wrong with a match: sides, day, public, tickets, command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sportsec.domain.away import (
    ALLOTTED,
    WITHOUT_AWAY,
    check_away_left,
    check_away_public,
    keeps_away_out,
    travelling_stewards,
)
from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureDraft,
    MoveDraft,
    PlanStatus,
    TravelRegime,
)
from sportsec.domain.kick_off import local_day
from sportsec.domain.nearby import NearbyFixture, check_nearby
from sportsec.domain.problems import Level, Problem, warning
from sportsec.domain.words import N_, Words

#: Gates open earlier than this are probably a slip of the pen.
MAX_GATE_LEAD = timedelta(hours=8)
_STEPS = tuple(PlanStatus)


@dataclass(frozen=True, slots=True)
class FixtureFacts:
    """What the rules must know besides the draft; None or empty where unknown.

    Args:
        safe_capacity: Of the venue, in persons.
        away_sector_capacity: Of the sectors of the away public, in persons.
        away_sector: What they are called.
        away_quota_percent: Of the competition.
        expected: The latest estimate of the whole public, in persons.
        away_expected: The same of the away public.
        away_ticketless: How many of these come without ticket.
        nearby: Other live matches within `MIN_REST` either side.
    """

    season_label: str = ""
    season_starts_on: date | None = None
    season_ends_on: date | None = None
    season_is_closed: bool = False
    safe_capacity: int | None = None
    away_sector_capacity: int | None = None
    away_sector: Words = Words()
    away_quota_percent: float | None = None
    expected: int | None = None
    away_expected: int | None = None
    away_ticketless: int | None = None
    nearby: tuple[NearbyFixture, ...] = ()


def allowed_persons(draft: FixtureDraft, facts: FixtureFacts) -> int | None:
    """Return how many the match may admit: the lower of what is allowed and safe."""
    figures = (draft.capacity_allowed, facts.safe_capacity)
    known = [n for n in figures if n is not None]
    return min(known, default=None)


def check_fixture(draft: FixtureDraft, facts: FixtureFacts) -> list[Problem]:
    """Say what is wrong with a match, field by field."""
    allowed = allowed_persons(draft, facts)
    return [
        *_check_sides(draft),
        *_check_day(draft, facts),
        *_check_gates(draft),
        *_check_regime(draft),
        *_check_capacity(draft, facts, allowed),
        *_check_tickets(draft, allowed),
        *_check_allotted(draft, facts),
        *_check_away_expected(draft, facts),
        *_check_stewards(draft, facts),
        *check_away_left(draft),
        *_check_command(draft),
        *check_nearby(draft, facts.nearby),
    ]


def newly_wrong(found: Iterable[Problem], before: Sequence[Problem]) -> list[Problem]:
    """Return the problems that a revision makes; old ones are mended elsewhere.

    An officer who writes the mission must not be stopped by a ticket figure. That a
    season is closed stops everything.
    """
    return [each for each in found if each not in before or each.field == "season_id"]


def leaves_what_is_known(move: MoveDraft, seen: FixtureDraft) -> bool:
    """Say whether a match moves: a first hour or stadium only becomes known."""
    pairs = (
        (move.kick_off_date, seen.kick_off_date),
        (move.kick_off_at, seen.kick_off_at),
        (move.venue_id, seen.venue_id),
    )
    return any(before is not None and after != before for after, before in pairs)


def check_move(move: MoveDraft, seen: FixtureDraft) -> list[Problem]:
    """Say what is wrong with a move; the rules of the match itself come besides."""
    found = []
    if leaves_what_is_known(move, seen) and not move.reason.strip():
        text = N_("Say why the match moves: the reason is kept in its history")
        found.append(Problem("reason", text))
    if move.kick_off_date is None:
        found.append(Problem("kick_off_date", N_("Give the day of the match")))
    same = (move.kick_off_date, move.kick_off_at, move.venue_id) == (
        seen.kick_off_date,
        seen.kick_off_at,
        seen.venue_id,
    )
    if same:
        text = N_("Nothing moves: day, time and stadium are the same")
        found.append(Problem("kick_off_date", text))
    return found


def _check_allotted(draft: FixtureDraft, facts: FixtureFacts) -> list[Problem]:
    return check_away_public(
        *(ALLOTTED, draft.away_allocation),
        capacity=allowed_persons(draft, facts),
        percent=facts.away_quota_percent,
        sector_capacity=facts.away_sector_capacity,
        sector=facts.away_sector,
    )


def _check_away_expected(draft: FixtureDraft, facts: FixtureFacts) -> Iterator[Problem]:
    expected, sector = facts.away_expected, facts.away_sector_capacity
    if expected and keeps_away_out(draft.travel_regime, draft.attendance_regime):
        text = N_("{expected} away supporters are expected all the same")
        yield warning("travel_regime", text, expected=expected)
    elif expected is not None and sector is not None and expected > sector:
        text = N_(
            "{expected} away supporters are expected, they have {limit} places"
            " ({sector})"
        )
        counts: dict[str, object] = {"expected": expected, "limit": sector}
        if facts.away_ticketless:  # the paper names the two parts, not their sum
            counts["without"] = facts.away_ticketless
            text = N_(
                "{expected} away supporters are expected, {without} of them without"
                " ticket; they have {limit} places ({sector})"
            )
        yield warning("away_sector_id", text, sector=facts.away_sector, **counts)


def _check_stewards(draft: FixtureDraft, facts: FixtureFacts) -> Iterator[Problem]:
    """Fewer stewards are announced than the away public that is expected needs."""
    announced, expected = draft.travelling_stewards, facts.away_expected
    if announced is None or expected is None:
        return
    required = travelling_stewards(expected)
    if announced < required:
        text = N_("{n} travelling stewards are announced, {limit} are required")
        yield warning("travelling_stewards", text, n=announced, limit=required)


def _check_sides(draft: FixtureDraft) -> Iterator[Problem]:
    if draft.home_club_id is None:
        yield Problem("home_club_id", N_("Choose the home club"))
    if draft.away_club_id is None:
        yield Problem("away_club_id", N_("Choose the away club"))
    elif draft.away_club_id == draft.home_club_id:
        yield Problem("away_club_id", N_("A club does not play against itself"))
    if draft.leg not in {None, 1, 2}:
        yield Problem("leg", N_("A leg is the first or the second"))


def _check_day(draft: FixtureDraft, facts: FixtureFacts) -> Iterator[Problem]:
    day = draft.kick_off_date
    if facts.season_is_closed:
        text = N_("Season {season} is closed: its matches are read only")
        yield Problem("season_id", text, facts={"season": facts.season_label})
    if day is None:
        yield Problem("kick_off_date", N_("Give the day of the match"))
        return
    at = draft.kick_off_at
    if at is not None and local_day(at, draft.kick_off_zone) != day:
        yield Problem("kick_off_at", N_("The time is not on the day of the match"))
    begins, ends = facts.season_starts_on, facts.season_ends_on
    if (begins is not None and day < begins) or (ends is not None and day > ends):
        text = N_("The day lies outside season {season}")
        yield warning("kick_off_date", text, season=facts.season_label)


def _check_gates(draft: FixtureDraft) -> Iterator[Problem]:
    gates, at = draft.gates_open_at, draft.kick_off_at
    if gates is None or at is None:
        return
    if gates >= at:
        yield Problem("gates_open_at", N_("The gates must open before kick-off"))
    elif at - gates > MAX_GATE_LEAD:
        text = N_("The gates open more than {hours} hours before kick-off")
        hours = MAX_GATE_LEAD // timedelta(hours=1)
        yield warning("gates_open_at", text, hours=hours)


def _check_regime(draft: FixtureDraft) -> Iterator[Problem]:
    """A restriction of the public is somebody's decision (domain.md §2.2)."""
    regime = draft.attendance_regime
    is_banned = draft.travel_regime is TravelRegime.BANNED
    if regime is not AttendanceRegime.OPEN or is_banned:
        level = Level.WARN if regime is AttendanceRegime.OPEN else Level.BLOCK
        if draft.regime_authority is None:
            text = N_("Say which authority restricted the public")
            yield Problem("regime_authority", text, level)
        if not draft.regime_reference.strip():
            text = N_("Give the reference of the decision")
            yield Problem("regime_reference", text, level)
    if not draft.away_allocation:
        return
    if regime in WITHOUT_AWAY:
        text = N_("No away public is admitted: {regime}")
        yield warning("away_allocation", text, regime=regime)
    elif is_banned:
        text = N_("The away public may not travel together")
        yield warning("away_allocation", text)


def _check_capacity(
    draft: FixtureDraft, facts: FixtureFacts, allowed: int | None
) -> Iterator[Problem]:
    safe = facts.safe_capacity
    if safe is not None and (draft.capacity_allowed or 0) > safe:
        text = N_("More than the safe capacity of the stadium: {limit}")
        yield Problem("capacity_allowed", text, facts={"limit": safe})
    if facts.expected is not None and allowed is not None and facts.expected > allowed:
        text = N_("{expected} are expected, {limit} are allowed")
        facts_shown = {"expected": facts.expected, "limit": allowed}
        yield warning("capacity_allowed", text, **facts_shown)


def _check_tickets(draft: FixtureDraft, allowed: int | None) -> Iterator[Problem]:
    """Each part within its allocation, the sum within what is allowed (EUH)."""
    sold_away, allocation = draft.tickets_sold_away, draft.away_allocation
    if sold_away is not None and allocation is not None and sold_away > allocation:
        text = N_(
            "{sold} tickets were sold to the visitors, {limit} are allotted to them"
        )
        # Nothing is left where it was sold before the decision: that is a fact.
        level = Level.BLOCK if allocation else Level.WARN
        yield Problem(
            *("tickets_sold_away", text, level),
            {"sold": sold_away, "limit": allocation},
        )
    parts = (draft.tickets_sold_home, sold_away, draft.complimentary_tickets)
    out = sum(part or 0 for part in parts)
    printed = draft.tickets_printed
    if printed is not None and out > printed:
        text = N_("{out} tickets were issued, {limit} were printed")
        yield Problem("tickets_printed", text, facts={"out": out, "limit": printed})
    if allowed is None:
        return
    if printed is not None and printed > allowed:
        text = N_("More tickets than persons allowed: {limit}")
        yield Problem("tickets_printed", text, facts={"limit": allowed})
    elif printed is None and out > allowed:
        text = N_("{out} tickets were issued, {limit} persons are allowed")
        facts = {"out": out, "limit": allowed}
        yield Problem("tickets_sold_home", text, facts=facts)
    if allocation is not None and allocation > allowed:
        text = N_("More than the persons allowed: {limit}")
        yield Problem("away_allocation", text, facts={"limit": allowed})


def _check_command(draft: FixtureDraft) -> Iterator[Problem]:
    """A plan is briefed by its commander, so there must be one (domain.md §2.2)."""
    briefed = _STEPS.index(draft.plan_status) >= _STEPS.index(PlanStatus.BRIEFED)
    if briefed and draft.commander_id is None:
        text = N_("Name the commander before the plan is briefed")
        yield Problem("commander_id", text)
    if draft.deputy_id is not None and draft.deputy_id == draft.commander_id:
        yield warning(
            "deputy_id", N_("The deputy and the commander are the same person")
        )

"""Another match of two clubs that meet about that day already, whatever for."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison_elsewhere import OtherMeeting, beside
from sportsec.domain.intake.preview import Change, IntakeLine
from sportsec.domain.intake.programme import Outcome, ProgrammeLine
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words

DAY = date(2026, 12, 17)
CUP = Words(fr="Coupe du Trône")
SIDES = Words(fr="Détroit"), Words(fr="Atlas")
ASSUMED = words.home_ground(Words(fr="Stade d'Honneur"))
PLAYED = words.met_before(FixtureStatus.PLAYED, date(2026, 9, 12))


def at(days: int) -> OtherMeeting:
    day = DAY + timedelta(days=days)
    return OtherMeeting(UUID(int=abs(days) + 1), day, CUP, SIDES)


def new(*reasons: Problem) -> IntakeLine:
    """Return a line that makes a new match, unclear where it asks something."""
    plain = IntakeLine(ProgrammeLine(1, "Atlas", "Détroit", DAY), Outcome.NEW, reasons)
    if ASSUMED in reasons[:1] or not reasons:
        return plain
    return plain._replace(outcome=Outcome.UNCLEAR, if_taken=Outcome.NEW)


def named(line: IntakeLine) -> list[date | None]:
    return [words.meeting_named(each) for each in line.reasons if each != ASSUMED]


@pytest.mark.parametrize("days", [-3, -1, 0, 2])
def test_a_new_match_within_days_of_one_of_any_competition_is_asked_about(
    days: int,
) -> None:
    line = beside(new(ASSUMED), [at(days)], is_taken=False)
    assert (line.outcome, line.if_taken) == (Outcome.UNCLEAR, Outcome.NEW)
    asked = words.also_meets(DAY + timedelta(days=days), CUP, SIDES)
    assert line.reasons == (asked, ASSUMED)


def test_weeks_apart_two_clubs_may_well_meet_twice() -> None:
    assert beside(new(), [at(-7), at(14)], is_taken=False) == new()


def test_of_several_matches_the_nearest_is_named() -> None:
    line = beside(new(), [at(-3), at(1), at(2)], is_taken=False)
    assert named(line) == [DAY + timedelta(days=1)]


@pytest.mark.parametrize(("days", "is_named"), [(-1, True), (12, True), (30, False)])
def test_a_match_played_long_ago_is_not_named_where_a_nearer_one_is_known(
    days: int, *, is_named: bool
) -> None:
    line = beside(new(PLAYED), [at(days)], is_taken=False)
    nearest = DAY + timedelta(days=days) if is_named else date(2026, 9, 12)
    assert named(line) == [nearest]
    assert (line.outcome, line.if_taken) == (Outcome.UNCLEAR, Outcome.NEW)


def test_a_match_nearer_in_its_own_competition_is_named_alone() -> None:
    facts = {"day": DAY + timedelta(days=1)}
    line = new(Problem("date", words.MEETS_TWICE, facts=facts))
    assert beside(line, [at(1), at(-2)], is_taken=False) == line


def test_a_known_match_moved_beside_another_is_asked_about() -> None:
    moved = new()._replace(
        outcome=Outcome.MOVED,
        changes=(Change("kick_off_date", date(2026, 9, 12), DAY),),
    )
    line = beside(moved, [at(-1)], is_taken=False)
    assert (line.outcome, line.if_taken) == (Outcome.UNCLEAR, Outcome.MOVED)
    assert line.may_be is None  # it means another one already
    hour = moved._replace(changes=(Change("kick_off_at", None, None),))
    assert beside(hour, [at(-1)], is_taken=False) == hour


def test_a_new_match_may_be_the_one_that_it_asks_about() -> None:
    near = at(1)
    assert beside(new(), [near], is_taken=False).may_be == near.id
    closed = near._replace(may_change=False)
    assert beside(new(), [closed], is_taken=False).may_be is None


def test_a_line_taken_all_the_same_keeps_saying_why() -> None:
    line = beside(new(), [at(-1)], is_taken=True)
    assert line.outcome is Outcome.NEW
    assert named(line) == [DAY - timedelta(days=1)]

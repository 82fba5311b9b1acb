"""Which known match a line means."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.comparison_pairs import Pairing, pair_up, swapped
from sportsec.domain.intake.programme import ProgrammeLine
from tests.unit.intake.known_matches import a_match

DAY = date(2026, 11, 7)


def line(days: int = 0, number: int = 1, **values: object) -> ProgrammeLine:
    day = DAY + timedelta(days=days)
    return ProgrammeLine(number, "Raja", "Wydad", day)._replace(**values)


def match(days: int = 0, **values: object) -> KnownMatch:
    return a_match("Raja", "Wydad", DAY + timedelta(days=days), **values)


def paired(
    lines: list[ProgrammeLine], known: list[KnownMatch], *, is_league: bool = True
) -> list[Pairing]:
    return pair_up(lines, known, is_league=is_league)


@pytest.mark.parametrize("days", [0, 1, 40, 200])
def test_the_only_match_of_a_pair_is_meant_however_far_it_moved(days: int) -> None:
    known = match()
    assert paired([line(days)], [known]) == [Pairing(known)]


def test_the_round_tells_two_matches_apart_before_the_day_does() -> None:
    known = [match(round="3"), match(90, round="18")]
    (found,) = paired([line(90, round="3")], known)
    assert found.known == known[0]


def test_the_leg_tells_two_matches_of_one_round_apart() -> None:
    known = [match(round="1/4", leg=1), match(7, round="1/4", leg=2)]
    (found,) = paired([line(round="Quarter-finals", leg=2)], known, is_league=False)
    assert found.known == known[1]


def test_the_day_tells_apart_what_has_no_round() -> None:
    known = [match(), match(90)]
    found = paired([line(90), line(0, 2)], known, is_league=False)
    assert [each.known for each in found] == [known[1], known[0]]


def test_the_feed_decides_only_between_equals() -> None:
    known = [match(uid="a"), match(90, uid="b")]
    (found,) = paired([line(50, uid_hint="a")], known, is_league=False)
    assert found.known == known[0]


def test_the_nearest_day_decides_where_it_is_clearly_nearest() -> None:
    known = [match(), match(90)]
    (near,) = paired([line(5)], known, is_league=False)
    assert near.known == known[0]
    (between,) = paired([line(45)], known, is_league=False)
    assert between.known is None
    assert between.doubt is not None


def test_another_round_is_another_match_in_a_cup_and_doubtful_in_a_league() -> None:
    known = [match(round="Group A")]
    later = [line(90, round="Semi-finals")]
    (cup,) = paired(later, known, is_league=False)
    assert (cup.known, cup.doubt) == (None, None)
    (league,) = paired([line(90, round="9")], [match(round="3")])
    assert league.known is not None
    assert league.doubt is not None


def test_lines_of_one_match_name_the_first_and_whether_they_agree() -> None:
    lines = [line(round="3"), line(0, 2, round="J3"), line(1, 3, round="3")]
    found = paired(lines, [])
    assert [(each.repeats, each.agrees) for each in found] == [
        *((None, True), (1, True), (1, False))
    ]


def test_the_line_with_a_new_day_speaks_for_a_postponed_match() -> None:
    known = match(round="3")
    lines = [line(round="3", status=FixtureStatus.POSTPONED), line(20, 2, round="3")]
    old, new = paired(lines, [known])
    assert (old.repeats, new.repeats) == (2, None)
    assert new.known == known


def test_a_second_meeting_that_nothing_tells_apart_is_doubted() -> None:
    first, second = paired([line(), line(90, 2)], [], is_league=False)
    assert first.doubt is None
    assert second.doubt is not None


def test_the_round_that_a_match_gets_by_this_file_tells_it_apart() -> None:
    known = match()
    first, second = paired([line(round="1"), line(40, 2, round="2")], [known])
    assert first.known == known
    assert (second.known, second.doubt) == (None, None)


def test_exchanged_sides_are_seen_by_round_in_a_league_and_by_day_in_a_cup() -> None:
    reverse = [a_match("Wydad", "Raja", DAY, round="3")]
    assert swapped(line(5, round="3"), reverse, is_league=True) == reverse[0]
    assert swapped(line(90, round="18"), reverse, is_league=True) is None
    assert swapped(line(5, round="3"), reverse, is_league=False) is None
    assert swapped(line(1), reverse, is_league=False) == reverse[0]
    legs = [a_match("Wydad", "Raja", DAY, leg=1)]
    assert swapped(line(1, leg=2), legs, is_league=False) is None

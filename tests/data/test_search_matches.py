"""The matches that words mean."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from sportsec.domain.folding import fold
from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.search import search
from sportsec.queries.search_matches import find_matches
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_competition, a_fixture, a_venue

DAY = NOW.date()


def found(
    work: Work, text: str, limit: int = 5, *, maybe_round: bool = True
) -> list[UUID]:
    words = fold(text).split()
    hits = find_matches(work.flushed(), words, DAY, limit, maybe_round=maybe_round)
    return [hit.id for hit in hits]


def a_season_of_matches(work: Work) -> None:
    """Matches of four clubs before and after today, some in one hour."""
    clubs = [a_club(work, f"{name} FC") for name in ("Atlas", "Ocean", "Delta", "Rif")]
    venue = a_venue(work, "Stade Ocean")
    cup = a_competition(work, "Coupe du Rif")
    for number in range(24):
        a_fixture(
            work,
            clubs[number % 4],
            clubs[(number + 1 + number // 4 % 3) % 4],
            kick_off_date=DAY + timedelta(days=number // 2 - 6),
            round=str(number % 6),
            venue_id=venue.id if number % 5 == 0 else None,
            competition_id=cup.id if number % 7 == 0 else None,
        )


@pytest.mark.parametrize(
    "text", ["atlas", "ocean", "rif delta", "fc", "atlas j4", "atlas 3", "rif atlas 3"]
)
def test_the_matches_are_those_of_the_agenda(work: Work, text: str) -> None:
    a_season_of_matches(work)
    every = found(work, text, limit=50)
    asked = AgendaFilter(text=text)
    coming = AgendaFilter(text=text, starts_on=DAY)
    first = list(AGENDA.ids(work, coming, by("kick_off"), None))
    latest = AGENDA.ids(work, asked, by("-kick_off"), None)
    assert every == first + [one for one in latest if one not in first]
    assert every[:3] == found(work, text, limit=3)
    assert every


def test_a_word_that_names_more_than_a_few_clubs_is_no_hindrance(work: Work) -> None:
    clubs = [a_club(work, f"Club {number}") for number in range(70)]
    match = a_fixture(work, clubs[68], clubs[69], kick_off_date=DAY)
    assert found(work, "club") == [match.id]


def test_a_round_alone_is_meant_only_if_nothing_else_can_be(work: Work) -> None:
    one, other = a_club(work, "Atlas"), a_club(work, "Ocean")
    match = a_fixture(work, one, other, kick_off_date=DAY, round="Finale")
    assert found(work, "finale") == [match.id]
    assert found(work, "atlas finale", maybe_round=False) == [match.id]
    assert not found(work, "finale", maybe_round=False)
    assert not found(work, "finale nowhere")


def test_a_match_of_two_clubs_of_one_word_is_found_once(work: Work) -> None:
    one, other = a_club(work, "Atlas Nord"), a_club(work, "Atlas Sud")
    match = a_fixture(work, one, other, kick_off_date=DAY - timedelta(days=1))
    assert found(work, "atlas") == [match.id]


def test_a_deleted_match_is_not_found(work: Work) -> None:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))
    work.session.flush()
    work.delete(match)
    assert not found(work, "atlas")


def test_a_club_that_is_not_known_yet_is_a_question(work: Work) -> None:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))
    match.away_club_id = None
    work.session.flush()
    (hit,) = find_matches(work.flushed(), ["atlas"], DAY, 5, maybe_round=False)
    assert hit.title.fr == "Atlas – ?"


@pytest.mark.parametrize("typed", ["{:%d/%m}", "{:%d-%m-%Y}", "{:%Y-%m-%d}"])
def test_a_day_finds_its_matches(work: Work, typed: str) -> None:
    clubs = [a_club(work, name) for name in ("Atlas", "Ocean", "Delta")]
    wanted = DAY + timedelta(days=9)
    match = a_fixture(work, *clubs[:2], kick_off_date=wanted)
    a_fixture(work, *clubs[1:], kick_off_date=wanted + timedelta(days=1))
    work.session.flush()
    assert [hit.id for hit in search(work, typed.format(wanted))] == [match.id]

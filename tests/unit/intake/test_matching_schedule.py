"""Clubs given away by whom they play, and when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sportsec.domain.intake.matching_schedule import coincidences
from sportsec.domain.intake.programme import ProgrammeLine
from tests.unit.intake.known_matches import a_match, club

DAY = date(2026, 11, 7)
WEEKS = [DAY + timedelta(days=7 * n) for n in range(4)]


def a_line(
    home: str, away: str, day: date, at: datetime | None = None
) -> ProgrammeLine:
    return ProgrammeLine(1, home, away, day, None, at)


def test_who_plays_where_a_club_plays_is_that_club() -> None:
    matches = [a_match("Raja", f"R{n}", day) for n, day in enumerate(WEEKS)]
    lines = [a_line("X", f"R{n}", day) for n, day in enumerate(WEEKS)]
    names: dict[str, UUID | None] = {f"R{n}": club(f"R{n}") for n in range(4)}
    (found,) = coincidences(lines, names, matches)["X"]
    assert found == (club("Raja"), 4, 1.0)


def test_the_away_side_is_found_too() -> None:
    matches = [a_match(f"R{n}", "Raja", day) for n, day in enumerate(WEEKS)]
    lines = [a_line(f"R{n}", "X", day) for n, day in enumerate(WEEKS)]
    names: dict[str, UUID | None] = {f"R{n}": club(f"R{n}") for n in range(4)}
    assert coincidences(lines, names, matches)["X"][0].club == club("Raja")


def test_a_match_alone_at_its_hour_tells_both_sides() -> None:
    moments = [datetime(2026, 11, day, 17) for day in (1, 8, 15)]  # noqa: DTZ001
    matches = [a_match("Raja", "Wydad", each.date(), each) for each in moments]
    lines = [a_line("X", "Y", each.date(), each) for each in moments]
    found = coincidences(lines, {}, matches)
    assert found["X"][0].club == club("Raja")
    assert found["Y"][0].club == club("Wydad")


def test_a_few_matches_or_half_of_them_prove_nothing() -> None:
    matches = [a_match("Raja", f"R{n}", day) for n, day in enumerate(WEEKS[:2])]
    lines = [a_line("X", f"R{n}", day) for n, day in enumerate(WEEKS)]
    names: dict[str, UUID | None] = {f"R{n}": club(f"R{n}") for n in range(4)}
    assert coincidences(lines, names, matches)["X"] == []

"""Files that are technically perfect and wrong are noticed; correct ones are not."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from sportsec.domain.intake.programme import (
    FileFormat,
    Programme,
    ProgrammeLine,
    Score,
)
from sportsec.domain.intake.summary import summarise

CLUBS = [f"Club {letter}" for letter in "ABCDEFGHIJKLMNOP"]
START = date(2024, 8, 30)


def a_league(**changes: Any) -> list[ProgrammeLine]:
    """A single round robin of 16 clubs, by the circle method."""
    lines = []
    for round_ in range(15):
        ring = [CLUBS[0], *(CLUBS[1 + (round_ + n) % 15] for n in range(15))]
        day = START + timedelta(days=7 * round_)
        for n in range(8):
            values = {
                "date": day,
                "time": time(15 + 2 * (n % 4)),
                "round": str(round_ + 1),
                "score": Score((n + round_) % 4, n % 3),
                **changes,
            }
            number = len(lines) + 2
            lines.append(ProgrammeLine(number, ring[n], ring[15 - n], **values))
    return lines


def warnings(lines: list[ProgrammeLine], **values: Any) -> list[str]:
    values = {"name": "x.csv", "competition": "Botola", "season": "", **values}
    programme = Programme(
        format=FileFormat.CSV, encoding="", digest="", lines=tuple(lines), **values
    )
    found = summarise(programme).warnings
    return [each.message.format(**each.facts) for each in found]


def test_a_correct_league_raises_no_warning() -> None:
    assert warnings(a_league(), season="2024-2025") == []


def test_eight_matches_repeated_thirty_times() -> None:
    eight = a_league()[:8]
    lines = [
        line._replace(date=START + timedelta(days=n), number=n)
        for n in range(30)
        for line in eight
    ]
    (first, *_) = warnings(lines)
    assert first.startswith("240 lines hold only 8 different matches")


def test_lines_that_stand_twice() -> None:
    lines = a_league()
    found = warnings([*lines, lines[0]._replace(number=500)])
    assert any("first is line 500" in each for each in found)


def test_a_club_plays_twice_on_one_day() -> None:
    lines = a_league()
    found = warnings([*lines, ProgrammeLine(200, CLUBS[0], CLUBS[9], START)])
    assert any("play twice on one day" in each for each in found)


def test_one_club_is_missing_from_half_of_the_season() -> None:
    lines = a_league()
    kept = [n for n in lines if CLUBS[3] not in {n.home, n.away} or int(n.round) < 6]
    assert any("different numbers" in each for each in warnings(kept))


def test_scores_of_handball_and_volleyball() -> None:
    lines = a_league(score=Score(28, 25))
    assert any("28-25" in each for each in warnings(lines))
    lines = [n._replace(score=Score(3, n.number % 3)) for n in a_league()]
    assert any("three won sets" in each for each in warnings(lines))


def test_the_words_of_another_sport() -> None:
    assert any("handball" in n for n in warnings(a_league(), name="handball_d1.csv"))
    found = warnings(a_league(competition="البطولة الوطنية لكرة اليد"))
    assert any("كرة اليد" in each for each in found)


def test_days_outside_the_season() -> None:
    found = warnings(a_league(), season="2019-2020")
    assert any("outside the season 2019-2020: 120;" in each for each in found)


def test_kick_offs_that_lost_their_afternoon() -> None:
    lines = [n._replace(time=time(5 if n.number % 2 else 17)) for n in a_league()]
    assert any("between 0:00 and 9:00" in each for each in warnings(lines))
    assert any("All 120" in each for each in warnings(a_league(time=time(0))))


def test_in_ramadan_all_kick_offs_may_be_at_ten_in_the_evening() -> None:
    assert warnings(a_league(time=time(22))) == []

"""football.txt: rounds and days above, hours inherited, signs in place of scores."""

from __future__ import annotations

import pytest

from sportsec.tabular.football_txt import looks_like_football_txt, read_football_txt

TEXT = """= Cup 2024/25

# Date       Fri Aug 30 2024 - Sun Mar 16 2025 (198d)

▪ Round 1
  Fri Aug 30 2024
    17:00  A Club   v B Club   1-1 (0-1)
           C Club   v D Club   2-0  [awarded; crowd trouble] @ Stade Atlas, Rabat
  Sat Aug 31
           E Club   v F Club
           E Club          bye
▪ Final
  [Sun Sep 1]
    20.30 UTC+1  A Club  3-2 a.e.t. (2-2)  C Club
                 B Club   abd.   D Club   [abandoned after 10']
       (Name 12' 45+1'; Other 60' pen.)
  nonsense here
"""


def test_rounds_days_and_hours_stand_above() -> None:
    content = read_football_txt(TEXT)
    rows = [[str(cell) for cell in row] for row in content.tables[0].rows]
    assert [row[:5] for row in rows] == [
        ["Round 1", "Fri Aug 30 2024", "17:00", "A Club", "B Club"],
        ["Round 1", "Fri Aug 30 2024", "17:00", "C Club", "D Club"],
        ["Round 1", "Sat Aug 31", "", "E Club", "F Club"],
        ["Final", "Sun Sep 1", "20.30 UTC+1", "A Club", "C Club"],
        ["Final", "Sun Sep 1", "20.30 UTC+1", "B Club", "D Club"],
    ]
    assert [row[5] for row in rows] == ["1-1 (0-1)", "2-0", "", "3-2 a.e.t. (2-2)", ""]
    assert [row[6] for row in rows] == [
        *("", "awarded; crowd trouble", "", ""),
        "abandoned after 10'",
    ]
    assert rows[1][8] == "Stade Atlas, Rabat"
    assert (content.title, content.season) == ("Cup 2024/25", "2024-2025")


def test_lines_that_are_no_matches_are_shown_with_their_number() -> None:
    (broken,) = read_football_txt(TEXT).tables[0].broken
    assert broken[:2] == (17, "nonsense here")


def test_the_season_may_stand_in_the_comment_alone() -> None:
    content = read_football_txt(TEXT.replace("2024/25", ""))
    assert content.season == "2024-2025"


@pytest.mark.parametrize(
    "text",
    [
        "Date,Home,Away\n2024-08-30,A,B\n",
        "Date;Match\n2024-08-30;A v B\n",
        "Monsieur,\nle match A v B est reporté, merci, à bientôt.\n",
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not looks_like_football_txt(text)


def test_it_is_recognised() -> None:
    assert looks_like_football_txt(TEXT)

"""What is to be decided is told apart: of a match, by its day too."""

from __future__ import annotations

from sportsec.ui.pages.exchange.inbox_list import inbox_columns


def test_clubs_and_day_of_a_match_are_cut_each_for_itself() -> None:
    (record,) = (each for each in inbox_columns() if each.sort == "record")
    assert record.parted

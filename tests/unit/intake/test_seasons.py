"""Seasons are found in titles and derived from days."""

from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.intake.seasons import (
    bounds,
    find_season,
    first_month_of,
    first_year_of,
    season_of_days,
)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Morocco | Botola Pro 1 2024/25", "2024-2025"),
        ("Saison 2024-2025", "2024-2025"),
        ("الموسم الرياضي ٢٠٢٤/٢٠٢٥", "2024-2025"),
        ("FIFA World Cup 2026 — Morocco", "2026"),
        ("30/08/2024", ""),
        ("Botola", ""),
    ],
)
def test_a_title_names_its_season(title: str, label: str) -> None:
    assert find_season(title) == label


def test_a_season_begins_in_its_first_year() -> None:
    assert first_year_of("2024-2025") == 2024
    assert first_year_of("") is None
    assert first_month_of("2024-2025") == 7
    assert first_month_of("2026") == 1


def test_limits_leave_room_for_early_cups_and_late_matches() -> None:
    assert bounds("2024-2025") == (date(2024, 6, 1), date(2025, 8, 31))
    assert bounds("2025") == (date(2025, 1, 1), date(2026, 2, 28))
    assert bounds("?") is None


def test_nine_of_ten_days_make_the_season() -> None:
    days = [date(2024, 9, 1)] * 9
    assert season_of_days([*days, date(2031, 1, 1)]) == "2024-2025"
    assert season_of_days([date(2024, 9, 1), date(2023, 9, 1)]) == ""
    assert season_of_days([]) == ""

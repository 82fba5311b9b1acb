"""Days in texts, and when a match was for whoever wrote before it moved."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.old_times import names_day, old_time

SATURDAY, SUNDAY = date(2026, 12, 5), date(2026, 12, 6)
SEVEN = datetime(2026, 12, 5, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Match du samedi",
        "le 5 décembre",
        "le 1er mars",
        "On Saturday",
        "05/12/2026",
        "le 05/12",
        "يوم السبت",
        "يوم الثلاثاء",
        "بالأحد",
        "5 دجنبر",
    ],
)
def test_days_are_known_in_three_languages(text: str) -> None:
    assert names_day(text)


@pytest.mark.parametrize(
    "text", ["", "Deux virages", "score 2-1", "1/2 tribune", "أحد الأبواب", "5 portes"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert not names_day(text)


def test_the_same_day_and_hour_are_no_other_time() -> None:
    assert old_time(SATURDAY, SEVEN, SATURDAY, SEVEN, HOME_ZONE) is None
    assert old_time(SATURDAY, None, SATURDAY, SEVEN, HOME_ZONE) is None


def test_on_another_day_at_the_same_hour_only_days_may_be_old() -> None:
    later = SEVEN.replace(day=6)
    old = old_time(SATURDAY, SEVEN, SUNDAY, later, HOME_ZONE)
    assert old is not None
    assert not old.may_be_in("Portes à 17:30")
    assert old.may_be_in("Portes samedi à 17:30")

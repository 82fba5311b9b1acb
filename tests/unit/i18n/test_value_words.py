"""Values of the record in words, in the language of the reader."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.fixtures import FixtureStatus, Stake
from sportsec.domain.plain_text import without_turns
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.i18n.value_words import value_words


def said(column: str, value: Any, language: str = "en") -> str:
    text = value_words(translator(language), column, value)
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_nothing_is_said_to_be_empty(nothing: object) -> None:
    assert said("notes", nothing) == "empty"


def test_figures_days_and_moments_are_written_as_read() -> None:
    assert said("founded_year", 1946) == "1946"
    assert said("capacity_allowed", 45000, "fr") == "45\u00a0000"
    assert said("latitude", 34.0331) == "34.0331"
    assert said("kick_off_date", date(2026, 12, 5)) == "05/12/2026"
    assert said("gates_open_at", datetime(2026, 12, 5, 18, tzinfo=UTC)).startswith(
        "05/12"
    )


def test_amounts_are_written_in_thousands_and_years_are_not() -> None:
    assert said("actual_attendance", 5050, "fr") == "5\u00a0050"
    assert said("actual_attendance", 950) == "950"
    assert said("founded_year", 1946, "fr") == "1946"


def test_the_hour_of_a_match_does_not_repeat_its_day() -> None:
    assert said("kick_off_at", datetime(2026, 12, 5, 18, tzinfo=UTC)) == "18:00"


def test_yes_and_no_are_words_and_not_figures() -> None:
    assert said("is_neutral", True) == "Yes"
    assert said("is_neutral", False, "fr") == "Non"
    assert said("headcount", 0) == "0"


def test_codes_are_said_in_words_unless_a_newer_version_made_them() -> None:
    assert said("status", FixtureStatus.POSTPONED) == "Postponed"
    assert said("stakes", tuple(Stake)[:2]).count(", ") == 1
    assert said("status", "moonlit") == "moonlit"


def test_phone_numbers_stand_as_one_dials_them() -> None:
    assert said("phone", "+212612345678") == "06 12 34 56 78"
    assert said("control_room_phone", "poste 12") == "poste 12"


def test_a_category_of_risk_is_not_a_figure() -> None:
    assert said("category_inside", 4) == "Critical"
    assert said("category_inside", 9) == "9"


def test_a_leg_is_said_in_words() -> None:
    assert said("leg", 1) == "First leg"
    assert said("leg", 2, "fr") == "Match retour"
    assert said("leg", 3) == "3"


def test_a_reference_is_the_name_of_its_record() -> None:
    assert said("club_id", Words(fr="Atlas Club")) == "Atlas Club"
    assert said("club_id", UUID(int=1)) == "a record that is not here"


def test_a_text_turns_nothing_round() -> None:
    text = "a\u202eb"
    assert said("notes", text) == without_turns(text)

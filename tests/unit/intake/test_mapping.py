"""A mapping is a value: written, read back, remembered for a set of headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.intake.mapping import Field, Mapping, heading_key

HEADINGS = ("Journée", "Date", "Équipe recevante", "Équipe visiteuse")


def test_columns_are_told_by_number_or_heading() -> None:
    mapping = Mapping.parse("date=2, home=equipe recevante away=4", HEADINGS)
    assert mapping.column(Field.DATE) == 1
    assert mapping.column(Field.HOME) == 2
    assert mapping.field(3) is Field.AWAY
    assert mapping.column(Field.VENUE) is None
    assert mapping.names_teams


@pytest.mark.parametrize("text", ["foo=1", "date=", "date=0", "home=Stade", "hello"])
def test_what_does_not_fit_the_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Mapping.parse(text, HEADINGS)


def test_of_two_columns_for_one_field_the_first_wins() -> None:
    mapping = Mapping.of([(3, Field.DATE), (1, Field.DATE), (3, Field.TIME)])
    assert mapping.columns == ((3, Field.DATE),)


@given(st.dictionaries(st.sampled_from(Field), st.integers(0, 50)))
def test_a_mapping_is_read_back_as_it_was_written(fields: dict[Field, int]) -> None:
    mapping = Mapping.of((column, field) for field, column in fields.items())
    assert Mapping.parse(mapping.text()) == mapping


def test_a_set_of_headings_is_known_again_in_other_dress() -> None:
    assert heading_key(HEADINGS) == heading_key([h.upper() + "  " for h in HEADINGS])
    assert heading_key(HEADINGS) != heading_key(HEADINGS[::-1])
    assert heading_key(("", "")) == ""

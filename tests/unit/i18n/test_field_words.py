"""Every table and column of the record has a name that an officer understands."""

from __future__ import annotations

import pytest

import sportsec.store.tables
from sportsec.i18n.field_words import FIELDS, GROUP, field_label
from sportsec.i18n.kind_words import KINDS, kind_label
from sportsec.i18n.translator import Translator, translator
from sportsec.store.base import Record

_tables_mapped = sportsec.store.tables
#: Columns that no officer ever sets or compares.
HIDDEN = {"id"}


@pytest.fixture
def t() -> Translator:
    return translator("en")


def test_every_table_and_column_has_a_name(t: Translator) -> None:
    for table in Record.metadata.sorted_tables:
        assert table.name in KINDS
        for column in table.columns:
            if column.name not in HIDDEN:
                assert field_label(t, column.name) != t.isolate(column.name), column
            group = column.info.get("group")
            assert group is None or GROUP + group in FIELDS


def test_a_text_in_three_languages_names_its_language(t: Translator) -> None:
    assert "Name" in field_label(t, "name_fr")
    assert "Français" in field_label(t, "name_fr")
    assert "Français" not in field_label(t, "name_latin")


def test_what_a_newer_program_wrote_is_called_as_it_is(t: Translator) -> None:
    assert "shuttle" in kind_label(t, "shuttle")
    assert "bus_count" in field_label(t, "bus_count")

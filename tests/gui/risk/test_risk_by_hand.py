"""What the officer chooses or writes himself is his, whatever the record says."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from sportsec.domain.risk import RECORD, ItemDraft, Stage
from sportsec.ui.pages.risk.page import RiskTab
from tests.gui.risk.rating import WHY, justify, pick


def test_a_value_chosen_against_the_record_leaves_its_reason_behind(
    tab: RiskTab,
) -> None:
    row = tab.board.grid.rows["F1"]
    proposed = row.item
    assert (proposed.value, proposed.source) == (4, RECORD)
    pick(tab, "F1", 2)
    assert row.item == ItemDraft(2)
    assert "The database suggests 4: " in row.note.text()
    assert "Group Alpha" in row.note.text()
    pick(tab, "F1", 4)
    assert row.item == proposed


def test_own_words_stay_whatever_value_is_chosen(tab: RiskTab) -> None:
    justify(tab, "F1")
    pick(tab, "F1", 3)
    row = tab.board.grid.rows["F1"]
    assert row.item == ItemDraft(3, WHY, "cellule")
    assert row.note.text().startswith("Note of the cell · The database suggests 4: ")


def test_words_added_to_those_of_the_record_are_the_officers(tab: RiskTab) -> None:
    row = tab.board.grid.rows["F1"]
    row.set_unfolded(True)
    assert row.detail is not None
    field = row.detail.evidence
    field.set_value(replace(field.value(), en="Seen again on Sunday"))
    field.changed.emit()
    assert row.item.source == "From the database"
    assert row.item.evidence.en == "Seen again on Sunday"


def test_what_was_chosen_against_the_record_is_kept_at_the_next_stage(
    tab: RiskTab, qtbot: QtBot
) -> None:
    pick(tab, "F1", 2)
    tab.board.wanted.emit(Stage.INTERIM, tab.row.rater if tab.row else None)
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.stage is Stage.INTERIM)
    assert tab.board.grid.rows["F1"].item.value == 2

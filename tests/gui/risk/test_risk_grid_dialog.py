"""Editing the grid: a new version, never a change of one in use."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from sportsec.domain.words import Words
from sportsec.queries.risk import active_grid
from sportsec.ui.desk import Desk
from sportsec.ui.pages.risk.grid_dialog import GridDialog
from tests.gui.conftest import Do, Visits


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, ask: Do, match_id: UUID) -> GridDialog:
    made = GridDialog(desk, ask(active_grid), None)
    made.show()
    return made


def edit(dialog: GridDialog, name: str, value: object) -> None:
    field = dialog.form.field(name)
    field.set_value(value)
    field.changed.emit()


def test_a_changed_weight_is_published_as_a_new_version(
    dialog: GridDialog, qtbot: QtBot, ask: Do, visits: Visits
) -> None:
    edit(dialog, "weight", 6)
    assert "6" in dialog.list.item(0).text()
    with qtbot.waitSignal(dialog.published):
        dialog.publish.click()
    grid = ask(active_grid)
    assert (grid.version, grid.factors[0].weight) == (2, 6)
    assert len(grid.factors) == 13
    assert visits.said == ["Grid published"]


def test_a_factor_is_added_and_needs_a_name(dialog: GridDialog) -> None:
    dialog.add.click()
    assert dialog.list.currentRow() == 13
    assert not dialog.publish.isEnabled()
    edit(dialog, "name", Words(fr="Météo"))
    assert dialog.publish.isEnabled()
    dialog.reject()


def test_taking_out_a_factor_that_a_floor_rests_on_is_said(dialog: GridDialog) -> None:
    dialog.remove.click()
    assert "F1" in dialog.banner.label.text()
    assert dialog.publish.isEnabled()
    assert len(dialog.factors) == 12
    dialog.reject()


def test_a_weight_that_is_none_cannot_be_published(dialog: GridDialog) -> None:
    edit(dialog, "weight", None)
    assert not dialog.publish.isEnabled()
    dialog.save()  # even past the button
    dialog.reject()


def test_the_last_factor_stays(dialog: GridDialog) -> None:
    for _ in range(20):
        dialog.remove_factor()
    assert len(dialog.factors) == 1
    assert not dialog.remove.isEnabled()
    dialog.reject()


def test_a_long_name_gives_way_to_the_weight(dialog: GridDialog) -> None:
    edit(dialog, "name", Words(en="A factor " * 12, fr="Un facteur " * 12))
    index = dialog.list.model().index(0, 0)
    delegate: Any = dialog.list.itemDelegate()
    option = QStyleOptionViewItem()
    option.rect = dialog.list.visualRect(index)
    option.fontMetrics = dialog.list.fontMetrics()
    delegate.initStyleOption(option, index)
    assert "…" in option.text
    assert option.text.endswith(dialog.list.item(0).text()[-4:])
    needed = option.fontMetrics.horizontalAdvance(option.text)
    assert needed < option.rect.width()
    dialog.reject()

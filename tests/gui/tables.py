"""A list on the screen, with its rows."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from sportsec.ui.settings import Settings
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView


def a_table(
    model: RowsModel[Any, Any],
    settings: Settings,
    key: str,
    qtbot: QtBot,
    *,
    room: int | None = None,
) -> TableView:
    """Read a model into a list; shown only where it is told how wide it is."""
    table = TableView(model, settings, key)
    qtbot.addWidget(table)
    if room is not None:
        table.resize(room, 300)
        table.show()
    with qtbot.waitSignal(model.settled):
        model.reload()
    return table

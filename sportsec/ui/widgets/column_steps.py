"""How wide a column is, set without drawing it: by menu and by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from sportsec.ui.icons import icon
from sportsec.ui.keys import KeyedShortcut, keys_here, shown
from sportsec.ui.language import isolate, tr
from sportsec.ui.theme import scaled

#: How much one press adds or takes, in pixels at text size normal.
STEP = 24


def widen(table: Any, at: int, steps: int) -> None:
    """Make a column wider by some steps; narrower if they are negative."""
    table.setColumnWidth(at, table.columnWidth(at) + steps * scaled(STEP))
    table.show_column(at)


def fit_column(table: Any, at: int) -> None:
    """Make a column as wide as its head and the first rows need."""
    demands = table.widths.demands
    table.setColumnWidth(at, max(demands.cells(at), demands.head(at)))
    table.show_column(at)


def fit_all(table: Any) -> None:
    """Make all columns as wide as they need; what is left goes to names."""
    for at, _ in table.shown_columns():
        fit_column(table, at)
    table.widths.fit()


def hear_keys(table: Any) -> None:
    """Let keys change the width of the column that the current cell stands in."""

    def on_current(act: Callable[[Any, int], object]) -> Callable[[], object]:
        return lambda: act(table, table.current_column())

    KeyedShortcut(table, "here.wider", on_current(partial(widen, steps=1)))
    KeyedShortcut(table, "here.narrower", on_current(partial(widen, steps=-1)))
    KeyedShortcut(table, "here.fit", on_current(fit_column))


def width_menu(table: Any, at: int) -> QMenu:
    """Return what can be done with the width of a column."""
    menu = QMenu(tr("Width of the column"), table)
    menu.setIcon(icon("columns"))
    for text, name, act in (
        (tr("Wider"), "here.wider", partial(widen, table, at, 1)),
        (tr("Narrower"), "here.narrower", partial(widen, table, at, -1)),
        (tr("Fit to its contents"), "here.fit", partial(fit_column, table, at)),
        (tr("Fit all columns"), "", partial(fit_all, table)),
    ):
        # The plus at their end would go before them on an Arabic screen.
        keys = isolate(shown(keys_here(name))) if name else ""
        action = menu.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _on, act=act: act())
    return menu

"""The current row of a list, kept on view while the room of the list changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QTableView


@contextmanager
def current_kept_on_view(table: QTableView, height: int) -> Iterator[None]:
    """Scroll as far as the current row needs after the room or the rows changed.

    Only if it was on view before: what the officer scrolled away stays away.

    Args:
        height: Of what was seen of the rows before, in pixels.
    """
    current = table.currentIndex()
    before = table.visualRect(current)
    was_seen = current.isValid() and before.top() < height and before.bottom() >= 0
    yield
    if not was_seen:
        return
    table.updateGeometries()  # else the bar does not reach so far yet
    row = table.visualRect(table.currentIndex())
    beyond = row.bottom() + 1 - table.viewport().height()
    bar = table.verticalScrollBar()
    if row.bottom() < 0:
        bar.setValue(bar.value() + row.top())
    elif beyond > 0:
        bar.setValue(bar.value() + min(beyond, row.top()))

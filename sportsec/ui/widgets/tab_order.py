"""Tab goes the way one reads, also through what came later.

Qt puts a widget at the end of the window's order when it is made: rows that are built
anew would be reached after everything else. So the order is looked after at each Tab:

    def focusNextPrevChild(self, forward: bool) -> bool:
        follow_reading(self)
        return super().focusNextPrevChild(forward)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

from sportsec.ui.widgets.laid_out import laid_out


def follow_reading(top: QWidget) -> None:
    """Let Tab go through what is shown in a widget in the order of its layouts."""
    # Not asked first whether it is so already: PySide 6.12 keeps a widget for ever of
    # which it is asked `nextInFocusChain` while the order is changed.
    for before, after in pairwise(stops(top)):
        QWidget.setTabOrder(before, after)


def stops(top: QWidget) -> Iterator[QWidget]:
    """Return what Tab stops at, in the order of the layouts.

    An area that scrolls is no stop where something in it is one: it follows that.
    """
    inside = [each for part in _parts(top) for each in stops(part)]
    if isinstance(top, QScrollArea):
        policy = Qt.FocusPolicy.ClickFocus if inside else Qt.FocusPolicy.StrongFocus
        if top.focusPolicy() not in {Qt.FocusPolicy.NoFocus, policy}:
            top.setFocusPolicy(policy)
    if top.focusPolicy() & Qt.FocusPolicy.TabFocus and top.isEnabled():
        yield top
    yield from inside


def _parts(top: QWidget) -> list[QWidget]:
    """Return the widgets that are shown directly in another, as they are read."""
    layout = top.layout()
    found: list[QWidget | None]
    if isinstance(top, QScrollArea):
        found = [top.widget()]
    elif isinstance(top, QTabWidget):
        found = [top.tabBar(), top.cornerWidget(), top.currentWidget()]
    elif isinstance(top, QSplitter):
        found = [top.widget(at) for at in range(top.count())]
    elif isinstance(top, QAbstractItemView | QAbstractScrollArea):
        found = []
    elif layout is not None:
        found = list(_laid_out(layout))
    else:
        found = [each for each in top.children() if isinstance(each, QWidget)]
    return [each for each in found if each is not None and _is_shown(each, top)]


def _is_shown(part: QWidget, top: QWidget) -> bool:
    return not part.isWindow() and part.isVisibleTo(top)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    parts = laid_out(layout)
    places: Iterable[int] = parts
    if isinstance(layout, QGridLayout):
        cells = {at: layout.getItemPosition(at) for at in parts}
        places = sorted(parts, key=lambda at: cells[at][:2])  # type: ignore[index]
    for part in map(parts.__getitem__, places):
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield part

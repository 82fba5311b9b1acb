"""The hands of an officer: what they press is counted, and nothing is called past them.

with keys.then(name_the_file):      # what a menu or dialog that opens asks for
    keys.press("Ctrl+O")
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QScrollArea,
    QTabBar,
    QWidget,
)

from sportsec.ui.main_window import MainWindow
from sportsec.ui.shell import Shell

PATIENCE_SECONDS = 120.0
QUIET_SECONDS = 0.35  # longer than any pause of a field or check
#: How often it is looked whether a widget has come into view.
LOOKS = 200
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Count:
    """What a journey took; letters are typed, keys are all others."""

    keys: int = 0
    letters: int = 0
    clicks: int = 0


class Hand:
    """What both hands can do: wait, type, go on in what has opened."""

    def __init__(self, shell: Shell) -> None:
        assert shell.window is not None
        self.shell = shell
        self.window: MainWindow = shell.window
        self.count = Count()

    def counted(self) -> Count:
        """Return what was taken since the last time."""
        done, self.count = self.count, Count()
        return done

    def settle(self) -> None:
        """Wait until every answer is in."""
        end = time.monotonic() + PATIENCE_SECONDS
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < QUIET_SECONDS:
            QApplication.processEvents()
            if not self.shell.runner.is_idle:
                quiet_since = time.monotonic()
            assert time.monotonic() < end, "it never came to rest"
            time.sleep(0.002)

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        self.count.letters += len(text)
        none = Qt.KeyboardModifier.NoModifier
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, none, letter)
                QApplication.sendEvent(self.listening(), event)
        self.settle()

    def listening(self) -> QWidget:
        """Return who hears a key now; a window that has come to the front does."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is None and QApplication.activeWindow() is None:
            self.window.activateWindow()  # as the desktop does after a dialog
            QApplication.processEvents()
        heard = QApplication.activePopupWidget() or QApplication.focusWidget() or top
        assert heard is not None, "nobody hears the keys"
        return heard

    @contextmanager
    def then(self, act: Callable[[Any], object]) -> Iterator[None]:
        """Go on in a menu or dialog that lets nothing else happen before it closes."""
        before = _in_front()
        failures: list[BaseException] = []
        done: list[bool] = []
        watch = QTimer(interval=30)

        def look() -> None:
            opened = _in_front()
            if opened is None or opened is before:
                return
            watch.stop()
            done.append(True)
            opened.activateWindow()  # as the desktop does with what opens
            QApplication.processEvents()
            try:
                act(opened)
            except BaseException as failure:  # noqa: BLE001 - raised again below
                failures.append(failure)
                opened.close()

        watch.timeout.connect(look)
        watch.start()
        yield
        watch.stop()
        if failures:
            raise failures[0]
        assert done, "nothing has opened"


class Keys(Hand):
    """A hand on the keyboard."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other, where the focus is."""
        for key in keys:
            self.count.keys += 1
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self.listening(), pressed.key(), pressed.keyboardModifiers())
            self.settle()


class Mouse(Hand):
    """A hand on the mouse."""

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget in its middle, or at a place in it."""
        self._press(widget, place or widget.rect().center(), LEFT)
        self.settle()

    def click_tab(self, bar: QTabBar, at: int) -> None:
        """Click a tab."""
        self.click(bar, bar.tabRect(at).center())

    def click_row(self, table: QAbstractItemView, row: int, column: int) -> None:
        """Click a row of a list."""
        self.click(table.viewport(), _cell(table, row, column).center())

    def open_row(self, table: QAbstractItemView, row: int, column: int) -> None:
        """Click a row of a list twice."""
        place = _cell(table, row, column).center()
        self._press(table.viewport(), place, LEFT)
        self.count.clicks += 1
        QTest.mouseDClick(table.viewport(), LEFT, pos=place)
        self.settle()

    def click_right(self, table: QAbstractItemView, row: int, column: int) -> None:
        """Open the menu of a row; as on Windows and Linux, the press opens it."""
        place = _cell(table, row, column).center()
        view = table.viewport()
        self._press(view, place, Qt.MouseButton.RightButton)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, place, view.mapToGlobal(place))
        QApplication.sendEvent(view, event)
        self.settle()

    def choose(self, menu: QMenu, text: str) -> None:
        """Click an entry of a menu."""
        found = [each for each in menu.actions() if text in each.text()]
        assert found, f"no entry {text}: {[each.text() for each in menu.actions()]}"
        self.count.clicks += 1
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(found[0]).center())

    def drop(self, data: Any) -> None:
        """Let something fall on the window; counted as one click."""
        self.count.clicks += 1
        nothing = Qt.KeyboardModifier.NoModifier
        place = self.window.rect().center()
        how = Qt.DropAction.CopyAction, data, LEFT, nothing
        for event in (QDragEnterEvent(place, *how), QDropEvent(QPointF(place), *how)):
            QApplication.sendEvent(self.window, event)
        self.settle()

    def _press(self, widget: QWidget, place: QPoint, button: Qt.MouseButton) -> None:
        _bring_into_view(widget)
        assert widget.isVisible(), f"{widget} is not to be seen"
        assert widget.isEnabled(), f"{widget} takes no clicks"
        top = widget.window()
        at = widget.mapTo(top, place)
        assert top.rect().contains(at), f"{widget} is outside of its window"
        under = top.childAt(at)
        assert under is not None, f"nothing at {at}"
        is_hit = under is widget or widget.isAncestorOf(under)
        assert is_hit, f"{under} lies over {widget}"
        self.count.clicks += 1
        QTest.mouseClick(under, button, pos=under.mapFrom(top, at))


def _in_front() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def _cell(table: QAbstractItemView, row: int, column: int) -> QRect:
    place = table.visualRect(table.model().index(row, column))
    assert table.viewport().rect().contains(place.center()), f"row {row} is not shown"
    return place


def _bring_into_view(widget: QWidget) -> None:
    """Scroll, as a wheel does, until a widget is to be seen.

    Parts that were just filled still find their places: it is looked at again.
    """
    top, middle = widget.window(), widget.rect().center()
    for _look in range(LOOKS):
        QTest.qWait(10)
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        QApplication.processEvents()
        if top.rect().contains(widget.mapTo(top, middle)):
            return

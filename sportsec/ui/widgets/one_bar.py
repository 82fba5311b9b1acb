"""Parts with scroll bars of their own, which are scrolled as one where room is short.

Two bars inside each other are hard to use: where the parts do not fit, each of them
shows all that it holds, and what they lie in is scrolled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView, QWidget

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.scrolled import WholeScroll, show_within, tell_around


class Part(Protocol):
    """A part that can scroll what it holds, or show all of it."""

    def show_all(self, *, shows_all: bool) -> None:
        """Be as high as all that is held, or scroll it."""


class OneBar(WholeScroll):
    """Scrolls a body as one where its parts, each with its own bar, do not fit.

    Args:
        fits: Says whether they do; it is given the height that the body needs as it
            is now, and the height there is, both in pixels.
    """

    def __init__(
        self, body: QWidget, parts: Sequence[Part], fits: Callable[[int, int], bool]
    ) -> None:
        super().__init__(body)
        self._parts = parts
        self._fits = fits
        self._is_one = False

    def sizeHint(self) -> QSize:
        """Return no more height than it needs: it takes what the page has left.

        Beside a text that wraps Qt would take what it likes for what it needs.
        """
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def _tell(self, room: QSize) -> None:
        """Arrange the parts for the room there is."""
        needed = self._needed(room.width()).height()
        is_one = not self._fits(needed, self.maximumViewportSize().height())
        if is_one != self._is_one:
            self._is_one = is_one
            for part in self._parts:
                part.show_all(shows_all=is_one)


class WholeLines(QObject):
    """Lets a list of lines that are all held already be as high as they are.

    Args:
        least: Its height at least where it scrolls them, for plain text.
    """

    def __init__(self, view: QTreeView | QTableView, least: int) -> None:
        super().__init__(view)
        self._view = view
        self._least = scaled(least)
        self._shows_all = False
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMinimumHeight(self._least)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().rangeChanged.connect(lambda *_: self._follow())
        for gone in (view.model().modelReset, view.model().rowsRemoved):
            gone.connect(lambda *_: self._follow())
        view.selectionModel().currentChanged.connect(self._keep_in_view)

    @property
    def more(self) -> int:
        """How much higher than at least it is, in pixels."""
        return self._view.minimumHeight() - self._least

    def show_all(self, *, shows_all: bool) -> None:
        """Be as high as the lines, or scroll them."""
        self._shows_all = shows_all
        policy = Qt.ScrollBarPolicy
        self._view.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if shows_all else policy.ScrollBarAsNeeded
        )
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow lines that were folded away: they are drawn anew."""
        if event.type() in {QEvent.Type.Paint, QEvent.Type.Resize}:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Fit once the lines have their places."""
        if self._shows_all:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        high = self._wanted() if self._shows_all else self._least
        if high != self._view.minimumHeight():
            self._view.setMinimumHeight(high)
            tell_around(self._view)  # what fits is asked before Qt's rounds of events

    def _wanted(self) -> int:
        lines = self._view.viewportSizeHint().height()
        return max(self._least, lines + 2 * self._view.frameWidth())

    def _keep_in_view(self, current: QModelIndex) -> None:
        """Scroll what it lies in to the line where the keys are."""
        if self._shows_all and self._view.hasFocus():
            show_within(self._view.viewport(), self._view.visualRect(current))

"""Holds a page; one that needs more room than there is can be scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle

from sportsec.ui.page import Page
from sportsec.ui.redress import catch_up, may_wait
from sportsec.ui.widgets.tab_order import follow_reading

#: A page is cramped where what stands above its main part takes more of the room.
_CRAMPED = 0.45
#: What its main part gets then; the page is scrolled.
_MAIN = 0.95


class PageFrame(QScrollArea):
    """Gives a page all the room there is, and never less than it needs.

    Qt would squeeze a page into the window: with large text in a small window its
    parts would lie over each other, and a list under its filters would have one row.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        page.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)
        may_wait(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a page whose parts have become larger or smaller."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - of Qt
        """Go the way one reads, whenever the parts of the page were made."""
        follow_reading(self.page)
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Put on the colours that were chosen meanwhile."""
        super().showEvent(event)
        catch_up(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return what the page would like."""
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the rest is scrolled."""
        return QSize(100, 100)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        least = self._needed(room.width())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
            least = self._needed(room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        self.page.resize(room.expandedTo(least))

    def _needed(self, width: int) -> QSize:
        """Return what the page needs at least when it is `width` wide."""
        least = self.page.minimumSizeHint()
        layout = self.page.layout()
        if layout is not None and layout.hasHeightForWidth():
            at = max(width, least.width())
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(at)))
        room = self.maximumViewportSize().height()
        main = self.page.main
        above = least.height() - (main.minimumSize().height() if main else 0)
        if main is not None and above > room * _CRAMPED:
            least.setHeight(max(least.height(), above + round(room * _MAIN)))
        return least

"""Holds a page; one that needs more room than there is can be scrolled."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent

from sportsec.ui.page import Page
from sportsec.ui.redress import catch_up, may_wait
from sportsec.ui.widgets.scrolled import WholeScroll
from sportsec.ui.widgets.tab_order import follow_reading

#: A page is cramped where what stands above its main part takes more of the room.
_CRAMPED = 0.45
#: What its main part gets then; the page is scrolled.
_MAIN = 0.95


class PageFrame(WholeScroll):
    """Gives a page all the room there is, and never less than it needs.

    Qt would squeeze a page into the window: with large text in a small window its
    parts would lie over each other, and a list under its filters would have one row.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self._target: object = None
        may_wait(self)

    def begin(self, target: object) -> None:
        """Begin at the top, unless the page shows this already.

        Else another record would open scrolled to where the last one was read.
        """
        if target != self._target:
            self._target = target
            self.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - of Qt
        """Go the way one reads, whenever the parts of the page were made."""
        follow_reading(self.page)
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Put on the colours that were chosen meanwhile."""
        super().showEvent(event)
        catch_up(self)

    def _tell(self, room: QSize) -> None:
        """Let the page know its room, whatever it needs.

        It must not ask what it lies in. Qt made that itself, and Python may hold
        an old object for it, which goes away meanwhile ("already deleted").
        """
        self.page.room = room
        self.page.most_width = self.maximumViewportSize().width()

    def _needed(self, width: int) -> QSize:
        """Return what the page needs at least when it is `width` wide."""
        least = super()._needed(width)
        room = self.maximumViewportSize().height()
        main = self.page.main
        above = least.height() - (main.minimumSize().height() if main else 0)
        if main is not None and above > room * _CRAMPED:
            least.setHeight(max(least.height(), above + round(room * _MAIN)))
        return least

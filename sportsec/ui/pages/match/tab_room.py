"""The room that a tab of a match file has: what does not fit it is scrolled there."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.pages.match.tabs import TabSpec
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.scrolled import WholeScroll

#: What is left of a tab in the lowest window; below it the page is scrolled.
_LEAST = 100


class TabRoom(WholeScroll):
    """Room for one tab, which is made when it is looked at.

    Header and tabs of the match stay above it, on every tab alike: an officer who has
    scrolled still sees which match it is, and where the other tabs are.
    """

    def __init__(
        self, desk: Desk, spec: TabSpec, fixture_id: UUID, bar: QTabBar
    ) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.spec = spec
        self.tab: QWidget | None = None
        self._desk = desk
        self._fixture_id = fixture_id
        self._bar = bar
        self._stale = True
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 12, 0, 0)

    def wake(self) -> None:
        """Make the tab if need be, and let it reload if something changed."""
        if self.tab is None:
            self.tab = self.spec.make(self._desk, self._fixture_id)
            self._box.addWidget(self.tab)
            self._tell_room()
        if self._stale and self.spec.cares:
            self._stale = False
            reload: Callable[[], None] = getattr(self.tab, "reload")  # noqa: B009 - any tab
            reload()

    def note(self, touched: frozenset[str]) -> None:
        """Remember that tables have changed."""
        self._stale = self._stale or bool(touched & self.spec.cares)

    def may_leave(self) -> bool:
        """Ask the tab, if it has something to lose."""
        ask: Callable[[], bool] | None = getattr(self.tab, "may_leave", None)
        return ask is None or ask()

    def minimumSizeHint(self) -> QSize:
        """Return a few lines: the rest is scrolled."""
        return QSize(super().minimumSizeHint().width(), scaled(_LEAST))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass on the keys that Qt gives to a tab before there is anything in it.

        As a focus proxy the bar would be where Tab goes after the last field.
        """
        super().focusInEvent(event)
        self._bar.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell a tab that arranges itself by it how high its window is."""
        self._tell_room()
        super().resizeEvent(event)

    def _tell_room(self) -> None:
        tell: Callable[[int], None] | None = getattr(self.tab, "fit_room", None)
        if tell is not None:
            above = self._box.contentsMargins().top()
            tell(self.maximumViewportSize().height() - above)

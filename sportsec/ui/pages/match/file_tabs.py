"""The tabs of a match file, each made when the officer comes to it first."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.match.tab_room import TabRoom
from sportsec.ui.pages.match.tabs import TABS, counted_text
from sportsec.ui.widgets.fitting_tabs import FittingTabs


class FileTabs(FittingTabs):
    """All tabs of one match; tabs are known by the keys of `TABS`.

    Signals:
        woken: Key of the tab in front, before it is made or reloads.

    Attributes:
        rooms: Of the tabs, in their order; empty before the first match.
    """

    woken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.rooms: list[TabRoom] = []
        self._desk = desk
        self.currentChanged.connect(lambda _at: self.wake())

    @property
    def key(self) -> str:
        """Key of the tab in front; empty before the first match."""
        at = self.currentIndex()
        return self.rooms[at].spec.key if at >= 0 else ""

    @property
    def tab(self) -> QWidget | None:
        """The tab in front, once it is made."""
        at = self.currentIndex()
        return self.rooms[at].tab if at >= 0 else None

    def show_match(self, fixture_id: UUID) -> None:
        """Begin the tabs of another match, on the first one."""
        self.blockSignals(True)
        self.clear()
        for room in self.rooms:
            room.deleteLater()
        bar = self.tabBar()
        self.rooms = [TabRoom(self._desk, spec, fixture_id, bar) for spec in TABS]
        for at, room in enumerate(self.rooms):
            self.addTab(room, icon(room.spec.icon), "")
            self.call(at, tr(room.spec.title))
        self.setCurrentIndex(0)
        self.blockSignals(False)
        self.wake()

    def bring(self, key: str) -> bool:
        """Bring a tab to the front; say whether there is such a tab."""
        keys = [room.spec.key for room in self.rooms]
        if key in keys:
            self.setCurrentIndex(keys.index(key))
        return key in keys

    def wake(self) -> None:
        """Make the tab in front, or let it follow what changed meanwhile."""
        if self.rooms:
            self.woken.emit(self.key)
            self.rooms[self.currentIndex()].wake()

    def note(self, touched: frozenset[str]) -> None:
        """Remember that tables have changed, for each tab that cares."""
        for room in self.rooms:
            room.note(touched)

    def may_leave(self) -> bool:
        """Ask the tabs that were made whether something would be lost."""
        return all(room.may_leave() for room in self.rooms)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say beside the names how much the tabs hold, by their keys."""
        for at, room in enumerate(self.rooms):
            count = counts.get(room.spec.key, 0)
            shown = figure(count) if count else ""
            counted = counted_text(room.spec.key, count)
            self.call(at, tr(room.spec.title), shown, counted)

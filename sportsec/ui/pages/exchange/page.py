"""The exchange page: send, receive, decide, and the cells."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.exchange.cells_tab import CellsTab
from sportsec.ui.pages.exchange.decide_tab import DecideTab
from sportsec.ui.pages.exchange.receive_tab import ReceiveTab
from sportsec.ui.pages.exchange.send_tab import SendTab
from sportsec.ui.pages.exchange.state import (
    CELLS,
    DECIDE,
    RECEIVE,
    SEND,
)
from sportsec.ui.targets import (
    PAGE_OF_KIND,
    CellsTarget,
    DecideTarget,
    ReceiveTarget,
    SendTarget,
)
from sportsec.ui.widgets.tabs import Tabs


class ExchangePage(Page):
    """Four tabs; what another page wants of it comes as a target."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Exchange"))
        self.send = SendTab(desk)
        self.receive = ReceiveTab(desk)
        self.decide = DecideTab(desk)
        self.cells = CellsTab(desk)
        self.tabs = Tabs()
        self.tabs.addTab(self.send, tr("Send"))
        self.tabs.addTab(self.receive, tr("Receive"))
        self.tabs.addTab(self.decide, tr("To decide"))
        self.tabs.addTab(self.cells, tr("Cells"))
        self.body.addWidget(self.tabs, 1)
        self.decide.counted.connect(self._show_count)
        self.decide.wants_record.connect(self._open)
        self.receive.wants_inbox.connect(lambda: self.tabs.setCurrentIndex(DECIDE))
        self.tabs.currentChanged.connect(lambda _at: self._reload_tab())

    def show_target(self, target: object) -> None:
        """Show what another page asked for."""
        if isinstance(target, SendTarget):
            self.tabs.setCurrentIndex(SEND)
            if target.scope is not None:
                self.send.show_scope(target.scope)
        elif isinstance(target, ReceiveTarget):
            self.tabs.setCurrentIndex(RECEIVE)
            self.receive.take(target.files)
        elif isinstance(target, CellsTarget):
            self.tabs.setCurrentIndex(CELLS)
        elif isinstance(target, DecideTarget):
            self.tabs.setCurrentIndex(DECIDE)
            self.decide.show_record(target.record, target.register)
        elif isinstance(target, int):
            self.tabs.setCurrentIndex(target)

    def take_focus(self, before: QWidget | None) -> None:
        """Begin at the tabs: the lists below show what was chosen above them."""
        super().take_focus(before or self.tabs.tabBar())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what waits room in a low window."""
        super().resizeEvent(event)
        self.decide.controls.fold(height=(self.room or self.size()).height())

    def reload(self) -> None:
        """Ask again for the tab on view, and for how much waits."""
        self.decide.reload()
        self._reload_tab()

    def _reload_tab(self) -> None:
        at = self.tabs.currentIndex()
        if at == SEND:
            self.send.reload()
        elif at == RECEIVE:
            self.receive.reload()
        elif at == CELLS:
            self.cells.reload()

    def _show_count(self, count: int) -> None:
        text = tr("To decide ({n})", n=count) if count else tr("To decide")
        self.tabs.setTabText(DECIDE, text)

    def _on_changed(self, touched: frozenset[str]) -> None:
        """Whatever was written may decide a conflict, or go into a file."""
        del touched
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _open(self, kind: str, record: object) -> None:
        if kind in PAGE_OF_KIND:
            self.desk.go(PAGE_OF_KIND[kind], record)

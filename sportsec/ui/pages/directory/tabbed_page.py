"""A page of several lists, one under each tab; its button makes what is on view."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.queries.pickers import Named, kind_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.directory.record_list import RecordList
from sportsec.ui.widgets.tabs import Tabs


class TabbedPage(Page):
    """Base of the pages with tabs.

    Args:
        tabs: Title, widget, and the kind of record that the tab shows, if it has one.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        tabs: Sequence[tuple[str, QWidget, Named | None]],
    ) -> None:
        super().__init__(desk, title)
        self._kinds = {kind: at for at, (_t, _w, kind) in enumerate(tabs) if kind}
        self.tabs = Tabs()
        for text, widget, _kind in tabs:
            widget.setContentsMargins(0, 12, 0, 0)
            self.tabs.addTab(widget, text)
        self.new_button = self.add_button(tr("New"), self._new, "plus", primary=True)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _at: self._follow())
        self._follow()

    def reload(self) -> None:
        """Ask again for all tabs."""
        for at in range(self.tabs.count()):
            widget = self.tabs.widget(at)
            if isinstance(widget, RecordList):
                widget.reload()

    def show_target(self, target: object) -> None:
        """Select a record on the tab of its kind."""
        if not isinstance(target, UUID):
            return
        kinds = tuple(self._kinds)

        def show(kind: Named | None) -> None:
            if kind is not None:
                self.tabs.setCurrentIndex(self._kinds[kind])
                shown = self.tabs.currentWidget()
                if isinstance(shown, RecordList):
                    shown.select(target)

        self.desk.runner.read(
            self, "kind", lambda work: kind_of(work, target, kinds), show
        )

    def begin_new(self, table: str) -> None:
        """Open the form of a new record on the tab of its kind."""
        for at in range(self.tabs.count()):
            widget = self.tabs.widget(at)
            if isinstance(widget, RecordList) and widget.table_name == table:
                self.tabs.setCurrentIndex(at)
                widget.new()

    def _follow(self) -> None:
        shown = self.tabs.currentWidget()
        self.new_button.setVisible(isinstance(shown, RecordList))
        if isinstance(shown, RecordList):
            self.new_button.setText(shown.noun.new)

    def _new(self) -> None:
        shown = self.tabs.currentWidget()
        if isinstance(shown, RecordList):
            shown.new()

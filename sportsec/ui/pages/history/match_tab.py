"""The history tab of a match file."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.pages.history.record_history import RecordHistoryView
from sportsec.ui.widgets.cards import margins, scrolled


class MatchHistoryTab(QWidget):
    """What happened to a match, its deployment, its ratings and estimates."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._fixture_id = fixture_id
        self.view = RecordHistoryView(desk)
        self.view.setContentsMargins(margins(0, 0, 8, 0))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        area = scrolled(self.view)
        self.view.warned.connect(lambda: area.ensureWidgetVisible(self.view.warning))
        box.addWidget(area)

    def reload(self) -> None:
        """Ask again."""
        self.view.show_record("fixture", self._fixture_id)

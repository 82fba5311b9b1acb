"""How much of the window the head of a stadium takes: the work begins in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from sportsec.ui.page import Page
from sportsec.ui.pages.directory.parts_editor import PartsEditor
from sportsec.ui.pages.directory.venue_summary import VenueSummary
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.scrolled import PartScroll

#: Height of a window, for plain text, that has no room for a high head.
LOW = 480


class VenueRoom(QObject):
    """In a low window the figures are one line each, and one bar scrolls the page.

    Attributes:
        particulars: What the form of the particulars lies in.
    """

    def __init__(
        self,
        page: Page,
        subtitle: QLabel,
        summary: VenueSummary,
        form: Form,
        editors: Sequence[PartsEditor],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._subtitle = subtitle
        self._summary = summary
        self._editors = editors
        self._is_low = False
        self.particulars = PartScroll(form)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, and a subtitle that has come."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        seen = self._page.room or self._page.size()
        is_low = seen.height() < scaled(LOW)
        self._subtitle.setHidden(is_low or not self._subtitle.text())
        if is_low != self._is_low:
            self._is_low = is_low
            self._summary.keep_low(is_low=is_low)
            self.particulars.show_all(shows_all=is_low)
            for editor in self._editors:
                editor.keep_low(is_low=is_low)

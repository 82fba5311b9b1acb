"""What helps the officer on his way: the manual, the tour, and what is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sportsec import __version__
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.tasks import Work

if TYPE_CHECKING:
    from sportsec.ui.frame.tour import Tour
    from sportsec.ui.help_window import HelpWindow, Keys

#: Setting: the version whose news were offered.
SEEN = "news/seen"


class Guide(QObject):
    """Opens the manual, leads the tour; says after an update that there is news.

    Args:
        window: Everything stands over it.
        find: Returns what a stop of the tour frames.
        shown: What the tour shows: the match, and whether it is of the sample season.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        pages: Sequence[PageSpec],
        keys: Callable[[], Keys],
        find: Callable[[str], QWidget | None],
        shown: Callable[[Work], tuple[UUID | None, bool]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._pages = pages
        self._keys = keys
        self._find = find
        self._shown = shown
        self.manual: HelpWindow | None = None
        self.tour: Tour | None = None

    def open_manual(self, page: str) -> None:
        """Show the manual at a screen."""
        from sportsec.ui.help_window import LISTS, NEWS, HelpWindow  # noqa: PLC0415 - rare

        if self.manual is None:
            pages = [*self._pages, LISTS, NEWS]
            self.manual = HelpWindow(pages, self._keys(), self._window)
        self.manual.show_keys(self._keys())
        self.manual.open_at(page)

    def open_news(self) -> None:
        """Show what this version brought."""
        from sportsec.ui.help_window import NEWS  # noqa: PLC0415 - rare

        self.open_manual(NEWS.key)

    def offer_news(self) -> None:
        """Say once after an update that there is something new."""
        settings = self._desk.settings
        seen = settings.text(SEEN)
        settings.keep(SEEN, __version__)
        if seen not in {"", __version__}:
            said = tr("SportSec was updated to version {version}.", version=__version__)
            self._desk.say(
                said, level="info", action=tr("What is new"), on_action=self.open_news
            )

    def start_tour(self) -> None:
        """Lead through the window, and through the file of the next match."""
        self._desk.runner.read(self, "tour", self._shown, self._lead)

    def _lead(self, shown: tuple[UUID | None, bool]) -> None:
        from sportsec.ui.frame.tour import Tour  # noqa: PLC0415 - rare

        if self.tour is None:
            self.tour = Tour(self._window, self._desk.go, self._find)
        match, is_sample = shown
        self.tour.start(match, is_sample=is_sample)

"""The pages of the window, and the way that the officer took through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.frame.place import Place, follow, kept_place
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.registry import PageSpec


class PageStack(QStackedWidget):
    """Shows one page at a time; pages are built when they are opened first.

    Signals:
        turned: Another place is on view.
        titled: A page has another title.

    Attributes:
        pages: Those that were built, by their key.
    """

    turned = Signal()
    titled = Signal()

    def __init__(self, desk: Desk, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.pages: dict[str, Page] = {}
        self._frames: dict[str, PageFrame] = {}
        self._desk = desk
        self._specs = {spec.key: spec for spec in specs}
        self._trail: list[Place] = []

    # ---- what is on view

    @property
    def place(self) -> Place | None:
        """The page on view, and what it shows; None before the first."""
        return self._trail[-1] if self._trail else None

    @property
    def before(self) -> Place | None:
        """The one that "back" leads to."""
        return self._trail[-2] if len(self._trail) > 1 else None

    def on_view(self) -> Page | None:
        """Return the page on view."""
        return self.page(self.place.key) if self.place else None

    def page(self, key: str) -> Page:
        """Return a page, built if it was not open yet."""
        if key not in self.pages:
            made = self._specs[key].make(self._desk)
            made.title_changed.connect(self.titled)
            self.pages[key] = made
            self._frames[key] = PageFrame(made)
            self.addWidget(self._frames[key])
        return self.pages[key]

    def path(self) -> list[str]:
        """Return what the place on view is called, the page of its kind first."""
        here = self.on_view()
        if here is None or self.place is None:
            return []
        kind = tr(self._specs[self.place.key].title)
        return [kind] if here.title == kind else [kind, here.title]

    # ---- going

    def first_place(self, key: str, record: str = "") -> Place:
        """Return where to begin: where one was last time, or on the first page.

        Args:
            record: What the page showed, as it was kept.
        """
        last = kept_place(key, record)
        if key in self._specs and (last.target or self._specs[key].group):
            return last
        return Place(next(spec.key for spec in self._specs.values() if spec.group))

    def may_leave(self, page: str) -> bool:
        """Say whether nothing would be lost by going to a page; it may ask."""
        here = self.place
        return here is None or here.key == page or self.page(here.key).may_leave()

    def may_close(self) -> bool:
        """Say whether nothing would be lost with the pages."""
        open_pages = self.pages.values()
        return self.may_leave("") and all(page.may_close() for page in open_pages)

    def go_on(self, place: Place) -> None:
        """Show a place; the one before is remembered for "back"."""
        here = self.place
        if here is not None and here.key == place.key and place.target is None:
            place = here
        else:
            follow(self._trail, place.lasting)
        self._show(place)

    def go_back(self) -> None:
        """Show the place before, if there is one."""
        if self.before is not None:
            self._trail.pop()
            self._show(self._trail[-1])

    def take_over(self, old: PageStack) -> None:
        """Stand where another stack stood, with what was begun on its page."""
        if old.place is not None:
            self._trail = list(old._trail)
            self._show(old.place)
            self.page(old.place.key).succeed(old.page(old.place.key))

    # ---- inside

    def _show(self, place: Place) -> None:
        page = self.page(place.key)
        before: QWidget | None = page.focusWidget()
        if place.target is not None:
            self._frames[place.key].begin(place.target)
            page.show_target(place.target)
            if not page.isVisible() and page.focusWidget() is before:
                before = None  # another record is begun at its beginning
            else:
                before = page.focusWidget()
        self.setCurrentIndex([*self.pages].index(place.key))
        page.take_focus(before)
        self.turned.emit()

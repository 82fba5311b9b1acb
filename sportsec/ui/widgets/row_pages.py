"""The rows of a list that are looked at, in pages that come when they are needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.columns import Source

Row = TypeVar("Row")
Made = TypeVar("Made")

PAGE_ROWS = 64
CACHED_PAGES = 128
#: Rows that are read in one question; SQLite knows no more than 32,766 values in one.
FETCHED = 1000


class RowPages(QObject, Generic[Row]):
    """All ids of a list in order, and a small cache of pages of its rows.

    Signals:
        arrived: Number of the first row that has come or was renewed, and how many.
    """

    arrived = Signal(int, int)

    def __init__(self, runner: Runner, source: Source[Row, Any]) -> None:
        super().__init__()
        self.ids: list[UUID] = []
        self._runner = runner
        self._source = source
        self._nths: dict[UUID, int] | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._missing: list[int] = []
        self._in_flight: int | None = None

    def replace(self, ids: list[UUID], head: Sequence[Row]) -> None:
        """Hold other ids, with the rows of the first page if they are known."""
        self.extend(ids)
        self._pages.clear()
        self._stale.clear()
        self._missing.clear()
        self._in_flight = None
        if head:
            self._keep(0, head)

    def extend(self, ids: list[UUID]) -> None:
        """Learn more ids; those known are the first of them."""
        self.ids, self._nths = ids, None

    def renew(self, head: Sequence[Row]) -> None:
        """Ask again for every page that is looked at, except the first."""
        self._stale = set(self._pages)
        self._missing.clear()
        self._in_flight = None
        self._keep(0, head)

    def nth_of(self, identity: UUID) -> int | None:
        """Return the number of a record, or None if it is not in the list."""
        if self._nths is None:
            self._nths = {one: at for at, one in enumerate(self.ids)}
        return self._nths.get(identity)

    def row(self, nth: int) -> Row | None:
        """Return a row, or None while it is on its way (it is asked for)."""
        page = nth // PAGE_ROWS
        rows = self._pages.get(page)
        if rows is None or page in self._stale:
            self._request(page)
        if rows is None:
            return None
        self._pages.move_to_end(page)
        at = nth % PAGE_ROWS
        return rows[at] if at < len(rows) else None

    def fetch(
        self,
        ids: Sequence[UUID],
        make: Callable[[Sequence[Row]], Made],
        done: Callable[[Made], object],
    ) -> None:
        """Read rows by id, wherever they stand, and make something of them.

        Many are read bit by bit, so that other questions are answered meanwhile.

        Args:
            make: Carried out beside the window, as many rows take long.
        """
        found: list[Row] = []
        source = self._source

        def ask(start: int) -> None:
            part = list(ids[start : start + FETCHED])

            def take(rows: Sequence[Row]) -> None:
                found.extend(rows)
                if start + FETCHED < len(ids):
                    ask(start + FETCHED)
                else:
                    self._runner.compute(self, "make", lambda _told: make(found), done)

            self._runner.read(self, "fetch", lambda work: source.rows(work, part), take)

        ask(0)

    def ask_missing(self) -> None:
        """Ask for the page that was looked at last, if it is not on its way."""
        if self._in_flight is not None or not self._missing:
            return
        page = self._missing[-1]
        ids = self.ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        if not ids:
            return
        self._missing.pop()
        self._in_flight = page
        source = self._source

        def take(rows: Sequence[Row]) -> None:
            if self.ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS] != ids:
                return  # an answer to the order shown before
            self._in_flight = None
            self._keep(page, rows)
            self.arrived.emit(page * PAGE_ROWS, len(rows))
            self.ask_missing()

        self._runner.read(self, "page", lambda work: source.rows(work, ids), take)

    # ---- inside

    def _request(self, page: int) -> None:
        """Queue a page; only the last few asked for are still of interest."""
        if page == self._in_flight:
            return
        if page in self._missing:
            self._missing.remove(page)
        self._missing.append(page)
        del self._missing[:-3]
        self.ask_missing()

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        self._pages[page] = list(rows)
        self._pages.move_to_end(page)
        self._stale.discard(page)
        while len(self._pages) > CACHED_PAGES:
            self._pages.popitem(last=False)

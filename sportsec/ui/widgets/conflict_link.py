"""The mark of a record that holds two values of one field; a click leads there."""

from __future__ import annotations

from uuid import UUID

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr_count
from sportsec.ui.targets import DecideTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import ICON_GAP, IconButton


class ConflictLink(IconButton):
    """Hidden while there is nothing to decide about the record on view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("warning", ink="danger")
        self._desk = desk
        self._record: UUID | None = None
        self._words = ""
        self._is_little = False
        self.setProperty("danger", True)
        self.clicked.connect(lambda _on: self._lead())
        self.hide()
        desk.runner.changed.connect(self._on_changed)

    def show_record(self, record: UUID | None) -> None:
        """Show whether something waits on the page of a record."""
        self._record = record
        self._ask()

    def say_little(self, *, is_little: bool) -> None:
        """Be the sign alone where words have no room: readers and a hint say them."""
        self._is_little = is_little
        self._say()

    def full_width(self) -> int:
        """Return the width it has with its words, in pixels."""
        if not self._is_little:
            return self.sizeHint().width()
        advance = self.fontMetrics().horizontalAdvance(f"{ICON_GAP}{self._words}")
        return self.sizeHint().width() + advance

    def _on_changed(self, _tables: object) -> None:
        self._ask()

    def _ask(self) -> None:
        record = self._record
        if record is None:
            self.hide()
            return

        def count(work: Work) -> int:
            from sportsec.queries.conflicts import conflict_counts  # noqa: PLC0415 - lane

            return conflict_counts(work).get(record, 0)

        self._desk.runner.read(self, "count", count, self._show)

    def _show(self, count: int) -> None:
        self._words = waiting_text(count)
        self._say()
        self.setVisible(count > 0)

    def _say(self) -> None:
        self.setText("" if self._is_little else self._words)
        self.setAccessibleName(self._words)
        self.setToolTip(self._words if self._is_little else "")

    def _lead(self) -> None:
        self._desk.go("exchange", DecideTarget(self._record))


def waiting_text(count: int) -> str:
    """Return in words how many fields of a record hold two values."""
    return tr_count(
        "Two values in {n} field: decide", "Two values in {n} fields: decide", count
    )

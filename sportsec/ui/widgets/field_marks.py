"""Says at the fields of a form which of them hold two values, and leads there.

FieldMarks(desk, form, club_id, lambda: closed(dialog))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from sportsec.domain.conflicts import Conflict
from sportsec.queries.conflicts import conflicts_in
from sportsec.ui.conflict_words import sides_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.targets import DecideTarget
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog


class FieldMarks(QObject):
    """Asks when the form opens, and again after each act.

    Args:
        leave: Closes the form; says whether it is closed, for the officer may stay.
    """

    def __init__(
        self,
        desk: Desk,
        form: Form,
        record: UUID | None,
        leave: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._record = record
        self._leave = leave
        self._registers: dict[str, str] = {}
        form.wants_decision.connect(self._lead)
        desk.runner.changed.connect(self._on_changed)
        self.ask()

    def show_record(self, record: UUID | None) -> None:
        """Follow the form to another record."""
        self._record = record
        self.ask()

    def ask(self) -> None:
        """Ask what stands against what in the record."""
        record = self._record
        if record is None:
            self._show([])
            return
        self._desk.runner.read(
            self, "fields", lambda work: conflicts_in(work, record), self._show
        )

    # ---- inside

    def _on_changed(self, _tables: object) -> None:
        """A method, not a lambda: the connection ends with the form."""
        self.ask()

    def _show(self, conflicts: Sequence[Conflict]) -> None:
        texts: dict[str, list[str]] = {}
        self._registers = {}
        for each in conflicts:
            for name in fields_of(each.columns, self._form.names()):
                self._registers.setdefault(name, each.register)
                texts.setdefault(name, []).append(sides_text(each))
        self._form.show_conflicts(
            {
                name: tr("Two values: {values}", values="\n".join(some))
                for name, some in texts.items()
            }
        )

    def _lead(self, name: str) -> None:
        target = DecideTarget(self._record, self._registers.get(name, ""))
        if self._leave():
            self._desk.go("exchange", target)


def mark_fields(desk: Desk, dialog: FormDialog, record: UUID | None) -> None:
    """Mark the fields of a form in a window of its own."""

    def leave() -> bool:
        dialog.reject()  # asks where something would be lost
        return not dialog.isVisible()

    FieldMarks(desk, dialog.form, record, leave)


def fields_of(columns: Iterable[str], names: Iterable[str]) -> set[str]:
    """Return the fields that show columns: by their name, or by the part before "_".

    A name in three languages is one field and three columns.
    """
    known = set(names)
    found = set()
    for column in columns:
        name = column
        while name and name not in known:
            name = name.rpartition("_")[0]
        if name:
            found.add(name)
    return found

"""Marks the rows of small tables, such as sectors, that hold two values of a field."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject

from sportsec.queries.conflicts import conflict_counts
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.parts_editor import PartsEditor
from sportsec.ui.widgets.field_marks import FieldMarks


class PartMarks(QObject):
    """Marks rows; beside them the fields of the part on view."""

    def __init__(self, desk: Desk, editor: PartsEditor) -> None:
        super().__init__(editor)
        self._desk = desk
        self._model = editor.model
        self.fields = FieldMarks(desk, editor.form, None)
        editor.chosen.connect(self.fields.show_record)
        desk.runner.changed.connect(self._on_changed)
        self.ask()

    def ask(self) -> None:
        """Ask again which parts wait for a decision."""
        self._desk.runner.read(self, "marks", conflict_counts, self._show)

    def _on_changed(self, _tables: object) -> None:
        self.ask()

    def _show(self, counts: Mapping[UUID, int]) -> None:
        self._model.show_conflicts(counts)

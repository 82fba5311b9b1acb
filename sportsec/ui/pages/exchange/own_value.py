"""A value of the officer's own, in the place of those that stand there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.conflicts import Conflict
from sportsec.domain.text_merge import merged_text
from sportsec.i18n.field_words import field_label
from sportsec.queries.field_values import kind_of_column
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.exchange.value_fields import field_for
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.field import Field

#: Shorter texts are typed again more quickly than a proposal is read.
_WORTH_MERGING = 20


class OwnValue(QWidget):
    """Fields for another value; of columns that go together, one each."""

    entered = Signal(object)

    def __init__(self, runner: Runner, conflict: Conflict) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.suggested = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for column in conflict.columns:
            kind = kind_of_column(conflict.table, column)
            field = field_for(runner, column, kind)
            if field is None:
                continue
            name = field_label(translator(), column)
            field.call(name)
            if len(conflict.columns) > 1:
                box.addWidget(text_label(name, "field"))
            box.addWidget(field)
            self.fields[column] = field
        self.note = text_label("", "caption", wrap=True)
        box.addWidget(self.note)
        self.button = IconButton("edit", tr("Take what is entered"))
        self.button.clicked.connect(lambda _on: self._enter())
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.is_whole = set(self.fields) == set(conflict.columns)
        self._fill(conflict)

    def _fill(self, conflict: Conflict) -> None:
        shown = next(each for each in conflict.versions if each.is_shown)
        for column, field in self.fields.items():
            value = shown.values.get(column)
            proposed = proposal(conflict, column)
            if proposed is not None:
                self.suggested = True
                value = proposed
            field.set_value(value if shown.is_readable else None)
        if self.suggested:
            self.note.setText(tr("A proposal with the changes of both: edit it."))
        self.note.setVisible(self.suggested)

    def _enter(self) -> None:
        wrong = [field.complaint() for field in self.fields.values()]
        said = next((text for text in wrong if text), "")
        self.note.setText(said)
        self.note.setVisible(bool(said))
        if not said:
            values = {name: field.value() for name, field in self.fields.items()}
            self.entered.emit(values)


def proposal(conflict: Conflict, column: str) -> str | None:
    """Return a long text with the changes of both sides, where that can be made."""
    texts = [each.values.get(column) for each in conflict.versions]
    base = conflict.base.get(column, "")
    both = [text for text in texts if isinstance(text, str)]
    if len(texts) != 2 or len(both) != 2 or not isinstance(base, str):
        return None
    if max(map(len, both)) < _WORTH_MERGING:
        return None
    return merged_text(base, *both)

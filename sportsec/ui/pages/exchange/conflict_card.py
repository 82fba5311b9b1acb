"""One conflict in context: what stood there, what each cell wrote, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.conflicts import Conflict, ConflictKind, Version, enter, take
from sportsec.domain.text_merge import merged_text
from sportsec.i18n.field_words import field_label, kind_label
from sportsec.queries.field_values import kind_of_column
from sportsec.ui.conflict_words import (
    field_name,
    signature,
    values_text,
    version_text,
)
from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl, tr, translator, words
from sportsec.ui.pages.exchange.value_fields import field_for
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import Card, rule, text_label
from sportsec.ui.widgets.field import Field

#: Narrower cards stand under each other.
_BESIDE = 440
#: Shorter texts are typed again more quickly than a proposal is read.
_WORTH_MERGING = 20


class VersionCard(Card):
    """One side: its value, who wrote it, and the button that takes it."""

    taken = Signal()

    def __init__(self, conflict: Conflict, version: Version) -> None:
        super().__init__()
        value = text_label(version_text(conflict, version), "section", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QVBoxLayout()
        top.setSpacing(6)
        side = tr("This cell") if version.is_ours else words(version.cell)
        top.addWidget(text_label(side, "field", wrap=True))
        if version.is_shown:
            top.addWidget(Badge(tr("Shown meanwhile"), "info"))
        self.button = QPushButton(f" {_button_text(version, conflict)}")
        self.button.setIcon(icon("check"))
        self.button.setEnabled(version.is_readable)
        self.button.clicked.connect(lambda _on: self.taken.emit())
        self.body.addLayout(top)
        self.body.addWidget(value)
        self.body.addWidget(text_label(signature(version), "caption", wrap=True))
        self.body.addStretch(1)
        self.body.addWidget(self.button)
        self.setAccessibleName(f"{side}: {version_text(conflict, version)}")


def _button_text(version: Version, conflict: Conflict) -> str:
    if version.is_deletion:
        return tr("Delete it")
    if conflict.kind is ConflictKind.DELETION:
        return tr("Keep it")
    return tr("Take this")


def _key_of(at: int) -> str:
    """Return the key that takes a value, as the keyboard names it."""
    return QKeySequence(f"Alt+{at + 1}").toString(
        QKeySequence.SequenceFormat.NativeText
    )


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
        self.button = QPushButton(f" {tr('Take what is entered')}")
        self.button.setIcon(icon("edit"))
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


class ConflictCard(QWidget):
    """A conflict with its sides beside each other."""

    decided = Signal(object)
    wants_record = Signal(str, object)

    def __init__(self, runner: Runner, conflict: Conflict) -> None:
        super().__init__()
        self.conflict = conflict
        self.sides: list[VersionCard] = []
        self.own: OwnValue | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self._head(conflict))
        if conflict.base:
            before = values_text(conflict, conflict.base)
            text = tr(
                "Before: {value}", value=f"\n{before}" if "\n" in before else before
            )
            box.addWidget(text_label(text, "value", wrap=True))
        for version in conflict.versions:
            card = VersionCard(conflict, version)
            card.button.setToolTip(_key_of(len(self.sides)))
            card.taken.connect(partial(self._take, version))
            self.sides.append(card)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12)
        for card in self.sides:
            self._row.addWidget(card, 1)
        box.addLayout(self._row)
        if conflict.kind is ConflictKind.VALUES:
            self._offer_own(runner, box)
        box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two sides beside each other where there is room."""
        super().resizeEvent(event)
        beside = len(self.sides) == 2 and event.size().width() >= scaled(_BESIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(
            directions.LeftToRight if beside else directions.TopToBottom
        )

    def _head(self, conflict: Conflict) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(2)
        kind = kind_label(translator(), conflict.table)
        head.addWidget(text_label(kind, "caption"))
        head.addWidget(text_label(words(conflict.label), "section", wrap=True))
        head.addWidget(text_label(field_name(conflict), "field", wrap=True))
        if conflict.owner is not None:
            opens = QPushButton(tr("Open the record"))
            opens.setProperty("role", "link")
            opens.setIcon(icon("next", "accent"))
            ends = Qt.LayoutDirection  # the icon last: the texts begin in one line
            opens.setLayoutDirection(ends.LeftToRight if is_rtl() else ends.RightToLeft)
            opens.clicked.connect(lambda _on: self.wants_record.emit(*conflict.owner))
            # Qt takes the direction of the button itself: its end is our start.
            head.addWidget(opens, 0, Qt.AlignmentFlag.AlignTrailing)
        return head

    def _offer_own(self, runner: Runner, box: QVBoxLayout) -> None:
        self.own = OwnValue(runner, self.conflict)
        if not self.own.is_whole:
            self.own.deleteLater()
            self.own = None
            return
        box.addWidget(rule())
        box.addWidget(text_label(tr("Or another value"), "field"))
        box.addWidget(self.own)
        self.own.entered.connect(self._enter)

    def _take(self, version: Version) -> None:
        self.decided.emit(take(self.conflict, version))

    def _enter(self, values: Mapping[str, object]) -> None:
        self.decided.emit(enter(self.conflict, values))

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

from sportsec.domain.conflicts import (
    Conflict,
    ConflictKind,
    Question,
    Version,
    enter,
)
from sportsec.i18n.kind_words import kind_label
from sportsec.ui.conflict_words import field_name, values_text
from sportsec.ui.language import is_rtl, tr, tr_count, translator, words
from sportsec.ui.pages.exchange.own_value import OwnValue
from sportsec.ui.pages.exchange.question_fields import QuestionFields
from sportsec.ui.pages.exchange.version_card import VersionCard
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import rule, text_label

#: Narrower cards stand under each other.
_BESIDE = 440


def _key_of(at: int) -> str:
    """Return the key that takes a value, as the keyboard names it."""
    return QKeySequence(f"Alt+{at + 1}").toString(
        QKeySequence.SequenceFormat.NativeText
    )


class ConflictCard(QWidget):
    """A conflict with its sides beside each other; emits decisions.

    Fields that one answer decides are named after the first; the others lie below.

    Args:
        whole: The question of which this field is decided alone.
    """

    decided = Signal(object)
    wants_record = Signal(str, object)
    wants_field = Signal(object)
    wants_whole = Signal()

    def __init__(
        self, runner: Runner, question: Question, whole: Question | None = None
    ) -> None:
        super().__init__()
        self.question = question
        self.conflict = conflict = question.head
        self.sides: list[VersionCard] = []
        self.own: OwnValue | None = None
        self.fields: QuestionFields | None = None
        self.back: QPushButton | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if whole is not None:
            self._offer_whole(whole, box)
        box.addLayout(self._head(conflict))
        short = conflict.in_short()
        if short.base:
            before = values_text(short, short.base)
            text = tr(
                "Before: {value}", value=f"\n{before}" if "\n" in before else before
            )
            box.addWidget(text_label(text, "value", wrap=True))
        for version, told in zip(conflict.versions, short.versions, strict=True):
            card = VersionCard(short, told, len(question.answer(version)))
            card.button.setToolTip(_key_of(len(self.sides)))
            card.taken.connect(partial(self._take, version))
            self.sides.append(card)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12)
        for card in self.sides:
            self._row.addWidget(card, 1)
        box.addLayout(self._row)
        if len(question.fields) > 1:
            # a value of his own for one field would leave the others behind
            self.fields = QuestionFields(question)
            self.fields.wants_field.connect(self.wants_field)
            box.addWidget(self.fields)
        elif conflict.kind is ConflictKind.VALUES:
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
        others = len(self.question.fields) - 1
        if others:
            text = tr_count(
                "{n} field was changed with it: one answer decides both.",
                "{n} fields were changed with it: one answer decides all.",
                others,
            )
            head.addWidget(text_label(text, "value", wrap=True))
        if conflict.owner is not None:
            opens = IconButton("next", tr("Open the record"), "accent")
            opens.setProperty("role", "link")
            ends = Qt.LayoutDirection  # the icon last: the texts begin in one line
            opens.setLayoutDirection(ends.LeftToRight if is_rtl() else ends.RightToLeft)
            opens.clicked.connect(lambda _on: self.wants_record.emit(*conflict.owner))
            # Qt takes the direction of the button itself: its end is our start.
            head.addWidget(opens, 0, Qt.AlignmentFlag.AlignTrailing)
        return head

    def _offer_whole(self, whole: Question, box: QVBoxLayout) -> None:
        text = tr_count(
            "Back to {n} field together",
            "Back to all {n} fields together",
            len(whole.fields),
        )
        self.back = IconButton("back", text, "accent")
        self.back.setProperty("role", "link")
        self.back.clicked.connect(lambda _on: self.wants_whole.emit())
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

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
        self.decided.emit(self.question.answer(version))

    def _enter(self, values: Mapping[str, object]) -> None:
        self.decided.emit([enter(self.conflict, values)])

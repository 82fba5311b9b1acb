"""One factor of the grid: value, what it adds, and the evidence when unfolded."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QToolButton,
    QVBoxLayout,
)

from sportsec.domain.risk import RECORD, Factor, ItemDraft, rated_by_hand
from sportsec.i18n.formats import number
from sportsec.i18n.labels import problem_text
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.pages.risk.bars import ContributionBar
from sportsec.ui.pages.risk.evidence import EvidencePanel, finding_text
from sportsec.ui.pages.risk.segments import Segment, Segments
from sportsec.ui.pages.risk.state import VALUE_LEVELS, FactorState
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.elided import ElidedLabel

UNKNOWN = "?"
BAR = 60


class FactorRow(QFrame):
    """A line of the grid.

    Signals:
        edited: The code of the factor, after any edit of it.
        unfolded: The code, when its evidence is opened.
        touched: The code, when the officer was at its evidence.
    """

    edited = Signal(str)
    touched = Signal(str)
    unfolded = Signal(str)

    def __init__(self, factor: Factor) -> None:
        super().__init__()
        self.factor = factor
        self.item = ItemDraft()
        self._proposed: ItemDraft | None = None
        self._state: FactorState | None = None
        self._read_only = False
        self.detail: EvidencePanel | None = None
        name = words(factor.name)
        self.values = Segments(_segments(factor), name, gap=3)
        self.values.picked.connect(self._pick)
        self.values.entered.connect(self.focus_evidence)
        self.bar = ContributionBar(BAR)
        self.points = text_label("", "caption")
        self.fold = QToolButton()
        self.fold.setIcon(icon("down"))
        self.fold.setCheckable(True)
        self.fold.setToolTip(tr("Evidence and source: Enter on the values"))
        # One Tab for each factor: Enter on its values leads here, too.
        self.fold.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        said = tr("{name}: {text}", name=tr("Evidence and source"), text=name)
        self.fold.setAccessibleName(said)
        self.fold.clicked.connect(self.set_unfolded)
        self.title = text_label(name, "value", wrap=True)
        self.note = ElidedLabel("caption")
        self._lay_out()

    # ---- for the tab

    def load(self, item: ItemDraft, *, read_only: bool) -> None:
        """Show the item of another assessment."""
        self.item, self._read_only = item, read_only
        self._proposed = item if item.source == RECORD else None
        self.values.show_value(item.value)
        self.values.setEnabled(not read_only)
        if self.detail is not None:
            self.detail.load(item, read_only=read_only)

    def show_state(self, state: FactorState) -> None:
        """Show what follows from the values on the screen."""
        self._state = state
        level = VALUE_LEVELS[state.item.value or 0]
        self.bar.show_share(state.possible, state.filled, level)
        shown = "" if state.points is None else _signed(state.points)
        self.points.setText(shown)
        text, level = _note(state)
        self.note.show_text(text)
        if self.note.property("level") != level:
            self.note.setProperty("role", "problem" if level else "caption")
            self.note.setProperty("level", level)
            restyle(self.note)
        if self.detail is not None:
            self.detail.show_state(state)

    def set_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show or hide the evidence."""
        if unfolded and self.detail is None:
            self.detail = EvidencePanel(self.factor)
            self.detail.edited.connect(self._take_evidence)
            self.detail.taken_over.connect(self.take_over)
            self.detail.touched.connect(lambda: self.touched.emit(self.factor.code))
            self.detail.load(self.item, read_only=self._read_only)
            if self._state is not None:
                self.detail.show_state(self._state)
            self._box.addWidget(self.detail)
        if self.detail is not None:
            if not unfolded and not self.detail.isHidden():
                self.touched.emit(self.factor.code)
            self.detail.setVisible(unfolded)
        self.fold.setChecked(unfolded)
        self.fold.setIcon(icon("up" if unfolded else "down"))
        if unfolded:
            self.unfolded.emit(self.factor.code)

    def focus_evidence(self) -> None:
        """Open the evidence and put the cursor there."""
        self.set_unfolded(True)
        if self.detail is not None:
            self.detail.evidence.focus()

    def take_over(self) -> None:
        """Take what the record suggests, with its reason."""
        from sportsec.services.risk import item_of  # noqa: PLC0415 - on a click only

        if self._state is None or self._state.finding is None:
            return
        self.load(item_of(self._state.finding), read_only=False)
        self.edited.emit(self.factor.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the evidence and goes back to the values."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_unfolded(False)
            self.values.focus()
        else:
            super().keyPressEvent(event)

    # ---- inside

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(1)
        code = text_label(
            f"{isolate(self.factor.code)}\n× {self.factor.weight}", "caption"
        )
        code.setToolTip(tr("Code and weight of the factor"))
        code.setFixedWidth(code.fontMetrics().horizontalAdvance("F000"))
        share = QVBoxLayout()
        share.setSpacing(0)
        share.addWidget(self.points, 0, Qt.AlignmentFlag.AlignLeading)
        share.addWidget(self.bar)
        middle = Qt.AlignmentFlag.AlignVCenter
        head.addWidget(code, 0, 0, 2, 1, middle)
        head.addWidget(self.title, 0, 1)
        head.addWidget(self.values, 0, 2, middle)
        head.addLayout(share, 0, 3, middle)
        head.addWidget(self.fold, 0, 4, 2, 1, middle)
        head.addWidget(self.note, 1, 1, 1, 3)
        head.setColumnStretch(1, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 6)
        self._box.setSpacing(8)
        self._box.addLayout(head)

    def _pick(self, value: int | None) -> None:
        self.item = rated_by_hand(self.item, value, self._proposed)
        if self.detail is not None:
            self.detail.load(self.item, read_only=self._read_only)
        self.edited.emit(self.factor.code)
        if value is not None and value >= 3 and not self.item.evidence:
            self.focus_evidence()

    def _take_evidence(self) -> None:
        if self.detail is not None:
            self.item = replace(self.detail.item(), value=self.item.value)
            self.edited.emit(self.factor.code)


def _segments(factor: Factor) -> list[Segment]:
    tips = [meaning_text(factor, value) for value in range(5)]
    unknown = Segment(None, UNKNOWN, tr("Not known: not counted"))
    return [
        unknown,
        *(
            Segment(value, str(value), tips[value], VALUE_LEVELS[value])
            for value in range(5)
        ),
    ]


def meaning_text(factor: Factor, value: int) -> str:
    """Return what a value means; of a step between, what stands on either side."""
    own = words(factor.anchor(value))
    low, high = (words(factor.anchor(value + step)) for step in (-1, 1))
    if own or not (low and high):
        return own or tr("between the two")
    return tr("Between “{low}” and “{high}”", low=low, high=high)


def _signed(points: float) -> str:
    return isolate(number(points, translator().language, 1))


def _note(state: FactorState) -> tuple[str, str]:
    """Return the line under the name and its level: a problem, else what is known."""
    if state.problems:
        return problem_text(translator(), state.problems[0]), state.level
    evidence, before = words(state.item.evidence), _before(state)
    if evidence and state.item.source == RECORD:
        return _beside(before, tr("From the database: {text}", text=evidence)), ""
    suggested = _suggested(state)
    if evidence:
        return _beside(evidence, suggested), ""
    return _beside(before, suggested) or _meaning(state), ""


def _beside(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _before(state: FactorState) -> str:
    """Return the value of the assessment before, where it was another one."""
    if state.previous is None or state.previous == state.item.value:
        return ""
    return tr("{value} in the previous assessment", value=state.previous)


def _suggested(state: FactorState) -> str:
    """Return what the record suggests and why, where it is another value."""
    finding = state.finding
    if finding is None or finding.value == state.item.value:
        return ""
    return tr(
        "The database suggests {value}: {text}",
        value=finding.value,
        text=finding_text(finding),
    )


def _meaning(state: FactorState) -> str:
    if state.item.value is not None:
        return meaning_text(state.factor, state.item.value)
    return tr("Not known: not counted")

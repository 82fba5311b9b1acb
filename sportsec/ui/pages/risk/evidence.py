"""The unfolded part of a factor: what the values mean, the evidence, its source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from sportsec.domain.groups import SourceGrade
from sportsec.domain.problems import Problem
from sportsec.domain.risk import RECORD, Factor, ItemDraft
from sportsec.domain.risk_record import Finding
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import tr, translator, words
from sportsec.ui.pages.risk.state import FactorState
from sportsec.ui.pages.risk.touching import Touching
from sportsec.ui.widgets.cards import margins, text_label
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_words import WordsField


class EvidencePanel(QWidget):
    """What the values mean, the evidence in three languages, its source.

    Signals:
        touched: The officer was at the evidence.
    """

    edited = Signal()
    touched = Signal()
    taken_over = Signal()

    def __init__(self, factor: Factor) -> None:
        super().__init__()
        self._factor = words(factor.name)
        self.evidence = WordsField(lines=2)
        self.evidence_name = text_label(tr("Evidence"), "field", wrap=True)
        self.source = TextField(tr("Who says so"))
        self.grade = EnumField(SourceGrade, none=tr("Not graded"))
        self._loaded = ItemDraft()
        for field, said in (
            (self.evidence, tr("Evidence")),
            (self.source, tr("Source")),
            (self.grade, tr("Reliability of the source")),
        ):
            field.call(tr("{name}: {text}", name=self._factor, text=said))
            field.changed.connect(self._on_edit)
        Touching(self.evidence).touched.connect(self.touched)
        self.record = text_label("", "caption", wrap=True)
        self.take = QPushButton(tr("Use this"))
        self.take.setProperty("flat", True)
        self.take.clicked.connect(lambda _on: self.taken_over.emit())
        self._lay_out(factor)

    def load(self, item: ItemDraft, *, read_only: bool) -> None:
        """Show an item."""
        self._loaded = item
        self.evidence.set_value(item.evidence)
        came_from_record = item.source == RECORD
        source = tr("From the database") if came_from_record else item.source
        self.source.set_value(source)
        self.grade.set_value(item.source_grade)
        for field in (self.evidence, self.source, self.grade):
            field.setEnabled(not read_only)
        self.take.setEnabled(not read_only)

    def item(self) -> ItemDraft:
        """Return what stands in the fields; the value is not among them.

        Evidence that was written on is the officer's own: with the record as its
        source, the next assessment would put the record's words back.
        """
        evidence, source = self.evidence.value(), self.source.value()
        is_untouched = evidence == self._loaded.evidence
        was_record = is_untouched and self._loaded.source == RECORD
        if was_record and source == tr("From the database"):
            source = RECORD
        return ItemDraft(None, evidence, source, self.grade.value())

    def show_state(self, state: FactorState) -> None:
        """Show the problems, and what the record suggests."""
        self.evidence.mark(state.level if not state.item.evidence else "")
        finding = state.finding
        self.record.setHidden(finding is None)
        self.take.setHidden(finding is None or finding.value == state.item.value)
        self._name_evidence(state)
        if finding is not None:
            said = tr(
                "The database says: {text} (value {value})",
                text=finding_text(finding),
                value=finding.value,
            )
            self.record.setText(said)

    def _name_evidence(self, state: FactorState) -> None:
        """Ask for the reason too, where the value is not what the record says."""
        finding, value = state.finding, state.item.value
        differs = finding is not None and value not in {None, finding.value}
        name = tr("Reason or evidence") if differs else tr("Evidence")
        if name != self.evidence_name.text():
            self.evidence_name.setText(name)
            said = tr("{name}: {text}", name=self._factor, text=name)
            self.evidence.call(said)

    def _lay_out(self, factor: Factor) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(margins(44, 2, 8, 8))
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        anchors = "   ·   ".join(
            f"{value} = {words(factor.anchor(value))}"
            for value in (0, 2, 4)
            if factor.anchor(value)
        )
        grid.addWidget(text_label(anchors, "caption", wrap=True), 0, 0, 1, 4)
        found = QHBoxLayout()
        found.addWidget(self.record, 1)
        found.addWidget(self.take)
        grid.addLayout(found, 1, 0, 1, 4)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.evidence_name, 2, 0, top)
        grid.addWidget(self.evidence, 2, 1, 1, 3)
        grid.addWidget(text_label(tr("Source"), "field"), 3, 0)
        grid.addWidget(self.source, 3, 1)
        grid.addWidget(text_label(tr("Reliability"), "field"), 3, 2)
        grid.addWidget(self.grade, 3, 3)
        grid.setColumnStretch(1, 1)

    def _on_edit(self) -> None:
        self.edited.emit()


def finding_text(finding: Finding) -> str:
    """Return in words why the record suggests a value."""
    problem = Problem(None, finding.message, facts=finding.facts)
    return problem_text(translator(), problem)

"""What the commander decides: category by scope, why, who; and the summary."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import AssessmentDraft, FloorRule, RiskCategory
from sportsec.domain.risk_checks import SCOPES
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.queries.risk import AssessmentRow
from sportsec.ui.language import label, tr, translator
from sportsec.ui.pages.risk.segments import Segment, Segments
from sportsec.ui.pages.risk.state import LEVELS, RiskState
from sportsec.ui.pages.risk.touching import Touching
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_words import WordsField

REASON, PRECEDENT = "override_reason", "has_grave_precedent"
_SCOPE_NAMES = {
    "inside": N_("Inside the stadium"),
    "outside": N_("Outside the stadium"),
    "travel": N_("Travel"),
}


class Decision(QWidget):
    """A card with everything an assessment says besides its factors.

    Signals:
        edited: After any edit.
        touched: The officer was at the reason.
        reason_wanted: A category was chosen that needs a reason, which is not there.
    """

    edited = Signal()
    reason_wanted = Signal()
    touched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft = AssessmentDraft()
        self._state: RiskState | None = None
        self._shown: UUID | None = None
        self.card = Card(tr("Decision"))
        self.scopes = {scope: self._scope(scope) for scope in SCOPES}
        self.reason = WordsField(lines=2)
        self.precedent = CheckField(tr("Serious precedent in the last three seasons"))
        self.precedent.setToolTip(label(FloorRule.GRAVE_PRECEDENT))
        self.question = text_label("", "problem", wrap=True)
        self.question.setProperty("level", "warn")
        self.question.hide()
        self.confidence = EnumField(Confidence)
        self.summary = WordsField(lines=2)
        self.decided_by = TextField(tr("Rank and name"))
        for field in (self.reason, self.precedent, self.confidence, self.summary):
            field.changed.connect(self._on_edit)
        at_reason = Touching(self.reason)
        at_reason.touched.connect(lambda: self.touched.emit(REASON))
        self._lay_out()

    # ---- for the tab

    def load(self, row: AssessmentRow, decider: str = "") -> None:
        """Show an assessment.

        Args:
            decider: Who most probably decides it, offered while nobody has.
        """
        if row.is_decided or row.id != self._shown:  # a name typed before stays
            self.decided_by.set_value(row.decided_by if row.is_decided else decider)
        self._shown = row.id
        self._draft = row.draft
        self.reason.set_value(row.draft.override_reason)
        self.precedent.set_value(row.draft.has_grave_precedent)
        self.confidence.set_value(row.draft.confidence)
        self.summary.set_value(row.draft.summary)
        open_ = not row.is_decided
        for widget in (
            *(self.reason, self.precedent, self.confidence, self.summary),
            *(self.decided_by, *self.scopes.values()),
        ):
            widget.setEnabled(open_)

    def draft(self) -> AssessmentDraft:
        """Return what stands on the card."""
        return replace(
            self._draft,
            override_reason=self.reason.value(),
            has_grave_precedent=self.precedent.value(),
            confidence=self.confidence.value() or Confidence.MEDIUM,
            summary=self.summary.value(),
        )

    def show_state(self, state: RiskState) -> None:
        """Show what follows from the values on the screen."""
        self._state = state
        for scope, segments in self.scopes.items():
            chosen = getattr(state.chosen, scope, None)
            segments.show_value(None if chosen is None else int(chosen))
            suggested = getattr(state.rating.suggested, scope, None)
            for category in RiskCategory:
                tip = label(category)
                if category is suggested:
                    tip = tr("{category}: suggested by the grid", category=tip)
                segments.set_tip(category, tip)
        needs_reason = state.is_overridden or bool(self.reason.value())
        self.reason_label.setVisible(needs_reason)
        self.reason.setVisible(needs_reason)
        self._ask_of_precedent(state)
        fields = {problem.field for problem in state.problems}
        self.reason.mark("block" if REASON in fields - state.wanted else "")
        self.confidence.mark("warn" if "confidence" in fields else "")

    # ---- inside

    def _ask_of_precedent(self, state: RiskState) -> None:
        """Ask what a grave value needs to know beside the box that answers it."""
        asked = [each for each in state.problems if each.field == PRECEDENT]
        said = [problem_text(translator(), each) for each in asked]
        self.question.setText("\n".join(said))
        self.question.setVisible(bool(said))
        self.precedent.mark("warn" if said else "")

    def _step(self, scope: str, by: int) -> None:
        """Go to the categories of the scope above or below."""
        place = SCOPES.index(scope) + by
        if 0 <= place < len(SCOPES):
            self.scopes[SCOPES[place]].focus()

    def _scope(self, scope: str) -> Segments:
        segments = Segments(
            [
                Segment(int(category), label(category), "", LEVELS[category])
                for category in RiskCategory
            ],
            tr(_SCOPE_NAMES[scope]),
        )
        segments.picked.connect(lambda value, s=scope: self._choose(s, value))
        segments.stepped.connect(partial(self._step, scope))
        segments.entered.connect(self.focus_reason)
        return segments

    def _lay_out(self) -> None:
        body = self.card.body
        for scope, segments in self.scopes.items():
            pair = QVBoxLayout()
            pair.setSpacing(3)
            pair.addWidget(text_label(tr(_SCOPE_NAMES[scope]), "field"))
            pair.addWidget(segments, 0, Qt.AlignmentFlag.AlignLeading)
            body.addLayout(pair)
        self.reason_label = text_label(tr("Why another category"), "field")
        rows: list[tuple[QWidget | None, Field]] = [
            (self.reason_label, self.reason),
            (self.question, self.precedent),
            (text_label(tr("Confidence"), "field"), self.confidence),
            (text_label(tr("Decision made by"), "field"), self.decided_by),
            (text_label(tr("Summary"), "field"), self.summary),
        ]
        for name, field in rows:
            if name is not None:
                body.addWidget(name)
            body.addWidget(field)
        self.reason.call(tr("Why another category"))
        self.confidence.call(tr("Confidence"))
        self.summary.call(tr("Summary"))
        self.decided_by.call(tr("Decision made by"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    def _choose(self, scope: str, value: int) -> None:
        """Keep a category; the suggested one is not kept, so that it goes on moving."""
        suggested = self._state.rating.suggested if self._state else None
        value_kept = None if value == getattr(suggested, scope, None) else value
        change: dict[str, Any] = {f"category_{scope}": value_kept}
        self._draft = replace(self._draft, **change)
        self._on_edit()
        if self._state and self._state.is_overridden and not self.reason.value():
            self.reason_wanted.emit()
            if self.scopes[scope].is_by_mouse:  # arrows may be on their way past it
                self.reason.focus()

    def focus_reason(self) -> None:
        """Take the cursor to the reason, if one is asked for."""
        if not self.reason.isHidden():
            self.reason_wanted.emit()
            self.reason.focus()

    def _on_edit(self) -> None:
        self.edited.emit()

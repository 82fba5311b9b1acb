"""The end of the risk tab: what is still wrong, and save, decide, discard."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.problems import Level, Problem
from sportsec.i18n.formats import date_time
from sportsec.i18n.labels import problem_text
from sportsec.queries.risk import AssessmentRow
from sportsec.ui.keys import keys_here, shown
from sportsec.ui.language import isolate, label, tr, tr_count, translator
from sportsec.ui.pages.risk.state import RiskState
from sportsec.ui.widgets.cards import Banner, text_label

#: More sentences than this are counted.
SHOWN = 2


class Footer(QWidget):
    """Stays in view while the grid scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._said = self._decider = ""
        self._is_open = self._is_dirty = False
        self.banner = Banner()
        self.note = text_label("", "caption", wrap=True)
        self.save = QPushButton(tr("Save"))
        self.decide = QPushButton(tr("Decide"))
        self.decide.setProperty("primary", True)
        for button, name in ((self.save, "here.save"), (self.decide, "here.accept")):
            button.setToolTip(shown(keys_here(name)))
        self.discard = QPushButton(tr("Discard"))
        self.discard.setProperty("flat", True)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        for part in (self.discard, self.save, self.decide):
            row.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.banner)
        box.addLayout(row)

    def load(self, row: AssessmentRow) -> None:
        """Show an assessment: decided ones can only be read."""
        for button in (self.save, self.decide, self.discard):
            button.setVisible(not row.is_decided)
        self._said = ""
        self._is_open, self._is_dirty = not row.is_decided, False
        if row.is_decided:
            moment = isolate(date_time(row.decided_at))
            self._said = tr("Decided on {moment}", moment=moment)
            if row.decided_by:
                by = {"moment": moment, "name": row.decided_by}
                self._said = tr("Decided on {moment} by {name}", **by)
        self._say()

    def name_decider(self, name: str) -> None:
        """Say beside the button in whose name it decides; the field may be far off."""
        if not name:
            self._decider = tr("Nobody is named as who decides")
        else:
            self._decider = tr("Decision made by: {name}", name=isolate(name))
        self._say()

    def show_state(self, state: RiskState, *, dirty: bool) -> None:
        """Show what is wrong, and whether something is not saved yet."""
        problems = [
            *state.problems,
            *(problem for factor in state.factors for problem in factor.problems),
        ]
        blocked = [each for each in problems if each.level is Level.BLOCK]
        self.banner.say(_sentence(blocked or problems), state.level)
        self.decide.setText(decide_text(state))
        self.decide.setEnabled(state.may_decide)
        self.save.setEnabled(dirty)
        self._is_dirty = dirty
        self._say()

    def _say(self) -> None:
        """Say what is not saved and who decides, or who has decided."""
        said = [tr("Not saved yet") if self._is_dirty else self._said]
        if self._is_open:
            said.append(self._decider)
        self.note.setText(" · ".join(filter(None, said)))


def decide_text(state: RiskState) -> str:
    """Return what a press decides: no question follows it, so the button says all."""
    if state.chosen is None or not state.may_decide:
        return tr("Decide")
    category = label(state.chosen.overall)
    if state.lowered:
        text = tr("Decide: {category}, lower than in force", category=category)
    elif state.is_overridden:
        text = tr("Decide: {category}, not as suggested", category=category)
    else:
        text = tr("Decide: {category}", category=category)
    return f"{text} – {unknown_text(state)}" if state.unknown else text


def unknown_text(state: RiskState) -> str:
    """Return how many factors a decision leaves out."""
    return tr_count(
        "{n} factor is not known", "{n} factors are not known", state.unknown
    )


def _sentence(problems: list[Problem]) -> str:
    texts = [problem_text(translator(), each) for each in problems[:SHOWN]]
    more = len(problems) - len(texts)
    if more:
        texts.append(tr_count("and {n} more", "and {n} more", more))
    return "\n".join(texts)

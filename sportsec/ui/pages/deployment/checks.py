"""Everything that is wrong with the plan, live; a click leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.deployment_plan import DetachmentLine, Plan
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import isolate, tr, tr_count, translator, words
from sportsec.ui.pages.deployment.state import DeploymentState
from sportsec.ui.theme import scaled, signals
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.cards import Card
from sportsec.ui.widgets.problem_list import ProblemList

#: No limit to the height, in Qt's own words.
QT_MOST = 16_777_215
#: Between the counts, and the heading beside or above them.
GAP = 6
#: Three lines.
LEAST_LIST = 112


class ChecksPanel(Card):
    """The list of flaws, the gravest first.

    Signals:
        picked: The `Flaw` to go to.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Checks"))
        self._shown: object = None
        self._flaws: Sequence[Flaw] = ()
        self.corrections = Badge()
        self.warnings = Badge()
        self._head = self._make_head()
        self.body.addWidget(self._head)
        self.list = ProblemList(tr("Checks"))
        self.list.setMinimumHeight(scaled(LEAST_LIST))
        self.list.picked.connect(lambda at: self.picked.emit(self._flaws[at]))
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        signals().changed.connect(self._forget)

    def show_state(self, state: DeploymentState, plan: Plan) -> None:
        """Show the flaws of a plan."""
        if state.flaws == self._shown:
            return
        self._shown = state.flaws
        self._flaws = state.flaws
        self._count(state)
        self.list.setVisible(bool(state.flaws))
        self._limit()
        self.list.show_lines(
            [
                (flaw.problem.level.value, flaw_text(flaw, plan.detachments))
                for flaw in state.flaws
            ]
        )

    def _make_head(self) -> Beside:
        """Return the heading, and the counts beside it; under it where they are cut."""
        counts = QWidget()
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.corrections)
        row.addWidget(self.warnings)
        row.addStretch(1)
        head = Beside((self.header, 1), (counts, 0), gap=GAP)
        head.turned.connect(lambda _on: self._limit())
        return head

    def _limit(self) -> None:
        """Take no room for a list that has no line."""
        head = self._head.sizeHint().height() + scaled(44)
        self.setMaximumHeight(QT_MOST if self._flaws else head)

    def _count(self, state: DeploymentState) -> None:
        wrong, doubtful = state.corrections, state.warnings
        text = tr_count("{n} to correct", "{n} to correct", wrong)
        self.corrections.show_level(text, "block")
        self.corrections.setVisible(bool(wrong))
        text = tr_count("{n} to check", "{n} to check", doubtful)
        self.warnings.show_level(text, "warn")
        if not wrong and not doubtful:
            self.warnings.show_level(tr("Nothing to correct"), "ok")
        self.warnings.setVisible(bool(doubtful) or not wrong)

    def _forget(self) -> None:
        """Draw the icons anew with the next state: the theme has changed."""
        self._shown = None


def flaw_text(flaw: Flaw, detachments: Sequence[DetachmentLine]) -> str:
    """Return what is wrong, after the name of the detachment where it is one's."""
    text = problem_text(translator(), flaw.problem)
    for line in detachments:
        if line.id == flaw.record:
            sign = isolate(line.draft.call_sign) or words(line.title)
            return tr("{name}: {text}", name=sign, text=text)
    return text

"""What the checks of the plan would have corrected before it stands on paper."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.deployment_checks import Flaw, check_plan
from sportsec.domain.problems import Level
from sportsec.queries.order_texts import checked_plan
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import Banner


class BeforePrinting(Banner):
    """Says above the paper how much is to correct, and leads there; prints anyway."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(action=tr("Show the checks"), on_action=self._lead)
        self._desk = desk
        self._fixture_id = fixture_id
        self.hide()

    def reload(self) -> None:
        """Check the plan again."""
        self._desk.runner.read(
            self, "checks", self._flaws, self.show_flaws, lane="survey"
        )

    def show_flaws(self, flaws: Sequence[Flaw]) -> None:
        """Say how many there are; nothing where there are none."""
        wrong = sum(flaw.problem.level is Level.BLOCK for flaw in flaws)
        self.say(_words(wrong, len(flaws) - wrong), "block" if wrong else "warn")

    # ---- inside

    def _flaws(self, work: Work) -> Sequence[Flaw]:
        return check_plan(checked_plan(work, self._fixture_id))

    def _lead(self) -> None:
        self._desk.go("match", (self._fixture_id, "deployment"))


def _words(wrong: int, doubtful: int) -> str:
    """Return the sentence; "" where nothing was found."""
    if not wrong and not doubtful:
        return ""
    correct = tr_count("{n} to correct", "{n} to correct", wrong)
    check = tr_count("{n} to check", "{n} to check", doubtful)
    found = tr(", ").join([correct] * bool(wrong) + [check] * bool(doubtful))
    return tr("Before you print: {found}", found=found)

"""What is to be seen to before an order stands on paper."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.problems import Level
from sportsec.queries.before_printing import OpenPoints, open_points
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, tr_count
from sportsec.ui.targets import OVERVIEW, TAB_OF_LACK
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import Banner


class BeforePrinting(Banner):
    """Says above the paper what is open, and leads to it; it prints anyway."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(action=tr("Show"), on_action=self._lead)
        self._desk = desk
        self._fixture_id = fixture_id
        self._points = OpenPoints()
        self.hide()

    def reload(self) -> None:
        """Check the match again."""
        self._desk.runner.read(
            self, "checks", self._ask, self.show_points, lane="survey"
        )

    def show_points(self, points: OpenPoints) -> None:
        """Say what is open; nothing where nothing is."""
        self._points = points
        self.say(_words(points), "block" if _count(points)[0] else "warn")

    # ---- inside

    def _ask(self, work: Work) -> OpenPoints:
        return open_points(work, self._fixture_id)

    def _lead(self) -> None:
        """Go where the first of it is mended."""
        points = self._points
        if points.lacks:
            tab = TAB_OF_LACK.get(points.lacks[0], OVERVIEW)
        elif points.flaws:
            tab = "deployment"
        else:
            tab = "liaison" if points.promises else OVERVIEW
        self._desk.go("match", (self._fixture_id, tab))


def _count(points: OpenPoints) -> tuple[int, int]:
    """Return how much is to correct, and how much to check."""
    found = [*(flaw.problem for flaw in points.flaws), *points.doubts]
    wrong = sum(problem.level is Level.BLOCK for problem in found)
    return wrong, len(found) - wrong


def _words(points: OpenPoints) -> str:
    """Return the sentence; "" where nothing is open."""
    wrong, doubtful = _count(points)
    said = [label(lack) for lack in points.lacks]
    if points.promises:
        said.append(
            tr_count(
                "{n} promise or decision to see to",
                "{n} promises or decisions to see to",
                len(points.promises),
            )
        )
    if wrong:
        said.append(tr_count("{n} to correct", "{n} to correct", wrong))
    if doubtful:
        said.append(tr_count("{n} to check", "{n} to check", doubtful))
    return tr("Before you print: {found}", found=tr(", ").join(said)) if said else ""

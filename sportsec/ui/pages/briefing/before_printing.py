"""What is to be seen to before an order stands on paper."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QResizeEvent

from sportsec.domain.problems import Level
from sportsec.domain.readiness import Lack
from sportsec.domain.words import LANGUAGES
from sportsec.queries.before_printing import OpenPoints, open_points
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, tr_count
from sportsec.ui.pages.briefing.points import points_of
from sportsec.ui.pages.briefing.points_window import PointsWindow
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import Banner


class BeforePrinting(Banner):
    """Says above the paper what is open, and lists it; it prints anyway."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__(action=tr("Show the list"), on_action=self._open)
        self._desk = desk
        self._fixture_id = fixture_id
        self._languages: Sequence[str] = LANGUAGES
        self._points = OpenPoints()
        self._lists_again = False
        self.hide()

    def check_for(self, languages: Sequence[str]) -> None:
        """Check the match again, for a paper in these languages."""
        self._languages = languages
        self.reload()

    def reload(self) -> None:
        """Check the match again."""
        self._desk.runner.read(
            self, "checks", self._ask, self.show_points, lane="survey"
        )

    def list_again(self) -> None:
        """Check again, and list what is left: a point of the list was seen to."""
        self._lists_again = True
        self.reload()

    def show_points(self, points: OpenPoints) -> None:
        """Say what is open; nothing where nothing is."""
        self._points = points
        self.say(_words(points), _level(points))
        self._fit()
        lists, self._lists_again = self._lists_again, False
        if lists and self.isVisible():
            self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as one line holds: the rest of the room is the paper's."""
        super().resizeEvent(event)
        self._fit()

    # ---- inside

    def _fit(self) -> None:
        """Say figures alone where the names do not fit: the list has them all."""
        text, label = _words(self._points), self.label
        fits = label.fontMetrics().horizontalAdvance(text) <= label.width()
        said = text if fits or not self.isVisible() else _figures(self._points)
        if said != label.text():
            self.say(said, _level(self._points))

    def _ask(self, work: Work) -> OpenPoints:
        return open_points(work, self._fixture_id, self._languages)

    def _open(self) -> None:
        """List what is open; each line is a way to where it is mended."""
        points = points_of(self._fixture_id, self._points)
        # Of the window, not of the banner, whose colours it would take on.
        PointsWindow(points, self._desk, self.window()).open()


def _count(points: OpenPoints) -> tuple[int, int]:
    """Return how much is to correct, and how much to check."""
    found = [
        *(flaw.problem for flaw in points.flaws),
        *(*points.doubts, *points.paper),
    ]
    wrong = sum(problem.level is Level.BLOCK for problem in found)
    promises = bool(points.spoken) + bool(points.outdated)
    return wrong, len(found) - wrong + promises + len(points.meetings)


def _level(points: OpenPoints) -> str:
    return "block" if _count(points)[0] else "warn"


def _figures(points: OpenPoints) -> str:
    """Return how many points there are; what lacks is one to check."""
    wrong, doubtful = _count(points)
    doubtful += len(points.lacks) + len(points.outrun) + len(points.promises)
    return _sentence(_counted(wrong, doubtful))


def _words(points: OpenPoints) -> str:
    """Return the sentence; "" where nothing is open."""
    wrong, doubtful = _count(points)
    said = [label(lack) for lack in points.lacks]
    if points.outrun:
        said.append(label(Lack.FIGURES))
    if points.promises:
        said.append(
            tr_count(
                "{n} promise or decision to see to",
                "{n} promises or decisions to see to",
                len(points.promises),
            )
        )
    said += _counted(wrong, doubtful)
    return _sentence(said) if said else ""


def _counted(wrong: int, doubtful: int) -> list[str]:
    said = []
    if wrong:
        said.append(tr_count("{n} to correct", "{n} to correct", wrong))
    if doubtful:
        said.append(tr_count("{n} to check", "{n} to check", doubtful))
    return said


def _sentence(said: Sequence[str]) -> str:
    return tr("Before you print: {found}", found=tr(", ").join(said))

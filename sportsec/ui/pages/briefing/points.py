"""The points that are open before an order stands on paper, each named and led to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.problems import Level, Problem
from sportsec.domain.readiness import Lack
from sportsec.i18n.labels import problem_text
from sportsec.queries.before_printing import OpenPoints
from sportsec.ui.commitment_look import outdated_text
from sportsec.ui.language import label, tr, tr_count, translator
from sportsec.ui.pages.deployment.checks import flaw_text
from sportsec.ui.targets import OLD_FIGURES, OLD_HOURS, OVERVIEW, PointTarget


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the list.

    Args:
        level: Of `Level`: what must be corrected comes first.
        target: Where it is mended.
        page: That shows the target.
    """

    text: str
    level: str
    target: PointTarget | UUID
    page: str = "match"


def points_of(fixture_id: UUID, found: OpenPoints) -> list[Point]:
    """Return what is open about a match, the gravest first."""
    points = [*_points(fixture_id, found)]
    return sorted(points, key=lambda point: point.level != Level.BLOCK)


def _points(match: UUID, found: OpenPoints) -> Iterator[Point]:
    warn = Level.WARN.value
    for lack in found.lacks:
        yield Point(label(lack), warn, PointTarget(match, lack))
    for problem in found.outrun:
        text = tr("Rate anew: {what}", what=_text(problem))
        yield Point(text, warn, PointTarget(match, Lack.FIGURES))
    for problem in found.paper:
        yield Point(_text(problem), warn, PointTarget(match, _place_of(problem)))
    for flaw in found.flaws:
        text = flaw_text(flaw, found.detachments)
        yield Point(text, flaw.problem.level.value, PointTarget(match, _place(flaw)))
    if found.spoken:
        yield Point(_spoken(found.spoken), warn, PointTarget(match, OLD_HOURS))
    if found.outdated:
        said = outdated_text(found.outdated)
        yield Point(said, warn, PointTarget(match, OLD_FIGURES))
    for meeting in found.meetings:
        yield Point(_text(meeting.problem), warn, meeting.meeting_id, "meeting")
    for problem in (*found.promises, *found.doubts):
        place = problem.field or OVERVIEW
        yield Point(_text(problem), problem.level.value, PointTarget(match, place))


def _place(flaw: Flaw) -> Flaw | str:
    """Return where a flaw is mended: who commands is no part of the plan."""
    return "commander_id" if flaw.problem.field == "commander_id" else flaw


def _place_of(problem: Problem) -> Lack | str:
    """Return where a doubt about the paper is mended: answers stand with requests."""
    is_answer = problem.field in {"conditions", "reason"}
    return Lack.ANIMATIONS if is_answer else problem.field or OVERVIEW


def _text(problem: Problem) -> str:
    return problem_text(translator(), problem)


def _spoken(count: int) -> str:
    """Return how many promises and decisions may speak of the time before a move."""
    return tr_count(
        "{n} promise or decision speaks of an hour or day from before the move",
        "{n} promises or decisions speak of hours or days from before the move",
        count,
    )

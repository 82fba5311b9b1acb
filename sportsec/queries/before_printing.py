"""What is open about a match when its order is about to be printed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from sportsec.domain.commitments import check_standing
from sportsec.domain.deployment_checks import Flaw, check_plan
from sportsec.domain.deployment_plan import DetachmentLine
from sportsec.domain.problems import Problem
from sportsec.domain.readiness import Lack, lacks
from sportsec.domain.words import LANGUAGES
from sportsec.queries.agenda_rows import read_rows
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import commitments_of
from sportsec.queries.deployment import deployment_plan
from sportsec.queries.doubts import match_doubts
from sportsec.queries.left_meetings import MeetingPoint, meeting_points
from sportsec.queries.old_times import old_promises, text_warnings
from sportsec.queries.outdated_promises import outdated_promises
from sportsec.queries.paper_checks import paper_problems
from sportsec.queries.preparation import preparations
from sportsec.queries.risk_outrun import outrun_problems
from sportsec.store.work import Work

#: What is said itself: post by post, text by text, and of the rating by its factors.
_SAID_IN_FULL = frozenset({Lack.POSTS, Lack.OFFICERS, Lack.TEXTS, Lack.FIGURES})


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """What is to be seen to before the order stands on paper.

    Args:
        lacks: What is missing, but for what the flaws say.
        flaws: What the checks of the plan and of the texts find.
        doubts: The warnings of the overview.
        promises: Of promises and decisions: late ones, and those nobody sees to.
        detachments: Of the plan: what its flaws may be about.
        spoken: How many promises and decisions may speak of the time before a move.
        outrun: What new figures of the public say otherwise than the rating in force.
        meetings: Planned ones that do not suit the day of the match.
        outdated: How many promises and decisions give a figure that has changed since.
        paper: What makes it other than it looks: no approval, another language.
    """

    lacks: tuple[Lack, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    doubts: tuple[Problem, ...] = ()
    promises: tuple[Problem, ...] = ()
    detachments: tuple[DetachmentLine, ...] = ()
    spoken: int = 0
    outrun: tuple[Problem, ...] = ()
    meetings: tuple[MeetingPoint, ...] = ()
    outdated: int = 0
    paper: tuple[Problem, ...] = ()


def open_points(
    work: Work, fixture_id: UUID, languages: Collection[str] = LANGUAGES
) -> OpenPoints:
    """Return what is open about a match (domain.md §4.2, the checks before printing).

    Args:
        languages: Codes of those in which it is printed.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    plan = deployment_plan(work, fixture_id)
    plan = replace(plan, order=tuple(text_warnings(work, fixture_id)))
    rows = list(read_rows(work, [fixture_id]))
    ready = preparations(work, rows)[fixture_id]
    today = local_day(work)
    missing = lacks(ready, today)
    return OpenPoints(
        lacks=tuple(lack for lack in missing if lack not in _SAID_IN_FULL),
        flaws=tuple(check_plan(plan)),
        doubts=tuple(match_doubts(work, fixture_id)),
        promises=tuple(
            check_standing(commitments_of(work, fixture_id=fixture_id), today)
        ),
        detachments=tuple(plan.detachments),
        spoken=len(old_promises(work, fixture_id)),
        outrun=outrun_problems(work, fixture_id),
        meetings=meeting_points(work, fixture_id),
        outdated=len(outdated_promises(work, fixture_id)),
        paper=paper_problems(work, fixture_id, languages),
    )

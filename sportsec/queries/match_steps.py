"""Where a match file leads: the next step, the matches beside it, what tabs hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.readiness import RATE_ANEW, Lack, lacks
from sportsec.domain.risk import Rater, Stage, stages_after
from sportsec.domain.words import Words
from sportsec.queries.agenda_rows import read_rows
from sportsec.queries.clock import local_day
from sportsec.queries.doubts import match_doubts
from sportsec.queries.history_record import parts_of
from sportsec.queries.left_behind import left_behind
from sportsec.queries.left_meetings import meeting_points
from sportsec.queries.old_times import old_promises
from sportsec.queries.outdated_promises import outdated_promises
from sportsec.queries.preparation import preparations
from sportsec.queries.risk import has_come
from sportsec.queries.task_list import task_list
from sportsec.store.tables.deployment import Post
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work

#: Matches stand in the order of their kick-off; those of no hour come first.
_PLACE = "kick_off_date, coalesce(kick_off_at, ''), id"
_BESIDE = f"""SELECT id FROM fixture WHERE deleted_at IS NULL
 AND kick_off_date {{sign}}= (SELECT kick_off_date FROM fixture WHERE id = ?1)
 AND ({_PLACE}) {{sign}} (SELECT {_PLACE} FROM fixture WHERE id = ?1)
 ORDER BY kick_off_date {{way}}, coalesce(kick_off_at, '') {{way}}, id {{way}}
 LIMIT 1"""  # noqa: S608 - our own constants
_ACTS = """SELECT count(DISTINCT act) FROM journal_op
WHERE row IN (SELECT unhex(value) FROM json_each(?))"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The match before or after."""

    id: UUID
    day: date
    home: Words
    away: Words


@dataclass(frozen=True, slots=True)
class MatchSteps:
    """Where the file of a match leads.

    Args:
        before, after: In time, or in the list that the match was opened from.
        place: Its place in that list, counted from 1, and how many are in it.
        lacks: What is missing, in the order in which a match is prepared.
        is_ahead: Whether it is still to be played; if not, nothing is prepared.
        doubts: How many warnings stand on its overview; they need not be mended.
        due_days: How many promises and decisions are still due by an old day of it.
        spoken: How many promises and decisions may speak of the time before a move.
        outdated: How many of them give a figure that has changed since.
        meetings: Planned ones that do not suit the day of the match, in time.
        texts: How many of the order are to be checked, each language by itself.
        tasks_due: How many tasks are to be done by now.
        counts: Key of a tab → how much it holds; tabs that hold nothing are absent.
        stage: At which the match is rated anew, if it has to be.
    """

    lacks: tuple[Lack, ...]
    before: Neighbour | None
    after: Neighbour | None
    counts: Mapping[str, int]
    place: tuple[int, int] | None = None
    is_ahead: bool = True
    doubts: int = 0
    due_days: int = 0
    spoken: int = 0
    outdated: int = 0
    meetings: tuple[UUID, ...] = ()
    texts: int = 0
    tasks_due: int = 0
    stage: Stage | None = None


def match_steps(work: Work, fixture_id: UUID, walk: Sequence[UUID] = ()) -> MatchSteps:
    """Return where the file of a match leads.

    Args:
        walk: The list that it was opened from; empty for all matches in time.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    row = next(read_rows(work, [fixture_id]))
    ready = preparations(work, [row])[fixture_id]
    at = walk.index(fixture_id) if fixture_id in walk else None
    if at is None:
        before = _beside(work, fixture_id, "<", "DESC")
        after = _beside(work, fixture_id, ">", "ASC")
    else:
        before = _first(work, reversed(walk[:at]))
        after = _first(work, walk[at + 1 :])
    tasks = task_list(work, fixture_id)
    missing = lacks(ready, local_day(work))
    is_rated_anew = not RATE_ANEW.isdisjoint(missing)
    return MatchSteps(
        lacks=missing,
        before=before,
        after=after,
        counts=_counts(work, fixture_id, tasks.waiting),
        place=None if at is None else (at + 1, len(walk)),
        is_ahead=row.status in AHEAD,
        doubts=len(match_doubts(work, fixture_id)) if row.status in AHEAD else 0,
        due_days=left_behind(work, fixture_id),
        spoken=len(old_promises(work, fixture_id)),
        outdated=len(outdated_promises(work, fixture_id)),
        meetings=tuple(each.meeting_id for each in meeting_points(work, fixture_id)),
        texts=ready.wrong_texts,
        tasks_due=tasks.late + tasks.due,
        stage=_stage_ahead(work, fixture) if is_rated_anew else None,
    )


# ---- inside


def _beside(work: Work, fixture_id: UUID, sign: str, way: str) -> Neighbour | None:
    query = _BESIDE.format(sign=sign, way=way)
    found = work.connection.execute(query, (fixture_id.bytes,)).fetchone()
    return None if found is None else _neighbour(work, UUID(bytes=found[0]))


def _first(work: Work, walk: Iterable[UUID]) -> Neighbour | None:
    """Return the first match of a list that is still there."""
    for one in walk:
        match = work.session.get(Fixture, one)
        if match is not None and match.deleted_at is None:
            return _neighbour(work, one)
    return None


def _neighbour(work: Work, fixture_id: UUID) -> Neighbour:
    row = next(read_rows(work, [fixture_id]))
    return Neighbour(row.id, row.kick_off_date, row.home, row.away)


def _stage_ahead(work: Work, fixture: Fixture) -> Stage:
    """Return the stage that the police have begun, else the one that they begin."""
    query = select(RiskAssessment.stage, RiskAssessment.decided_at).where(
        RiskAssessment.fixture_id == fixture.id,
        RiskAssessment.rater == Rater.POLICE,
        RiskAssessment.deleted_at.is_(None),
    )
    rows = work.session.execute(query).all()
    begun = [stage for stage, decided_at in rows if decided_at is None]
    if begun:
        return max(begun, key=list(Stage).index)
    rated = [stage for stage, _decided_at in rows]
    return stages_after(rated, has_come=has_come(work, fixture))[0]


def _counts(work: Work, fixture_id: UUID, tasks: int) -> dict[str, int]:
    def count(
        owner: type[Post | RiskAssessment | Commitment],
        *conditions: ColumnElement[bool],
    ) -> int:
        query = select(func.count()).where(
            owner.fixture_id == fixture_id, owner.deleted_at.is_(None), *conditions
        )
        return work.session.scalar(query.select_from(owner)) or 0

    rows = [fixture_id, *parts_of(work, "fixture", {fixture_id})]
    asked = json.dumps([each.hex for each in rows])
    acts = work.connection.execute(_ACTS, (asked,)).fetchone()[0]
    found = {
        "tasks": tasks,
        "liaison": count(Commitment, Commitment.state == CommitmentState.OPEN),
        "risk": count(RiskAssessment),
        "deployment": count(Post),
        "history": acts,
    }
    return {tab: number for tab, number in found.items() if number}

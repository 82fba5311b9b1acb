"""Takes over the deployment of an earlier match."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from sportsec.domain.deployment import DetachmentDraft, PhaseDraft, PostDraft
from sportsec.domain.folding import fold
from sportsec.domain.identity import new_id
from sportsec.domain.phases import Window, carried_over
from sportsec.queries.deployment import usual_windows
from sportsec.queries.drafts import draft_of
from sportsec.services.deployment import assign, plan_phases, set_phase
from sportsec.services.drafts import apply_draft
from sportsec.store.base import Record
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Copied:
    """What was taken over from another match.

    Args:
        phases: Whose hours are no longer the usual ones of the match.
    """

    posts: int
    detachments: int
    phases: int = 0


def copy_deployment(
    work: Work, from_fixture: UUID, to_fixture: UUID, *, with_detachments: bool = True
) -> Copied:
    """Take over the deployment of another match, usually the last at the venue.

    Times move with the kick-off; hours of a phase that nobody had set are the usual
    ones of this match. What is there already stays, hours of phases as well: a post of
    the same code and phase is not copied, a detachment of the same call sign is used
    instead. At another venue, posts keep their codes and texts but no sector, no gate.

    Raises:
        NotFound: One of the fixtures was deleted.
    """
    source, target = work.get(Fixture, from_fixture), work.get(Fixture, to_fixture)
    by = _between(source.kick_off_at, target.kick_off_at)
    phases = 0 if by is None else _copy_phases(work, source, target, by)
    posts = _copy_posts(work, source, target)
    detachments: dict[UUID, UUID] = {}
    copied = 0
    if with_detachments:
        detachments, copied = _copy_detachments(work, source, target, by)
    work.session.flush()
    for row in _rows(work, Assignment, Assignment.post_id.in_(posts)):
        if row.detachment_id in detachments and row.post_id is not None:
            assign(
                work,
                detachments[row.detachment_id],
                posts[row.post_id],
                row.headcount,
            )
    plan_phases(work, to_fixture)
    return Copied(len(posts), copied, phases)


def _copy_phases(work: Work, source: Fixture, target: Fixture, by: timedelta) -> int:
    """Copy hours and objectives; return how many phases have other hours by it."""
    there, here = usual_windows(work, source), usual_windows(work, target)
    own = FixturePhase.fixture_id == target.id
    taken = {row.phase for row in _rows(work, FixturePhase, own)}
    changed = 0
    for row in _rows(work, FixturePhase, FixturePhase.fixture_id == source.id):
        if row.phase in taken or row.starts_at is None or row.ends_at is None:
            continue
        was, usual = Window(row.starts_at, row.ends_at), here[row.phase]
        window = carried_over(was, there[row.phase], usual, by)
        changed += window != usual
        draft = PhaseDraft(window.starts_at, window.ends_at, row.objective)
        set_phase(work, target.id, row.phase, draft)
    return changed


def _copy_posts(work: Work, source: Fixture, target: Fixture) -> dict[UUID, UUID]:
    """Copy the posts that are not there yet; return new ids by old."""
    same_venue = source.venue_id is not None and source.venue_id == target.venue_id
    own = _rows(work, Post, Post.fixture_id == target.id)
    taken = {(row.phase, fold(row.code)) for row in own}
    first = max((row.position for row in own), default=-1) + 1
    copies: dict[UUID, UUID] = {}
    for row in _rows(work, Post, Post.fixture_id == source.id):
        if (row.phase, fold(row.code)) in taken:
            continue
        draft = draft_of(PostDraft, row)
        if not same_venue:
            draft = replace(draft, sector_id=None, gate_id=None)
        position = first + row.position
        copy = Post(id=new_id(), fixture_id=target.id, position=position)
        apply_draft(work.add(copy), draft)
        copies[row.id] = copy.id
    return copies


def _copy_detachments(
    work: Work, source: Fixture, target: Fixture, by: timedelta | None
) -> tuple[dict[UUID, UUID], int]:
    """Copy the detachments; return new ids by old, and how many are new."""
    own = _rows(work, Detachment, Detachment.fixture_id == target.id)
    known = {fold(row.call_sign): row.id for row in own if row.call_sign}
    first = max((row.position for row in own), default=-1) + 1
    copies: dict[UUID, UUID] = {}
    new = 0
    for row in _rows(work, Detachment, Detachment.fixture_id == source.id):
        if fold(row.call_sign) in known:
            copies[row.id] = known[fold(row.call_sign)]
            continue
        draft = replace(
            draft_of(DetachmentDraft, row),
            headcount_present=None,
            arrives_at=_moved(row.arrives_at, by),
            leaves_at=_moved(row.leaves_at, by),
        )
        position = first + row.position
        copy = Detachment(id=new_id(), fixture_id=target.id, position=position)
        apply_draft(work.add(copy), draft)
        copies[row.id] = copy.id
        new += 1
    return copies, new


def _rows(work: Work, kind: type[R], condition: ColumnElement[bool]) -> list[R]:
    """Return the live rows that meet a condition, in a steady order."""
    live = kind.deleted_at.is_(None)
    query = select(kind).where(condition, live).order_by(kind.id)
    return list(work.session.scalars(query))


def _between(one: datetime | None, other: datetime | None) -> timedelta | None:
    return other - one if one is not None and other is not None else None


def _moved(moment: datetime | None, by: timedelta | None) -> datetime | None:
    return moment + by if moment is not None and by is not None else None

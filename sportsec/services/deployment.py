"""Acts on a deployment: detachments, posts, who stands on them, phases."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.deployment import (
    DetachmentDraft,
    Phase,
    PhaseDraft,
    PostDraft,
)
from sportsec.domain.deployment_checks import call_signs, check_detachment, check_post
from sportsec.domain.errors import Invalid
from sportsec.domain.folding import fold
from sportsec.domain.identity import natural_id, new_id
from sportsec.domain.phases import check_phase
from sportsec.domain.problems import Problem, blocking
from sportsec.domain.words import N_
from sportsec.queries.deployment import deployment_plan
from sportsec.services.drafts import apply_draft
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

_PARTS = (Assignment,)


def detachment_problems(
    work: Work,
    fixture_id: UUID,
    draft: DetachmentDraft,
    detachment_id: UUID | None = None,
) -> list[Problem]:
    """Say what is wrong with a detachment, also compared with the others."""
    plan = deployment_plan(work, fixture_id)
    taken = {fold(sign) for sign in call_signs(plan, ignoring=detachment_id)}
    return check_detachment(draft, taken)


def post_problems(
    work: Work, fixture_id: UUID, draft: PostDraft, post_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a post, also compared with the others."""
    posts = deployment_plan(work, fixture_id).posts
    return check_post(draft, [post for post in posts if post.id != post_id])


def add_detachment(work: Work, fixture_id: UUID, draft: DetachmentDraft) -> UUID:
    """Add a detachment to a match and return its id.

    Raises:
        NotFound: The fixture was deleted.
        Invalid: A rule is broken.
    """
    _refuse(detachment_problems(work, fixture_id, draft))
    position = _next_position(work, Detachment, fixture_id)
    record = Detachment(id=new_id(), fixture_id=fixture_id, position=position)
    apply_draft(work.add(record), draft)
    plan_phases(work, fixture_id)
    return record.id


def revise_detachment(
    work: Work, detachment_id: UUID, draft: DetachmentDraft, *, seen: DetachmentDraft
) -> None:
    """Write what the officer changed.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Detachment, detachment_id)
    fixture_id = work.get(Fixture, record.fixture_id).id
    _refuse(detachment_problems(work, fixture_id, draft, detachment_id))
    apply_draft(record, draft, seen)


def delete_detachment(work: Work, detachment_id: UUID) -> None:
    """Take a detachment and what it was assigned to out of the plan."""
    put_in_trash(work, work.get(Detachment, detachment_id), _PARTS)


def restore_detachment(work: Work, detachment_id: UUID) -> None:
    """Bring a detachment back to its posts."""
    take_from_trash(work, Detachment, detachment_id, _PARTS)


def add_post(work: Work, fixture_id: UUID, draft: PostDraft) -> UUID:
    """Add a post to a match and return its id.

    Raises:
        NotFound: The fixture was deleted.
        Invalid: A rule is broken.
    """
    _refuse(post_problems(work, fixture_id, draft))
    position = _next_position(work, Post, fixture_id)
    record = Post(id=new_id(), fixture_id=fixture_id, position=position)
    apply_draft(work.add(record), draft)
    plan_phases(work, fixture_id)
    return record.id


def revise_post(
    work: Work, post_id: UUID, draft: PostDraft, *, seen: PostDraft
) -> None:
    """Write what the officer changed.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Post, post_id)
    fixture_id = work.get(Fixture, record.fixture_id).id
    _refuse(post_problems(work, fixture_id, draft, post_id))
    apply_draft(record, draft, seen)


def delete_post(work: Work, post_id: UUID) -> None:
    """Take a post and who stood on it out of the plan."""
    put_in_trash(work, work.get(Post, post_id), _PARTS)


def restore_post(work: Work, post_id: UUID) -> None:
    """Bring a post and who stood on it back."""
    take_from_trash(work, Post, post_id, _PARTS)


def repeat_post(work: Work, post_id: UUID, phase: Phase) -> UUID:
    """Hold the same place in another phase too, with the same officers.

    Raises:
        NotFound: The post was deleted meanwhile.
        Invalid: It is held in that phase already.
    """
    post = work.get(Post, post_id)
    fixture_id = work.get(Fixture, post.fixture_id).id
    line = next(p for p in deployment_plan(work, fixture_id).posts if p.id == post_id)
    repeated = PostDraft(
        phase=phase,
        code=line.draft.code,
        sector_id=line.draft.sector_id,
        gate_id=line.draft.gate_id,
        place=line.draft.place,
        task=line.draft.task,
        headcount_needed=line.draft.headcount_needed,
        relief=line.draft.relief,
        equipment=line.draft.equipment,
    )
    copy_id = add_post(work, fixture_id, repeated)
    work.session.flush()
    on_it = deployment_plan(work, fixture_id).by_post.get(post_id, {})
    for detachment_id, headcount in on_it.items():
        assign(work, detachment_id, copy_id, headcount)
    return copy_id


def assign(
    work: Work, detachment_id: UUID, post_id: UUID, headcount: int | None
) -> None:
    """Put so many officers of a detachment on a post; none takes it off the post.

    More than the detachment has or the post needs is allowed and shown as a problem:
    plans are made in steps.

    Raises:
        NotFound: The detachment or the post was deleted meanwhile.
        Invalid: They belong to different matches, or the figure is below zero.
    """
    detachment, post = work.get(Detachment, detachment_id), work.get(Post, post_id)
    if detachment.fixture_id != post.fixture_id:
        text = N_("The detachment belongs to another match")
        raise Invalid([Problem("detachment_id", text)])
    if (headcount or 0) < 0:
        text = N_("A figure below zero makes no sense")
        raise Invalid([Problem("headcount", text)])
    key = natural_id("assignment", detachment_id.hex, post_id.hex)
    record = work.session.get(Assignment, key)
    if not headcount:
        if record is not None and record.deleted_at is None:
            work.delete(record)
        return
    if record is None:
        record = Assignment(id=key, detachment_id=detachment_id, post_id=post_id)
        work.add(record)
    record.headcount, record.deleted_at = headcount, None


def set_phase(
    work: Work,
    fixture_id: UUID,
    phase: Phase,
    draft: PhaseDraft,
    *,
    seen: PhaseDraft | None = None,
) -> None:
    """Say when a phase begins and ends and what it is to achieve.

    Raises:
        NotFound: The fixture was deleted.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: It ends before it begins.
    """
    _refuse(check_phase(draft))
    work.get(Fixture, fixture_id)
    key = natural_id("fixture_phase", fixture_id.hex, phase)
    record = work.session.get(FixturePhase, key)
    if record is None:
        record = work.add(FixturePhase(id=key, fixture_id=fixture_id, phase=phase))
        seen = None
    record.deleted_at = None
    apply_draft(record, draft, seen)


def plan_phases(work: Work, fixture_id: UUID) -> None:
    """Store the usual window of each phase that has none, once the hour is known."""
    stored = select(func.count()).where(
        FixturePhase.fixture_id == fixture_id, FixturePhase.deleted_at.is_(None)
    )
    if work.session.scalar(stored) == len(Phase):
        return
    plan = deployment_plan(work, fixture_id)
    for phase, window in plan.windows.items():
        if phase not in plan.stored:
            objective = plan.objectives.get(phase, PhaseDraft().objective)
            draft = PhaseDraft(window.starts_at, window.ends_at, objective)
            set_phase(work, fixture_id, phase, draft)


def _refuse(problems: list[Problem]) -> None:
    if blocking(problems):
        raise Invalid(blocking(problems))


def _next_position(work: Work, part: type[Detachment | Post], fixture_id: UUID) -> int:
    query = select(func.max(part.position)).where(part.fixture_id == fixture_id)
    last = work.session.scalar(query)
    return 0 if last is None else last + 1

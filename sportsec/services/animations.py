"""Acts on requests for tifos: written down, answered, checked on the day."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.animation_rules import (
    check_answer,
    check_conformity,
    check_request,
    is_changed_in_substance,
    without_idle_words,
)
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnswerDraft,
    ConformityDraft,
)
from sportsec.domain.identity import new_id
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_
from sportsec.queries.animations import request_facts
from sportsec.queries.clock import local_day
from sportsec.queries.drafts import draft_of
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def request_problems(
    work: Work, fixture_id: UUID, draft: AnimationDraft, request_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a request, also that its answer will no longer hold."""
    found = check_request(draft, request_facts(work, fixture_id, draft))
    if request_id is not None:
        request = work.get(AnimationRequest, request_id)
        if _asks_for_other(request, draft):
            text = N_("It was answered: as it stands now it must be answered anew")
            found.append(warning(None, text))
    return found


def add_request(work: Work, fixture_id: UUID, draft: AnimationDraft) -> UUID:
    """Write down what a group asks for, and return the request's id.

    Raises:
        NotFound: The match was deleted.
        Invalid: A rule is broken.
    """
    fixture = work.get(Fixture, fixture_id)
    refuse_blocking(request_problems(work, fixture_id, draft))
    if draft.requested_on is None:
        draft = replace(draft, requested_on=local_day(work))
    request = work.add(AnimationRequest(id=new_id(), fixture_id=fixture.id))
    apply_draft(request, draft)
    return request.id


def revise_request(
    work: Work, request_id: UUID, draft: AnimationDraft, *, seen: AnimationDraft
) -> bool:
    """Write what changed in a request; return whether it is to be answered anew.

    An answer holds for what was asked: where other words, another place or another
    size are asked for, the request waits for its answer again.

    Args:
        seen: The request as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    request = work.get(AnimationRequest, request_id)
    if request.fixture_id is not None:
        refuse_blocking(request_problems(work, request.fixture_id, draft, request_id))
    is_open_again = _asks_for_other(request, draft)
    apply_draft(request, draft, seen)
    if is_open_again:
        request.decision = AnimationDecision.PENDING
        request.decided_by, request.decided_at = "", None
    return is_open_again


def answer_problems(work: Work, request_id: UUID, draft: AnswerDraft) -> list[Problem]:
    """Say what is wrong with an answer to a request."""
    request = work.get(AnimationRequest, request_id)
    return check_answer(draft, draft_of(AnimationDraft, request))


def answer_request(
    work: Work, request_id: UUID, draft: AnswerDraft, *, seen: AnswerDraft
) -> None:
    """Answer a request, or answer it otherwise; the moment is noted.

    Conditions stay only with an answer that has some, a reason with a refusal.

    Args:
        seen: The answer as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody answered otherwise meanwhile.
        Invalid: A rule is broken.
    """
    request = work.get(AnimationRequest, request_id)
    refuse_blocking(answer_problems(work, request_id, draft))
    draft = without_idle_words(draft)
    if apply_draft(request, draft, seen):
        is_open = draft.decision is AnimationDecision.PENDING
        request.decided_at = None if is_open else work.now


def withdraw_request(work: Work, request_id: UUID) -> None:
    """Note that the group does not ask for it any more.

    Raises:
        NotFound: It was deleted meanwhile.
    """
    request = work.get(AnimationRequest, request_id)
    request.decision = AnimationDecision.WITHDRAWN
    request.decided_by, request.decided_at = "", work.now


def conformity_problems(
    work: Work, request_id: UUID, draft: ConformityDraft
) -> list[Problem]:
    """Say what is wrong with what was seen on the day."""
    request = work.get(AnimationRequest, request_id)
    if request.fixture_id is None:
        return []
    asked = draft_of(AnimationDraft, request)
    facts = request_facts(work, request.fixture_id, asked)
    return check_conformity(draft, request.decision, facts)


def check_on_the_day(
    work: Work, request_id: UUID, draft: ConformityDraft, *, seen: ConformityDraft
) -> None:
    """Note whether what hung was what had been authorised.

    Args:
        seen: What stood there as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody noted otherwise meanwhile.
        Invalid: A rule is broken.
    """
    request = work.get(AnimationRequest, request_id)
    refuse_blocking(conformity_problems(work, request_id, draft))
    apply_draft(request, draft, seen)


def delete_request(work: Work, request_id: UUID) -> None:
    """Delete a request that was written down by mistake."""
    put_in_trash(work, work.get(AnimationRequest, request_id))


def restore_request(work: Work, request_id: UUID) -> None:
    """Bring a deleted request back."""
    take_from_trash(work, AnimationRequest, request_id)


def _asks_for_other(request: AnimationRequest, draft: AnimationDraft) -> bool:
    """Say whether an answered request would become another one."""
    if request.decision is AnimationDecision.PENDING:
        return False
    return is_changed_in_substance(draft, draft_of(AnimationDraft, request))

"""What an officer enters about a deployment."""

from __future__ import annotations

from sportsec.domain.deployment import DetachmentDraft, Phase, PhaseDraft, PostDraft


def test_the_phases_are_in_the_order_of_the_day() -> None:
    assert [phase.value for phase in Phase] == sorted(phase.value for phase in Phase)


def test_a_new_draft_claims_nothing() -> None:
    assert DetachmentDraft().headcount is None
    assert PostDraft().headcount_needed is None
    assert PhaseDraft().starts_at is None

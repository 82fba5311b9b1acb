"""What is asked of a call, and in which order an officer calls people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.liaison import (
    CALLED_FIRST,
    CallPlace,
    LiaisonDraft,
    check_entry,
    in_calling_order,
)
from sportsec.domain.people import ContactRole, Freshness
from sportsec.domain.problems import Level

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
CALL = LiaisonDraft(contact_id=uuid4(), gist="120 stewards", happened_at=NOW)
places, roles = st.sampled_from(CallPlace), st.sampled_from(ContactRole)
reliances = st.sampled_from(Freshness)


def found(draft: LiaisonDraft) -> dict[str | None, Level]:
    return {each.field: each.level for each in check_entry(draft, NOW)}


def test_a_call_with_somebody_about_something_is_fine() -> None:
    assert found(CALL) == {}
    assert found(replace(CALL, happened_at=None)) == {}


def test_a_call_is_with_a_contact_or_with_a_name() -> None:
    nobody = replace(CALL, contact_id=None)
    assert found(nobody) == {"contact_id": Level.BLOCK}
    assert found(replace(nobody, with_whom="The caretaker")) == {}


def test_what_was_said_is_needed_if_somebody_answered() -> None:
    mute = replace(CALL, gist=" ")
    assert found(mute) == {"gist": Level.BLOCK}
    assert found(replace(mute, is_reached=False)) == {}


def test_a_call_was_made_already_but_clocks_may_differ() -> None:
    assert found(replace(CALL, happened_at=NOW + timedelta(minutes=5))) == {}
    later = replace(CALL, happened_at=NOW + timedelta(hours=1))
    assert found(later) == {"happened_at": Level.BLOCK}


def test_who_answers_for_safety_is_called_before_the_president() -> None:
    safety, president = (
        in_calling_order(CallPlace.HOME_CLUB, role, Freshness.FRESH)
        for role in (ContactRole.SAFETY_OFFICER, ContactRole.PRESIDENT)
    )
    assert safety < president


def test_each_function_stands_once_in_the_order() -> None:
    assert len(set(CALLED_FIRST)) == len(CALLED_FIRST)


@given(place=places, other=places, role=roles, its=roles, far=reliances, near=reliances)
def test_who_is_not_in_office_comes_after_all_others(
    place: CallPlace,
    other: CallPlace,
    role: ContactRole,
    its: ContactRole,
    far: Freshness,
    near: Freshness,
) -> None:
    out = {Freshness.EXPIRED, Freshness.FUTURE}
    first = in_calling_order(place, role, far)
    second = in_calling_order(other, its, near)
    if far not in out and near in out:
        assert first < second
    if (far in out) == (near in out) and place is not other:
        assert (first < second) == (
            list(CallPlace).index(place) < list(CallPlace).index(other)
        )

"""What was typed comes back as it was."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.fixtures import AttendanceRegime, FixtureDraft, Stake
from sportsec.domain.groups import GroupDraft
from sportsec.domain.kept_drafts import from_text, to_text
from sportsec.domain.people import ContactDraft
from sportsec.domain.venues import VenueDraft
from sportsec.domain.words import Words

DRAFTS = [FixtureDraft(), GroupDraft(), ContactDraft(), VenueDraft()]


def back(draft: object) -> dict[str, object]:
    names = [field.name for field in fields(draft)]  # type: ignore[arg-type]
    return dict(from_text(to_text(draft, names), type(draft)))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: type(draft).__name__)
def test_an_untouched_draft_comes_back(draft: object) -> None:
    assert replace(draft, **back(draft)) == draft  # type: ignore[type-var]


def test_every_kind_of_value_comes_back() -> None:
    draft = FixtureDraft(
        kick_off_date=date(2026, 11, 28),
        kick_off_at=datetime(2026, 11, 28, 19, tzinfo=UTC),
        home_club_id=UUID(int=7),
        capacity_allowed=12_000,
        attendance_regime=list(AttendanceRegime)[-1],
        stakes=tuple(Stake)[:2],
        key_messages=Words(ar="رسالة", fr="message"),
    )
    assert replace(draft, **back(draft)) == draft


@given(st.text())
def test_damaged_text_is_refused(text: str) -> None:
    try:
        from_text(text, FixtureDraft)
    except ValueError:
        return


@pytest.mark.parametrize(
    "text", ['{"stakes": [1]}', '{"kick_off_date": 3}', '{"key_messages": "x"}', "[]"]
)
def test_what_another_version_wrote_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_text(text, FixtureDraft)

"""What minutes are read from, and which meeting is meant by what was typed."""

from __future__ import annotations

from uuid import uuid4

import pytest

from sportsec.domain.commitments import CommitmentKind
from sportsec.domain.errors import NotFound
from sportsec.domain.meetings import MeetingStatus, ParticipantDraft
from sportsec.domain.people import OrganisationKind
from sportsec.queries.minutes import meeting_named, minutes_rows
from sportsec.services.meetings import add_participant
from sportsec.store.work import Work
from tests.builders import NOW
from tests.data.meetings.samples import (
    YESTERDAY,
    a_body,
    a_city,
    a_decision,
    a_meeting,
)

HELD = {"meets_at": YESTERDAY, "status": MeetingStatus.HELD}


def test_minutes_hold_all_that_the_paper_says(work: Work) -> None:
    match = a_city(work).match
    one = a_meeting(work, match.id, **HELD)
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital")
    draft = ParticipantDraft(organisation_id=body, function="Autorité chargée du sport")
    add_participant(work, one, draft)
    a_decision(work, one, "By name")
    a_decision(work, one, "No flares", kind=CommitmentKind.PROMISE, is_ours=True)
    rows = minutes_rows(work, one)
    assert rows.match is not None
    assert rows.match.id == match.id
    assert [row.wording for row in rows.decisions] == ["By name"]
    assert [row.wording for row in rows.promises] == ["No flares"]
    (person,) = rows.participants
    assert person.function.en == "Sport authority"
    assert rows.printed_at == NOW


def test_minutes_of_the_season_have_no_match(work: Work) -> None:
    assert minutes_rows(work, a_meeting(work)).match is None


def test_a_meeting_is_named_by_itself_by_its_match_or_as_the_latest(
    work: Work,
) -> None:
    match = a_city(work).match
    match.ref_no = "SS-17"
    planned = a_meeting(work, match.id)
    held = a_meeting(work, match.id, **HELD)
    season = a_meeting(work)
    work.session.flush()
    assert meeting_named(work, str(planned)) == planned
    assert meeting_named(work, "SS-17") == held
    assert meeting_named(work, str(match.id)) == held
    assert meeting_named(work, "latest") == held
    assert meeting_named(work, str(season)) == season


def test_what_names_no_meeting_is_said_to_be_unknown(work: Work) -> None:
    match = a_city(work).match
    for text, kind in (
        *(("latest", "meeting"), (str(match.id), "meeting")),
        *((str(uuid4()), "fixture"), ("nonsense", "fixture")),
    ):
        with pytest.raises(NotFound) as caught:
            meeting_named(work, text)
        assert caught.value.kind == kind

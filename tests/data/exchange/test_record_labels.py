"""What any record is called, out of the database."""

from __future__ import annotations

from datetime import date

from sportsec.domain.deployment import Phase
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.identity import new_id
from sportsec.domain.meetings import MeetingKind, ParticipantDraft
from sportsec.domain.people import OrganisationKind
from sportsec.domain.words import Words
from sportsec.queries.record_labels import label_of, labels_of
from sportsec.services.meetings import add_participant
from sportsec.store.tables.deployment import Assignment, Detachment, FixturePhase, Post
from sportsec.store.tables.fixtures import Estimate
from sportsec.store.tables.groups import GroupRelation
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import (
    a_club,
    a_fixture,
    a_gate,
    a_group,
    a_season,
    a_sector,
    a_venue,
)
from tests.data.meetings.samples import a_body, a_meeting, a_person


def called(work: Work, record: object) -> str:
    work.session.flush()
    return label_of(work, record.__tablename__, record.id).pick("en")  # type: ignore[attr-defined]


def test_a_match_is_its_sides_and_its_day(work: Work) -> None:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))
    assert called(work, match) == "Atlas – Ocean · 05/12/2026"
    match.away_club_id = None
    assert called(work, match) == "Atlas – ? · 05/12/2026"


def test_parts_of_a_match_say_which_match(work: Work) -> None:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))
    work.session.flush()
    detachment = work.add(Detachment(fixture_id=match.id, call_sign="Sierra 1"))
    post = work.add(Post(fixture_id=match.id, code="N3"))
    assert called(work, detachment) == "Sierra 1 · Atlas – Ocean · 05/12/2026"
    assert called(work, post) == "N3 · Atlas – Ocean · 05/12/2026"
    work.session.flush()
    both = work.add(Assignment(detachment_id=detachment.id, post_id=post.id))
    assert called(work, both).startswith("Sierra 1 · Atlas – Ocean")
    phase = work.add(FixturePhase(fixture_id=match.id, phase=Phase.P1))
    assert called(work, phase).endswith("Atlas – Ocean · 05/12/2026")
    kind = EstimateKind.ATTENDANCE
    estimate = work.add(Estimate(fixture_id=match.id, kind=kind))
    assert called(work, estimate).endswith("Atlas – Ocean · 05/12/2026")


def test_places_and_people_have_their_names(work: Work) -> None:
    sector = a_sector(work, a_venue(work, "Stade"), "N", name=Words(fr="Nord"))
    assert called(work, sector) == "N Nord · Stade"
    assert called(work, a_gate(work, sector, "P1")) == "P1 · Stade"
    assert called(work, a_season(work, "2026-2027")) == "2026-2027"
    club = a_club(work, "Atlas")
    one, other = a_group(work, club, "Alpha"), a_group(work, club, "Beta")
    work.session.flush()
    relation = work.add(GroupRelation(group_id=one.id, other_group_id=other.id))
    assert called(work, relation) == "Alpha – Beta"
    person = work.add(Contact(name_ar="سعيد", name_latin="Saïd"))
    work.session.flush()
    assert label_of(work, "contact", person.id) == Words("سعيد", "Saïd", "Saïd")


def test_what_is_not_there_has_no_label(work: Work) -> None:
    assert labels_of(work, "club", [new_id()]) == {}
    assert labels_of(work, "shuttle", [new_id()]) == {}


def test_the_day_of_a_match_is_part_of_its_name(work: Work) -> None:
    match = a_fixture(
        *(work, a_club(work, "A"), a_club(work, "B")), kick_off_date=date(2027, 1, 9)
    )
    assert called(work, match).endswith("09/01/2027")


def test_participants_are_called_by_name_organisation_or_function(work: Work) -> None:
    meeting = a_meeting(work, kind=MeetingKind.CLUB)
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital")
    seats = [
        add_participant(work, meeting, draft)
        for draft in (
            ParticipantDraft(contact_id=a_person(work, "Médecin")),
            ParticipantDraft(person="Foulane", organisation_id=body),
            ParticipantDraft(organisation_id=body, function="Doctor"),
            ParticipantDraft(function="Magistrate"),
        )
    ]
    work.session.flush()
    labels = labels_of(work, "participant", seats)
    assert [labels[seat].fr for seat in seats] == [
        "Médecin · Réunion avec un club",
        "Foulane · Réunion avec un club",
        "Hôpital · Réunion avec un club",
        "Magistrate · Réunion avec un club",
    ]

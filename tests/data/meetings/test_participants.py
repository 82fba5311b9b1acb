"""Who comes to a meeting: written down, proposed from the directory, present or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.meetings import (
    NOBODY_CAME_YET,
    MeetingKind,
    ParticipantDraft,
    Presence,
)
from sportsec.domain.people import ContactRole, OrganisationKind
from sportsec.domain.words import Words
from sportsec.queries.meetings import meeting_draft, meeting_file
from sportsec.queries.participants import participant_draft
from sportsec.queries.usual_participants import proposed
from sportsec.services.meetings import (
    Attendance,
    add_participant,
    all_came,
    delete_participant,
    invite_usual,
    participant_problems,
    restore_participant,
    revise_meeting,
    revise_participant,
    set_presence,
)
from sportsec.services.people import delete_contact
from sportsec.store.work import Work
from tests.builders import NOW, a_group
from tests.data.meetings.samples import (
    TOMORROW,
    YESTERDAY,
    a_body,
    a_city,
    a_meeting,
    a_person,
)

CAME = Presence.PRESENT
DRAFT = ParticipantDraft(person="Foulane", function="Secretary")


def functions(work: Work, meeting: UUID) -> list[str]:
    return [row.function.en for row in meeting_file(work, meeting).participants]


def test_a_participant_is_a_contact_with_place_and_number_or_a_name(work: Work) -> None:
    one = a_meeting(work)
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital")
    person = a_person(work, "Médecin", organisation_id=body)
    add_participant(work, one, ParticipantDraft(contact_id=person))
    add_participant(work, one, DRAFT)
    contact, written = meeting_file(work, one).participants
    assert (contact.name.fr, contact.body.fr) == ("Médecin", "Hôpital")
    assert contact.phone == "+212661234567"
    assert (written.name.ar, written.function.ar) == ("Foulane", "Secretary")


def test_a_participant_is_revised_taken_off_and_put_back(work: Work) -> None:
    one = a_meeting(work)
    person = add_participant(work, one, DRAFT)
    seen = participant_draft(work, person)
    revise_participant(work, person, replace(seen, function="Chair"), seen=seen)
    assert functions(work, one) == ["Chair"]
    delete_participant(work, person)
    assert functions(work, one) == []
    restore_participant(work, person)
    assert functions(work, one) == ["Chair"]


def test_the_same_contact_is_not_invited_twice(work: Work) -> None:
    one = a_meeting(work)
    draft = ParticipantDraft(contact_id=a_person(work, "Médecin"))
    own = add_participant(work, one, draft)
    with pytest.raises(Invalid):
        add_participant(work, one, draft)
    assert participant_problems(work, one, draft, own) == []


def test_who_is_listed_cannot_be_deleted_from_the_directory(work: Work) -> None:
    person = a_person(work, "Médecin")
    add_participant(work, a_meeting(work), ParticipantDraft(contact_id=person))
    with pytest.raises(Invalid) as caught:
        delete_contact(work, person)
    assert "Meetings" in caught.value.problems[0].message


def test_presence_is_noted_one_by_one_or_of_all_who_are_left(work: Work) -> None:
    one = a_meeting(work, meets_at=YESTERDAY)
    first = add_participant(work, one, DRAFT)
    add_participant(work, one, replace(DRAFT, person="Foulana"))
    set_presence(work, first, Presence.EXCUSED)
    assert all_came(work, one) == Attendance(1, 0)
    assert [row.presence for row in meeting_file(work, one).participants] == [
        Presence.EXCUSED,
        Presence.PRESENT,
    ]
    assert all_came(work, one) == Attendance(0, 0)


def test_nobody_is_said_to_have_come_for_whom_no_name_stands(work: Work) -> None:
    one = a_meeting(work, meets_at=YESTERDAY)
    add_participant(work, one, DRAFT)
    add_participant(work, one, ParticipantDraft(function="Magistrate"))
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital")
    add_participant(work, one, ParticipantDraft(organisation_id=body))
    person = a_person(work, "Médecin")
    add_participant(work, one, ParticipantDraft(contact_id=person))
    assert all_came(work, one) == Attendance(noted=2, nameless=2)
    assert [
        (row.is_named, row.presence is CAME)
        for row in meeting_file(work, one).participants
    ] == [(True, True), (False, False), (False, False), (True, True)]


def test_before_it_begins_one_may_be_excused_but_not_present(work: Work) -> None:
    one = a_meeting(work, meets_at=TOMORROW)
    person = add_participant(work, one, DRAFT)
    set_presence(work, person, Presence.EXCUSED)
    for early in (
        lambda: set_presence(work, person, Presence.PRESENT),
        lambda: set_presence(work, person, Presence.ABSENT),
        lambda: all_came(work, one),
        lambda: add_participant(work, one, replace(DRAFT, presence=CAME)),
    ):
        with pytest.raises(Invalid) as caught:
            early()
        assert caught.value.problems[0].message == NOBODY_CAME_YET
    assert participant_draft(work, person).presence is Presence.EXCUSED


def test_who_came_is_still_edited_once_the_meeting_is_put_off(work: Work) -> None:
    one = a_meeting(work, meets_at=YESTERDAY)
    person = add_participant(work, one, replace(DRAFT, presence=CAME))
    seen = meeting_draft(work, one)
    revise_meeting(work, one, replace(seen, meets_at=TOMORROW), seen=seen)
    was = participant_draft(work, person)
    revise_participant(work, person, replace(was, function="Chair"), seen=was)
    assert functions(work, one) == ["Chair"]


def test_nobody_is_invited_to_a_meeting_that_is_gone(work: Work) -> None:
    for act in (proposed, all_came):
        with pytest.raises(NotFound):
            act(work, a_person(work, "Médecin"))


# ---- whom one usually invites


def test_members_of_the_commission_are_listed_even_if_nobody_is_known(
    work: Work,
) -> None:
    one = a_meeting(work, kind=MeetingKind.LOCAL_COMMISSION)
    assert invite_usual(work, one, "en") == 7
    assert functions(work, one) == [
        *("Governor or his delegate", "Sport authority", "National police"),
        *("Royal Gendarmerie", "Auxiliary Forces", "Civil Protection", "Magistrate"),
    ]
    assert invite_usual(work, one, "fr") == 0  # in another language they are the same


def test_organisations_of_the_city_come_with_who_speaks_for_them(work: Work) -> None:
    city = a_city(work)
    elsewhere = a_body(
        work, OrganisationKind.HEALTH, "Hôpital d'Agadir", city=Words(fr="Agadir")
    )
    a_person(work, "Loin", ContactRole.EMERGENCY_DOCTOR, organisation_id=elsewhere)
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital de Fès")
    clerk = a_person(work, "Secrétaire", organisation_id=body)
    doctor = a_person(
        work, "Urgentiste", ContactRole.EMERGENCY_DOCTOR, organisation_id=body
    )
    one = a_meeting(work, city.match.id, kind=MeetingKind.DEBRIEF)
    found = [each.draft.contact_id for each in proposed(work, one)]
    assert doctor in found
    assert clerk not in found
    assert elsewhere not in {each.draft.organisation_id for each in proposed(work, one)}


def test_a_body_of_no_city_serves_the_whole_country(work: Work) -> None:
    city = a_city(work)
    league = a_body(work, OrganisationKind.LEAGUE, "Ligue", city=Words())
    one = a_meeting(work, city.match.id, kind=MeetingKind.LOCAL_COMMISSION)
    assert league in {each.draft.organisation_id for each in proposed(work, one)}


def test_each_club_sends_who_fits_best_or_is_named(work: Work) -> None:
    city = a_city(work)
    a_person(work, "Président", ContactRole.PRESIDENT, club_id=city.home.id)
    officer = a_person(
        work, "Responsable", ContactRole.SAFETY_OFFICER, club_id=city.home.id
    )
    one = a_meeting(work, city.match.id, kind=MeetingKind.LOCAL_COMMISSION)
    found = proposed(work, one)
    assert officer in {each.draft.contact_id for each in found}
    said = [each.function.en for each in found if each.draft.contact_id is None]
    assert "Club safety and security officer · Rif Club" in said
    assert "Club safety and security officer · Atlas Club" not in said


def test_the_stadium_sends_its_director(work: Work) -> None:
    city = a_city(work)
    director = a_person(
        *(work, "Directeur", ContactRole.STADIUM_DIRECTOR),
        venue_id=city.match.venue_id,
    )
    clerk = a_person(work, "Guichet", venue_id=city.match.venue_id)
    one = a_meeting(work, city.match.id)
    found = {each.draft.contact_id for each in proposed(work, one)}
    assert director in found
    assert clerk not in found


def test_without_a_stadium_the_city_is_that_of_the_home_club(work: Work) -> None:
    city = a_city(work)
    city.match.venue_id = None
    body = a_body(work, OrganisationKind.HEALTH, "Hôpital de Fès")
    one = a_meeting(work, city.match.id)
    assert body in {each.draft.organisation_id for each in proposed(work, one)}


def test_whose_mandate_is_over_on_the_day_is_not_invited(work: Work) -> None:
    city = a_city(work)
    gone = a_person(
        *(work, "Ancien", ContactRole.SAFETY_OFFICER),
        club_id=city.home.id,
        valid_to=NOW.date() - timedelta(1),
    )
    one = a_meeting(work, city.match.id)
    assert gone not in {each.draft.contact_id for each in proposed(work, one)}


def test_groups_come_through_those_whom_they_named(work: Work) -> None:
    city = a_city(work)
    group = a_group(work, city.home)
    work.session.flush()
    speaker = a_person(
        work, "Porte-parole", ContactRole.SPOKESPERSON, group_id=group.id
    )
    one = a_meeting(work, city.match.id, kind=MeetingKind.SUPPORTERS)
    assert speaker in {each.draft.contact_id for each in proposed(work, one)}


def test_a_group_that_has_named_nobody_is_on_the_list_by_its_name(work: Work) -> None:
    city = a_city(work)
    a_group(work, city.home)
    work.session.flush()
    one = a_meeting(work, city.match.id, kind=MeetingKind.SUPPORTERS)
    invite_usual(work, one, "en")
    assert "Group spokesperson · Group Alpha" in functions(work, one)
    assert proposed(work, one) == ()


def test_the_commander_sits_at_the_technical_meeting(work: Work) -> None:
    city = a_city(work)
    city.match.commander_id = a_person(work, "Chef", ContactRole.MATCH_COMMANDER)
    one = a_meeting(work, city.match.id)
    assert proposed(work, one)[0].draft.contact_id == city.match.commander_id
    invite_usual(work, one, "fr")
    assert proposed(work, one) == ()


def test_beside_the_commander_of_the_match_no_other_commander_is_invited(
    work: Work,
) -> None:
    city = a_city(work)
    police = a_body(work, OrganisationKind.POLICE, "Sûreté de Fès")
    role = ContactRole.MATCH_COMMANDER
    first = a_person(work, "Premier", role, organisation_id=police)
    second = a_person(work, "Second", role, organisation_id=police)
    for kind in (MeetingKind.LOCAL_COMMISSION, MeetingKind.TECHNICAL):
        for chosen, other in ((first, second), (second, first)):
            city.match.commander_id = chosen
            one = a_meeting(work, city.match.id, kind=kind)
            found = [each.draft.contact_id for each in proposed(work, one)]
            assert found.count(chosen) == 1
            assert other not in found

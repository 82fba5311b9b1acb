"""Meetings and calls are found by kind, day, place, people, clubs and what was said."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from sportsec.domain.arranged import kind_words
from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.folding import fold
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.meetings import MeetingDraft, MeetingKind, ParticipantDraft
from sportsec.domain.people import OrganisationKind
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.queries.search import recall, search
from sportsec.queries.search_hits import Hit
from sportsec.services.commitments import add_commitment
from sportsec.services.liaison import add_entry
from sportsec.services.meetings import add_meeting, add_participant, delete_meeting
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.units import Command
from sportsec.store.work import Work
from tests.builders import NOW
from tests.data.meetings.samples import a_body, a_city, a_person


def found(work: Work, text: str) -> list[Hit]:
    work.session.flush()
    return search(work, text)


def ids(work: Work, text: str) -> set[UUID]:
    return {hit.id for hit in found(work, text)}


DAY = NOW + timedelta(days=9)
SHORT = f"{DAY.day}/{DAY.month}"
PAST = NOW - timedelta(days=9)
PAST_SHORT = f"{PAST.day}/{PAST.month}"


@pytest.mark.parametrize(
    "typed",
    [
        f"commission {SHORT}",
        "commission locale",
        "اجتماع",
        "اللجنة المحليه",
        SHORT,
        f"{DAY:%d/%m}",
        "wilaya portes",
        "porte b",
        "protection civile",
        "rif commission",
        "comission",
    ],
)
def test_a_meeting_is_found_by_what_is_known_of_it(work: Work, typed: str) -> None:
    city = a_city(work)
    body = a_body(work, OrganisationKind.OTHER, "Protection civile")
    meeting = add_meeting(
        work,
        MeetingDraft(
            fixture_id=city.match.id,
            meets_at=DAY,
            place="Siège de la Wilaya",
            agenda="Portes\nPorte B",
        ),
    )
    add_participant(work, meeting, ParticipantDraft(organisation_id=body))
    assert meeting in ids(work, typed)


def test_a_meeting_shows_kind_day_and_match(work: Work) -> None:
    city = a_city(work)
    meeting = add_meeting(work, MeetingDraft(fixture_id=city.match.id, meets_at=DAY))
    (hit,) = [each for each in found(work, "commission") if each.id == meeting]
    assert (hit.kind, hit.title.fr) == ("meeting", "Commission locale")
    assert f"{DAY:%d/%m}" in hit.subtitle.fr
    assert "Rif Club" in hit.subtitle.fr
    assert recall(work, [meeting]) == [hit]
    delete_meeting(work, meeting)
    assert meeting not in ids(work, "commission")


def test_a_promise_shows_the_day_due_the_match_and_who_is_bound(work: Work) -> None:
    city = a_city(work)
    body = a_body(work, OrganisationKind.OTHER, "Protection civile")
    draft = CommitmentDraft(
        fixture_id=city.match.id,
        organisation_id=body,
        wording="Ambulance de plus",
        due_on=DAY.date(),
    )
    promise = add_commitment(work, draft)
    (hit,) = [each for each in found(work, "ambulance") if each.id == promise]
    assert hit.title.fr == "Ambulance de plus"
    assert f"{DAY:%d/%m}" in hit.subtitle.fr
    assert "Rif Club" in hit.subtitle.fr
    assert "Protection civile" in hit.subtitle.fr
    assert recall(work, [promise]) == [hit]


def test_a_promise_of_no_day_and_no_match_shows_who_is_bound(work: Work) -> None:
    body = a_body(work, OrganisationKind.OTHER, "Protection civile")
    draft = CommitmentDraft(organisation_id=body, wording="Ambulance")
    promise = add_commitment(work, draft)
    (hit,) = [each for each in found(work, "ambulance") if each.id == promise]
    assert hit.subtitle.fr == "Protection civile"


@pytest.mark.parametrize("typed", ["retard", "benali retard", "بنعلي", PAST_SHORT])
def test_a_call_is_found_by_whom_and_what(work: Work, typed: str) -> None:
    city = a_city(work)
    person = work.add(Contact(name_ar="كريم بنعلي", name_latin="Karim Benali"))
    work.session.flush()
    call = add_entry(
        work,
        LiaisonDraft(
            fixture_id=city.match.id,
            contact_id=person.id,
            happened_at=PAST,
            gist="Retard des bus",
        ),
    )
    assert call in ids(work, typed)


def test_a_person_renamed_or_known_later_leads_to_the_calls(work: Work) -> None:
    person = a_person(work, "Karim Benali")
    call = add_entry(work, LiaisonDraft(contact_id=person, gist="Bus"))
    assert call in ids(work, "benali bus")
    work.get(Contact, person).name_latin = "Karim Alaoui"
    assert call in ids(work, "alaoui bus")
    assert call not in ids(work, "benali bus")


def test_a_body_renamed_leads_to_its_meetings(work: Work) -> None:
    body = a_body(work, OrganisationKind.OTHER, "Croissant")
    meeting = add_meeting(work, MeetingDraft(meets_at=DAY))
    add_participant(work, meeting, ParticipantDraft(organisation_id=body))
    assert meeting in ids(work, "croissant commission")
    work.get(Organisation, body).name = Words(fr="Pompiers")
    assert meeting in ids(work, "pompiers commission")
    assert meeting not in ids(work, "croissant commission")


@pytest.mark.parametrize("kind", MeetingKind)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_kind_of_meeting_is_found_by_its_label(kind: MeetingKind, code: str) -> None:
    words = fold(kind_words(kind)).split()
    assert set(fold(label(translator(code), kind)).split()) <= set(words)


def test_many_calls_leave_room_for_what_is_called_so(work: Work) -> None:
    for gist in ("Atlas one", "Atlas two", "Atlas three", "Atlas four"):
        add_entry(work, LiaisonDraft(with_whom="Caretaker", gist=gist))
    calls = [hit for hit in found(work, "atlas") if hit.kind == "liaison_entry"]
    assert [hit.more_follow for hit in calls] == [False, False, True]


def test_a_club_leads_to_its_match_before_meetings_and_calls(work: Work) -> None:
    city = a_city(work)
    add_entry(work, LiaisonDraft(with_whom="Caretaker", gist="Buses of Rif"))
    add_meeting(work, MeetingDraft(fixture_id=city.match.id, meets_at=DAY))
    kinds = [hit.kind for hit in found(work, "rif")]
    assert {"fixture", "meeting", "liaison_entry"} <= {*kinds}
    arranged = [kind in {"meeting", "liaison_entry"} for kind in kinds]
    assert arranged == sorted(arranged)


def test_meetings_called_so_come_first_those_to_come_before_the_latest(
    work: Work,
) -> None:
    def met(days: int, kind: MeetingKind, place: str = "") -> UUID:
        day = NOW + timedelta(days=days)
        return add_meeting(work, MeetingDraft(kind=kind, meets_at=day, place=place))

    past, later, soon = (met(days, MeetingKind.TECHNICAL) for days in (-1, 9, 2))
    met(1, MeetingKind.LOCAL_COMMISSION, place="Salle de réunion")
    meetings = [hit for hit in found(work, "réunion") if hit.kind == "meeting"]
    assert [hit.id for hit in meetings] == [soon, later, past]
    assert meetings[-1].more_follow


def test_the_next_meeting_is_found_among_many_of_former_seasons(work: Work) -> None:
    for days in range(80):
        day = NOW - timedelta(days=days + 100)
        add_meeting(work, MeetingDraft(kind=MeetingKind.TECHNICAL, meets_at=day))
    coming = add_meeting(
        work, MeetingDraft(kind=MeetingKind.TECHNICAL, meets_at=NOW + timedelta(days=1))
    )
    assert found(work, "اجتماع")[0].id == coming


def test_a_meeting_called_so_comes_before_people_known_by_the_word(work: Work) -> None:
    for number in range(30):
        work.add(Contact(name_latin=f"Omar {number}", rank="Police commissioner"))
    meeting = add_meeting(work, MeetingDraft(meets_at=DAY))
    assert found(work, "commission")[0].id == meeting
    assert found(work, "commission")[1].kind == "contact"


def test_a_meeting_called_so_comes_before_names_that_sound_so(work: Work) -> None:
    group = work.add(Command(name=Words("المجموعة المتنقلة", "Groupe mobile")))
    draft = MeetingDraft(kind=MeetingKind.TECHNICAL, meets_at=DAY)
    meeting = add_meeting(work, draft)
    assert [hit.id for hit in found(work, "meeting")] == [meeting, group.id]

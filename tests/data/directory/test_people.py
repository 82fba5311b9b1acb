"""Contacts and organisations: whom to call, and how far to rely on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sportsec.domain.errors import Invalid
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.listing import by
from sportsec.domain.meetings import MeetingDraft, MeetingKind, ParticipantDraft
from sportsec.domain.people import (
    ContactDraft,
    ContactRole,
    Freshness,
    OrganisationDraft,
    OrganisationKind,
)
from sportsec.domain.words import Words
from sportsec.queries.organisations import (
    ORGANISATIONS,
    OrganisationFilter,
    organisation_draft,
)
from sportsec.queries.people import (
    CONTACTS,
    ContactFilter,
    contact_draft,
    people_of,
    to_verify_count,
)
from sportsec.services.liaison import log_call
from sportsec.services.meetings import add_meeting, add_participant
from sportsec.services.people import (
    add_contact,
    add_organisation,
    confirm_contact,
    contact_problems,
    delete_contact,
    delete_organisation,
    organisation_problems,
    restore_contact,
    restore_organisation,
    revise_contact,
    revise_organisation,
)
from sportsec.services.seed import plant_defaults
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group, a_venue

TODAY = date(2026, 11, 23)
DRAFT = ContactDraft(
    name_ar="فلان",
    name_latin="Foulane",
    role=ContactRole.SAFETY_OFFICER,
    phone="06 61 23 45 67",
    other_phone="poste 12",
    verified_on=TODAY,
)


def test_phones_are_kept_in_the_form_that_can_be_dialled(work: Work) -> None:
    contact_id = add_contact(work, DRAFT)
    work.commit("test")
    kept = contact_draft(work, contact_id)
    assert (kept.phone, kept.other_phone) == ("+212661234567", "poste 12")
    revise_contact(
        work, contact_id, replace(kept, phone="0033 1 23 45 67 89"), seen=kept
    )
    assert contact_draft(work, contact_id).phone == "+33123456789"


def test_a_contact_is_found_by_name_phone_address_and_place(work: Work) -> None:
    club = a_club(work, "Atlas")
    work.session.flush()
    contact_id = add_contact(
        work, replace(DRAFT, club_id=club.id, email="sso@atlas.example")
    )
    work.session.flush()
    for typed in ("فلان", "foul", "0661 23", "+212661", "sso@atlas", "ATLAS"):
        ids = CONTACTS.ids(work, ContactFilter(typed), by("name"), None)
        assert list(ids) == [contact_id], typed
    assert CONTACTS.count(work, ContactFilter("0999")) == 0


def names_found(work: Work, typed: str) -> list[str]:
    ids = CONTACTS.ids(work, ContactFilter(typed), by("name"), None)
    return [row.name.fr for row in CONTACTS.rows(work, ids)]


def test_each_word_may_be_found_in_another_column(work: Work) -> None:
    ocean, rif = a_club(work, "Ocean"), a_club(work, "Rif")
    work.session.flush()
    safety, doctor = ContactRole.SAFETY_OFFICER, ContactRole.DOCTOR
    for name, club, role in (
        ("Fn Alaoui", ocean, safety),
        ("Fn Tazi", rif, doctor),
        ("Karim", ocean, doctor),
    ):
        phone = "+212661234567" if club is ocean else ""
        work.add(Contact(name_latin=name, club_id=club.id, role=role, phone=phone))
    work.session.flush()
    assert names_found(work, "fn ocean") == ["Fn Alaoui"]
    assert names_found(work, "ocean fn") == ["Fn Alaoui"]
    assert names_found(work, "oce karim") == ["Karim"]
    assert names_found(work, "safety ocean") == ["Fn Alaoui"]
    assert names_found(work, "médecin rif") == ["Fn Tazi"]
    assert names_found(work, "karim 0661234") == ["Karim"]
    assert names_found(work, "06 61 23") == ["Fn Alaoui", "Karim"]
    assert names_found(work, "karim rif") == []


def test_names_that_begin_so_come_first_and_few_letters_find_no_inside(
    work: Work,
) -> None:
    guards = add_organisation(work, OrganisationDraft(name=Words("منظمة الأمن")))
    inside = add_organisation(work, OrganisationDraft(name=Words("الأمن الوطني")))
    work.session.flush()
    of_place = add_contact(
        work, replace(DRAFT, name_ar="أحمد بدر", organisation_id=guards)
    )
    add_contact(work, replace(DRAFT, name_ar="آدم سعد", organisation_id=inside))
    surname = add_contact(work, replace(DRAFT, name_ar="سعيد المنصوري"))
    given = add_contact(work, replace(DRAFT, name_ar="منير فلان"))
    work.session.flush()
    for typed, found in (
        ("من", [surname, given, of_place]),
        ("منص", [surname]),
        ("سعيد من", [surname]),
    ):
        ids = CONTACTS.ids(work, ContactFilter(typed), by("name"), None)
        assert list(ids) == found, typed
        assert CONTACTS.count(work, ContactFilter(typed)) == len(found)


def test_the_list_says_where_somebody_works_and_with_what_rank(work: Work) -> None:
    plant_defaults(work)
    club = a_club(work, "Atlas")
    group = a_group(work, club, "Alpha")
    ground = a_venue(work, "Stade")
    work.session.flush()
    organisation = add_organisation(work, OrganisationDraft(name=Words(fr="Gare")))
    places = [
        ({"club_id": club.id}, "Atlas"),
        ({"group_id": group.id, "mandate": "bureau"}, "Alpha"),
        ({"venue_id": ground.id}, "Stade"),
        ({"organisation_id": organisation}, "Gare"),
        ({}, ""),
    ]
    for values, name in places:
        draft = replace(DRAFT, rank="no such rank", **values)  # type: ignore[arg-type]  # by name
        contact_id = add_contact(work, draft)
        work.session.flush()
        (row,) = CONTACTS.rows(work, [contact_id])
        assert (row.place.pick("fr"), row.rank.pick("fr")) == (name, "no such rank")


def test_ranks_read_in_the_language_of_the_reader(work: Work) -> None:
    from sportsec.domain.deployment import ListKind
    from sportsec.queries.units import list_items

    plant_defaults(work)
    work.session.flush()
    rank = list_items(work, ListKind.RANK)[0].draft
    contact_id = add_contact(work, replace(DRAFT, rank=rank.code))
    work.session.flush()
    assert CONTACTS.rows(work, [contact_id])[0].rank == rank.name


@pytest.mark.parametrize(
    ("verified_on", "valid_from", "valid_to", "state", "to_verify"),
    [
        (TODAY, None, None, Freshness.FRESH, 0),
        (TODAY - timedelta(90), None, None, Freshness.FRESH, 0),
        (TODAY - timedelta(91), None, None, Freshness.STALE, 1),
        (None, None, None, Freshness.UNVERIFIED, 1),
        (TODAY, None, TODAY - timedelta(1), Freshness.EXPIRED, 1),
        (None, TODAY + timedelta(1), None, Freshness.FUTURE, 0),
    ],
)
def test_sql_and_rule_agree_on_who_must_be_called(
    work: Work,
    verified_on: date | None,
    valid_from: date | None,
    valid_to: date | None,
    state: Freshness,
    to_verify: int,
) -> None:
    draft = replace(
        DRAFT, verified_on=verified_on, valid_from=valid_from, valid_to=valid_to
    )
    contact_id = add_contact(work, draft)
    work.session.flush()
    assert CONTACTS.rows(work, [contact_id])[0].freshness is state
    assert to_verify_count(work) == to_verify


def test_a_call_makes_a_contact_fresh(work: Work) -> None:
    contact_id = add_contact(work, replace(DRAFT, verified_on=None))
    confirm_contact(work, contact_id)
    work.session.flush()
    assert CONTACTS.rows(work, [contact_id])[0].verified_on == TODAY


def test_the_people_of_a_place_stand_in_the_order_of_their_functions(
    work: Work,
) -> None:
    club = a_club(work)
    work.session.flush()
    for role in (ContactRole.DOCTOR, ContactRole.PRESIDENT, ContactRole.SAFETY_OFFICER):
        add_contact(work, replace(DRAFT, club_id=club.id, role=role))
    add_contact(work, DRAFT)
    work.session.flush()
    assert [row.role for row in people_of(work, club.id, "ar")] == [
        ContactRole.PRESIDENT,
        ContactRole.SAFETY_OFFICER,
        ContactRole.DOCTOR,
    ]
    wanted = ContactFilter(role=ContactRole.DOCTOR)
    assert CONTACTS.count(work, wanted) == 1


def test_a_commander_in_office_is_not_deleted(work: Work) -> None:
    contact_id = add_contact(work, DRAFT)
    work.session.flush()
    match = a_fixture(work, a_club(work, "A"), a_club(work, "B"))
    match.commander_id = contact_id
    work.session.flush()
    with pytest.raises(Invalid):
        delete_contact(work, contact_id)
    match.commander_id = None
    work.session.flush()
    delete_contact(work, contact_id)
    work.session.flush()
    assert CONTACTS.count(work, ContactFilter()) == 0
    restore_contact(work, contact_id)
    work.session.flush()
    assert CONTACTS.count(work, ContactFilter()) == 1


def test_a_person_of_the_same_name_is_told(work: Work) -> None:
    draft = replace(DRAFT, club_id=None, email="a@b.ma")
    first = add_contact(work, draft)
    work.session.flush()
    fields = [problem.field for problem in contact_problems(work, draft)]
    assert fields == ["name_ar", "organisation_id"]
    own = [problem.field for problem in contact_problems(work, draft, first)]
    assert own == ["organisation_id"]


def test_an_organisation_is_kept_listed_and_counts_its_people(work: Work) -> None:
    draft = OrganisationDraft(
        name=Words(fr="Gare routière"),
        kind=OrganisationKind.TRANSPORT,
        phone="0522 00 00 00",
    )
    key = add_organisation(work, draft)
    add_contact(work, replace(DRAFT, organisation_id=key))
    work.session.flush()
    wanted = OrganisationFilter("gare", "fr", OrganisationKind.TRANSPORT)
    ids = ORGANISATIONS.ids(work, wanted, by("kind"), None)
    (row,) = ORGANISATIONS.rows(work, ids)
    assert (row.id, row.phone, row.contacts) == (key, "+212522000000", 1)
    assert (
        ORGANISATIONS.count(work, OrganisationFilter(kind=OrganisationKind.MEDIA)) == 0
    )


def test_an_organisation_with_people_is_not_deleted(work: Work) -> None:
    key = add_organisation(work, OrganisationDraft(name=Words(fr="Gare")))
    person = add_contact(work, replace(DRAFT, organisation_id=key))
    work.session.flush()
    with pytest.raises(Invalid) as caught:
        delete_organisation(work, key)
    facts = caught.value.problems[0].facts
    assert facts["name"] == Words("فلان", "Foulane", "Foulane")
    delete_contact(work, person)
    work.session.flush()
    delete_organisation(work, key)
    work.session.flush()
    restore_organisation(work, key)
    assert organisation_draft(work, key).name == Words(fr="Gare")


def test_an_organisation_is_revised(work: Work) -> None:
    draft = OrganisationDraft(name=Words(fr="Gare"))
    key = add_organisation(work, draft)
    revise_organisation(work, key, replace(draft, email="a@b.ma"), seen=draft)
    assert organisation_draft(work, key).email == "a@b.ma"
    work.session.flush()
    assert [p.field for p in organisation_problems(work, draft)] == ["name"]


def test_a_contact_in_use_says_in_which_meeting_and_of_which_match(work: Work) -> None:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Rif"))
    person = add_contact(work, DRAFT)
    work.session.flush()
    draft = MeetingDraft(fixture_id=match.id, kind=MeetingKind.TECHNICAL)
    meeting = add_meeting(work, draft)
    work.session.flush()
    add_participant(work, meeting, ParticipantDraft(contact_id=person))
    call = LiaisonDraft(fixture_id=match.id, contact_id=person, gist="All is ready")
    log_call(work, call)
    work.session.flush()
    with pytest.raises(Invalid) as caught:
        delete_contact(work, person)
    *uses, what_to_do = caught.value.problems
    found = {use.message.split()[0]: use.facts["name"].en for use in uses}
    assert found["Meetings"].startswith("Technical meeting · Atlas – Rif · ")
    assert found["Calls"].startswith("Foulane · Call · Atlas – Rif · ")
    assert "delete those first" in what_to_do.message

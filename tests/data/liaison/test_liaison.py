"""The liaison log in the record: a call and what was promised in it are one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

import pytest

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import commitments_of, given_in
from sportsec.queries.liaison import entries_of, entry_draft
from sportsec.services.history import undo_last
from sportsec.services.liaison import (
    add_entry,
    call_problems,
    delete_entry,
    entry_problems,
    log_call,
    restore_entry,
    revise_entry,
)
from sportsec.services.people import delete_contact
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture

T = TypeVar("T")
PROMISE = CommitmentDraft(wording="120 stewards", due_on=date(2026, 12, 1))


@pytest.fixture
def home(work: Work) -> Club:
    return a_club(work)


@pytest.fixture
def match(work: Work, home: Club) -> Fixture:
    match = a_fixture(work, home, a_club(work, "Rif Club"))
    work.session.flush()
    return match


@pytest.fixture
def person(work: Work, home: Club) -> UUID:
    work.session.flush()
    found = work.add(Contact(name_latin="Foulane", club_id=home.id))
    work.session.flush()
    return found.id


def call(match: Fixture, person: UUID | None, **values: Any) -> LiaisonDraft:
    values = {"gist": "All is ready", **values}
    return LiaisonDraft(fixture_id=match.id, contact_id=person, **values)


def test_a_call_is_written_down_with_its_moment(
    work: Work, match: Fixture, person: UUID
) -> None:
    add_entry(work, call(match, person))
    work.session.flush()
    (row,) = entries_of(work, fixture_id=match.id)
    assert (row.who.fr, row.gist) == ("Foulane · Atlas Club", "All is ready")
    assert (row.happened_at, row.is_reached) == (NOW, True)
    assert row.match.fr == "Atlas Club – Rif Club"


def test_somebody_who_is_no_contact_is_named_in_words(
    work: Work, match: Fixture
) -> None:
    add_entry(work, call(match, None, with_whom="The caretaker"))
    work.session.flush()
    assert entries_of(work, fixture_id=match.id)[0].who.ar == "The caretaker"
    with pytest.raises(Invalid):
        add_entry(work, call(match, None))


def test_the_latest_call_stands_first_and_as_many_as_are_wanted(
    work: Work, match: Fixture, person: UUID, home: Club
) -> None:
    for hours in (5, 1, 3):
        at = NOW - timedelta(hours=hours)
        add_entry(work, call(match, person, gist=f"{hours}", happened_at=at))
    work.session.flush()
    found = entries_of(work, contact_id=person)
    assert [row.gist for row in found] == ["1", "3", "5"]
    assert len(entries_of(work, club_id=home.id, limit=2)) == 2
    assert entries_of(work) == ()


def test_a_call_and_its_promise_are_taken_down_together(
    work: Work, match: Fixture, person: UUID
) -> None:
    entry = log_call(work, call(match, person), PROMISE)
    work.session.flush()
    (row,) = commitments_of(work, fixture_id=match.id)
    assert (row.bound.fr, row.liaison_id) == ("Foulane · Atlas Club", entry)
    assert given_in(work, entry) == (row,)
    assert commitments_of(work, contact_id=person) == (row,)


def test_a_promise_may_bind_another_than_the_one_spoken_to(
    work: Work, match: Fixture, person: UUID, home: Club
) -> None:
    promise = CommitmentDraft(wording="120 stewards", club_id=home.id)
    log_call(work, call(match, person), promise)
    work.session.flush()
    assert commitments_of(work, fixture_id=match.id)[0].bound.fr == "Atlas Club"
    assert commitments_of(work, contact_id=person) == ()


def test_a_wrong_promise_refuses_the_whole_call(
    work: Work, match: Fixture, person: UUID
) -> None:
    own, given = call_problems(work, call(match, person), CommitmentDraft())
    assert own == []
    assert {each.field for each in given} == {"wording", "due_on"}
    with pytest.raises(Invalid):
        log_call(work, call(match, person), CommitmentDraft())


@pytest.mark.parametrize(
    ("values", "is_right", "is_verified"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"is_reached": False}, True, False),
        ({"happened_at": NOW - timedelta(days=2)}, True, False),
        ({"happened_at": NOW - timedelta(hours=1)}, True, True),
    ],
)
def test_a_number_counts_as_right_if_it_was_answered_today(
    work: Work,
    match: Fixture,
    person: UUID,
    values: dict[str, Any],
    *,
    is_right: bool,
    is_verified: bool,
) -> None:
    log_call(work, call(match, person, **values), is_number_right=is_right)
    wanted = local_day(work) if is_verified else None
    assert work.get(Contact, person).verified_on == wanted


def test_a_call_in_which_something_was_promised_is_not_deleted(
    work: Work, match: Fixture, person: UUID
) -> None:
    plain, promising = (
        log_call(work, call(match, person)),
        log_call(work, call(match, person), PROMISE),
    )
    work.session.flush()
    delete_entry(work, plain)
    with pytest.raises(NotFound):
        entry_draft(work, plain)
    restore_entry(work, plain)
    assert entry_draft(work, plain).gist == "All is ready"
    with pytest.raises(Invalid) as refused:
        delete_entry(work, promising)
    assert "Promises" in refused.value.problems[0].message


def test_a_contact_with_calls_is_not_deleted(
    work: Work, match: Fixture, person: UUID
) -> None:
    log_call(work, call(match, person), PROMISE)
    work.session.flush()
    with pytest.raises(Invalid) as refused:
        delete_contact(work, person)
    said = {each.message.split(" ")[0] for each in refused.value.problems}
    assert said > {"Calls", "Promises"}  # and what to do about it


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(
    work: Work, match: Fixture, person: UUID
) -> None:
    seen = call(match, person, happened_at=NOW)
    entry = add_entry(work, seen)
    visit = call(match, person, happened_at=NOW, kind=LiaisonKind.VISIT, gist="Seen")
    assert entry_problems(work, visit) == []
    revise_entry(work, entry, visit, seen=seen)
    assert entry_draft(work, entry).kind is LiaisonKind.VISIT
    with pytest.raises(StaleWrite):
        revise_entry(work, entry, call(match, person, gist="Other"), seen=seen)


def test_of_an_erased_contact_the_place_alone_is_told(
    work: Work, match: Fixture, person: UUID
) -> None:
    log_call(work, call(match, person), PROMISE)
    work.get(Contact, person).name_latin = ""
    work.session.flush()
    assert entries_of(work, fixture_id=match.id)[0].who.fr == "Atlas Club"
    assert commitments_of(work, fixture_id=match.id)[0].bound.fr == "Atlas Club"


def test_one_undo_takes_back_the_call_the_promise_and_the_verification(
    workspace: Workspace,
) -> None:
    def do(job: Callable[[Work], T], **sealed: Any) -> T:
        with workspace.writing() as work:
            result = job(work)
            work.commit("test", **sealed)
            return result

    def a_contact(work: Work) -> UUID:
        found = work.add(Contact(name_latin="Foulane"))
        work.session.flush()
        return found.id

    person = do(a_contact)
    draft = LiaisonDraft(contact_id=person, gist="All is ready")
    do(lambda work: log_call(work, draft, PROMISE, is_number_right=True))
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    with workspace.reading() as work:
        assert entries_of(work, contact_id=person) == ()
        assert commitments_of(work, contact_id=person) == ()
        assert work.get(Contact, person).verified_on is None

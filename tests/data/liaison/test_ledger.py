"""The lists of all matches: found, filtered, sorted, in the order of the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from sportsec.domain.commitments import CommitmentDraft, CommitmentState
from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.domain.listing import Sort, by
from sportsec.i18n.formats import short_date
from sportsec.queries.clock import local_day
from sportsec.queries.ledger import (
    COMMITMENTS,
    ENTRIES,
    CommitmentFilter,
    EntryFilter,
)
from sportsec.queries.search import search
from sportsec.services.commitments import add_commitment, close_commitment
from sportsec.services.liaison import add_entry
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture

S = CommitmentState


@pytest.fixture
def match(work: Work) -> UUID:
    match = a_fixture(work, a_club(work), a_club(work, "Rif Club"))
    work.session.flush()
    return UUID(str(match.id))


def promise(work: Work, wording: str, due: int | None, **values: Any) -> UUID:
    day = None if due is None else local_day(work) + timedelta(due)
    values = {"is_ours": True, **values}
    one = add_commitment(work, CommitmentDraft(wording=wording, due_on=day, **values))
    work.session.flush()
    return one


def promised(work: Work, order: str = "", **wanted: Any) -> list[str]:
    ids = COMMITMENTS.ids(work, CommitmentFilter(**wanted), by(*order.split()), None)
    return [row.wording for row in COMMITMENTS.rows(work, ids)]


def told(work: Work, order: str = "", **wanted: Any) -> list[str]:
    ids = ENTRIES.ids(work, EntryFilter(**wanted), by(*order.split()), None)
    return [row.gist for row in ENTRIES.rows(work, ids)]


def test_late_ones_come_first_then_by_day_and_the_closed_last(work: Work) -> None:
    for wording, due in (("none", None), ("soon", 2), ("late", -2), ("later", 9)):
        promise(work, wording, due)
    kept = promise(work, "kept", -5)
    close_commitment(work, kept, S.KEPT)
    work.session.flush()
    assert promised(work) == ["late", "soon", "later", "none", "kept"]
    assert promised(work, "due_on")[0] == "kept"
    assert promised(work, "-due_on")[0] == "later"


def test_they_are_filtered_by_what_became_of_them(work: Work) -> None:
    promise(work, "late", -2)
    promise(work, "soon", 2)
    broken = promise(work, "broken", -9)
    close_commitment(work, broken, S.BROKEN)
    work.session.flush()
    assert promised(work, state=S.OPEN) == ["late", "soon"]
    assert promised(work, late_on=local_day(work)) == ["late"]
    assert promised(work, state=S.BROKEN) == ["broken"]
    groups = COMMITMENTS.groups(work, CommitmentFilter(), Sort("state"))
    assert [(group.name, group.count) for group in groups] == [
        ("open", 2),
        ("broken", 1),
    ]


@pytest.mark.parametrize(
    "text", ["fumigenes", "FUMI", "الابواب", "captain", "rif", "foulane", "atlas"]
)
def test_they_are_found_by_words_people_and_clubs(
    work: Work, match: UUID, text: str
) -> None:
    person = work.add(Contact(name_latin="Foulane Foulani"))
    work.session.flush()
    values = {"is_ours": False, "contact_id": person.id, "responsible": "Captain"}
    wording = "Pas de fumigènes عند الأبواب"
    promise(work, wording, 1, fixture_id=match, **values)
    promise(work, "Something else", 1)
    assert promised(work, text=text) == [wording]


def test_they_are_sorted_by_match_and_by_who_is_bound(work: Work, match: UUID) -> None:
    club = a_club(work, "Zenith")
    other = a_club(work, "Argane")
    later = a_fixture(work, club, other, kick_off_date=date(2027, 1, 1))
    work.session.flush()
    bound = {"is_ours": False}
    promise(work, "z", 1, club_id=club.id, fixture_id=match, **bound)
    promise(work, "a", 2, club_id=other.id, fixture_id=later.id, **bound)
    assert promised(work, "match") == ["z", "a"]
    assert promised(work, "bound", language="fr") == ["a", "z"]


def test_calls_begin_with_the_latest_and_are_found_by_place(
    work: Work, match: UUID
) -> None:
    club = a_club(work, "Zenith")
    work.session.flush()
    person = work.add(Contact(name_latin="Foulane", club_id=club.id))
    work.session.flush()
    for gist, hours, values in (
        ("old", 9, {"contact_id": person.id}),
        ("new", 1, {"with_whom": "Caretaker", "kind": LiaisonKind.VISIT}),
        ("mute", 3, {"contact_id": person.id, "is_reached": False}),
    ):
        at = NOW - timedelta(hours=hours)
        draft = LiaisonDraft(fixture_id=match, gist=gist, happened_at=at, **values)
        add_entry(work, draft)
    work.session.flush()
    assert told(work) == ["new", "mute", "old"]
    assert told(work, text="zenith") == ["mute", "old"]
    assert told(work, text="caretaker") == ["new"]
    assert told(work, only_unanswered=True) == ["mute"]
    assert told(work, kind=LiaisonKind.VISIT) == ["new"]
    assert told(work, "who", language="fr")[0] == "new"
    (group, _) = ENTRIES.groups(work, EntryFilter(), Sort("kind"))
    assert group.count == 2


def test_a_page_of_rows_is_read_in_one_statement(work: Work) -> None:
    for number in range(6):
        promise(work, f"promise {number}", number)
    ids = COMMITMENTS.ids(work, CommitmentFilter(), (), None)
    asked: list[str] = []
    engine = work.session.get_bind()
    event.listen(
        engine, "before_cursor_execute", lambda *args: asked.append(str(args[2]))
    )
    assert len(COMMITMENTS.rows(work, ids)) == 6
    assert len(asked) == 1


def test_the_search_in_the_whole_record_finds_a_promise(
    work: Work, match: UUID
) -> None:
    club = a_club(work, "Atlas Club")
    work.session.flush()
    given = promise(
        *(work, "Douze autocars, départ à 9 h", 1),
        is_ours=False,
        club_id=club.id,
        fixture_id=match,
    )
    work.session.flush()
    (hit,) = search(work, "autocars")
    assert (hit.kind, hit.id) == ("commitment", given)
    day, sides, bound = hit.subtitle.fr.split(" · ")
    assert (sides, bound) == ("Atlas Club – Rif Club", "Atlas Club")
    assert day == short_date(local_day(work) + timedelta(1))

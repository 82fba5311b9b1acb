"""Of two contacts made one, the calls and promises of both are those of the one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.liaison import LiaisonDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.liaison import entries_of
from sportsec.services.liaison import log_call
from sportsec.services.merging import merge_records, take_apart
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace

T = TypeVar("T")


def do(workspace: Workspace, job: Callable[[Work], T]) -> T:
    with workspace.writing() as work:
        result = job(work)
        work.commit("test")
        return result


def two_contacts(work: Work) -> tuple[UUID, UUID]:
    found = [work.add(Contact(name_latin=name)) for name in ("Foulane", "Foulan")]
    work.session.flush()
    for each in found:
        draft = LiaisonDraft(contact_id=each.id, gist=each.name_latin)
        log_call(work, draft, CommitmentDraft(wording=f"of {each.name_latin}"))
    return found[0].id, found[1].id


def of(workspace: Workspace, contact: UUID) -> tuple[set[str], set[str]]:
    with workspace.reading() as work:
        calls = {row.gist for row in entries_of(work, contact_id=contact)}
        given = {row.wording for row in commitments_of(work, contact_id=contact)}
        return calls, given


def test_calls_and_promises_follow_and_go_back(workspace: Workspace) -> None:
    one, two = do(workspace, two_contacts)
    acts = do(workspace, lambda work: merge_records(work, "contact", one, two, {}))
    both = ({"Foulane", "Foulan"}, {"of Foulane", "of Foulan"})
    assert of(workspace, min(one, two)) == both
    do(workspace, lambda work: take_apart(work, acts))
    assert of(workspace, one) == ({"Foulane"}, {"of Foulane"})
    assert of(workspace, two) == ({"Foulan"}, {"of Foulan"})

"""Calls and promises go with their match, and bring the people they name."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.words import Words
from sportsec.queries.commitments import commitments_of
from sportsec.queries.liaison import entries_of
from sportsec.services.liaison import log_call
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture
from tests.data.sync.conftest import Cell


def a_match(work: Work) -> UUID:
    match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))
    office = work.add(Organisation(name=Words(fr="Bus line")))
    work.session.flush()
    person = work.add(Contact(name_latin="Driver", organisation_id=office.id))
    work.session.flush()
    call = LiaisonDraft(fixture_id=match.id, contact_id=person.id, gist="Six buses")
    log_call(work, call, CommitmentDraft(wording="Six buses at noon"))
    return UUID(str(match.id))


def test_a_match_pack_carries_its_calls_and_promises(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    match, unsent = one.act(a_match), one.act(a_match)
    path = one.send(tmp_path / "match.ssx", scope=Scope(ScopeKind.MATCH, match))
    other.receive(path)
    with other.workspace.reading() as work:
        (call,) = entries_of(work, fixture_id=match)
        (promise,) = commitments_of(work, fixture_id=match)
        assert entries_of(work, fixture_id=unsent) == ()
    assert (call.gist, call.who.fr) == ("Six buses", "Driver · Bus line")
    assert (promise.wording, promise.liaison_id) == ("Six buses at noon", call.id)

"""Requests for tifos go with their match, with all that was answered."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sportsec.domain.animations import AnimationDecision, AnimationDraft, AnswerDraft
from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.queries.animations import requests_of
from sportsec.services.animations import add_request, answer_request
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group
from tests.data.sync.conftest import Cell

ANSWER = AnswerDraft(AnimationDecision.CONDITIONS, "Commissioner", "Down by 60'")


def a_match(work: Work) -> UUID:
    home, away = a_club(work, "Atlas"), a_club(work, "Ocean")
    group = a_group(work, home)
    match = a_fixture(work, home, away)
    work.session.flush()
    draft = AnimationDraft(group_id=group.id, message="Together", pieces=2)
    request = add_request(work, match.id, draft)
    work.session.flush()
    answer_request(work, request, ANSWER, seen=AnswerDraft())
    return UUID(str(match.id))


def test_a_match_pack_carries_its_requests(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    match, unsent = one.act(a_match), one.act(a_match)
    path = one.send(tmp_path / "match.ssx", scope=Scope(ScopeKind.MATCH, match))
    other.receive(path)
    with other.workspace.reading() as work:
        (row,) = requests_of(work, match)
        count = work.connection.execute("SELECT count(*) FROM animation_request")
        assert count.fetchone() == (1,)
    assert unsent != match
    assert (row.group.fr, row.draft.message) == ("Group Alpha", "Together")
    assert row.answer == ANSWER
    assert row.decided_at is not None

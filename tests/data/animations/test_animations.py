"""Requests for tifos: written down, answered, checked, deleted and brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    Conformity,
    ConformityDraft,
    FireProof,
)
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words
from sportsec.queries.animation_choices import (
    answer_draft,
    groups_offered,
    request_choices,
    request_draft,
)
from sportsec.queries.animations import RequestRow, pending_requests, requests_of
from sportsec.queries.history_record import record_history
from sportsec.queries.named import OFFERED
from sportsec.queries.trash import TRASH
from sportsec.services.animations import (
    add_request,
    answer_request,
    check_on_the_day,
    delete_request,
    request_problems,
    restore_request,
    revise_request,
    withdraw_request,
)
from sportsec.services.fixtures import delete_fixture, restore_fixture
from sportsec.services.groups import delete_group
from sportsec.services.history import restore_record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import (
    NOW,
    a_club,
    a_fixture,
    a_gate,
    a_group,
    a_sector,
    a_venue,
)

D = AnimationDecision
YES = AnswerDraft(D.AUTHORISED, decided_by="Commissioner")
IF_PROVED = AnswerDraft(D.CONDITIONS, "Commissioner", "A proof that it does not burn")


@dataclass(frozen=True)
class Ids:
    """What the tests are about."""

    match: UUID
    alpha: UUID
    beta: UUID
    north: UUID
    gate: UUID


@pytest.fixture
def ids(work: Work) -> Ids:
    home, away = a_club(work, "Atlas"), a_club(work, "Ocean")
    venue = a_venue(work)
    north = a_sector(work, venue, "N", name=Words(fr="Nord"), use=SectorUse.ULTRAS_HOME)
    gate = a_gate(work, north)
    alpha, beta = a_group(work, home, "Alpha"), a_group(work, away, "Beta")
    match = a_fixture(work, home, away, venue_id=venue.id)
    work.session.flush()
    return Ids(match.id, alpha.id, beta.id, north.id, gate.id)


def asked(ids: Ids, **values: object) -> AnimationDraft:
    plain = AnimationDraft(
        group_id=ids.alpha,
        message="We stand together",
        fire_proof=FireProof.SHOWN,
        sector_id=ids.north,
        gate_id=ids.gate,
    )
    return replace(plain, **values)  # type: ignore[arg-type]  # names of fields


def add(work: Work, ids: Ids, **values: object) -> UUID:
    made = add_request(work, ids.match, asked(ids, **values))
    work.session.flush()
    return made


def answer(work: Work, request: UUID, draft: AnswerDraft = YES) -> None:
    answer_request(work, request, draft, seen=answer_draft(work, request))
    work.session.flush()


def rows(work: Work, ids: Ids) -> tuple[RequestRow, ...]:
    work.session.flush()
    return requests_of(work, ids.match)


def test_a_request_names_group_and_place_and_its_day_is_today(
    work: Work, ids: Ids
) -> None:
    add(work, ids)
    (row,) = rows(work, ids)
    assert (row.group.fr, row.sector.fr) == ("Alpha", "Nord")
    assert (row.sector_code, row.gate_code) == ("N", "P1")
    assert row.draft.requested_on == NOW.date()
    assert row.is_pending
    assert row.doubts == ()


def test_a_request_of_no_group_is_not_written_down(work: Work, ids: Ids) -> None:
    with pytest.raises(Invalid) as caught:
        add(work, ids, group_id=None)
    assert [each.field for each in caught.value.problems] == ["group_id"]


def test_the_match_tells_the_rules_its_hours_clubs_and_stadium(
    work: Work, ids: Ids
) -> None:
    fixture = work.get(Fixture, ids.match)
    assert fixture.kick_off_at is not None
    late = fixture.kick_off_at - timedelta(hours=1)
    fixture.gates_open_at = fixture.kick_off_at - timedelta(hours=3)
    draft = asked(ids, installs_at=late, group_id=ids.beta)
    found = {each.field for each in request_problems(work, ids.match, draft)}
    assert found == {"installs_at", "sector_id"}
    other = a_venue(work, "Other")
    work.session.flush()
    fixture.venue_id = other.id
    found = {each.field for each in request_problems(work, ids.match, asked(ids))}
    assert found == {"sector_id"}


def test_what_waits_comes_first_then_what_hangs_by_its_hour(
    work: Work, ids: Ids
) -> None:
    at = work.get(Fixture, ids.match).kick_off_at
    assert at is not None
    early, late = at - timedelta(hours=6), at - timedelta(hours=5)
    refused = add(work, ids, message="refused")
    second = add(work, ids, message="second", installs_at=late)
    first = add(work, ids, message="first", installs_at=early)
    gone = add(work, ids, message="gone")
    waiting = add(work, ids, message="waiting")
    answer(work, refused, AnswerDraft(D.REFUSED, "Commissioner", reason="Offends"))
    answer(work, second, AnswerDraft(D.CONDITIONS, "Commissioner", "Down by 60'"))
    answer(work, first)
    withdraw_request(work, gone)
    order = [row.id for row in rows(work, ids)]
    assert order == [waiting, first, second, refused, gone]
    assert pending_requests(work, [ids.match]) == {ids.match: 1}


def test_an_answer_notes_its_moment_and_keeps_no_idle_words(
    work: Work, ids: Ids
) -> None:
    one = add(work, ids)
    answer(work, one, replace(YES, conditions="left over", reason="left over"))
    (row,) = rows(work, ids)
    assert row.decided_at == NOW
    assert row.answer == YES
    answer(work, one, AnswerDraft(D.PENDING, decided_by="Commissioner"))
    (row,) = rows(work, ids)
    assert (row.decided_at, row.answer) == (None, AnswerDraft())


def test_an_answer_without_reason_is_refused(work: Work, ids: Ids) -> None:
    one = add(work, ids)
    with pytest.raises(Invalid):
        answer(work, one, AnswerDraft(D.REFUSED, "Commissioner"))
    assert rows(work, ids)[0].is_pending


def test_two_answers_at_once_are_not_mixed(work: Work, ids: Ids) -> None:
    one = add(work, ids)
    answer(work, one)
    other = AnswerDraft(D.REFUSED, "Commissioner", reason="Offends")
    with pytest.raises(StaleWrite):
        answer_request(work, one, other, seen=AnswerDraft())


def test_other_words_ask_for_another_answer(work: Work, ids: Ids) -> None:
    one = add(work, ids, fire_proof=FireProof.UNKNOWN)
    answer(work, one, IF_PROVED)
    seen = request_draft(work, one)
    proof = replace(seen, fire_proof=FireProof.SHOWN)
    assert not revise_request(work, one, proof, seen=seen)
    assert not rows(work, ids)[0].is_pending
    seen = request_draft(work, one)
    words = replace(seen, message="Something else")
    assert None in {
        each.field for each in request_problems(work, ids.match, words, one)
    }
    assert revise_request(work, one, words, seen=seen)
    (row,) = rows(work, ids)
    assert row.is_pending
    assert (row.decided_at, row.answer.decided_by) == (None, "")


def test_while_it_waits_a_change_asks_for_nothing_more(work: Work, ids: Ids) -> None:
    one = add(work, ids)
    seen = request_draft(work, one)
    assert not revise_request(work, one, replace(seen, pieces=3), seen=seen)


def test_what_can_still_be_mended_is_told_until_it_was_seen_hanging(
    work: Work, ids: Ids
) -> None:
    kick_off = work.get(Fixture, ids.match).kick_off_at
    one = add(work, ids, installs_at=kick_off, fire_proof=FireProof.MISSING)
    fields = [each.field for each in rows(work, ids)[0].doubts]
    assert fields == ["fire_proof", "installs_at"]
    answer(work, one, IF_PROVED)
    assert len(rows(work, ids)[0].doubts) == 2
    check_on_the_day(
        *(work, one, ConformityDraft(Conformity.CONFORMING)), seen=ConformityDraft()
    )
    assert rows(work, ids)[0].doubts == ()


def test_a_deviation_says_what_was_different(work: Work, ids: Ids) -> None:
    one, before = add(work, ids), ConformityDraft()
    with pytest.raises(Invalid):
        check_on_the_day(work, one, ConformityDraft(Conformity.DEVIATING), seen=before)
    seen = ConformityDraft(Conformity.DEVIATING, "Other words")
    check_on_the_day(work, one, seen, seen=before)
    assert rows(work, ids)[0].day == seen


def test_a_request_is_deleted_and_brought_back(work: Work, ids: Ids) -> None:
    one = add(work, ids)
    delete_request(work, one)
    assert rows(work, ids) == ()
    with pytest.raises(NotFound):
        answer_draft(work, one)
    restore_request(work, one)
    assert len(rows(work, ids)) == 1


def test_requests_go_and_come_with_their_match(work: Work, ids: Ids) -> None:
    add(work, ids)
    delete_fixture(work, ids.match)
    with pytest.raises(NotFound):
        rows(work, ids)
    assert pending_requests(work, [ids.match]) == {}
    restore_fixture(work, ids.match)
    assert len(rows(work, ids)) == 1


def test_a_group_that_asked_is_not_deleted(work: Work, ids: Ids) -> None:
    one = add(work, ids)
    with pytest.raises(Invalid) as caught:
        delete_group(work, ids.alpha)
    problem = caught.value.problems[0]
    assert problem.message.startswith("Tifo requests still name it")
    delete_request(work, one)
    work.session.flush()
    delete_group(work, ids.alpha)


def test_the_form_offers_the_places_of_the_stadium_and_both_clubs_groups(
    work: Work, ids: Ids
) -> None:
    choices = request_choices(work, ids.match)
    assert [each.code for each in choices.sectors] == ["N"]
    assert [each.code for each in choices.gates] == ["P1"]
    a_group(work, a_club(work, "Rif"), "Gamma")
    work.session.flush()
    offered = groups_offered(work, ids.match, "", "fr")
    assert [each.id for each in offered] == [ids.alpha, ids.beta]
    assert [each.club.pick("fr") for each in offered] == ["Atlas", "Ocean"]
    work.get(Fixture, ids.match).venue_id = None
    assert request_choices(work, ids.match).sectors == ()


def test_what_is_typed_finds_groups_of_the_match_then_of_no_club_then_of_others(
    work: Work, ids: Ids
) -> None:
    rif = a_club(work, "Rif")
    for at in range(OFFERED):  # more than are offered, and they come first by name
        a_group(work, rif, f"Aa Ultras {at}")
    lions = a_group(work, rif, "Lions Ultras")
    lions.club_id = None
    match = work.get(Fixture, ids.match)
    home = a_group(work, work.get(Club, match.home_club_id), "Red Ultras")
    away = a_group(work, work.get(Club, match.away_club_id), "Blue Ultras")
    work.session.flush()
    offered = groups_offered(work, ids.match, "ultras", "fr")
    assert [each.id for each in offered[:3]] == [home.id, away.id, lions.id]
    assert [each.club.pick("fr") for each in offered[:4]] == [
        *("Atlas", "Ocean", "", "Rif")
    ]


def test_smoke_is_written_down_but_never_authorised(work: Work, ids: Ids) -> None:
    one = add(work, ids, kind=AnimationKind.SMOKE)
    with pytest.raises(Invalid):
        answer(work, one)


def test_the_trash_names_a_request_and_gives_it_back(work: Work, ids: Ids) -> None:
    one = add(work, ids, kind=AnimationKind.BANNER)
    delete_request(work, one)
    work.session.flush()
    (row,) = TRASH.rows(work, [one])
    assert row.record.name.pick("en") == "Alpha · Banner · Atlas – Ocean · 05/12/2026"
    restore_record(work, "animation_request", one)
    assert len(rows(work, ids)) == 1


def test_the_history_of_a_match_tells_of_its_requests(
    workspace: Workspace, work: Work, ids: Ids
) -> None:
    one = add(work, ids)
    work.commit("Request for a tifo added")
    answer(work, one)
    work.commit("Request for a tifo answered")
    with workspace.reading() as now:
        answered, *_before = record_history(now, "fixture", ids.match).episodes
    assert answered.act.title == "Request for a tifo answered"
    assert {change.field for change in answered.changes} == {
        *("decision", "decided_by", "decided_at")
    }

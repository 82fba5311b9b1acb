"""What is wrong with requests for tifos, their answers, and what hung on the day."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.animation_rules import (
    ALLOWED,
    GIVEN,
    HEEDED,
    RequestFacts,
    check_answer,
    check_conformity,
    check_request,
    is_changed_in_substance,
    without_idle_words,
)
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    Conformity,
    ConformityDraft,
    FireProof,
    on_one_line,
)
from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.venues import SectorUse

D = AnimationDecision
KICK_OFF = datetime(2026, 12, 5, 18, tzinfo=UTC)
GATES = KICK_OFF - timedelta(hours=3)
ONE = UUID(int=1)
FACTS = RequestFacts(
    today=date(2026, 11, 30),
    kick_off_at=KICK_OFF,
    gates_open_at=GATES,
    is_home=True,
    has_group=True,
    sector_use=SectorUse.ULTRAS_HOME,
)
GOOD = AnimationDraft(
    group_id=ONE,
    requested_on=date(2026, 11, 28),
    message="We stand together",
    fire_proof=FireProof.SHOWN,
    sector_id=ONE,
    installs_at=KICK_OFF - timedelta(hours=5),
    installers=12,
)
YES = AnswerDraft(D.AUTHORISED, decided_by="Commissioner")


def at_fields(found: list[Problem]) -> list[tuple[str | None, Level]]:
    return [(each.field, each.level) for each in found]


def test_a_request_that_says_all_in_time_is_fine() -> None:
    assert check_request(GOOD, FACTS) == []


@pytest.mark.parametrize(
    ("change", "field", "level"),
    [
        ({"group_id": None}, "group_id", Level.BLOCK),
        ({"requested_on": date(2026, 12, 1)}, "requested_on", Level.BLOCK),
        ({"kind": AnimationKind.SMOKE}, "kind", Level.WARN),
        ({"message": "  "}, "message", Level.WARN),
        ({"fire_proof": FireProof.UNKNOWN}, "fire_proof", Level.WARN),
        ({"fire_proof": FireProof.MISSING}, "fire_proof", Level.WARN),
        ({"covers_exits": True}, "covers_exits", Level.WARN),
        ({"installs_at": GATES}, "installs_at", Level.WARN),
        ({"installs_at": KICK_OFF}, "installs_at", Level.WARN),
        ({"installs_at": KICK_OFF - timedelta(days=9)}, "installs_at", Level.WARN),
        ({"installs_at": None}, "installs_at", Level.WARN),
    ],
)
def test_each_thing_wrong_is_said_at_its_field(
    change: dict[str, object], field: str, level: Level
) -> None:
    found = check_request(replace(GOOD, **change), FACTS)  # type: ignore[arg-type]  # names of fields
    assert at_fields(found) == [(field, level)]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"is_home": None}, "group_id"),
        ({"sector_use": SectorUse.BUFFER}, "sector_id"),
        ({"sector_use": SectorUse.AWAY}, "sector_id"),
        ({"is_home": False}, "sector_id"),
        ({"is_elsewhere": True}, "sector_id"),
    ],
)
def test_the_match_and_its_stadium_may_speak_against_it(
    facts: dict[str, object], field: str
) -> None:
    found = check_request(GOOD, replace(FACTS, **facts))  # type: ignore[arg-type]  # names of fields
    assert at_fields(found) == [(field, Level.WARN)]


def test_a_gate_of_another_stadium_is_told_at_the_gate() -> None:
    draft = replace(GOOD, sector_id=None, gate_id=ONE)
    facts = replace(FACTS, sector_use=None, is_elsewhere=True)
    assert at_fields(check_request(draft, facts)) == [("gate_id", Level.WARN)]


@pytest.mark.parametrize(
    ("asked", "today", "is_late"),
    [
        (date(2026, 12, 2), date(2026, 12, 4), False),  # 72 hours before, to the day
        (date(2026, 12, 3), date(2026, 12, 4), True),
        (None, date(2026, 12, 2), False),
        (None, date(2026, 12, 3), True),  # it is written down as of today
    ],
)
def test_requests_close_three_days_before_the_kick_off(
    asked: date | None, today: date, *, is_late: bool
) -> None:
    draft = replace(GOOD, requested_on=asked)
    found = check_request(draft, replace(FACTS, today=today))
    assert [each.field for each in found] == ["requested_on"] * is_late


def test_while_no_hour_is_known_no_hour_is_wrong() -> None:
    facts = replace(FACTS, kick_off_at=None, gates_open_at=None)
    assert check_request(GOOD, facts) == []


def test_drums_need_neither_words_nor_a_proof() -> None:
    drums = replace(
        *(GOOD,), kind=AnimationKind.DRUM, message="", fire_proof=FireProof.UNKNOWN
    )
    assert check_request(drums, FACTS) == []
    assert check_answer(YES, drums) == []


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (AnswerDraft(D.AUTHORISED), "decided_by"),
        (AnswerDraft(D.REFUSED, "Commissioner"), "reason"),
        (AnswerDraft(D.REFUSED, reason="Offends"), "decided_by"),
        (AnswerDraft(D.CONDITIONS, "Commissioner"), "conditions"),
    ],
)
def test_an_answer_says_who_decided_and_why(answer: AnswerDraft, field: str) -> None:
    assert at_fields(check_answer(answer, GOOD)) == [(field, Level.BLOCK)]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": AnimationKind.SMOKE, "fire_proof": FireProof.SHOWN},
        {"message": ""},
        {"fire_proof": FireProof.UNKNOWN},
        {"fire_proof": FireProof.MISSING},
        {"covers_exits": True},
    ],
)
def test_until_it_is_answered_the_answer_says_what_it_must_heed(
    change: dict[str, object],
) -> None:
    asked = replace(GOOD, **change)  # type: ignore[arg-type]  # names of fields
    (doubt,) = check_request(asked, FACTS)
    assert doubt.field in HEEDED
    (said,) = check_answer(AnswerDraft(), asked)
    assert said == replace(doubt, field="decision")


@pytest.mark.parametrize("decision", [D.CONDITIONS, D.AUTHORISED])
def test_what_an_answer_must_heed_is_said_once_with_each_answer(decision: D) -> None:
    asked = replace(GOOD, fire_proof=FireProof.UNKNOWN, covers_exits=True)
    found = check_answer(AnswerDraft(decision, "Commissioner", "Exits free"), asked)
    about_exits, about_proof = (each.message for each in found)
    assert "exits" in about_exits
    assert "proof" in about_proof
    assert len({each.field for each in found}) == 1


@pytest.mark.parametrize("decision", [D.PENDING, D.WITHDRAWN])
def test_what_the_police_do_not_answer_needs_nothing(decision: D) -> None:
    assert check_answer(AnswerDraft(decision), GOOD) == []


@pytest.mark.parametrize(
    ("change", "decision", "found"),
    [
        ({"kind": AnimationKind.SMOKE}, D.AUTHORISED, ("decision", Level.BLOCK)),
        ({"kind": AnimationKind.SMOKE}, D.CONDITIONS, ("decision", Level.BLOCK)),
        ({"message": ""}, D.AUTHORISED, ("decision", Level.BLOCK)),
        ({"covers_exits": True}, D.AUTHORISED, ("decision", Level.BLOCK)),
        ({"covers_exits": True}, D.CONDITIONS, ("conditions", Level.WARN)),
        ({"fire_proof": FireProof.UNKNOWN}, D.AUTHORISED, ("decision", Level.BLOCK)),
        ({"fire_proof": FireProof.MISSING}, D.CONDITIONS, ("conditions", Level.WARN)),
    ],
)
def test_what_burns_covers_exits_or_is_unknown_is_not_simply_authorised(
    change: dict[str, object], decision: D, found: tuple[str, Level]
) -> None:
    answer = AnswerDraft(decision, "Commissioner", "Exits stay free")
    asked = replace(GOOD, **change)  # type: ignore[arg-type]  # names of fields
    assert at_fields(check_answer(answer, asked)) == [found]
    refused = AnswerDraft(D.REFUSED, "Commissioner", reason="Burns")
    assert check_answer(refused, asked) == []


DRAFTS = st.builds(
    AnimationDraft,
    group_id=st.just(ONE),
    kind=st.sampled_from(AnimationKind),
    message=st.sampled_from(["", " ", "Together"]),
    fire_proof=st.sampled_from(FireProof),
    covers_exits=st.booleans(),
)
WORDS = st.sampled_from(["", " ", "said"])
ANSWERS = st.builds(AnswerDraft, st.sampled_from(D), WORDS, WORDS, WORDS)


@given(request=DRAFTS, answer=ANSWERS)
def test_nothing_that_burns_or_shuts_an_exit_passes_and_somebody_answers_for_it(
    request: AnimationDraft, answer: AnswerDraft
) -> None:
    if blocking(check_answer(answer, request)):
        return
    if answer.decision in GIVEN:
        assert answer.decided_by.strip()
    if answer.decision in ALLOWED:
        assert request.kind is not AnimationKind.SMOKE
    if answer.decision is D.AUTHORISED:
        assert not request.covers_exits


@given(answer=ANSWERS)
def test_idle_words_go_and_what_is_left_is_as_right_as_before(
    answer: AnswerDraft,
) -> None:
    kept = without_idle_words(answer)
    assert without_idle_words(kept) == kept
    assert kept.decision is answer.decision
    assert blocking(check_answer(kept, GOOD)) == blocking(check_answer(answer, GOOD))


def test_only_a_proof_handed_in_later_leaves_the_answer_as_it_is() -> None:
    for each in fields(AnimationDraft):
        other = {"message": "Other", "dimensions": "9 × 9 m", "pieces": 2}
        new = replace(GOOD, **{each.name: other.get(each.name, object())})  # type: ignore[arg-type]  # names of fields
        is_about_it = each.name in {
            *("group_id", "kind", "message", "dimensions", "pieces", "material"),
            *("sector_id", "covers_exits", "installs_at"),
        }
        assert is_changed_in_substance(new, GOOD) is is_about_it


@pytest.mark.parametrize(
    ("draft", "decision", "today", "expected"),
    [
        (ConformityDraft(Conformity.DEVIATING), D.AUTHORISED, 5, "conformity_note"),
        (ConformityDraft(Conformity.CONFORMING), D.PENDING, 5, "conformity"),
        (ConformityDraft(Conformity.CONFORMING), D.AUTHORISED, 3, "conformity"),
        (ConformityDraft(Conformity.CONFORMING), D.AUTHORISED, 4, None),
        (ConformityDraft(Conformity.UNCHECKED), D.PENDING, 1, None),
    ],
)
def test_the_check_is_made_from_the_eve_on_and_says_what_was_different(
    draft: ConformityDraft, decision: D, today: int, expected: str | None
) -> None:
    facts = replace(FACTS, today=date(2026, 12, today))
    found = [each.field for each in check_conformity(draft, decision, facts)]
    assert found == ([expected] if expected else [])


def test_lines_of_a_banner_are_read_on_one() -> None:
    assert on_one_line("Always\n\n together \n") == "Always / together"

"""What the order says of tifos: authorised, refused, and not answered yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    ConformityDraft,
)
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import hour
from sportsec.i18n.translator import translator
from sportsec.queries.animations import RequestRow
from sportsec.reports.briefing.animations import animations
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import Block, Callout, Table
from tests.unit.reports.briefings import parts_of, rows, texts

D = AnimationDecision
ALPHA = Words("ألفا", "Groupe Alpha", "Group Alpha")
DRAFT = AnimationDraft(
    kind=AnimationKind.BANNER,
    message="One\nwords",
    dimensions="40 × 25 m",
    pieces=2,
    installs_at=datetime(2026, 12, 5, 13, tzinfo=UTC),
    installers=12,
)


def a_row(answer: AnswerDraft | None = None, **draft: object) -> RequestRow:
    return RequestRow(
        id=UUID(int=1),
        draft=replace(DRAFT, **draft),  # type: ignore[arg-type]  # names of fields
        answer=answer or AnswerDraft(),
        day=ConformityDraft(),
        decided_at=None,
        group=ALPHA,
        sector=Words(fr="Nord"),
        sector_code="N",
        gate_code="P1",
    )


def paper(*asked: RequestRow, language: str = "en") -> tuple[Block, ...]:
    return animations(rows(animations=asked), Voice(translator(language)))


def folded(text: str) -> str:
    """Return a text without the marks that keep its parts whole."""
    return text.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None})


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [each for each in parts_of(blocks) if isinstance(each, Table)]


def test_a_match_without_requests_says_so_and_has_no_table() -> None:
    blocks = paper()
    assert "No request received." in texts(blocks)
    assert tables(blocks) == []


def test_what_is_authorised_stands_with_place_hour_and_conditions() -> None:
    answer = AnswerDraft(D.CONDITIONS, "Commissioner", "Down by the 60th minute")
    (table,) = tables(paper(a_row(answer)))
    said = texts(table)
    for text in (
        *("Group Alpha", "Banner", "One / words", "40 × 25 m", "2 pieces", "Nord"),
        *(hour(DRAFT.installs_at), "to install it", "Gate", "Down by the 60th minute"),
    ):
        assert text in said


def test_a_size_and_a_count_do_not_read_as_a_product() -> None:
    flag = a_row(AnswerDraft(D.AUTHORISED), dimensions="6 × 1.5 m", pieces=4)
    said = {
        language: folded(texts(paper(flag, language=language)))
        for language in LANGUAGES
    }
    assert "6 × 1.5 m\n4 pieces" in said["en"]
    assert "6 × 1,5 m\n4 pièces" in said["fr"]
    assert "6 × 1,5 m\n4 قطع" in said["ar"]


def test_one_piece_is_not_counted() -> None:
    flag = a_row(AnswerDraft(D.AUTHORISED), dimensions="", pieces=1)
    assert "piece" not in texts(paper(flag))


def test_conditions_are_those_of_the_answer_alone() -> None:
    answer = AnswerDraft(D.AUTHORISED, "Commissioner", "left over")
    assert "left over" not in texts(paper(a_row(answer)))


def test_an_eve_is_told_with_its_day() -> None:
    eve = datetime(2026, 12, 4, 16, tzinfo=UTC)
    answer = AnswerDraft(D.AUTHORISED, "Commissioner")
    assert "04/12/2026" in texts(paper(a_row(answer, installs_at=eve)))


def test_what_was_refused_stands_apart_with_its_reason() -> None:
    refused = a_row(AnswerDraft(D.REFUSED, "Commissioner", reason="It offends"))
    blocks = paper(refused)
    allowed, off = tables(blocks)
    assert allowed.rows == ()
    assert "Nothing is authorised." in texts(allowed)
    assert "It offends" in texts(off)


def test_what_nobody_answered_is_said_not_to_be_authorised() -> None:
    blocks = paper(a_row())
    (box,) = [each for each in parts_of(blocks) if isinstance(each, Callout)]
    assert "Not answered yet" in box.title
    assert "Group Alpha" in texts(box)
    assert len(tables(blocks)) == 1


def test_what_a_group_withdrew_is_not_printed() -> None:
    blocks = paper(a_row(AnswerDraft(D.WITHDRAWN)))
    assert "One / words" not in texts(blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_group_are_set_apart_in_every_language(language: str) -> None:
    t = translator(language)
    answer = AnswerDraft(D.AUTHORISED, "Commissioner")
    assert t.isolate("One / words") in texts(paper(a_row(answer), language=language))


def test_a_paper_in_two_languages_stacks_its_own_words_alone() -> None:
    v = Voice(translator("ar"), translator("fr"))
    answer = AnswerDraft(D.AUTHORISED, "Commissioner")
    said = texts(animations(rows(animations=(a_row(answer),)), v))
    assert "ألفا" in said
    assert "Groupe Alpha" in said
    assert said.count("One / words") == 1

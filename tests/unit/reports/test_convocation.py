"""The convocation on paper, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.folding import fold
from sportsec.domain.meetings import Presence
from sportsec.domain.words import LANGUAGES
from sportsec.i18n.translator import translator
from sportsec.reports.convocation import build
from sportsec.reports.document import Document, KeyValues, SignatureBlock, Table
from sportsec.reports.pdf.renderer import render
from tests.unit.reports.minutes_rows import MEETING, some_minutes
from tests.unit.reports.test_minutes import blocks, cells, headings


def paper(language: str = "en", **values: object) -> Document:
    return build(some_minutes(**values), translator(language))


def facts(document: Document) -> dict[str, str]:
    (found,) = blocks(document, KeyValues)
    return {name: fold(value) for name, value in found.items}


def test_the_letter_says_when_where_about_what_and_who_is_asked() -> None:
    assert headings(paper()) == ["Points of the agenda", "Those asked to come"]
    assert paper().title == "Convocation"
    assert "Atlas Club – Rif Club" in str(paper().subtitle)
    assert facts(paper())["Place"] == fold(MEETING.place)
    (signed,) = blocks(paper(), SignatureBlock)
    assert signed.places[0].name == MEETING.chair


def test_a_day_or_place_that_is_open_is_said_to_be_so() -> None:
    bare = replace(MEETING, meets_at=None, place="")
    told = facts(paper(meeting=bare))
    assert (told["Day and hour"], told["Place"]) == ("not fixed yet", "not fixed yet")


def test_who_is_excused_already_is_not_asked_again() -> None:
    people = some_minutes().participants
    assert any(row.presence is Presence.EXCUSED for row in people)
    (asked,) = blocks(paper(), Table)
    assert len(cells(asked)) == sum(
        row.presence is not Presence.EXCUSED for row in people
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_in_every_language(language: str) -> None:
    assert render(paper(language)).startswith(b"%PDF")

"""The convocation on paper, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.folding import fold
from sportsec.domain.meetings import Presence
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.translator import translator
from sportsec.reports.convocation import build
from sportsec.reports.document import Document, KeyValues, SignatureBlock, Table
from sportsec.reports.pdf.box import paginate
from sportsec.reports.pdf.layout import lay_out
from sportsec.reports.pdf.renderer import render
from tests.unit.reports.minutes_rows import MEETING, a_participant, some_minutes
from tests.unit.reports.sheet import ROOM, Sheet, measure
from tests.unit.reports.test_minutes import blocks, cells, headings


def paper(language: str = "en", **values: object) -> Document:
    return build(some_minutes(**values), translator(language))


def facts(document: Document) -> dict[str, str]:
    (found,) = blocks(document, KeyValues)
    return {name: fold(value) for name, value in found.items}


def test_the_letter_says_when_where_about_what_and_who_is_asked() -> None:
    assert headings(paper()) == ["Points of the agenda", "Those asked to come"]
    assert paper().title == "Notice of meeting"
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


def pages(invited: int, points: int) -> list[str]:
    """Return what stands on each page of a letter to so many about so much."""
    people = tuple(
        a_participant(at, Words(fr=f"Guest {at}."), "") for at in range(invited)
    )
    agenda = "\n".join(f"Point {at}" for at in range(points))
    document = paper(participants=people, meeting=replace(MEETING, agenda=agenda))
    printed = []
    for page in paginate(lay_out(document.blocks, measure("en")), ROOM):
        sheet = Sheet()
        page.draw(sheet, 0.0, 0.0)
        printed.append(sheet.all_text())
    return printed


@pytest.mark.parametrize("invited", range(8, 26))
def test_no_page_holds_the_signature_alone(invited: int) -> None:
    last = pages(invited, points=6)[-1]
    assert MEETING.chair in last
    assert f"Guest {invited - 1}." in last
    assert f"Guest {invited - 2}." in last


def test_a_list_that_runs_over_begins_on_the_first_page() -> None:
    first, _last = pages(invited=18, points=6)
    assert "Guest 1." in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_in_every_language(language: str) -> None:
    assert render(paper(language)).startswith(b"%PDF")

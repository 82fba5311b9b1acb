"""The minutes on paper, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.folding import fold
from sportsec.domain.meetings import MeetingStatus, Presence, Signature
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import date_time
from sportsec.i18n.translator import translator
from sportsec.queries.minutes import MinutesRows
from sportsec.reports.document import (
    Block,
    Cell,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Paragraph,
    SignatureBlock,
    Table,
)
from sportsec.reports.minutes import build
from sportsec.reports.pdf.renderer import render
from tests.unit.reports.minutes_rows import MATCH, MEETING, some_minutes


def paper(language: str = "en", **values: object) -> Document:
    return build(some_minutes(**values), translator(language))


def blocks(document: Document, kind: type) -> list:
    """Return the blocks of a kind, also those that are kept together."""
    return [block for block in flat(document.blocks) if isinstance(block, kind)]


def flat(parts: Iterable[Block]) -> Iterator[Block]:
    for part in parts:
        if isinstance(part, KeepTogether):
            yield from flat(part.blocks)
        else:
            yield part


def headings(document: Document) -> list[str]:
    return [heading.text for heading in blocks(document, Heading)]


def cells(table: Table) -> list[list[str]]:
    return [
        [fold(str(c.text if isinstance(c, Cell) else c)) for c in row.cells]
        for row in table.rows
    ]


def test_the_paper_has_all_parts_in_their_order() -> None:
    assert headings(paper()) == [
        *("Participants", "Points of the agenda", "Discussion", "Decisions"),
        "Promises made",
    ]
    assert paper().title == "Minutes of meeting"
    assert "Local commission" in str(paper().subtitle)
    assert "Atlas Club – Rif Club" in str(paper().subtitle)


def test_what_nobody_wrote_down_takes_no_room() -> None:
    bare = replace(MEETING, agenda=" \n", discussion="")
    document = paper(meeting=bare, promises=(), participants=(), decisions=())
    assert headings(document) == ["Participants", "Decisions"]
    people, decided = blocks(document, Table)
    assert people.empty == "Nobody is on the list."
    assert decided.empty == "No decision was taken."


def test_participants_stand_with_capacity_and_presence() -> None:
    people, _ = blocks(paper(), Table)
    rows = cells(people)
    assert rows[1] == ["2", "", fold("القوات المساعدة"), "auxiliary forces", "excused"]
    assert rows[2][1] == "commissioner foulana"
    notes = [fold(str(each.text)) for each in blocks(paper(), Paragraph) if each.small]
    assert notes == ["3 invited · 2 present · 1 excused"]


def test_who_did_not_come_is_counted_excused_or_not() -> None:
    people = some_minutes().participants
    missing = replace(people[0], presence=Presence.ABSENT)
    notes = [
        str(each.text)
        for each in blocks(paper(participants=(*people, missing)), Paragraph)
    ]
    assert "4 invited · 2 present · 1 excused · 1 absent" in map(fold, notes)


def test_the_head_says_when_and_where_the_match_begins() -> None:
    said = fold(str(paper().subtitle))
    assert date_time(MATCH.kick_off_at) in said
    assert "atlas stadium" in said


def test_decisions_are_numbered_with_who_when_and_what_became() -> None:
    _, decided = blocks(paper(), Table)
    first, second, third = cells(decided)
    assert first[0] == "1"
    assert first[3:] == ["05/12/2026", "to be carried out"]
    assert second[2:] == ["rif club", "01/12/2026", "late"]
    assert third[4] == "carried out"


def test_points_of_the_agenda_are_numbered() -> None:
    bullets = [each.bullet for each in blocks(paper(), Paragraph)]
    assert bullets[1:4] == ["1.", "2.", "3."]


def test_chair_and_keeper_sign() -> None:
    (signed,) = blocks(paper(), SignatureBlock)
    assert [place.name for place in signed.places] == [
        MEETING.chair,
        MEETING.minutes_keeper,
    ]


@pytest.mark.parametrize("promised", [True, False])
def test_nobody_signs_an_empty_page(*, promised: bool) -> None:
    rows = some_minutes()
    last = paper(promises=rows.promises if promised else ()).blocks[-1]
    assert isinstance(last, KeepTogether)
    beside = {type(part) for part in flat([last])}
    assert SignatureBlock in beside
    assert (Paragraph if promised else Table) in beside


def test_only_what_is_not_to_be_expected_is_said_of_status_and_signature() -> None:
    def facts(**values: object) -> list[str]:
        meeting = replace(MEETING, **values)  # type: ignore[arg-type]  # of the test
        (shown,) = blocks(paper(meeting=meeting), KeyValues)
        return [name for name, _ in shown.items][4:]

    assert facts(signature=Signature.NONE) == []
    assert facts(signature=Signature.REFUSED) == ["Signature"]
    planned = {"status": MeetingStatus.PLANNED, "signature": Signature.NONE}
    assert facts(**planned) == ["Status"]


def test_minutes_that_were_changed_since_do_not_say_that_they_are_signed() -> None:
    signed, changed = (
        dict(blocks(paper(is_changed=is_changed), KeyValues)[0].items)["Signature"]
        for is_changed in (False, True)
    )
    assert signed == "Signed"
    assert changed == "Changed after the signing, to be signed again"


def test_a_match_that_is_off_is_said_to_be_off() -> None:
    off = replace(MATCH, status=FixtureStatus.POSTPONED)
    subtitle = str(paper(match=off).subtitle)
    assert "postponed" in subtitle.lower()
    assert "Atlas Club – Rif Club" in subtitle


def test_minutes_of_what_was_not_held_are_a_draft() -> None:
    planned = replace(MEETING, status=MeetingStatus.PLANNED, meets_at=None)
    assert paper(meeting=planned).title == "Draft minutes"


def test_a_meeting_of_the_season_names_no_match() -> None:
    document = paper(match=None)
    assert document.subtitle == "Local commission"


def test_a_cell_without_a_name_has_no_letterhead() -> None:
    assert paper(cell=()).issuer == ()
    assert paper("fr", cell=(Words(), Words(fr="Cellule"))).issuer == ("Cellule",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_rows_give_the_same_bytes(language: str) -> None:
    rows: MinutesRows = some_minutes()
    once, again = (render(build(rows, translator(language))) for _ in range(2))
    assert once == again
    assert once.startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_decisions_run_over_pages(language: str) -> None:
    one = some_minutes().decisions[0]
    many = tuple(replace(one, wording=f"{n}. {one.wording}") for n in range(120))
    assert render(paper(language, decisions=many))

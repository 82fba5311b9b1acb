"""The briefing as data: what it says, in one language or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from sportsec.domain.deployment import Service
from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    RegimeAuthority,
    TravelRegime,
)
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import hour
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.rows import (
    CellRow,
    DeploymentPart,
    DetachmentRow,
    EstimateRow,
    Person,
    Share,
    Strength,
)
from sportsec.queries.fixture_history import MoveRow
from sportsec.reports.briefing.build import build
from sportsec.reports.briefing.cover import cover
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Heading,
    KeyValues,
    Row,
    RowKind,
    SideBySide,
    Table,
)
from tests.unit.reports.briefings import (
    MOMENT,
    a_match,
    a_post,
    parts_of,
    rows,
    texts,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_rows_give_the_same_paper(language: str) -> None:
    assert build(rows(), translator(language)) == build(rows(), translator(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_paper_is_there_and_numbered_in_order(language: str) -> None:
    match = a_match(mission=Words("أ", "b", "c"))
    document = build(rows(match, posts=(a_post(1, 1),)), translator(language))
    headings = [part for part in parts_of(document) if isinstance(part, Heading)]
    numbers = [each.number for each in headings if each.level == 1]
    # The cover carries no heading; the annex of the posts follows.
    annex = "أ" if language == "ar" else "A"
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8", annex]


def test_a_match_without_a_plan_has_all_parts_and_no_empty_annex() -> None:
    document = build(rows(), translator("en"))
    headings = [part for part in parts_of(document) if isinstance(part, Heading)]
    numbers = [each.number for each in headings if each.level == 1]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert "The mission has not been written yet." in texts(document)


def test_call_signs_of_a_post_are_set_apart_and_never_broken() -> None:
    post = replace(a_post(2, 2), call_signs=("NOVEMBER 1", "NOVEMBER 2"))
    shown = texts(build(rows(posts=(post,)), translator("fr")))
    assert "NOVEMBER\N{NO-BREAK SPACE}1, NOVEMBER\N{NO-BREAK SPACE}2" in (
        shown.replace("\u2068", "").replace("\u2069", "")
    )


def test_the_name_of_the_cell_stands_once_on_the_cover() -> None:
    plain = rows()
    cell = CellRow(Words(fr="Cellule"), Words(fr="Cellule"), Words())
    same = replace(plain, match=replace(plain.match, cell=cell))
    assert build(same, translator("fr")).issuer == ("Cellule",)


def test_an_arabic_paper_names_the_clubs_in_arabic() -> None:
    shown = texts(build(rows(), translator("ar")))
    assert "نادي الأطلس – نادي المحيط" in shown
    assert "Atlas Club" not in shown


def test_the_journey_of_the_away_public_stands_in_the_situation_where_known() -> None:
    match = a_match(away_station="Gare de Fès", away_route="A 2, aire de Tiflet")
    document = build(rows(match), translator("fr"))
    facts = [p.items for p in parts_of(document) if isinstance(p, KeyValues)]
    said = {name: text for items in facts for name, text in items}
    assert said["Gare d'arrivée"] == "Gare de Fès"
    assert said["Routes et arrêts"] == "A 2\naire de Tiflet"
    unknown = build(rows(), translator("fr"))
    assert "Gare d'arrivée" not in texts(unknown)


@pytest.mark.parametrize(("total", "is_said"), [(5_080, True), (5_980, False)])
def test_the_paper_says_where_a_total_leaves_out_those_without_ticket(
    total: int, *, is_said: bool
) -> None:
    persons = {
        EstimateKind.ATTENDANCE: total,
        EstimateKind.HOME: 4_730,
        EstimateKind.AWAY_TICKETED: 350,
        EstimateKind.AWAY_TICKETLESS: 900,
    }
    estimates = {
        kind: EstimateRow(kind, each, "Club", None, Confidence.MEDIUM)
        for kind, each in persons.items()
    }
    plain = rows()
    read = replace(plain, match=replace(plain.match, estimates=estimates))
    shown = texts(build(read, translator("en")))
    assert ("leaves out visitors without ticket" in shown) is is_said


def test_two_languages_stand_side_by_side_and_stacked_in_tables() -> None:
    match = a_match(situation=Words("وضعية", "Situation calme", "Calm"))
    document = build(rows(match), translator("ar"), translator("fr"))
    beside = [part for part in parts_of(document) if isinstance(part, SideBySide)]
    assert any("وضعية" in texts(each.first) for each in beside)
    assert any("Situation calme" in texts(each.second) for each in beside)
    (line, second) = next(
        part.splitlines()
        for part in parts_of(document)
        if isinstance(part, str) and part.startswith("ملعب الأطلس\n")
    )
    assert "Stade de l'Atlas" in second
    assert "Stade" not in line


def test_a_restricted_match_says_who_decided() -> None:
    match = a_match(
        regime=AttendanceRegime.HOME_ONLY,
        regime_authority=RegimeAuthority.WALI,
        regime_reference="n° 12/2026",
    )
    shown = texts(build(rows(match), translator("fr")))
    assert "Public local uniquement (Wali ou gouverneur n° 12/2026)" in shown


def test_a_ban_on_travel_alone_says_who_decided_too() -> None:
    match = a_match(
        travel_regime=TravelRegime.BANNED,
        regime_authority=RegimeAuthority.WALI,
        regime_reference="n° 417/2026",
    )
    shown = texts(build(rows(match), translator("fr")))
    assert "Déplacement collectif interdit (Wali ou gouverneur n° 417/2026)" in shown
    assert "Wali" not in texts(build(rows(a_match()), translator("fr")))


def test_an_unknown_hour_is_said_in_words() -> None:
    shown = texts(build(rows(a_match(kick_off_at=None)), translator("en")))
    assert "Time not known yet" in shown


def test_an_unrated_match_is_called_unrated_on_the_cover() -> None:
    assert "has not been rated yet" in texts(build(rows(), translator("en")))


@pytest.mark.parametrize(
    ("needed", "assigned", "kind"),
    [(12, 12, RowKind.PLAIN), (12, 11, RowKind.WARN), (0, 0, RowKind.PLAIN)],
)
def test_a_post_short_of_staff_is_marked(
    needed: int, assigned: int, kind: RowKind
) -> None:
    document = build(rows(posts=(a_post(needed, assigned),)), translator("en"))
    found = [
        part
        for part in parts_of(document)
        if isinstance(part, Row) and any("N1" in str(cell) for cell in part.cells)
    ]
    assert [each.kind for each in found] == [kind]


def test_posts_of_one_phase_stand_under_its_name_once() -> None:
    document = build(rows(posts=(a_post(1, 1), a_post(2, 2))), translator("en"))
    tables = [part for part in parts_of(document) if isinstance(part, Table)]
    sections = [
        row for table in tables for row in table.rows if row.kind is RowKind.SECTION
    ]
    assert len(sections) == 1


def test_the_version_and_the_moment_of_printing_stand_in_the_footer() -> None:
    footer = " ".join(build(rows(), translator("fr")).footer)
    assert "Version" in footer
    assert "03/12/2026 09:00" in footer  # local time, UTC since September 2026
    assert "AGA/2026-2027/014" in footer


def test_an_order_whose_versions_nobody_counts_is_told_by_its_moment() -> None:
    document = build(rows(a_match(version=1)), translator("en"))
    assert not any("Version" in each for each in document.footer)
    assert any("Printed" in each for each in document.footer)


def test_a_cover_in_two_languages_names_its_facts_on_one_line() -> None:
    shown = texts(build(rows(), translator("fr"), translator("ar")))
    assert "Stade · \u2068الملعب\u2069" in shown or "Stade · الملعب" in shown


def test_the_cover_tells_the_strength_from_those_on_posts() -> None:
    lion = DetachmentRow(
        UUID(int=5),
        Words(),
        Words(),
        Service.DGSN,
        28,
        None,
        None,
        False,
        Words(),
        Person(),
        "Lion",
        "",
        "",
        None,
    )
    part = DeploymentPart((), (lion,), (), (), Strength(unposted=(Share(lion, 28),)))
    manned = replace(part, strength=Strength(elsewhere=(Share(lion, 8),)))
    for deployment, said in ((part, "28 (on posts: 0)"), (manned, "28 (on posts: 8)")):
        text = texts(build(rows(deployment=deployment), translator("en")))
        assert said in text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def test_a_capacity_of_none_behind_closed_doors_is_no_unknown_one() -> None:
    paper = build(
        rows(a_match(capacity_allowed=0), safe_capacity=6724), translator("en")
    )
    assert "6,724" not in texts(paper)


def test_a_safe_capacity_that_may_yet_fall_says_at_most() -> None:
    values = {"safe_capacity": 44500}
    sure = texts(build(rows(**values), translator("en")))
    assert "44,500" in sure
    assert "at most" not in sure
    paper = build(rows(**values, is_safe_at_most=True), translator("en"))
    said = texts(paper).translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert "at most 44,500" in said


def test_a_post_without_anybody_is_marked_though_nobody_said_how_many() -> None:
    post = replace(a_post(0, 0), needed=None)
    document = build(rows(posts=(post,)), translator("en"))
    tables = [part for part in parts_of(document) if isinstance(part, Table)]
    posts = next(t for t in tables if t.columns[0].title == "Post")
    assert [row.kind for row in posts.rows][1:] == [RowKind.WARN]
    assert posts.rows[1].cells[3] == ""


def test_who_commands_heads_the_contacts_with_the_number() -> None:
    deputy = Person("", "B. Adjoint", Words(), "+212600000001")
    document = build(rows(a_match(deputy=deputy)), translator("en"))
    (table,) = (
        part
        for part in parts_of(document)
        if isinstance(part, Table) and "Organisation" in texts(part.columns)
    )
    lines = [texts(row) for row in table.rows]
    assert "Match commander" in lines[0]
    assert "Deputy commander" in lines[1]
    assert "06 00 00 00 01" in lines[1]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Moved: was Sat 05/12/2026 {hour} (Decision of the league)"),
        ("fr", "Match déplacé : initialement prévu le sam 05/12/2026 {hour}"),
        ("ar", "تغيير الموعد: كانت يوم السبت 05/12/2026 {hour}"),
    ],
)
def test_the_cover_says_that_the_match_was_moved_from_when_and_why(
    language: str, said: str
) -> None:
    move = MoveRow(
        id=UUID(int=9),
        changed_at=MOMENT,
        from_date=date(2026, 12, 5),
        from_at=datetime(2026, 12, 5, 19, 0, tzinfo=UTC),
        from_venue=Words(),
        to_date=date(2026, 12, 6),
        to_at=datetime(2026, 12, 6, 18, 0, tzinfo=UTC),
        to_venue=Words(),
        reason="Decision of the league",
        source="",
    )
    v = Voice(translator(language))
    paper = fold(texts(cover(rows(moved=move), v)))
    assert fold(said.format(hour=hour(move.from_at))) in paper
    assert fold(said[:13]) not in fold(texts(cover(rows(), v)))

"""The table of sectors on a briefing: who stands where, down to the total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from sportsec.domain.deployment import Function, Phase
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.queries.briefing.rows import Share
from sportsec.reports.briefing.build import build
from sportsec.reports.document import Cell, KeepTogether, RowKind, Table
from sportsec.store.tables.deployment import Assignment, Detachment, Post
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Sector
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_sector, a_unit, a_venue


@pytest.fixture
def planned(work: Work) -> BriefingRows:
    """Atlas 3 and part of Atlas 2 in sector A, the rest of 65 elsewhere."""
    venue = a_venue(work)
    sector = a_sector(work, venue, "A")
    fixture = a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    work.session.flush()
    three, two, check = (
        _detachment(work, fixture, sign, headcount)
        for sign, headcount in (("Atlas 3", 15), ("Atlas 2", 30), ("Atlas 4", 20))
    )
    inside, outside = _post(work, fixture, sector), _post(work, fixture, None)
    early = _post(work, fixture, sector, Phase.P2)
    work.session.flush()
    _assign(
        work,
        (three, inside, 15),
        (two, inside, 10),
        (check, outside, 20),
        (two, early, 30),
    )
    return briefing_rows(work, fixture.id)


def _assign(work: Work, *given: tuple[Detachment, Post, int]) -> None:
    for detachment, post, headcount in given:
        work.add(
            Assignment(
                detachment_id=detachment.id, post_id=post.id, headcount=headcount
            )
        )
    work.session.flush()


def _detachment(
    work: Work, fixture: Fixture, sign: str, headcount: int, **values: Any
) -> Detachment:
    unit = a_unit(work)
    work.session.flush()
    return work.add(
        Detachment(
            fixture_id=fixture.id,
            unit_id=unit.id,
            call_sign=sign,
            headcount=headcount,
            **values,
        )
    )


def _post(
    work: Work, fixture: Fixture, sector: Sector | None, phase: Phase = Phase.P3
) -> Post:
    place = sector.id if sector else None
    return work.add(Post(fixture_id=fixture.id, sector_id=place, code="X", phase=phase))


def _told(crew: Sequence[Share]) -> list[tuple[str, int]]:
    return [(each.detachment.call_sign, each.headcount) for each in crew]


def test_all_detachments_of_a_sector_are_named_with_their_number(
    planned: BriefingRows,
) -> None:
    (sector,) = planned.deployment.sectors
    assert _told(sector.crew) == [("Atlas 3", 15), ("Atlas 2", 10)]
    assert sector.headcount == 25


def test_who_is_in_no_sector_is_told_apart(planned: BriefingRows) -> None:
    strength = planned.deployment.strength
    assert strength.phase is Phase.P3
    assert _told(strength.elsewhere) == [("Atlas 4", 20)]
    assert _told(strength.unposted) == [("Atlas 2", 20)]


def test_the_rows_of_the_table_add_up_to_all_who_are_deployed(
    planned: BriefingRows,
) -> None:
    paper = build(planned, translator("en"))
    (table,) = (
        each
        for kept in paper.blocks
        for each in (kept.blocks if isinstance(kept, KeepTogether) else (kept,))
        if isinstance(each, Table) and "Staff and chiefs" in each.caption
    )
    figures = [_plain(row.cells[-1]) for row in table.rows]
    assert figures == ["25", "20", "20", str(planned.deployment.headcount)]
    assert table.rows[-1].kind is RowKind.TOTAL
    assert "Atlas\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}(15)" in str(
        table.rows[0].cells
    ).replace("\\xa0", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("held", "only_in", "said"),
    [
        ((Phase.P2, Phase.P3), None, "Adil"),
        ((Phase.P2,), Phase.P2, "Adil Only in: Arrival of the public"),
        ((), None, "No chief"),
    ],
)
def test_who_leads_a_sector_is_who_leads_it_during_the_match(
    work: Work, held: tuple[Phase, ...], only_in: Phase | None, said: str
) -> None:
    """Most are on posts while the public comes in, the teams of the gates alone."""
    venue = a_venue(work)
    sector = a_sector(work, venue, "A")
    fixture = a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    work.session.flush()
    leads = {"function": Function.SECTOR_CHIEF, "leader_name": "Adil"}
    chief = _detachment(work, fixture, "Atlas 3", 15, **leads)
    gates = _detachment(work, fixture, "Atlas 4", 60)
    posts = {phase: _post(work, fixture, sector, phase) for phase in Phase}
    work.session.flush()
    manned = ((gates, posts[Phase.P2], 60), (gates, posts[Phase.P3], 5))
    _assign(work, *manned, *((chief, posts[phase], 15) for phase in held))
    rows = briefing_rows(work, fixture.id)
    (row,) = rows.deployment.sectors
    assert rows.deployment.strength.phase is Phase.P3
    assert row.chief_only_in is only_in
    assert said in _said(rows, "Staff and chiefs")


def test_the_paper_counts_what_is_left_of_a_reserve(work: Work) -> None:
    venue = a_venue(work)
    sector = a_sector(work, venue, "A")
    fixture = a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    work.session.flush()
    used = _detachment(work, fixture, "Reserve 1", 60, is_reserve=True)
    waiting = _detachment(work, fixture, "Reserve 2", 70, is_reserve=True)
    early = _post(work, fixture, sector, Phase.P2)
    holding_point = _post(work, fixture, None)
    work.session.flush()
    _assign(work, (used, early, 24), (waiting, holding_point, 70))
    said = _said(briefing_rows(work, fixture.id), "", "Engaged when")
    assert "On posts: 24 of 60, Arrival of the public 36" in said
    assert said.endswith("70")


def _said(rows: BriefingRows, caption: str, column: str = "") -> str:
    """Return what the table says that has such a caption, or such a column."""
    blocks = build(rows, translator("en")).blocks
    (table,) = (
        each
        for kept in blocks
        for each in (kept.blocks if isinstance(kept, KeepTogether) else (kept,))
        if isinstance(each, Table)
        if caption in each.caption
        if not column or column in {one.title for one in each.columns}
    )
    cells = (_plain(cell) for row in table.rows for cell in row.cells)
    return " ".join(" ".join(cells).split())


def _plain(cell: object) -> str:
    text = cell.text if isinstance(cell, Cell) else cell
    return str(text).strip("\u2068\u2069")

"""The table of sectors on a briefing: who stands where, down to the total."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sportsec.domain.deployment import Phase
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
    for detachment, post, headcount in (
        (three, inside, 15),
        (two, inside, 10),
        (check, outside, 20),
        (two, early, 30),
    ):
        work.add(
            Assignment(
                detachment_id=detachment.id, post_id=post.id, headcount=headcount
            )
        )
    work.session.flush()
    return briefing_rows(work, fixture.id)


def _detachment(work: Work, fixture: Fixture, sign: str, headcount: int) -> Detachment:
    unit = a_unit(work)
    work.session.flush()
    return work.add(
        Detachment(
            fixture_id=fixture.id,
            unit_id=unit.id,
            call_sign=sign,
            headcount=headcount,
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
    assert strength.phase is Phase.P3  # when most are on posts
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
        if isinstance(each, Table) and "most on posts" in each.caption
    )
    figures = [_plain(row.cells[-1]) for row in table.rows]
    assert figures == ["25", "20", "20", str(planned.deployment.headcount)]
    assert table.rows[-1].kind is RowKind.TOTAL
    assert "Atlas\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}(15)" in str(
        table.rows[0].cells
    ).replace("\\xa0", "\N{NO-BREAK SPACE}")


def _plain(cell: object) -> str:
    text = cell.text if isinstance(cell, Cell) else cell
    return str(text).strip("\u2068\u2069")

"""Values as the program speaks of them, out of what the database holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sportsec.domain.deployment import ListKind
from sportsec.domain.fixtures import FixtureStatus, Stake
from sportsec.domain.identity import new_id
from sportsec.domain.units import ListItemDraft
from sportsec.domain.words import Words, called
from sportsec.queries.field_values import (
    kept_of_column,
    named_values,
    target_of,
    value_of_column,
)
from sportsec.services.units import add_list_item
from sportsec.store.work import Work
from tests.builders import a_club

VALUES = [
    ("fixture", "status", FixtureStatus.POSTPONED),
    ("fixture", "stakes", (Stake(min(Stake)),)),
    ("fixture", "kick_off_date", date(2026, 12, 5)),
    ("fixture", "kick_off_at", datetime(2026, 12, 5, 18, tzinfo=UTC)),
    ("fixture", "home_club_id", new_id()),
    ("fixture", "is_neutral", True),
    ("fixture", "home_score", 3),
    ("venue", "latitude", 34.25),
    ("club", "notes", "text"),
    ("club", "notes", None),
]


@pytest.mark.parametrize(("table", "column", "value"), VALUES)
def test_values_survive_the_way_there_and_back(
    table: str, column: str, value: object
) -> None:
    kept = kept_of_column(table, column, value)
    assert value_of_column(table, column, kept) == value
    assert kept is None or isinstance(kept, str | int | float | bytes)


def test_what_a_newer_version_wrote_stays_as_it_is() -> None:
    assert value_of_column("fixture", "status", "moonlit") == "moonlit"
    assert value_of_column("fixture", "bus_count", 3) == 3
    assert value_of_column("shuttle", "name", "x") == "x"


def test_references_are_named(work: Work) -> None:
    club = a_club(work, "Atlas")
    work.session.flush()
    assert target_of("fixture", "home_club_id") == "club"
    assert target_of("fixture", "round") == ""
    values = [("fixture", "home_club_id", club.id), ("fixture", "round", "3")]
    assert named_values(work, values) == {club.id: Words(fr="Atlas")}


def test_codes_of_the_lists_of_the_cell_are_named_in_their_columns_only(
    work: Work,
) -> None:
    name = Words(fr="Commissaire divisionnaire")
    draft = ListItemDraft(kind=ListKind.RANK, name=name, code="chief")
    add_list_item(work, draft)
    work.session.flush()
    names = named_values(work, [("contact", "rank", "chief")])
    assert called(names, "rank", "chief") == name
    assert called(names, "notes", "chief") == "chief"
    assert called(names, "rank", "typed by hand") == "typed by hand"

"""Names are read whole in lists that have a panel beside them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.groups import GroupKind, RelationKind
from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.queries.relation_map import MapFilter, MapGroup, MapRelation
from sportsec.ui.pages.directory.contact_columns import contact_columns
from sportsec.ui.pages.directory.relation_list import (
    LEAST_ON_VIEW,
    ClubsBelow,
    RelationLine,
    relation_columns,
    relation_source,
)
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.columns import ABOVE_ROLE, BELOW_ROLE
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView

BESIDE_PANEL, WIDE = 650, 2400


@pytest.fixture
def relations(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    """Return the list of one relation, with a panel beside it."""
    sides = [
        MapGroup(
            *(new_id(), Words(fr=name), GroupKind.ULTRAS, new_id(), Words(fr=club)),
            beside=False,
        )
        for name, club in (
            ("Ultras Bastion de la Côte", "Remparts Athlétiques d'El Jadida"),
            ("Ultras Argile", "Céramique Sportive de Safi"),
        )
    ]
    relation = MapRelation(
        *(new_id(), sides[0].id, sides[1].id, RelationKind.HOSTILITY),
        *(None, Words(fr="Derby de la côte et même stade"), Words()),
    )
    source = relation_source()
    source.show([RelationLine(relation, *sides)])
    model: RowsModel[RelationLine, MapFilter] = RowsModel(
        runner, source, relation_columns(), MapFilter(), sort="kind"
    )
    table = TableView(model, settings, "relations")
    ClubsBelow(table)
    qtbot.addWidget(table)
    table.resize(BESIDE_PANEL, 600)
    table.show()
    with qtbot.waitSignal(model.settled):
        model.reload()
    return table


def has_two_lines(table: TableView) -> bool:
    return table.verticalHeader().defaultSectionSize() == table.row_height(lines=2)


def test_clubs_stand_below_their_groups_where_both_would_be_cut(
    relations: TableView,
) -> None:
    assert has_two_lines(relations)
    cell = relations.rows.index(0, 1)
    assert cell.data(ABOVE_ROLE) == "Ultras Bastion de la Côte"
    assert cell.data(BELOW_ROLE) == "Remparts Athlétiques d'El Jadida"
    relations.resize(WIDE, 600)
    assert not has_two_lines(relations)


def test_a_low_list_keeps_its_rows_on_view_instead(relations: TableView) -> None:
    relations.resize(BESIDE_PANEL, (LEAST_ON_VIEW - 1) * relations.row_height(lines=2))
    assert not has_two_lines(relations)


def test_how_far_a_contact_is_verified_gives_way_to_who_and_where_it_is() -> None:
    columns = {each.sort: each for each in contact_columns() if each.sort}
    assert columns["verified_on"].yields  # a doubt is marked before the name as well
    assert not any(columns[key].yields for key in ("name", "role", "place"))

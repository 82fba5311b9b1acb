"""Every table was considered when the scopes of files were drawn."""

from __future__ import annotations

import sportsec.store.tables
from sportsec.store.base import Record
from sportsec.sync.scope_rules import COMPANIONS, PARTS, places_of

_mapped = sportsec.store.tables


def test_every_table_has_its_place() -> None:
    forgotten = [name for name in Record.metadata.tables if not places_of(name)]
    assert not forgotten


def test_rules_name_columns_that_exist() -> None:
    for rules in (PARTS, COMPANIONS):
        for owner, others in rules.items():
            for table, column in others:
                keys = Record.metadata.tables[table].c[column].foreign_keys
                assert {key.column.table.name for key in keys} == {owner}

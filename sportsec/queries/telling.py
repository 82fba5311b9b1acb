"""What tells records of one name apart: the code, the town, whom they belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.phones import phone
from sportsec.i18n.translator import translator
from sportsec.queries.record_labels import Labels, joined, labels_of, rows_of
from sportsec.store.base import Record
from sportsec.store.work import Work

#: Columns that say so, those known by heart first; a table has some of them.
_WORDS = ("city", "home_city")
_OWNERS = ("club_id", "group_id", "venue_id", "organisation_id", "command_id")


def telling(work: Work, table: str, ids: Collection[UUID]) -> Labels:
    """Return what tells records apart, by id; those that say nothing are left out."""
    owner = Record.metadata.tables[table]
    rows = list(rows_of(work, owner, owner.c.keys(), ids))
    owners = {name: _owners(work, owner, name, rows) for name in _there(owner)}
    found = {row["id"]: joined(*_parts(owner, row, owners)) for row in rows}
    return {identity: said for identity, said in found.items() if said}


def _there(owner: Table) -> Iterator[str]:
    return (name for name in _OWNERS if name in owner.c)


def _owners(work: Work, owner: Table, name: str, rows: Collection[Any]) -> Labels:
    target = next(iter(owner.c[name].foreign_keys)).column.table.name
    return labels_of(work, target, {row[name] for row in rows} - {None})


def _parts(owner: Table, row: Any, owners: Mapping[str, Labels]) -> Iterator[Words]:
    if "code" in owner.c:
        yield _everywhere(row["code"])
    for name in _WORDS:
        if f"{name}_ar" in owner.c:
            yield Words(*(row[f"{name}_{code}"] or "" for code in LANGUAGES))
    for name, labels in owners.items():
        yield labels.get(row[name], Words())
    if "phone" in owner.c:
        yield _everywhere(phone(row["phone"] or ""))


def _everywhere(text: str | None) -> Words:
    """Return a code or number for each language, whole also inside Arabic."""
    return Words(*(translator(code).isolate(text or "") for code in LANGUAGES))

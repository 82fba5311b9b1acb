"""What a record is used by: asked before it may be deleted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Table, select

from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Use:
    """Records of one table that refer to the one asked about.

    Args:
        table: Such as "fixture".
        count: How many refer to it.
        example: What one of them is called; empty for those without a name.
    """

    table: str
    count: int
    example: Words


def uses_of(
    work: Work, table: str, ids: Collection[UUID], ignoring: Collection[str] = ()
) -> list[Use]:
    """Return what live records refer to any of `ids`, table by table.

    Args:
        table: The table that `ids` belong to.
        ignoring: Tables whose rows are parts of the record and go with it.
    """
    found = []
    for owner in Record.metadata.sorted_tables:
        columns = [] if owner.name in ignoring else _references(owner, table)
        users: set[UUID] = set()
        for column in columns:
            query = select(owner.c.id).where(column.in_(ids))
            users |= set(
                work.session.scalars(query.where(owner.c.deleted_at.is_(None)))
            )
        if users:
            found.append(Use(owner.name, len(users), _example(work, owner, min(users))))
    return found


def _references(owner: Table, table: str) -> list[Column[UUID]]:
    keys = owner.foreign_keys
    return [key.parent for key in keys if key.column.table.name == table]


def _example(work: Work, owner: Table, record: UUID) -> Words:
    if owner.name == "fixture":
        return _match_name(work, owner, record)
    if "name_latin" in owner.c:
        names = ["name_ar", "name_latin", "name_latin"]
    elif "name_ar" in owner.c:
        names = [f"name_{code}" for code in LANGUAGES]
    elif "code" in owner.c:
        names = ["code"] * len(LANGUAGES)
    else:
        return Words()
    columns = [owner.c[name] for name in names]
    row = work.session.execute(select(*columns).where(owner.c.id == record)).one()
    return Words(*row)


def _match_name(work: Work, fixture: Table, record: UUID) -> Words:
    """Return "home – away" in each language."""
    sides = []
    for column in (fixture.c.home_club_id, fixture.c.away_club_id):
        club = select(column).where(fixture.c.id == record).scalar_subquery()
        name = work.session.scalar(select(Club.name).where(Club.id == club))
        sides.append(name or Words())
    joined = {
        code: " – ".join(side.pick(code) or "?" for side in sides) for code in LANGUAGES
    }
    return Words(**joined)

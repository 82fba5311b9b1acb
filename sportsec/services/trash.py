"""Deleting and bringing back: refused while something else needs the record."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.uses import Use, uses_of
from sportsec.store.base import Record
from sportsec.store.work import Work

#: What is said when records of a table still need the one to be deleted.
_NEEDED = {
    "fixture": N_("Matches still need it ({count}), such as {name}"),
    "kick_off_change": N_("Postponed matches still name it ({count}), such as {name}"),
    "detachment": N_("Detachments still need it ({count}), such as {name}"),
    "post": N_("Posts still need it ({count}), such as {name}"),
    "club": N_("Clubs still need it ({count}), such as {name}"),
    "supporter_group": N_("Supporter groups still need it ({count}), such as {name}"),
    "contact": N_("Contacts still belong to it ({count}), such as {name}"),
    "liaison_entry": N_("Calls still name it ({count}), such as {name}"),
    "commitment": N_("Promises or decisions still name it ({count}), such as {name}"),
    "participant": N_("Meetings still name it ({count}), such as {name}"),
    "animation_request": N_("Tifo requests still name it ({count}), such as {name}"),
    "unit": N_("Units still belong to it ({count}), such as {name}"),
    "command": N_("Commands still report to it ({count}), such as {name}"),
    "gate": N_("Gates still lead to it ({count}), such as {name}"),
}
_NEEDED_ELSEWHERE = N_("Other records still need it ({count})")
#: What to do, after all that needs it.
_FIRST = N_("Name something else there, or delete those first.")


def put_in_trash(
    work: Work, record: Record, parts: Sequence[type[Record]] = ()
) -> None:
    """Delete a record with its parts.

    Args:
        parts: Tables whose rows belong to the record and go with it.

    Raises:
        Invalid: Something else needs the record or one of its parts.
    """
    table = record.__tablename__
    own = [part.__tablename__ for part in parts]
    uses = uses_of(work, table, [record.id], own)
    found: list[Record] = []
    for part in parts:
        rows = _parts_of(work, part, record)
        uses += uses_of(work, part.__tablename__, [row.id for row in rows], own)
        found += rows
    if uses:
        raise Invalid([*(_problem(use) for use in uses), Problem(None, _FIRST)])
    for each in (record, *found):
        work.delete(each)


def take_from_trash(
    work: Work,
    kind: type[Record],
    record_id: UUID,
    parts: Sequence[type[Record]] = (),
) -> None:
    """Bring a deleted record back, with the parts that went with it.

    Raises:
        NotFound: There never was such a record.
    """
    record = work.session.get(kind, record_id)
    if record is None:
        raise NotFound(kind.__tablename__, record_id)
    deleted_at = record.deleted_at
    if deleted_at is None:
        return
    record.deleted_at = None
    for part in parts:
        for row in _parts_of(work, part, record, deleted=True):
            if row.deleted_at == deleted_at:
                row.deleted_at = None


def _parts_of(
    work: Work, part: type[Record], record: Record, *, deleted: bool = False
) -> list[Record]:
    keys = (
        key.parent
        for key in part.__table__.foreign_keys
        if key.column.table.name == record.__tablename__
    )
    query = select(part).where(or_(*(key == record.id for key in keys)))
    gone = part.deleted_at.is_not(None)
    query = query.where(gone if deleted else ~gone)
    return list(work.session.scalars(query))


def _problem(use: Use) -> Problem:
    message = _NEEDED.get(use.table, _NEEDED_ELSEWHERE)
    return Problem(None, message, facts={"count": use.count, "name": use.example})

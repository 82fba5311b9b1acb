"""What the law may want erased of a record, and how far a purge of it has come."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.backups import Backup
from sportsec.domain.errors import NotFound
from sportsec.domain.exchange import Trust
from sportsec.domain.history import Mention
from sportsec.domain.purges import Purge, PurgeField, PurgePreview
from sportsec.domain.words import Words
from sportsec.queries.history_changes import mentions
from sportsec.queries.peers import list_cells, said_to_have, words_of_name
from sportsec.store import traces
from sportsec.store.backup import BACKUPS
from sportsec.store.base import Record
from sportsec.store.copies import copies_with
from sportsec.store.journal import canon
from sportsec.store.journal.purge import is_purged
from sportsec.store.journal.shape import Shape, shapes
from sportsec.store.work import Work

#: Shorter texts say nothing of a person by themselves.
_TELLING = 5
#: The records that are one with a record, if there are any.
_MEMBERS = """SELECT t.row FROM journal_twin s JOIN journal_twin t
 ON t.elder = s.elder WHERE s.row = ?1"""
_VALUES = f"""SELECT o.col, count(*) FROM journal_op o WHERE o.kind = 'U'
AND o.digest IS NULL AND (o.row = ?1 OR o.row IN ({_MEMBERS})) GROUP BY o.col"""  # noqa: S608 - our own constants
#: The purge of a record as a whole, or of one that is one with it; when and by whom.
_PURGES = """SELECT p.op, p.row, o.tbl, o.val, a.actor, r.name, r.rid,
 r.number = s.self, coalesce((SELECT c.wall FROM journal_arrival v
  JOIN journal_act c ON c.act = v.receipt
  WHERE v.last >= p.op AND v.first <= p.op ORDER BY v.last LIMIT 1), a.wall)
FROM journal_purged p JOIN journal_op o ON o.op = p.op
JOIN journal_act a ON a.act = o.act JOIN journal_replica r ON r.number = p.op >> 32
JOIN journal_state s WHERE p.col = '' {} ORDER BY a.wall DESC, p.op DESC"""
#: Records that the purges of a received file name, and those that are one with them.
_ERASED_BY = """WITH named AS (SELECT o.tbl, o.row FROM journal_arrival v
 JOIN journal_op o ON o.op BETWEEN v.first AND v.last
 WHERE v.receipt = ? AND o.kind = 'P')
SELECT tbl, row FROM named UNION SELECT n.tbl, t.row FROM named n
 JOIN journal_twin s ON s.row = n.row JOIN journal_twin t ON t.elder = s.elder"""
_OF_ROW = f"AND (p.row = ?1 OR p.row IN ({_MEMBERS}))"


def has_personal_fields(kind: str) -> bool:
    """Say whether records of a kind say something of a person."""
    return kind in shapes() and bool(shapes()[kind].personal)


def purge_preview(work: Work, folder: Path, kind: str, record: UUID) -> PurgePreview:
    """Return what a purge of a record would erase, and what it would leave.

    Args:
        folder: Of the workspace, for its backups.

    Raises:
        NotFound: There is no such record, or nothing in it is personal.
    """
    if not has_personal_fields(kind):
        raise NotFound(kind, record)
    shape = shapes()[kind]
    shown = _shown(work, shape, record)
    kept = dict(work.connection.execute(_VALUES, (record.bytes,)))
    done = purge_of(work, kind, record)
    return PurgePreview(
        mentions(work, [(kind, record)])[kind, record],
        tuple(
            PurgeField(name, shown[name], kept.get(shape.register_of[name], 0))
            for name in shown
        ),
        tuple(_elsewhere(work, record, shown.values())),
        tuple(name for _, name in _others(work)),
        () if done is not None else _copies(work, folder, kind, record),
        None if done is None else with_backups(work, folder, done),
    )


def purge_of(work: Work, kind: str, record: UUID) -> Purge | None:
    """Return the purge of a record, without its backups; None where it has none."""
    query = _PURGES.format(_OF_ROW)
    rows = work.connection.execute(query, (record.bytes,)).fetchall()
    found = _purges(work, [row for row in rows if row[2] == kind][:1])
    return found[0] if found else None


def erased_registers(work: Work, kind: str, record: UUID) -> frozenset[str]:
    """Return the personal registers of a record whose values were erased for good."""
    names = shapes()[kind].personal
    where = is_purged("?1", "?2")
    query = f"SELECT {where}"
    return frozenset(
        name
        for name in names
        if work.connection.execute(query, (record.bytes, name)).fetchone()[0]
    )


def list_purges(work: Work) -> list[Purge]:
    """Return every purge known, latest first: the report of erasures."""
    return _purges(work, work.connection.execute(_PURGES.format("")).fetchall())


def with_backups(work: Work, folder: Path, purge: Purge) -> Purge:
    """Add the copies of the workspace that still hold what was purged.

    Args:
        folder: Of the workspace.
    """
    found = _copies(work, folder, purge.record.kind, purge.record.id)
    return replace(purge, backups=found)


def copies_of_erased(
    work: Work, folder: Path, received: Collection[int]
) -> tuple[Backup, ...]:
    """Return the backups that still hold what received files had erased, newest first.

    Args:
        folder: Of the workspace.
        received: The acts that took the files in.
    """
    erased: dict[str, set[bytes]] = defaultdict(set)
    for act in received:
        for table, row in work.connection.execute(_ERASED_BY, (act,)):
            erased[table].add(row)
    found = {
        backup
        for table, rows in erased.items()
        if table in shapes()
        for backup in copies_with(folder / BACKUPS, shapes()[table], rows)
    }
    return tuple(sorted(found, reverse=True))


# ---- inside


def _copies(work: Work, folder: Path, kind: str, record: UUID) -> tuple[Backup, ...]:
    rows = {
        record.bytes,
        *(row for (row,) in work.connection.execute(_MEMBERS, (record.bytes,))),
    }
    return tuple(copies_with(folder / BACKUPS, shapes()[kind], rows))


def _shown(work: Work, shape: Shape, record: UUID) -> dict[str, Any]:
    """Return what a record shows in its personal fields."""
    columns = Record.metadata.tables[shape.table].c
    names = [field.name for field in shape.fields if field.is_personal]
    query = select(*(columns[name] for name in names)).where(columns.id == record)
    row = work.session.execute(query).one_or_none()
    if row is None:
        raise NotFound(shape.table, record)
    return dict(zip(names, row, strict=True))


def _elsewhere(work: Work, record: UUID, values: Iterable[Any]) -> list[Mention]:
    """Return other records with one of these values in a personal field."""
    telling = {each for each in values if isinstance(each, str)}
    telling = {each for each in telling if len(each) >= _TELLING}
    found: set[tuple[str, UUID]] = set()
    for kind, shape in shapes().items():
        columns = Record.metadata.tables[kind].c
        for field in shape.fields:
            if field.is_personal and telling:
                same = select(columns.id).where(columns[field.name].in_(telling))
                found |= {(kind, each) for each in work.session.scalars(same)}
    found -= {(kind, each) for kind, each in found if each == record}
    named = mentions(work, found)
    return [named[each] for each in sorted(found)]


def _others(work: Work) -> list[tuple[bytes, Words]]:
    """Return the other cells whose files are taken, by their keys."""
    cells = [cell for cell in list_cells(work) if cell.trust is not Trust.REVOKED]
    return [(cell.key, cell.name) for cell in cells]


def _purges(work: Work, rows: Sequence[Sequence[Any]]) -> list[Purge]:
    if not rows:
        return []
    others = _others(work)
    seen = {key: said_to_have(work, key) for key, _ in others}
    about = mentions(work, {(row[2], UUID(bytes=row[1])) for row in rows})
    is_wiped = not traces.are_left(work.connection)
    found = []
    for op, row, table, val, actor, name, rid, is_own, here in rows:
        said = json.loads(val or "{}")
        number = op & canon.COUNT
        know = {key for key in seen if seen[key].get(rid, (0, 0))[0] >= number}
        found.append(
            Purge(
                about[table, UUID(bytes=row)],
                str(said.get("basis", "")),
                str(said.get("decision", "")),
                datetime.fromtimestamp(here / 1000, UTC),
                actor or "",
                Words() if is_own else words_of_name(name),
                tuple(cell for key, cell in others if key in know),
                tuple(cell for key, cell in others if key not in know),
                is_wiped,
            )
        )
    return found

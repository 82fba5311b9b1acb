"""What bringing back a backup would undo: the backup compared with the present."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Table

from sportsec.domain.backups import (
    NAMED,
    BackupFault,
    CountChange,
    LostAct,
    RestorePreview,
    Turn,
)
from sportsec.domain.errors import BadFile
from sportsec.store.backup import BACKUPS, DATABASE
from sportsec.store.base import Record
from sportsec.store.copying import Damaged, Tell, nobody, require_sound
from sportsec.store.durable import UNFINISHED, remove_database
from sportsec.store.engine import connect
from sportsec.store.restore import backup_in, make_ready
from sportsec.store.revision import revision_of
from sportsec.store.upgrade import REVISION

#: Acts of the own cell, in any incarnation, that the backup does not hold.
_ACTS = """
SELECT a.act & 4294967295, a.title, a.actor, a.wall
FROM journal_act a JOIN journal_replica r ON r.number = a.act >> 32
WHERE r.cell_key = (SELECT s.cell_key FROM journal_state
    JOIN journal_replica s ON s.number = self)
  AND NOT EXISTS (
    SELECT 1 FROM old.journal_act b JOIN old.journal_replica q ON q.number = b.act >> 32
    WHERE q.rid = r.rid AND (b.act & 4294967295) = (a.act & 4294967295))
ORDER BY a.hlc DESC, a.act DESC
"""
_ALIVE = """
SELECT n.id FROM {here} n WHERE n.deleted_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM {there} o WHERE o.id = n.id AND o.deleted_at IS NULL)
"""
_DIFFERENT = """
SELECT n.id FROM {here} n JOIN {there} o ON o.id = n.id
WHERE n.deleted_at IS NULL AND o.deleted_at IS NULL AND ({differs})
"""


def preview_restore(folder: Path, name: str, tell: Tell = nobody) -> RestorePreview:
    """Say what would be lost if a backup took the place of the present database.

    Nothing is changed; the workspace may be open.

    Raises:
        BadFile: The backup is damaged or absent.
        StoreTooNew: A newer version made it.
        StoreUnavailable: It is of an older version and cannot be brought to this one.
    """
    backup = backup_in(folder, name)
    with _of_this_version(folder / BACKUPS, name, tell) as ready:
        try:
            with closing(connect(folder / DATABASE, writable=False)) as connection:
                if revision_of(connection) != REVISION:
                    return RestorePreview(backup, is_known=False)
                connection.execute("BEGIN")
                source = f"{ready.absolute().as_uri()}?mode=ro"
                connection.execute("ATTACH ? AS old", (source,))
                return RestorePreview(
                    backup, tuple(_acts(connection)), tuple(_counts(connection))
                )
        except driver.DatabaseError:
            return RestorePreview(backup, is_known=False)


@contextmanager
def _of_this_version(backups: Path, name: str, tell: Tell) -> Iterator[Path]:
    """Give the backup itself, or a copy of it that was upgraded."""
    try:
        revision = require_sound(backups / name, tell)
    except (Damaged, OSError) as error:
        raise BadFile(BackupFault.DAMAGED, name=name) from error
    if revision == REVISION:
        yield backups / name
        return
    copy = backups / f"preview{UNFINISHED}"
    try:
        yield make_ready(backups / name, copy, tell)
    finally:
        remove_database(copy)


def _acts(connection: Any) -> Iterator[LostAct]:
    for number, title, actor, wall_ms in connection.execute(_ACTS):
        at = datetime.fromtimestamp(wall_ms / 1000, UTC)
        yield LostAct(number, title or "", actor or "", at)


def _counts(connection: Any) -> Iterator[CountChange]:
    for table in Record.metadata.sorted_tables:
        found = _differences(connection, table)
        turns = [(UUID(bytes=row), turn) for turn in Turn for row in found[turn]]
        if turns:
            lost, back, changed = (len(found[turn]) for turn in Turn)
            records = tuple(turns[:NAMED])
            yield CountChange(table.name, lost, back, changed, records)


def _differences(connection: Any, table: Table) -> dict[Turn, list[bytes]]:
    """Return the records that are new, gone and different."""
    now, then = f"main.{table.name}", f"old.{table.name}"
    differs = " OR ".join(f"n.{each.name} IS NOT o.{each.name}" for each in table.c)

    def rows(query: str, here: str, there: str) -> list[bytes]:
        query = query.format(here=here, there=there, differs=differs)
        return [row for (row,) in connection.execute(query)]

    return {
        Turn.LOST: rows(_ALIVE, now, then),
        Turn.BACK: rows(_ALIVE, then, now),
        Turn.CHANGED: rows(_DIFFERENT, now, then),
    }

"""Purges to be carried out again, because a backup brought back does not know them.

What was purged for the law's sake must not come back with an old state. Before the
database is replaced, the purges that it alone knows are noted beside it; the note stays
until they have been carried out on the database that took its place.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.store.durable import put_text
from sportsec.store.engine import connect
from sportsec.store.journal.purge import purge

_NOTE = "purges-to-repeat.json"
_UNKNOWN = """
SELECT p.tbl, lower(hex(p.row)), p.col, p.val
FROM journal_op p JOIN journal_replica r ON r.number = p.op >> 32
WHERE p.kind = 'P' AND NOT EXISTS (
  SELECT 1 FROM other.journal_op o JOIN other.journal_replica s ON s.number = o.op >> 32
  WHERE o.kind = 'P' AND s.rid = r.rid AND (o.op & 4294967295) = (p.op & 4294967295))
ORDER BY p.op
"""


@dataclass(frozen=True, slots=True, order=True)
class Purge:
    """A purge of personal values, as the journal holds it.

    Args:
        table: Of the record.
        row: Its identifier, as hex.
        column: The register, or "" for every personal one of the record.
        why: JSON with basis and decision.
    """

    table: str
    row: str
    column: str
    why: str


def note_purges(present: Path, staged: Path) -> None:
    """Note the purges that `present` knows and `staged` does not.

    A database that cannot be read knows none; purges noted before stay noted.
    """
    unknown = set(purges_to_repeat(present.parent)) | set(_unknown(present, staged))
    if not unknown:
        return
    said = json.dumps([astuple(each) for each in sorted(unknown)])
    put_text(said, present.with_name(_NOTE))


def purges_to_repeat(folder: Path) -> list[Purge]:
    """Return the purges that the database in a folder still lacks."""
    try:
        noted = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [Purge(*each) for each in noted]


def forget_purges(folder: Path) -> None:
    """Say that they have been carried out again and committed."""
    (folder / _NOTE).unlink(missing_ok=True)


def repeat(connection: Any, noted: Purge) -> None:
    """Purge once more, in the act that is being done; a record not there needs none."""
    row = bytes.fromhex(noted.row)
    query = "SELECT 1 FROM journal_op WHERE row = ? AND tbl = ? LIMIT 1"
    if connection.execute(query, (row, noted.table)).fetchone() is not None:
        purge(connection, noted.table, row, noted.column, noted.why)


def _unknown(present: Path, staged: Path) -> list[Purge]:
    try:
        with closing(connect(present, writable=False)) as connection:
            other = f"{staged.absolute().as_uri()}?mode=ro"
            connection.execute("ATTACH ? AS other", (other,))
            return [Purge(*row) for row in connection.execute(_UNKNOWN)]
    except driver.DatabaseError:
        return []

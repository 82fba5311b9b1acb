"""Says what a merge did to the records, by looking at them before and after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sportsec.domain.exchange_received import (
    SHOWN,
    Fate,
    FieldChange,
    KindPreview,
    RecordChange,
    Told,
)
from sportsec.domain.words import Words
from sportsec.i18n.labels_exchange import kind_place
from sportsec.queries.conflict_registers import standing
from sportsec.queries.field_values import value_of_column
from sportsec.queries.record_labels import labels_of
from sportsec.store.journal.shape import DELETED, shapes_of
from sportsec.store.work import Work
from sportsec.sync.naming import with_names
from sportsec.sync.news import News

_TABLE = """CREATE TEMP TABLE IF NOT EXISTS described (row BLOB PRIMARY KEY, tbl TEXT,
 is_new INTEGER, erased INTEGER DEFAULT 0, was_deleted INTEGER DEFAULT 0,
 is_deleted INTEGER DEFAULT 0, conflict INTEGER DEFAULT 0, fresh INTEGER DEFAULT 1,
 shown TEXT) WITHOUT ROWID"""
_TOUCHED = """INSERT OR IGNORE INTO temp.described (row, tbl, is_new)
 SELECT i.row, min(i.tbl), NOT EXISTS (SELECT 1 FROM main.journal_op AS o
  WHERE o.row = i.row AND o.kind = 'I') FROM temp.incoming_op AS i GROUP BY i.row"""
_FILLED = """INSERT OR IGNORE INTO temp.described (row, tbl, is_new)
 SELECT DISTINCT i.row, i.tbl, 0 FROM temp.incoming_op AS i JOIN main.journal_op AS o
 ON o.op = i.op WHERE o.digest IS NOT NULL AND i.digest IS NULL"""
_FATE = """CASE WHEN conflict THEN 'conflict' WHEN erased THEN 'erased'
 WHEN is_new THEN 'new' WHEN is_deleted > was_deleted THEN 'deleted'
 WHEN is_deleted < was_deleted THEN 'restored' ELSE 'changed' END"""
#: Of each kind some, however many there are of another: all can be looked into.
_LISTED = f"""SELECT tbl, row, fate FROM (SELECT tbl, row, {_FATE} AS fate, conflict,
 erased, is_new, row_number() OVER (PARTITION BY tbl
  ORDER BY conflict DESC, erased DESC, is_new, row) AS place FROM temp.described)
 WHERE true ORDER BY conflict DESC, erased DESC, place, tbl LIMIT ?"""
_WITHHELD = """SELECT h.col FROM journal_head AS h JOIN journal_op AS o ON o.op = h.op
 WHERE h.row = ? AND h.win = 1 AND o.digest IS NOT NULL AND NOT EXISTS
 (SELECT 1 FROM journal_purged AS p WHERE p.row = o.row AND p.col IN ('', o.col))"""


#: Records of which all that they show is compared; more would take too long.
_COMPARED = 50_000


class Description:
    """What becomes of the records while files are merged, inside one transaction."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._connection = work.connection
        self._shapes = shapes_of(self._connection)
        self._before: dict[tuple[str, bytes], dict[str, Any]] = {}
        self._contested: dict[bytes, set[str]] = defaultdict(set)
        self._withheld_before: dict[bytes, set[str]] = {}
        self._left: dict[str, set[bytes]] = defaultdict(set)
        self._news = News(work, self._record)
        self._connection.execute("DROP TABLE IF EXISTS temp.described")
        self._connection.execute(_TABLE)

    def look_before_filling(self) -> None:
        """Note the records of which withheld values have now come."""
        self._connection.execute(_FILLED)
        self._note_before()

    def look_before(self) -> None:
        """Note what the operations that wait to be merged will touch."""
        run = self._connection.execute
        self._news.note()
        run(_TOUCHED)
        run(
            "UPDATE temp.described SET erased = 1 WHERE row IN"
            " (SELECT row FROM temp.incoming_op WHERE kind = 'P')"
        )
        self._note_before()
        for row, table in run("SELECT row, tbl FROM temp.incoming_left"):
            self._left[table].add(bytes(row))

    def look_after(self) -> None:
        """Note what has become of it."""
        self._mark_deleted("is_deleted", "")
        for (record, register), table in standing(self._work).open.items():
            if table in self._shapes:
                self._contested[record.bytes].add(register)
        self._connection.executemany(
            "UPDATE temp.described SET conflict = 1 WHERE row = ?",
            [(row,) for row in self._contested],
        )
        self._forget_what_shows_the_same()
        # Two cells made it alike, as each makes what every cell begins with.
        self._connection.executemany(
            "DELETE FROM temp.described WHERE row = ? AND NOT conflict AND NOT erased"
            " AND is_deleted = was_deleted",
            [
                (row,)
                for (table, row), before in self._before.items()
                if before and before == self._record(table, row)
                if self._withheld(table, row) == self._withheld_before[row]
            ],
        )

    def told(self) -> Told:
        """Return what the acts that came tell of themselves."""
        return self._news.told()

    def tables(self) -> set[str]:
        """Return the tables that were touched."""
        query = "SELECT DISTINCT tbl FROM temp.described"
        return {table for (table,) in self._connection.execute(query)}

    def kinds(self) -> tuple[KindPreview, ...]:
        """Return how many records of each kind have each fate."""
        counts: dict[str, dict[Fate, int]] = defaultdict(dict)
        query = f"SELECT tbl, {_FATE}, count(*) FROM temp.described GROUP BY 1, 2"
        for table, fate, count in self._connection.execute(query):
            known = Fate(fate) if table in self._shapes else Fate.UNKNOWN
            counts[table][known] = counts[table].get(known, 0) + count
        for table, rows in self._left.items():
            counts[table][Fate.LEFT_OUT] = len(rows)
        return tuple(
            KindPreview(table, counts[table])
            for table in sorted(counts, key=kind_place)
        )

    def changes(self) -> tuple[tuple[RecordChange, ...], int]:
        """Return records with what changes, conflicts first, and how many are more."""
        rows = self._connection.execute(_LISTED, (SHOWN,)).fetchall()
        total = self._connection.execute(
            "SELECT count(*) FROM temp.described"
        ).fetchone()[0]
        wanted: dict[str, list[UUID]] = defaultdict(list)
        for table, row, _ in rows:
            wanted[table].append(UUID(bytes=row))
        names = {table: labels_of(self._work, table, w) for table, w in wanted.items()}
        found = [
            RecordChange(
                table,
                UUID(bytes=row),
                names[table].get(UUID(bytes=row), Words()),
                Fate(fate) if table in self._shapes else Fate.UNKNOWN,
                self._fields(table, bytes(row)),
            )
            for table, row, fate in rows
        ]
        return tuple(with_names(self._work, found)), total - len(rows)

    def _note_before(self) -> None:
        """Keep what the records show that were noted just now."""
        run = self._connection.execute
        self._mark_deleted("was_deleted", "AND fresh = 1")
        self._keep_what_is_shown()
        rows = run(
            "SELECT tbl, row FROM temp.described WHERE fresh AND NOT is_new LIMIT ?",
            (2 * SHOWN,),
        ).fetchall()
        for table, row in rows:
            self._before[table, bytes(row)] = self._record(table, row)
            self._withheld_before[bytes(row)] = self._withheld(table, row)
        run("UPDATE temp.described SET fresh = 0")

    def _keep_what_is_shown(self) -> None:
        """Note all that known records show, to see later whether that is another."""
        run = self._connection.execute
        known = "fresh AND NOT is_new"
        count = run(f"SELECT count(*) FROM temp.described WHERE {known}").fetchone()[0]
        if count > _COMPARED:
            return
        # A value kept back shows nothing, and still is news.
        bare = "row NOT IN (SELECT row FROM temp.incoming_op WHERE digest IS NOT NULL)"
        for table in self.tables() & self._shapes.keys():
            run(
                f"UPDATE temp.described SET shown = {self._all_of(table)}"
                f" WHERE tbl = ? AND {known} AND {bare}",
                (table,),
            )

    def _forget_what_shows_the_same(self) -> None:
        """Leave out what was touched and shows the same: done, undone, done again."""
        for table in self.tables() & self._shapes.keys():
            self._connection.execute(
                "DELETE FROM temp.described WHERE tbl = ? AND NOT conflict"
                f" AND NOT erased AND shown = {self._all_of(table)}",
                (table,),
            )

    def _all_of(self, table: str) -> str:
        """Return a query of all that a record of `described` shows, as one text."""
        columns = " || ',' || ".join(
            f"quote({name})" for name in self._shapes[table].columns
        )
        return f"(SELECT {columns} FROM main.{table} WHERE id = described.row)"

    def _mark_deleted(self, column: str, where: str) -> None:
        for table in self.tables() & self._shapes.keys():
            self._connection.execute(
                f"UPDATE temp.described SET {column} = row IN (SELECT id FROM"
                f" main.{table} WHERE {DELETED} IS NOT NULL) WHERE tbl = ? {where}",
                (table,),
            )

    def _record(self, table: str, row: bytes) -> dict[str, Any]:
        if table not in self._shapes:
            return {}
        names = list(self._shapes[table].columns)
        found = self._connection.execute(
            f"SELECT {', '.join(names)} FROM main.{table} WHERE id = ?", (row,)
        ).fetchone()
        return dict(zip(names, found, strict=True)) if found else {}

    def _fields(self, table: str, row: bytes) -> tuple[FieldChange, ...]:
        """Return what changes; of a new record, what the sender kept to itself."""
        known_before = self._withheld_before.get(row, set())
        withheld = self._withheld(table, row) - known_before
        before = self._before.get((table, row), {})
        after = self._record(table, row)
        contested = self._columns(table, self._contested.get(row, ()))
        names = [
            name
            for name in after
            if name in withheld
            or name in contested
            or (before and name != DELETED and before.get(name) != after[name])
        ]
        return tuple(
            FieldChange(
                name,
                value_of_column(table, name, before.get(name)),
                value_of_column(table, name, after[name]),
                is_conflict=name in contested,
                is_withheld=name in withheld,
            )
            for name in names
        )

    def _withheld(self, table: str, row: bytes) -> set[str]:
        found = self._connection.execute(_WITHHELD, (row,))
        return self._columns(table, (register for (register,) in found))

    def _columns(self, table: str, registers: Iterable[str]) -> set[str]:
        shape = self._shapes.get(table)
        if shape is None:
            return set()
        return {
            field.name
            for register in registers
            for field in shape.registers.get(register, ())
        }


def conflicts_in(kinds: tuple[KindPreview, ...]) -> int:
    """Return how many records are in conflict."""
    counts: list[Mapping[Fate, int]] = [kind.counts for kind in kinds]
    return sum(each.get(Fate.CONFLICT, 0) for each in counts)

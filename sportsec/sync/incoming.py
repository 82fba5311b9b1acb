"""The operations of a file, in tables of the writer's connection, ready to be merged.

Numbers of replicas are those of this database there. What is known already is dropped;
a value that was withheld before and has now come is put into its place.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.queries.peers import words_of_name
from sportsec.store.journal import canon
from sportsec.store.journal.canon import replica_message
from sportsec.store.journal.identity import is_signed
from sportsec.sync.coherence import refuse_incoherent
from sportsec.sync.course import Progress
from sportsec.sync.manifest import Manifest
from sportsec.sync.untrusted import Checked
from sportsec.sync.value_kinds import fault
from sportsec.sync.verifying import Verifier
from sportsec.sync.versions import is_newer
from sportsec.sync.withheld import fill_withheld

#: The same columns as in the journal; the merge reads them.
_TABLES = {
    "replica": "number INTEGER PRIMARY KEY, rid BLOB",
    "act": (
        "act INTEGER PRIMARY KEY, hlc INTEGER, wall INTEGER, actor TEXT, title TEXT,"
        " detail TEXT, undoes INTEGER, version TEXT, first INTEGER, ops INTEGER,"
        " prev BLOB, chain BLOB, signature BLOB"
    ),
    "op": (
        "op INTEGER PRIMARY KEY, act INTEGER, kind TEXT, tbl TEXT, row BLOB, col TEXT,"
        " val, base INTEGER, salt BLOB, digest BLOB"
    ),
    "pred": (
        "op INTEGER, pred INTEGER, rel TEXT, PRIMARY KEY (op, pred, rel)) WITHOUT ROWID"
    ),
    "stub": "op INTEGER PRIMARY KEY, leaf BLOB",
    "left": "row BLOB PRIMARY KEY, tbl TEXT) WITHOUT ROWID",
    # Values of records that are one with a purged one, until that is known anew.
    "spared": "op INTEGER PRIMARY KEY, row BLOB, col TEXT, val, salt BLOB",
}
_WIDTHS = {"act": 13, "op": 10, "pred": 3, "stub": 2, "left": 2}
_CHUNK = 5_000


class Incoming:
    """One file on its way into the record, inside a writing transaction.

    Args:
        left_out: Tables that the officer leaves out.
        tell: Is told the part read, 0 to 1, now and then; may raise to stop.
    """

    def __init__(
        self,
        connection: Any,
        content: Checked,
        manifest: Manifest,
        *,
        left_out: Collection[str] = (),
        tell: Progress = lambda _share: None,
    ) -> None:
        self._connection = connection
        self._manifest = manifest
        self._left_out = left_out
        self._tell = tell
        self._expected = max(1, sum(manifest.counts.values()))
        self._read = 0
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}
        self.numbers: dict[int, int] = {}
        #: Whether something was left out because its cell is not trusted any more.
        self.has_dropped = False
        self.spans = list(content.rows("span"))
        self._make_tables()
        replicas = self._meet(content)
        Verifier(content, replicas, left_out, self._take, self._is_vouched).run(
            manifest
        )
        self._check_spans(content)
        for row in content.rows("pred"):
            self._take("pred", row)
        self._flush()

    @property
    def changes(self) -> int:
        """How many operations are new."""
        return int(self._one("SELECT count(*) FROM temp.incoming_op"))

    @property
    def is_known(self) -> bool:
        """Whether nothing in it is new."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM temp.incoming_op)"
            " OR EXISTS (SELECT 1 FROM temp.incoming_act)"
        )
        return not self._one(query) and not self.filled

    def sift(self, revoked: Collection[bytes] = ()) -> None:
        """Refuse a second history, put withheld values in, drop what is known.

        Args:
            revoked: Keys of cells whose further changes are not taken from anybody.

        Raises:
            BadFile: Two histories go under one name, a value is not the one that was
                withheld, or operations do not fit together.
        """
        for key in revoked:  # first: it could have others refused with it
            self._drop_cell(key)
        self._refuse_second_history()
        self.filled = fill_withheld(self._connection)
        for table, name in (("op", "op"), ("act", "act")):
            self._drop(table, f"main.journal_{table}", name)
        refuse_incoherent(self._connection)
        self._connection.execute(
            "DELETE FROM temp.incoming_pred"
            " WHERE op NOT IN (SELECT op FROM temp.incoming_op)"
        )
        for known in ("main.journal_op", "main.journal_stub", "temp.incoming_op"):
            self._drop("stub", known, "op")
        self._connection.execute(  # without changes no record comes apart
            "DELETE FROM temp.incoming_spared"
            " WHERE NOT EXISTS (SELECT 1 FROM temp.incoming_op)"
        )

    def _drop(self, table: str, known: str, name: str) -> None:
        """Drop what a table has, too; each is looked up, for that may be far longer."""
        self._connection.execute(
            f"DELETE FROM temp.incoming_{table} AS i WHERE EXISTS"
            f" (SELECT 1 FROM {known} AS k WHERE k.{name} = i.{name})"
        )

    def advance(self) -> None:
        """Note how far everything is known now, where the file leaves no gap."""
        if self._left_out:
            return
        for number, _, upto_op, since_act, upto_act in self.spans:
            self._connection.execute(
                "UPDATE main.journal_replica SET op_upto = max(op_upto, ?),"
                " act_upto = max(act_upto, ?) WHERE number = ? AND act_upto >= ?"
                " AND EXISTS (SELECT 1 FROM main.journal_act WHERE act = ?)",
                (
                    *(upto_op, upto_act, self.numbers[number], since_act),
                    self.numbers[number] << 32 | upto_act,
                ),
            )

    def _one(self, query: str, *values: object) -> Any:
        return self._connection.execute(query, values).fetchone()[0]

    def _make_tables(self) -> None:
        self.filled = 0
        for name, columns in _TABLES.items():
            closing = "" if columns.endswith("ROWID") else ")"
            self._connection.execute(f"DROP TABLE IF EXISTS temp.incoming_{name}")
            self._connection.execute(
                f"CREATE TEMP TABLE incoming_{name} ({columns}{closing}"
            )

    def _meet(self, content: Checked) -> dict[int, tuple[bytes, bytes, str]]:
        """Give each replica of the file its number here; prove whose it is."""
        found: dict[int, tuple[bytes, bytes, str]] = {}
        for number, rid, cell_key, certificate, name in content.rows("replica"):
            if any(each[0] == rid for each in found.values()):
                raise BadFile(
                    FileRefusal.BAD_VALUES, table="replica", column="rid", rows=1
                )
            key = bytes(cell_key or b"")
            known = self._connection.execute(
                "SELECT number, cell_key FROM main.journal_replica WHERE rid = ?",
                (rid,),
            ).fetchone()
            vouched = is_signed(key, replica_message(rid), bytes(certificate or b""))
            if not vouched or (known and known[1] and bytes(known[1]) != key):
                raise BadFile(
                    ExchangeReason.BROKEN_CHAIN, cell=words_of_name(name or ""), act=0
                )
            if known is None:
                self._connection.execute(
                    "INSERT INTO main.journal_replica (rid, cell_key, certificate,"
                    " name) VALUES (?, ?, ?, ?)",
                    (rid, key, certificate, name or ""),
                )
                known = self._connection.execute(
                    "SELECT number FROM main.journal_replica WHERE rid = ?", (rid,)
                ).fetchone()
            self.numbers[number] = known[0]
            self._connection.execute(
                "INSERT INTO temp.incoming_replica VALUES (?, ?)", (known[0], rid)
            )
            found[number] = rid, key, name or ""
        return found

    def _take(self, table: str, row: tuple[Any, ...]) -> None:
        """Keep a proved row, under the numbers of this database."""
        if table == "op" and (column := fault(row)) is not None:
            raise self._unbearable(row[3], column)
        waiting = self._waiting.setdefault(table, [])
        waiting.append(self._remapped(table, row))
        if len(waiting) >= _CHUNK:
            self._flush()
            self._read += _CHUNK
            self._tell(min(1.0, self._read / self._expected))

    def _unbearable(self, table: str, column: str) -> BadFile:
        """Return the refusal of a value that the record cannot hold."""
        if is_newer(self._manifest):  # what it cannot hold today
            version = self._manifest.version
            return BadFile(FileRefusal.NEEDS_UPDATE, version=version)
        return BadFile(FileRefusal.BAD_VALUES, table=table, column=column, rows=1)

    def _remapped(self, table: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
        here = self._here
        if table == "op":
            op, act, kind, tbl, record, col, val, base, salt, digest = row
            return (
                *(here(op), here(act), kind, tbl, record, col, val),
                *(None if base is None else here(base), salt, digest),
            )
        if table == "act":
            undoes = None if row[6] is None else here(row[6])
            return (here(row[0]), *row[1:6], undoes, row[7], here(row[8]), *row[9:])
        if table == "pred":
            return here(row[0]), here(row[1]), row[2]
        if table == "left":
            return row[4], row[3]
        return here(row[0]), row[1]

    def _here(self, name: int) -> int:
        try:
            return self.numbers[name >> 32] << 32 | name & canon.COUNT
        except KeyError:
            raise BadFile(ExchangeReason.BAD_COUNTS) from None

    def _flush(self) -> None:
        for table, rows in self._waiting.items():
            marks = ", ".join("?" * _WIDTHS[table])
            self._connection.executemany(
                f"INSERT OR IGNORE INTO temp.incoming_{table} VALUES ({marks})", rows
            )
            rows.clear()

    def _is_vouched(self, act: tuple[Any, ...]) -> bool:
        """Say whether an act and its signature are known here, letter for letter."""
        query = "SELECT chain, signature FROM main.journal_act WHERE act = ?"
        known = self._connection.execute(query, (self._here(act[0]),)).fetchone()
        return known is not None and known == (act[11], act[12])

    def _check_spans(self, content: Checked) -> None:
        """Refuse a file that says to hold all up to an act, and does not."""
        query = (
            "SELECT count(*), max(first + ops - 1) FROM act WHERE act > ? AND act <= ?"
        )
        for number, _, upto_op, since_act, upto_act in self.spans:
            high = number << 32
            ((acts, last),) = content.ask(query, high | since_act, high | upto_act)
            if acts != upto_act - since_act or (acts and last != high | upto_op):
                raise BadFile(ExchangeReason.BAD_COUNTS)
        if self.spans and not self._manifest.full:
            raise BadFile(ExchangeReason.BAD_COUNTS)

    def _refuse_second_history(self) -> None:
        found = self._connection.execute(
            "SELECT r.name FROM temp.incoming_act AS i"
            " JOIN main.journal_replica AS r ON r.number = i.act >> 32"
            " LEFT JOIN main.journal_act AS same ON same.act = i.act"
            " LEFT JOIN main.journal_act AS before ON before.act = i.act - 1"
            " LEFT JOIN main.journal_act AS after ON after.act = i.act + 1"
            " WHERE same.chain <> i.chain OR before.chain <> i.prev"
            " OR after.prev <> i.chain LIMIT 1"
        ).fetchone()
        if found:
            raise BadFile(ExchangeReason.EQUIVOCATION, cell=words_of_name(found[0]))

    def _drop_cell(self, key: bytes) -> None:
        numbers = self._connection.execute(
            "SELECT number FROM main.journal_replica WHERE cell_key = ?", (key,)
        ).fetchall()
        for (number,) in numbers:
            for table, name in (("op", "op"), ("act", "act"), ("stub", "op")):
                dropped = self._connection.execute(
                    f"DELETE FROM temp.incoming_{table} WHERE {name} >> 32 = ?",
                    (number,),
                )
                self.has_dropped |= dropped.rowcount > 0
            self.spans = [
                span for span in self.spans if self.numbers[span[0]] != number
            ]

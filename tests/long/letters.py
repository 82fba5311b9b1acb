"""Files between cells as plain rows: taken apart, changed, and signed anew.

What comes out is what a cell could send whose program was changed by an attacker: its
signatures are good, its hashes fit, its counts are right. Only what it says is false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.store.journal import canon
from sportsec.sync.manifest import Manifest
from sportsec.sync.packing import head_of, pack
from sportsec.sync.payload import PAYLOAD_SCHEMA
from sportsec.sync.unpacking import SIGNED_AS

#: Places of the columns of the tables of a file.
NAMES = {
    "replica": ("number", "rid", "cell_key", "certificate", "name"),
    "act": (
        *("act", "hlc", "wall", "actor", "title", "detail", "undoes", "version"),
        *("first", "ops", "prev", "chain", "signature"),
    ),
    "op": (
        *("op", "act", "kind", "tbl", "row", "col", "val", "base", "salt", "digest"),
    ),
    "pred": ("op", "pred", "rel"),
    "stub": ("op", "leaf"),
    "span": ("number", "since_op", "upto_op", "since_act", "upto_act"),
}
Row = dict[str, Any]
#: Operations of an act that are hashed, whatever it says of their number.
_MOST = 10_000
Sign = Callable[[bytes], bytes]


@dataclass
class Letter:
    """A file, table by table.

    Args:
        cover: Its cover sheet.
        signers: Who signs for which replica; the acts of others stay as they are.
        by: Who signs the file.
    """

    cover: Manifest
    signers: Mapping[bytes, Sign]
    by: Sign
    tables: dict[str, list[Row]] = field(default_factory=dict)

    @classmethod
    def read(
        cls, payload: Path, cover: Manifest, signers: Mapping[bytes, Sign], by: Sign
    ) -> Letter:
        """Take the content of a file apart."""
        letter = cls(cover, signers, by)
        with closing(driver.connect(str(payload))) as connection:
            for table, names in NAMES.items():
                order = " ORDER BY 1" if table != "pred" else ""
                rows = connection.execute(f"SELECT * FROM {table}{order}").fetchall()
                letter.tables[table] = [dict(zip(names, r, strict=True)) for r in rows]
        return letter

    def copy(self) -> Letter:
        return replace(self, tables=deepcopy(self.tables))

    def rows(self, table: str) -> list[Row]:
        return self.tables[table]

    def signs_for(self, number: int) -> bool:
        """Say whether the attacker holds the key of a replica of the file."""
        return self.rids.get(number) in self.signers

    @property
    def rids(self) -> dict[int, bytes]:
        return {each["number"]: each["rid"] for each in self.rows("replica")}

    def sign(self) -> None:
        """Make all hashes, chains, signatures and counts fit what is there now."""
        rids = self.rids
        ops = {each["op"]: each for each in self.rows("op")}
        stubs = {each["op"]: each["leaf"] for each in self.rows("stub")}
        preds: dict[int, list[tuple[int, str]]] = {}
        for each in self.rows("pred"):
            preds.setdefault(each["op"], []).append((each["pred"], each["rel"]))
        before: dict[int, Row] = {}
        for act in sorted(self.rows("act"), key=lambda each: each["act"]):
            number = act["act"] >> 32
            rid = rids.get(number, b"")
            if rid in self.signers:
                follows = before.get(act["act"] - 1)
                if follows is not None:
                    act["prev"] = follows["chain"]
                leaves = (
                    _leaf(ops[op], preds.get(op, []), rids)
                    if op in ops
                    else stubs.get(op, b"")
                    for op in range(act["first"], act["first"] + min(act["ops"], _MOST))
                )
                act["chain"] = canon.chained(act["prev"], _header(act, rids), leaves)
                message = canon.act_message(rid, act["act"] & canon.COUNT, act["chain"])
                act["signature"] = self.signers[rid](message)
            before[act["act"]] = act
        counts = Counter(str(each["tbl"]) for each in self.rows("op"))
        self.cover = replace(self.cover, counts=dict(counts))

    def write(self, path: Path) -> None:
        """Write the file, signed by its sender."""
        payload = path.with_name("forged.db")
        payload.unlink(missing_ok=True)
        with closing(driver.connect(str(payload), isolation_level=None)) as connection:
            connection.execute("PRAGMA page_size = 4096")
            connection.execute("PRAGMA journal_mode = OFF")
            for sql in PAYLOAD_SCHEMA.values():
                connection.execute(sql)
            connection.execute("BEGIN")
            for table, names in NAMES.items():
                marks = ", ".join("?" * len(names))
                connection.executemany(
                    f"INSERT OR IGNORE INTO {table} VALUES ({marks})",
                    [tuple(each[name] for name in names) for each in self.rows(table)],
                )
            connection.execute("COMMIT")
        packed = payload.with_suffix(".zst")
        packed.unlink(missing_ok=True)
        facts = pack(payload, packed, lambda _done: None)
        sheet = replace(self.cover, payload=facts).to_bytes()
        head = head_of(sheet, self.by(SIGNED_AS + sheet))
        path.write_bytes(head + packed.read_bytes())


def _name(number: int, rids: Mapping[int, bytes]) -> bytes:
    return canon.global_name(rids.get(number >> 32, bytes(16)), number & canon.COUNT)


def _leaf(op: Row, preds: list[tuple[int, str]], rids: Mapping[int, bytes]) -> bytes:
    salt, digest = op["salt"], op["digest"]
    return canon.leaf_of(
        op["op"] & canon.COUNT,
        *(op["kind"], op["tbl"], op["row"], op["col"]),
        b"-" if op["base"] is None else _name(op["base"], rids),
        canon.preds_bytes((_name(pred, rids), rel) for pred, rel in preds),
        digest if digest is not None else canon.digest_of(salt or b"", op["val"]),
    )


def _header(act: Row, rids: Mapping[int, bytes]) -> bytes:
    undoes = act["undoes"]
    return canon.header_of(
        *(act["act"] & canon.COUNT, act["hlc"], act["wall"], act["version"]),
        *(act["first"] & canon.COUNT, act["ops"]),
        (act["actor"], act["title"], act["detail"]),
        b"-" if undoes is None else _name(undoes, rids),
    )

"""Spoiled files between cells, each from a seed, for whoever opens or imports files.

Some are spoiled from outside, as a bad disk or a stranger would; others are signed anew
by a cell that we trust, so that the checks behind the signature are reached.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.sync.container import write
from sportsec.sync.cover_json import encode
from sportsec.sync.packing import head_of, pack
from sportsec.sync.unpacking import SIGNED_AS
from tests.unit.sync.cells import Cell

PASSPHRASE = "lion tigre chameau gazelle girafe loup"  # noqa: S105 - of tests
Draw = random.Random


@dataclass(frozen=True)
class Origin:
    """A good payload, its author and its reader, and the good files made of them."""

    folder: Path
    payload: Path
    author: Cell
    reader: Cell
    files: dict[str, Path]

    @classmethod
    def make(cls, folder: Path, payload: Path, **cover: Any) -> Origin:
        """Write the good files.

        Args:
            payload: Of any real or made-up cell.
            cover: What its cover sheet says besides.
        """
        author, reader = Cell(), Cell()
        forms: dict[str, dict[str, Any]] = {
            "open": {},
            "cells": {"recipients": [reader.box.public]},
            "passphrase": {"passphrase": PASSPHRASE},
        }
        files = {name: folder / f"{name}.ssx" for name in forms}
        for name, keys in forms.items():
            manifest = author.manifest(**cover)
            write(files[name], payload, manifest, author.sign, **keys)
        return cls(folder, payload, author, reader, files)


@dataclass(frozen=True)
class Mutant:
    """One spoiled file.

    Args:
        kind: How it was spoiled.
        content: The payload that it truly holds, where it was signed anew; None where
            only the payload of its origin may come out of it.
    """

    kind: str
    data: bytes
    content: bytes | None = None


def mutant(origin: Origin, seed: int) -> Mutant:
    """Return the spoiled file of a seed."""
    draw = Draw(seed)
    kinds = list(KINDS)
    kind = draw.choices(kinds, [KINDS[each][0] for each in kinds])[0]
    return replace(KINDS[kind][1](origin, draw), kind=kind)


def spoiled(data: bytes, draw: Draw) -> bytes:
    """Return bytes with something flipped, cut, moved, doubled or put in."""
    out, length = bytearray(data), max(1, len(data))
    at, other = draw.randrange(length), draw.randrange(length)
    size = draw.choice([1, 2, 4, 16, 100, 4096])
    match draw.randrange(7):
        case 0:
            for _ in range(draw.choice([1, 1, 1, 2, 8, 40])):
                out[draw.randrange(length)] ^= 1 << draw.randrange(8)
        case 1:
            del out[at:]
        case 2:
            del out[at : at + size]
        case 3:
            out[at : at + size] = data[other : other + size]
        case 4:
            out[at:at] = data[other : other + size]
        case 5:
            out[at : at + size] = draw.randbytes(size)
        case _:
            value = draw.choice([b"\0", b"\xff", b"\x7f", b"\x80"])
            out[at : at + size] = value * size
    return bytes(out)


def _outside(form: str) -> Callable[[Origin, Draw], Mutant]:
    def make(origin: Origin, draw: Draw) -> Mutant:
        return Mutant(form, spoiled(origin.files[form].read_bytes(), draw))

    return make


def _start(origin: Origin, draw: Draw) -> Mutant:
    """Spoil only the first bytes, where lengths and headers stand."""
    data = origin.files[draw.choice(["open", "cells"])].read_bytes()
    return Mutant("", spoiled(data[:300], draw) + data[300:])


def signed_anew(
    origin: Origin,
    payload: bytes,
    *,
    spoil_cover: Callable[[bytes], bytes] = lambda cover: cover,
    spoil_packed: Callable[[bytes], bytes] = lambda packed: packed,
) -> bytes:
    """Return an open file of the origin's author with another payload or cover."""
    place, packed = origin.folder / "anew.db", origin.folder / "anew.zst"
    packed.unlink(missing_ok=True)
    place.write_bytes(payload)
    facts = pack(place, packed, lambda _done: None)
    content = spoil_packed(packed.read_bytes())
    facts = replace(facts, packed_size=len(content))
    cover = spoil_cover(origin.author.manifest(payload=facts).to_bytes())
    return head_of(cover, origin.author.sign(SIGNED_AS + cover)) + content


JUNK: list[Any] = [
    *(None, True, -1, 0, 1, 1 << 31, 1 << 63, 1 << 70, 1.5),
    *("", "x", "\0", "*", "00" * 32, "x" * 5000, [], [[]], [1, 2], {}, {"x": {}}),
]


def _cover(origin: Origin, draw: Draw) -> Mutant:
    def spoil(cover: bytes) -> bytes:
        if draw.random() < 0.3:
            return spoiled(cover, draw)
        whole = json.loads(cover)
        holder = whole
        while True:
            name = draw.choice([*holder, "new"])
            inner = holder.get(name)
            if isinstance(inner, dict) and inner and draw.random() < 0.8:
                holder = inner
                continue
            if draw.random() < 0.2:
                holder.pop(name, None)
            else:
                holder[name] = draw.choice(JUNK)
            return encode(whole)

    payload = origin.payload.read_bytes()
    return Mutant("", signed_anew(origin, payload, spoil_cover=spoil), payload)


def _packed(origin: Origin, draw: Draw) -> Mutant:
    payload = origin.payload.read_bytes()
    anew = signed_anew(
        origin, payload, spoil_packed=lambda packed: spoiled(packed, draw)
    )
    return Mutant("", anew, payload)


def _pages(origin: Origin, draw: Draw) -> Mutant:
    """Spoil bytes of the database, most often where its structure stands."""
    payload = origin.payload.read_bytes()
    if draw.random() < 0.5:
        out = bytearray(payload)
        for _ in range(draw.choice([1, 2, 5])):
            page = draw.randrange(len(out) // 4096) * 4096
            at = page + draw.randrange(draw.choice([12, 100, 200]))
            out[at] = draw.choice([0, 1, 5, 13, 127, 128, 255, draw.randrange(256)])
        payload = bytes(out)
    else:
        payload = spoiled(payload, draw)
    return Mutant("", signed_anew(origin, payload), payload)


_VALUES = (
    *("NULL", "0", "-1", "1", "1.5", "1e999", "9223372036854775807", "''", "'x'"),
    *("x''", "x'00'", "zeroblob(16)", "zeroblob(32)", "zeroblob(64)", "char(0)"),
    *("zeroblob(9000000)", "CAST(x'ff' AS TEXT)", "'{}'", "'['", "'@g'", "'I'", "'P'"),
    *("""'{"a":1,"a":2}'""", "printf('%.*c', 70000, 'x')", "4294967297", "-rowid"),
)
_PARTS = (
    "CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM op; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE VIRTUAL TABLE v USING fts5(a)",
    "CREATE INDEX i ON op(row)",
    "ALTER TABLE op ADD COLUMN more",
    "DROP TABLE stub",
    "CREATE TABLE more(a, b AS (zeroblob(a)))",
    "PRAGMA user_version = 9",
    "PRAGMA journal_mode = WAL",
)


def _values(origin: Origin, draw: Draw) -> Mutant:
    """Spoil the database by statements, so that its structure stays whole."""
    place = origin.folder / "spoiled.db"
    place.write_bytes(origin.payload.read_bytes())
    with closing(driver.connect(str(place), isolation_level=None)) as connection:
        for _ in range(draw.choice([1, 1, 2, 3])):
            with suppress(driver.Error):  # such as a key that must be a number
                connection.execute(_statement(connection, draw))
    for ending in ("-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    payload = place.read_bytes()
    return Mutant("", signed_anew(origin, payload), payload)


def _statement(connection: Any, draw: Draw) -> str:
    if draw.random() < 0.15:
        return draw.choice(_PARTS)
    tables = ["op", "op", "op", "act", "replica", "pred", "stub", "span"]
    table = draw.choice(tables)
    described = connection.execute(f"PRAGMA table_info({table})").fetchall()
    if not described:  # a statement before this one dropped it
        return "VACUUM"
    if draw.random() < 0.1:
        return f"DELETE FROM {table} WHERE rowid % 2 = {draw.randrange(2)}"
    column, value = draw.choice(described)[1], draw.choice(_VALUES)
    if draw.random() < 0.3:
        value = f"{column} + {draw.choice([1, -1, 256, 1 << 32, 1 << 40])}"
    key = described[0][1]
    return (
        f"UPDATE {table} SET {column} = {value} WHERE {key} ="
        f" (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1"
        f" OFFSET {draw.randrange(30)} % max(1, (SELECT count(*) FROM {table})))"
    )


#: How a file is spoiled, how often, and by what.
KINDS: dict[str, tuple[float, Callable[[Origin, Draw], Mutant]]] = {
    "open, outside": (12, _outside("open")),
    "cells, outside": (12, _outside("cells")),
    "passphrase, outside": (0.3, _outside("passphrase")),
    "its start": (12, _start),
    "cover, signed anew": (16, _cover),
    "packing, signed anew": (8, _packed),
    "pages, signed anew": (20, _pages),
    "values, signed anew": (20, _values),
}

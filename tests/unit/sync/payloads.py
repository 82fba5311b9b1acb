"""Databases as they travel in files, good and bad."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.sync.payload import PAYLOAD_SCHEMA

REPLICA = 1
KEY, CERTIFICATE = bytes(32), bytes(64)
ROW = bytes(range(16))


def op_id(count: int, replica: int = REPLICA) -> int:
    return replica << 32 | count


def a_payload(
    path: Path,
    ops: int = 40,
    *,
    change: Sequence[str] = (),
    schema: Sequence[str] = tuple(PAYLOAD_SCHEMA.values()),
) -> Path:
    """Write a good payload of one replica: acts of ten operations each.

    Args:
        change: Statements that spoil it.
    """
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        for sql in schema:
            connection.execute(sql)
        connection.execute("BEGIN")
        fill(connection, ops)
        connection.execute("COMMIT")
        for sql in change:
            connection.execute(sql)
    return path


def fill(connection: Any, ops: int) -> None:
    connection.execute(
        "INSERT INTO replica VALUES (?, ?, ?, ?, '{}')",
        (REPLICA, ROW, KEY, CERTIFICATE),
    )
    acts = range(0, ops, 10)
    connection.executemany(
        "INSERT INTO act VALUES (?, ?, ?, 'officer', 'Edit', NULL, NULL, '0.1.0',"
        " ?, ?, ?, ?, ?)",
        (
            (
                *(op_id(1 + number), number << 16, number),
                *(op_id(1 + first), min(10, ops - first)),
                *(bytes(32 if number else 16), bytes(32), bytes(64)),
            )
            for number, first in enumerate(acts)
        ),
    )
    insert = json.dumps({"name_en": "Club", "city": "Rabat", "capacity": 45000})
    connection.executemany(
        "INSERT INTO op VALUES (?, ?, ?, 'club', ?, ?, ?, ?, ?, NULL)",
        (
            (
                *(op_id(1 + seq), op_id(1 + seq // 10)),
                *(("I", ROW, "", insert, None) if seq == 0 else _update(seq)),
                bytes(16),
            )
            for seq in range(ops)
        ),
    )
    connection.execute(
        "INSERT INTO pred VALUES (?, ?, 'S')", (op_id(ops), op_id(max(1, ops - 1)))
    )
    connection.execute("INSERT INTO stub VALUES (?, ?)", (op_id(ops + 1), bytes(32)))
    connection.execute("INSERT INTO span VALUES (1, 0, ?, 0, ?)", (ops, len(acts)))


def _update(seq: int) -> tuple[object, ...]:
    value = (f"نادي {seq}", seq, seq / 7, None, b"\0\1")[seq % 5]
    return "U", ROW, "name_en", value, op_id(seq)

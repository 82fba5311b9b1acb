"""The database inside a file between cells: its tables, letter for letter.

Identifiers are those of the sender's database; `replica` says whose they are. The
receiver refuses a file whose schema differs from this in a single letter, which leaves
no room for triggers, views, virtual tables or generated columns.
"""

from __future__ import annotations

#: Table → the statement that makes it, as SQLite keeps it.
PAYLOAD_SCHEMA: dict[str, str] = {
    "replica": (
        "CREATE TABLE replica(number INTEGER PRIMARY KEY, rid BLOB, cell_key BLOB,"
        " certificate BLOB, name TEXT)"
    ),
    "act": (
        "CREATE TABLE act(act INTEGER PRIMARY KEY, hlc INTEGER, wall INTEGER,"
        " actor TEXT, title TEXT, detail TEXT, undoes INTEGER, version TEXT,"
        " first INTEGER, ops INTEGER, prev BLOB, chain BLOB, signature BLOB)"
    ),
    "op": (
        "CREATE TABLE op(op INTEGER PRIMARY KEY, act INTEGER, kind TEXT, tbl TEXT,"
        " row BLOB, col TEXT, val, base INTEGER, salt BLOB, digest BLOB)"
    ),
    "pred": (
        "CREATE TABLE pred(op INTEGER, pred INTEGER, rel TEXT,"
        " PRIMARY KEY(op, pred, rel)) WITHOUT ROWID"
    ),
    "stub": "CREATE TABLE stub(op INTEGER PRIMARY KEY, leaf BLOB)",
    "span": (
        "CREATE TABLE span(number INTEGER PRIMARY KEY, since_op INTEGER,"
        " upto_op INTEGER, since_act INTEGER, upto_act INTEGER)"
    ),
}

#: Bytes of a page of the database.
PAGE = 4096
#: Bytes of the largest value that is kept, and of the largest text of an act.
VALUE_BYTES, TEXT_BYTES = 8 << 20, 1 << 16

"""What every value in the database of a file must be, as conditions of SQL.

A condition is never NULL: it is 1 for a good value and 0 for any other, also for a
value whose type is not the one that the table declares.
"""

from __future__ import annotations

from sportsec.sync.payload import TEXT_BYTES, VALUE_BYTES

_COUNT = 0xFFFFFFFF
#: Milliseconds of the year 9999: dates beyond cannot be shown in every zone.
_LAST_WALL = 253_370_764_800_000


def _number(column: str, least: int = 1, most: int = (1 << 63) - 1) -> str:
    return f"typeof({column}) = 'integer' AND {column} BETWEEN {least} AND {most}"


def _identifier(column: str) -> str:
    """Identifiers begin with a replica of this file; their count begins with one."""
    return (
        f"typeof({column}) = 'integer' AND ({column} & {_COUNT}) > 0"
        f" AND ({column} >> 32) IN (SELECT number FROM replica)"
    )


def _bytes(column: str, *sizes: int) -> str:
    listed = ", ".join(map(str, sizes))
    return f"typeof({column}) = 'blob' AND octet_length({column}) IN ({listed})"


def _name(column: str, least: int) -> str:
    """Names of tables and registers are short and ASCII."""
    return (
        f"typeof({column}) = 'text' AND octet_length({column}) BETWEEN {least} AND 64"
        f" AND {column} NOT GLOB '*[^A-Za-z0-9_@]*'"
    )


def _text(column: str) -> str:
    return f"typeof({column}) = 'text'"


def _or_null(column: str, condition: str) -> str:
    return f"{column} IS NULL OR {condition}"


#: Table → column → what must hold in every row.
RULES: dict[str, dict[str, str]] = {
    "replica": {
        "number": _number("number", most=0x7FFFFFFF),
        "rid": _bytes("rid", 16),
        "cell_key": _or_null("cell_key", _bytes("cell_key", 32)),
        "certificate": "(certificate IS NULL) = (cell_key IS NULL) AND"
        f" ({_or_null('certificate', _bytes('certificate', 64))})",
        "name": _text("name"),
    },
    "act": {
        "act": _identifier("act"),
        "hlc": _number("hlc", 0),
        "wall": _number("wall", 0, _LAST_WALL),
        "actor": _or_null("actor", _text("actor")),
        "title": _or_null("title", _text("title")),
        "detail": _or_null("detail", _text("detail")),
        "undoes": f"undoes IS NULL OR ({_identifier('undoes')}"
        " AND ((undoes >> 32) <> (act >> 32) OR undoes < act))",
        "version": _or_null("version", _text("version")),
        "first": "typeof(first) = 'integer' AND (first >> 32) = (act >> 32)",
        "ops": _number("ops", 0, _COUNT),
        "prev": _bytes("prev", 16, 32),
        "chain": _bytes("chain", 32),
        "signature": _bytes("signature", 64),
    },
    "op": {
        "op": _identifier("op"),
        "act": "typeof(act) = 'integer' AND EXISTS (SELECT 1 FROM act AS a WHERE"
        " a.act = op.act AND op.op BETWEEN a.first AND a.first + a.ops - 1)",
        "kind": "typeof(kind) = 'text' AND kind IN ('I', 'U', 'P')",
        "tbl": _name("tbl", 1),
        "row": _bytes("row", 16),
        "col": _name("col", 0) + " AND (kind = 'P' OR (kind = 'I') = (col = ''))",
        # An insert and a group are JSON; a single value is anything.
        "val": "CASE WHEN digest IS NOT NULL THEN 1"
        " WHEN kind = 'U' AND substr(col, 1, 1) <> '@' THEN 1"
        " ELSE typeof(val) = 'text' OR (kind = 'P' AND val IS NULL) END",
        # Only what replaces something stands on it, and on what came before it.
        "base": f"CASE WHEN kind = 'U' THEN {_identifier('base')}"
        " AND ((base >> 32) <> (op >> 32) OR base < op) ELSE base IS NULL END",
        "salt": "CASE WHEN salt IS NULL THEN val IS NULL AND digest IS NOT NULL"
        f" ELSE digest IS NULL AND {_bytes('salt', 16)} END",
        "digest": _or_null("digest", _bytes("digest", 32)),
    },
    "pred": {
        "op": _identifier("op"),
        "pred": _identifier("pred") + " AND ((pred >> 32) <> (op >> 32) OR pred < op)",
        "rel": "typeof(rel) = 'text' AND rel IN ('S', 'C')",
    },
    "stub": {"op": _identifier("op"), "leaf": _bytes("leaf", 32)},
    "span": {
        "number": _number("number") + " AND number IN (SELECT number FROM replica)",
        "since_op": _number("since_op", 0, _COUNT),
        "upto_op": _number("upto_op", 0, _COUNT) + " AND upto_op >= since_op",
        "since_act": _number("since_act", 0, _COUNT),
        "upto_act": _number("upto_act", 0, _COUNT) + " AND upto_act >= since_act",
    },
}

#: Columns whose values may be of any length within these limits, in bytes.
LIMITS: dict[str, dict[str, int]] = {
    "replica": {"name": TEXT_BYTES},
    "act": dict.fromkeys(("actor", "title", "detail", "version"), TEXT_BYTES),
    "op": {"val": VALUE_BYTES},
}

#: Functions that the conditions call; whoever reads the file may call no others.
FUNCTIONS = frozenset(
    {"typeof", "octet_length", "substr", "glob", "sum", "max", "min", "count", "total"}
)


def sizes_of(table: str) -> str:
    """Return a question for the largest value of each column with a limit.

    `octet_length` reads only the length that stands in the row's header: a value of a
    gigabyte costs nothing, where `length` or a comparison would load it.
    """
    wanted = (f"max(octet_length({column}))" for column in RULES[table])
    return f"SELECT {', '.join(wanted)} FROM {table}"


def faults_of(table: str) -> str:
    """Return a question for the number of bad values in each column."""
    wanted = (f"sum(NOT ({rule}))" for rule in RULES[table].values())
    return f"SELECT {', '.join(wanted)} FROM {table}"

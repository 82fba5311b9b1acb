"""Records inserted more than once: in two cells, each by itself, under one identifier.

Each insert is then a head of what it filled in (see `heads.Operations.heads`). Cells
that carried the same old database over have every record twice, so that this is done by
statements over all records of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sportsec.store.journal.shape import DELETED, Field, Shape, literal
from sportsec.store.journal.values import extracted

#: Whether something known stands on an insert `i` in a register `g.col`.
_SUPERSEDED = """
EXISTS (SELECT 1 FROM main.journal_op u WHERE u.row = i.row AND u.col = g.col
  AND u.kind = 'U' AND (u.base = i.op OR EXISTS (SELECT 1 FROM main.journal_pred p
    WHERE p.op = u.op AND p.pred = i.op AND p.rel = 'S')))
"""


def add_heads(connection: Any, shape: Shape, several: str, heads: str) -> None:
    """Add the inserts of records of a table as heads of the registers they filled in.

    Args:
        several: Table of the records, `row` and `tbl`, inserted more than once each.
        heads: Table that they are added to, as `journal_head`.
    """
    filled = " ".join(
        f"WHEN '{register}' THEN {_says(register, fields)}"
        for register, fields in shape.registers.items()
    )
    registers = ", ".join(f"('{register}')" for register in shape.registers)
    connection.execute(
        f"INSERT OR IGNORE INTO {heads} SELECT i.row, g.col, i.op, 1"  # noqa: S608
        f" FROM {several} s CROSS JOIN main.journal_op i ON i.row = s.row"
        f" CROSS JOIN (SELECT column1 AS col FROM (VALUES {registers})) g"
        " WHERE s.tbl = ?1 AND i.col = '' AND i.kind = 'I'"
        f" AND (CASE g.col {filled} END) AND NOT {_SUPERSEDED}",
        (shape.table,),
    )


def _says(register: str, fields: Sequence[Field]) -> str:
    """Return SQL of whether an insert speaks of a register: of deletion it always does.

    Whoever inserts a record wants it to be there.
    """
    if register == DELETED:
        return "1"
    return " OR ".join(
        f"{extracted(each, 'i.val')} IS NOT {literal(each.default)}" for each in fields
    )

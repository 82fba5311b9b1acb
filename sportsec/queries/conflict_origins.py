"""Where the values of a register parted: whose each of them is, and in which acts.

An act changes many fields at once. Fields that the same acts made stand against each
other are one question: whoever moved a match moved its plan with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from sportsec.store.journal.shape import Shape
from sportsec.store.journal.values import value_of

#: How far back the value is looked for that both sides started from.
FAR_BACK = 200

_OP = "SELECT kind, val, base, digest FROM journal_op WHERE op = ?"
_ACT = "SELECT act FROM journal_op WHERE op = ?"
#: What an undo took the place of had replaced these; one of them it wrote back.
_FORMER = """WITH undone (op) AS (SELECT o.base FROM journal_op o JOIN journal_act a
  ON a.act = o.act WHERE o.op = ?1 AND a.undoes IS NOT NULL)
SELECT f.op, f.kind, f.val FROM journal_op f WHERE f.op IN (
  SELECT o.base FROM undone u JOIN journal_op o ON o.op = u.op
  UNION SELECT p.pred FROM undone u JOIN journal_pred p ON p.op = u.op AND p.rel = 'S')
AND f.digest IS NULL"""


class Tip(NamedTuple):
    """A value that nothing known supersedes.

    Args:
        base: The operation whose value its author saw.
        undoes: The act that its act undid, if it was an undo.
    """

    op: int
    act: int
    base: int | None
    undoes: int | None


def acts_of(
    driver: Any, shape: Shape, register: str, tips: Sequence[Tip]
) -> Mapping[int, int]:
    """Return of each value the act in which it parted from the others.

    That is the first after what all sides started from, whatever was changed on top
    of it. Nearly always it is the value's own act.
    """
    alike = len({each.base for each in tips}) == 1
    if alike and not any(each.undoes for each in tips):
        return {each.op: each.act for each in tips}
    lines = {}
    for each in tips:
        op = origin_of(driver, shape, register, each.op)
        lines[each.op] = [op, *line_of(driver, op)]
    shared = shared_by(list(lines.values()))
    return {op: _act(driver, _parting(line, shared)) for op, line in lines.items()}


def act_of(driver: Any, shape: Shape, register: str, op: int) -> int:
    """Return the act that gave a value first, whoever wrote it back."""
    return _act(driver, origin_of(driver, shape, register, op))


def origin_of(driver: Any, shape: Shape, register: str, op: int) -> int:
    """Return whose value an operation says: an undo has written back an older one."""
    fields = shape.registers.get(register, ())
    for _ in range(FAR_BACK):
        kind, val, _base, _digest = operation(driver, op)
        said = value_of(kind, val, register, fields)
        former = driver.execute(_FORMER, (op,)).fetchall()
        same = (
            one
            for one, how, what in former
            if value_of(how, what, register, fields) == said
        )
        older = next(same, None)
        if older is None:
            break
        op = older
    return op


def line_of(driver: Any, op: int) -> Iterator[int]:
    """Yield what an operation stands on, nearest first, as far as it is known."""
    for _ in range(FAR_BACK):
        found = operation(driver, op)
        if found is None or found[2] is None:
            return
        op = found[2]
        if operation(driver, op) is not None:
            yield op


def shared_by(lines: Sequence[Sequence[int]]) -> set[int]:
    """Return the operations that all lines have in common."""
    return set.intersection(*(set(line) for line in lines)) if lines else set()


def operation(driver: Any, op: int) -> Any:
    """Return kind, value, base and digest of an operation; None if it is not here."""
    return driver.execute(_OP, (op,)).fetchone()


# ---- inside


def _parting(line: Sequence[int], shared: set[int]) -> int:
    own = list(takewhile(lambda op: op not in shared, line))
    return own[-1] if own else line[0]


def _act(driver: Any, op: int) -> int:
    return int(driver.execute(_ACT, (op,)).fetchone()[0])

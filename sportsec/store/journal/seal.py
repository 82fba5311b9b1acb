"""Sealing an act: what the triggers noted becomes numbered, hashed, signed operations.

It runs inside the transaction of the act, just before its commit, by statements over
all of it at once: their number does not grow with the act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal import canon, follow
from sportsec.store.journal.capture import Cover
from sportsec.store.journal.clock import advanced
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.numbering import Numbered, number
from sportsec.store.journal.standing import STANDING
from sportsec.store.journal.supersede import Sight

_STANDING = f"""
SELECT self, seq, tno, hlc, chain,
  (SELECT count(*) FROM journal_capture), (SELECT max(id) FROM journal_capture)
FROM {STANDING}
"""  # noqa: S608 - our own


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an act says of itself.

    Args:
        actor: Who acted; empty for changes made past the program.
        title: Sentence of the undo menu, an `N_` msgid.
        wall_ms: When, by the PC's clock, in milliseconds since 1970.
        version: Of the program.
        detail: Further facts, as JSON.
        undoes: Local number of the act that it undoes.
        positions: Record → position at which the officer saw it; others were seen as
            they stand now.
        saw_all: Whether every value of a conflict was seen and is superseded.
        reopened: Records in which values are to stand beside each other again, with
            what a deletion among these covers.
    """

    actor: str
    title: str
    wall_ms: int
    version: str
    detail: str | None = None
    undoes: int | None = None
    positions: Mapping[bytes, int] = field(default_factory=dict)
    saw_all: bool = False
    reopened: Mapping[bytes, Cover | None] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, str, str | None]:
        """What is hashed of its words."""
        return self.actor, self.title, self.detail


@dataclass(slots=True)
class Sealed:
    """An act that was sealed.

    Args:
        act: Its local number.
        tno: Its number within this replica: the new position.
        chain: Its chain value.
        ops: How many operations it holds.
        collided: Registers that changed since its author saw them.
    """

    act: int
    tno: int
    chain: bytes
    ops: int
    collided: list[tuple[bytes, str]]


def is_pending(connection: Any) -> bool:
    """Say whether changes wait that no act has sealed."""
    query = "SELECT 1 FROM journal_capture LIMIT 1"
    return connection.execute(query).fetchone() is not None


def seal(connection: Any, stamp: Stamp, identity: Identity) -> Sealed:
    """Make an act of everything that was captured; also of nothing.

    Args:
        connection: A driver connection inside a writing transaction.
    """
    found = connection.execute(_STANDING).fetchone()
    replica, seq, tno, hlc, prev, captured, newest = found
    seen = (stamp.positions, stamp.saw_all, replica, tno, stamp.reopened)
    sight = Sight(connection, *seen)
    act, first = replica << 32 | tno + 1, replica << 32 | seq + 1
    ops = number(connection, act, first, captured, newest, sight)
    hlc = advanced(hlc, stamp.wall_ms)
    chain = _chained(connection, act, hlc, prev, stamp, ops)
    signature = identity.sign(canon.act_message(identity.rid, tno + 1, chain))
    connection.execute(
        "INSERT INTO journal_act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(act, hlc, stamp.wall_ms, *stamp.texts, stamp.undoes, stamp.version),
            *(first, ops.count, prev, chain, signature),
        ),
    )
    connection.execute(
        "UPDATE journal_replica SET op_upto = ?, act_upto = ? WHERE number = ?",
        (seq + ops.count, tno + 1, replica),
    )
    if ops.count:
        follow.after_act(connection, *ops.bounds, ops.odd)
    return Sealed(act, tno + 1, chain, ops.count, ops.collided)


def _chained(
    connection: Any, act: int, hlc: int, prev: bytes, stamp: Stamp, ops: Numbered
) -> bytes:
    """Return the chain value of an act."""
    rids = dict(connection.execute("SELECT number, rid FROM journal_replica"))
    undoes = b"-"
    if stamp.undoes is not None:
        undone = stamp.undoes
        undoes = canon.global_name(rids[undone >> 32], undone & canon.COUNT)
    header = canon.header_of(
        *(act & canon.COUNT, hlc, stamp.wall_ms, stamp.version),
        *(ops.first & canon.COUNT, ops.count, stamp.texts, undoes),
    )
    return canon.chained(prev, header, ops.leaves(rids))

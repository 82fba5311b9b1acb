"""What follows from the journal, kept in memory and brought up to date act by act.

Some answers are wanted after every act, and looking through a large record for each
would keep the officer waiting: how many conflicts are open, which records may be the
same. An act of this cell says itself which records it changed, so only these are
looked at again; after a received file everything is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from sportsec.store.journal.standing import own_position
from sportsec.store.work import Work

T = TypeVar("T")

#: Table → records of it that acts changed.
Changed = Mapping[str, set[UUID]]

#: Beyond so many changed records, looking at all of them again is quicker.
_MANY = 1000

_RECEIVED = "SELECT 1 FROM journal_receipt WHERE act > ? LIMIT 1"
_CHANGED = """SELECT DISTINCT o.tbl, o.row FROM journal_op o
WHERE o.op >= (SELECT min(first) FROM journal_act WHERE act > ? AND act <= ?)
 AND o.op < ? LIMIT ?"""


class Followed(Generic[T]):
    """An answer that is computed once for a workspace, and followed from there.

    Args:
        build: Computes the answer from the whole record.
        follow: Computes it from the last one and the records changed since; None
            where that is not enough.
    """

    def __init__(
        self,
        build: Callable[[Work], T],
        follow: Callable[[Work, T, Changed], T | None],
    ) -> None:
        self._build = build
        self._follow = follow
        # By the engine: it is what all questions to one open workspace share.
        self._kept: WeakKeyDictionary[Any, tuple[int, int, T]] = WeakKeyDictionary()

    def of(self, work: Work) -> T:
        """Return the answer for the state that a work sees.

        A work that may write computes it anew: what it did is in no act yet.
        """
        if work.identity is not None:
            work.session.flush()
            return self._build(work)
        own, position = own_position(work.connection)
        engine = work.session.get_bind()
        found = self._up_to(work, engine, own, position)
        self._kept[engine] = (own, position, found)
        return found

    def _up_to(self, work: Work, engine: Any, own: int, position: int) -> T:
        kept = self._kept.get(engine)
        if kept is not None and kept[0] == own and kept[1] <= position:
            if kept[1] == position:
                return kept[2]
            changed = _changed(work, own, kept[1], position)
            found = None
            if changed is not None:
                found = self._follow(work, kept[2], changed) if changed else kept[2]
            if found is not None:
                return found
        return self._build(work)


def _changed(work: Work, own: int, since: int, until: int) -> Changed | None:
    """Return what own acts changed; None where a file came, or they changed much."""
    first, last = own << 32 | since, own << 32 | until
    run = work.connection.execute
    if run(_RECEIVED, (first,)).fetchone() is not None:
        return None
    end = own + 1 << 32
    rows = run(_CHANGED, (first, last, end, _MANY + 1)).fetchall()
    if len(rows) > _MANY:
        return None
    found: dict[str, set[UUID]] = defaultdict(set)
    for table, row in rows:
        found[table].add(UUID(bytes=row))
    return found

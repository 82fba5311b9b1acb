"""The unit of work: one session, who acts, when, and the one door to a commit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction, object_session

import sportsec
from sportsec.domain.errors import NotFound
from sportsec.domain.identity import Actor
from sportsec.store import traces
from sportsec.store.base import Record
from sportsec.store.journal.capture import Cover, reassert, stand_beside
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.seal import Sealed, Stamp, is_pending, seal
from sportsec.store.journal.shape import shapes_of
from sportsec.store.journal.standing import own_position
from sportsec.store.watching import watched

R = TypeVar("R", bound=Record)


class Work:
    """One piece of work on the record: a question, or an act and its commit.

    Args:
        session: Session of this work alone; it ends with it.
        actor: Who acts.
        now: Aware UTC moment of the work; the same for all that is done in it.
        identity: Who signs its act; a work that only asks needs none.
    """

    def __init__(
        self,
        session: Session,
        actor: Actor,
        now: datetime,
        identity: Identity | None = None,
    ) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self.identity = identity
        self.touched: set[str] = set()
        self.act = ""
        self.sealed: Sealed | None = None
        self.left_traces = False
        self._positions: dict[bytes, int] = {}
        self._reopened: dict[bytes, Cover | None] = {}
        self._settle: Callable[[], object] = _go_on
        session.info["work"] = self

    @property
    def connection(self) -> Any:
        """The driver's connection, in the transaction of this work."""
        return self.session.connection().connection.driver_connection

    def flushed(self) -> Any:
        """Write what the session holds, and return the driver's connection."""
        self.session.flush()
        return self.connection

    @property
    def position(self) -> int:
        """The number of the last act that this work sees."""
        return own_position(self.connection)[1]

    @property
    def collided(self) -> list[tuple[UUID, str]]:
        """After the commit: registers that changed since the officer saw them."""
        found = self.sealed.collided if self.sealed else []
        return [(UUID(bytes=row), register) for row, register in found]

    def get(self, kind: type[R], record: UUID | None) -> R:
        """Return the live record.

        Raises:
            NotFound: It does not exist or was deleted.
        """
        found = self.session.get(kind, record) if record is not None else None
        if found is None or found.deleted_at is not None:
            raise NotFound(kind.__tablename__, record or "")
        return found

    def add(self, record: R) -> R:
        """Put a new record into the work and return it."""
        self.session.add(record)
        return record

    def delete(self, record: Record) -> None:
        """Put a record into the trash. Rows are never removed from the file."""
        record.deleted_at = self.now

    def note_touched(self, *tables: str) -> None:
        """Say that a bulk statement changed these tables (the session cannot know)."""
        self.touched.update(tables)

    def saw(self, record: UUID, position: int) -> None:
        """Say at which position the officer saw a record that this work changes.

        What came to it since stays a value beside the new one: a conflict to decide.
        """
        known = self._positions.get(record.bytes, position)
        self._positions[record.bytes] = min(known, position)

    def confirm(self, kind: type[Record], record: UUID, register: str) -> None:
        """Write the value that a register shows once more, as one decided upon."""
        self.session.flush()
        shape = shapes_of(self.connection)[kind.__tablename__]
        reassert(self.connection, shape, record.bytes, register)

    def reopen(
        self,
        table: str,
        row: bytes,
        register: str,
        values: Iterable[Any],
        cover: Cover | None = None,
    ) -> None:
        """Let values stand beside each other in a register, as before a decision.

        Args:
            values: As the journal writes them; the last is shown.
            cover: What a deletion among them covers; what else was written in the
                record stands against it.
        """
        self.session.flush()
        stand_beside(self.connection, table, row, register, values)
        self._reopened[row] = cover or self._reopened.get(row)

    @contextmanager
    def stoppable(
        self, look: Callable[[], object], settle: Callable[[], object]
    ) -> Iterator[None]:
        """Let this work be given up at any moment before it is committed.

        Args:
            look: Called again and again while SQLite works; may raise to stop.
            settle: Called once, before what cannot be taken back; may raise to stop.
        """
        self._settle = settle
        try:
            with watched(self.connection, look):
                yield
        finally:
            self._settle = _go_on

    def seal(
        self,
        act: str,
        *,
        detail: Mapping[str, object] | None = None,
        undoes: int | None = None,
        saw_all: bool = False,
    ) -> None:
        """Make an act of what was done so far; it is not committed.

        Several acts may so become part of the record in one transaction. The arguments
        are those of `commit`.
        """
        self.act = act
        self.session.flush()
        connection = self.connection
        # an undo that finds nothing left to write is one all the same
        is_act = detail is not None or undoes is not None or is_pending(connection)
        if self.identity is not None and is_act:
            stamp = Stamp(
                *(self.actor.name, act, _milliseconds(self.now), sportsec.__version__),
                detail=None if detail is None else json.dumps(detail, sort_keys=True),
                undoes=undoes,
                positions=self._positions,
                saw_all=saw_all or undoes is not None,
                reopened=self._reopened,
            )
            self.sealed = seal(connection, stamp, self.identity)
            self._reopened = {}

    def commit(
        self,
        act: str,
        *,
        detail: Mapping[str, object] | None = None,
        undoes: int | None = None,
        saw_all: bool = False,
    ) -> None:
        """Write everything done in this work, in one transaction and as one act.

        The one door through which data changes: a session committed past it refuses.

        Args:
            act: The sentence of the undo menu, an `N_` msgid.
            detail: Further facts of the act, for its history.
            undoes: Number of the act that this one undoes.
            saw_all: Whether both sides of every conflict touched were shown, so that
                what is written here decides them.
        """
        self.seal(act, detail=detail, undoes=undoes, saw_all=saw_all)
        self.settle()
        self.left_traces = traces.are_left(self.connection)
        self.session.commit()
        if self.sealed is not None and self.identity is not None:
            self.identity.remember(self.sealed.tno, self.sealed.chain)

    def settle(self) -> None:
        """Pass the moment after which the work cannot be given up any more."""
        self._settle()

    def seal_rest(self, title: str) -> None:
        """Give changes that no act of the program has sealed an act of their own.

        Another program's SQL passes the triggers too: what it changed is history.
        """
        if self.identity is not None and is_pending(self.connection):
            moment = _milliseconds(self.now)
            stamp = Stamp("", title, moment, sportsec.__version__)
            seal(self.connection, stamp, self.identity)


def _go_on() -> None:
    """Stop for nobody."""


def work_of(record: Record) -> Work | None:
    """Return the work that a record was read in; None for one that is in none."""
    session = object_session(record)
    found: Work | None = session.info.get("work") if session is not None else None
    return found


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


class CommitOutsideWork(RuntimeError):
    """Our own bug: something tried to change data past `Work.commit`."""


@event.listens_for(Session, "before_commit")
def _only_through_work(session: Session) -> None:
    work = session.info.get("work")
    if work is not None and not work.act:
        raise CommitOutsideWork


@event.listens_for(Session, "before_flush")
def _note_and_guard(
    session: Session, _context: UOWTransaction, _objects: object
) -> None:
    work = session.info.get("work")
    if work is None:
        return
    if session.deleted:
        raise CommitOutsideWork("records are marked deleted, never removed")
    for record in (*session.new, *session.dirty):
        if session.is_modified(record):
            work.touched.add(inspect(record).mapper.local_table.name)

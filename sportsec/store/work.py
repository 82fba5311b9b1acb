"""The unit of work: one session, who acts, when, and the one door to a commit."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from sportsec.domain.errors import NotFound
from sportsec.domain.identity import Actor
from sportsec.store.base import Record

R = TypeVar("R", bound=Record)


class Work:
    """One piece of work on the record: a question, or an act and its commit.

    Args:
        session: Session of this work alone; it ends with it.
        actor: Who acts.
        now: Aware UTC moment of the work; the same for all that is done in it.
    """

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self.touched: set[str] = set()
        self.act = ""
        session.info["work"] = self

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

    def commit(self, act: str) -> None:
        """Write everything done in this work, in one transaction.

        The one door through which data changes: a session committed past it refuses.

        Args:
            act: The sentence of the undo menu, an `N_` msgid.
        """
        self.act = act
        self.session.commit()


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

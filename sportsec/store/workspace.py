"""One workspace: its folder, its lock, its database brought up to date, its works."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker

import sportsec.store.tables
from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.domain.history import BROUGHT, NEW_KEY, OUTSIDE
from sportsec.domain.identity import Actor
from sportsec.domain.kept_drafts import UNSAVED
from sportsec.domain.words import N_
from sportsec.store import traces
from sportsec.store.backup import BACKUPS, DATABASE
from sportsec.store.brought import brought_facts, forget_brought
from sportsec.store.copying import Tell, nobody
from sportsec.store.engine import make_engine
from sportsec.store.faults import is_of_the_store, reason_of
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.standing import standing
from sportsec.store.lock import FolderLock
from sportsec.store.officer import keep_officer_name, login_name, officer_name
from sportsec.store.opening import begin_use, end_use
from sportsec.store.repeat import forget_purges, purges_to_repeat, repeat
from sportsec.store.upgrade import open_upgraded
from sportsec.store.work import Work

__all__ = ["BACKUPS", "DATABASE", "Workspace"]

_tables_mapped = sportsec.store.tables


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """The folder of a cell, open and locked by this program."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        identity: Identity,
        connection: Any,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.folder = folder
        self.identity = identity
        self.actor = self._actor()
        self._lock = lock
        self._clock = clock
        self._one_writes = threading.RLock()
        self._may_wipe = True
        self._is_settled = False
        self._writer = make_engine(folder / DATABASE, writable=True, first=connection)
        self._reader = make_engine(folder / DATABASE, writable=False)
        self._writing = sessionmaker(self._writer, expire_on_commit=False)
        self._reading = sessionmaker(self._reader, autoflush=False)

    @classmethod
    def exists(cls, folder: Path) -> bool:
        """Say whether there is a workspace in `folder`."""
        return (folder / DATABASE).is_file()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        home: Path | None = None,
        clock: Callable[[], datetime] = _now,
        tell: Tell = nobody,
    ) -> Workspace:
        """Open the workspace in `folder`, upgrading its database where needed.

        Args:
            create: Make it when there is none.
            home: Where it will lie once it is founded; its keys are kept there.
            clock: Gives the aware UTC moment of each work; tests give their own.
            tell: Is told how far the check after an unclean end is.

        Raises:
            StoreUnavailable: There is none, or it cannot be opened or upgraded.
            StoreTooNew: A newer version of the program wrote it.
            WorkspaceBusy: It is open elsewhere.
        """
        if not create and not cls.exists(folder):
            raise StoreUnavailable(StoreReason.MISSING, folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FolderLock(folder)
        except OSError as error:
            raise StoreUnavailable(StoreReason.DISK, folder) from error
        try:
            begin_use(folder, tell, create=create)
            identity = Identity(home or folder)
            database = folder / DATABASE
            connection = open_upgraded(database, folder / BACKUPS, create=create)
            opened = cls(folder, lock, identity, connection, clock=clock)
            opened._settle()
            opened._repeat_purges()
        except OSError as error:
            lock.release()
            raise StoreUnavailable(StoreReason.DISK, folder) from error
        except BaseException:
            lock.release()
            raise
        else:
            return opened

    def _settle(self) -> None:
        """Find out which replica this is; seal what the last program left unsealed.

        That is what a migration carried over, or what another program changed.
        """
        with self.writing() as work:
            brought = brought_facts(self.folder, work.connection)
            is_new = self.identity.settle(work.connection)
            title = N_("Carried over") if is_new else OUTSIDE
            work.seal_rest(title)
            if self.identity.is_renewed:
                work.seal(NEW_KEY, detail={})
            if brought is not None:
                work.seal(BROUGHT, detail=brought)
            position, chain = standing(work.connection)
            work.commit(N_("Workspace opened"))
        forget_brought(self.folder)
        self.identity.remember(position, chain)
        self._is_settled = True

    def _repeat_purges(self) -> None:
        """Carry out again what a backup that was brought back did not know."""
        purges = purges_to_repeat(self.folder)
        if not purges:
            return
        with self.writing() as work:
            for each in purges:
                repeat(work.connection, each)
            work.commit(N_("Purges carried out again"))
        forget_purges(self.folder)

    def _wipe_traces(self) -> None:
        """See to what erased values left in the file; what fails waits for a start."""
        pooled = self._writer.raw_connection()
        try:
            # A form that was not saved may hold what was erased.
            rmtree(self.folder / UNSAVED, ignore_errors=True)
            self._may_wipe = traces.wipe(pooled.driver_connection)
        finally:
            pooled.close()

    def call_officer(self, name: str) -> None:
        """Let the officer who is logged in sign with a name from now on.

        Args:
            name: "" for that of his login.

        Raises:
            StoreUnavailable: The folder cannot be written.
        """
        try:
            keep_officer_name(self.identity.workspace, name)
        except OSError as error:
            raise StoreUnavailable(reason_of(error), self.folder) from error
        self.actor = self._actor()

    def _actor(self) -> Actor:
        return Actor(officer_name(self.identity.workspace) or login_name())

    def close(self) -> None:
        """Give the folder free."""
        self._reader.dispose()
        self._writer.dispose()
        self.identity.close()
        end_use(self.folder)
        self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Give a work that sees one consistent state and can change nothing."""
        with self._reading() as session, self._store_errors():
            yield Work(session, self.actor, self._clock())

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Give a work that may change the record; undone unless it commits.

        Another thread that wants one waits, however long the first one takes.
        """
        with self._one_writes:
            with self._writing() as session, self._store_errors():
                work = Work(session, self.actor, self._clock(), self.identity)
                if self._is_settled:  # what another program did is none of this act
                    work.seal_rest(OUTSIDE)
                yield work
            if work.left_traces and self._may_wipe:
                self._wipe_traces()

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if not is_of_the_store(error):
                raise
            raise StoreUnavailable(reason_of(error), self.folder) from error

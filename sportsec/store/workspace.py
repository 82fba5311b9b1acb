"""One workspace: its folder, its lock, its database brought up to date, its works."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker

import sportsec.store.tables
from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.domain.identity import Actor
from sportsec.store.engine import make_engine
from sportsec.store.faults import is_of_the_store, reason_of
from sportsec.store.lock import FolderLock
from sportsec.store.upgrade import upgrade
from sportsec.store.work import Work

DATABASE = "sportsec.db"
BACKUPS = "backups"

_tables_mapped = sportsec.store.tables


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """The folder of a cell, open and locked by this program."""

    def __init__(
        self, folder: Path, lock: FolderLock, *, clock: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self.actor = Actor(_user_name())
        self._lock = lock
        self._clock = clock
        self._writer = make_engine(folder / DATABASE, writable=True)
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
        clock: Callable[[], datetime] = _now,
    ) -> Workspace:
        """Open the workspace in `folder`, upgrading its database where needed.

        Args:
            create: Make it when there is none.
            clock: Gives the aware UTC moment of each work; tests give their own.

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
            upgrade(folder / DATABASE, folder / BACKUPS, create=create)
            return cls(folder, lock, clock=clock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Give the folder free."""
        self._reader.dispose()
        self._writer.dispose()
        self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Give a work that sees one consistent state and can change nothing."""
        with self._reading() as session, self._store_errors():
            yield Work(session, self.actor, self._clock())

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Give a work that may change the record; undone unless it commits."""
        with self._writing() as session, self._store_errors():
            yield Work(session, self.actor, self._clock())

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if not is_of_the_store(error):
                raise
            raise StoreUnavailable(reason_of(error), self.folder) from error


def _user_name() -> str:
    """Return who is logged in; some accounts have no name in the system's list."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "officer"

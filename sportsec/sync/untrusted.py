"""Opens the database of a file as what it may be: an attack on whoever reads it.

The driver can neither limit the size of values nor be set defensive. Instead nothing is
asked that would load a value before its length is known, the schema must be ours
letter for letter, and an authorizer allows reading and a few functions only.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync.failing import reading
from sportsec.sync.first_page import check_first_page
from sportsec.sync.payload import PAYLOAD_SCHEMA
from sportsec.sync.value_rules import FUNCTIONS, LIMITS, RULES, faults_of, sizes_of
from sportsec.sync.value_texts import is_good_value

#: Seconds that checking may take, and megabytes that are allowed a second more.
_SECONDS, _MEGABYTES_A_SECOND = 60, 1
#: Steps of SQLite between two looks at the clock.
_STEPS = 20_000

_SETTINGS = (
    *("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"),
    *("mmap_size = 0", "foreign_keys = OFF", "cache_size = -20000"),
)

#: What SQLite raises on damaged files: its own errors, and of the driver that reads
#: them; a broken schema has raised a UnicodeDecodeError from a PRAGMA.
_BROKEN = (driver.Error, driver.Warning, UnicodeError, ValueError, OverflowError)


class Checked:
    """The database of a file, found good, open for reading only.

    Its values have the types and sizes of our own, and its texts are texts. Whether the
    changes in it are true is for the journal to say.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table as they were written, by their key.

        Raises:
            BadFile: The file is damaged where no check saw it.
        """
        return self.ask(f"SELECT * FROM {table}")

    def ask(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of any question with the few functions that are allowed.

        Raises:
            BadFile: As above.
        """
        with _broken():
            # Not `yield from`, which would close the rows after their connection.
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row


@contextmanager
def checked(
    path: Path,
    *,
    seconds: float | None = None,
    progress: Callable[[], object] = lambda: None,
) -> Iterator[Checked]:
    """Open a payload for reading, once all checks of its form are passed.

    Args:
        path: In a private folder: nobody else may write it meanwhile.
        seconds: That checking may take; by default a minute and what its size needs.
        progress: Called again and again while it is checked; may raise to stop.

    Raises:
        BadFile: A check failed.
    """
    with reading(path):
        check_first_page(path)
        if seconds is None:
            seconds = _SECONDS + (path.stat().st_size >> 20) / _MEGABYTES_A_SECOND
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    watch = _Watch(seconds, progress)
    with closing(_connect(uri)) as connection:
        connection.set_progress_handler(watch.look, _STEPS)
        with watch.minding(), _broken():
            _check(connection)
        connection.set_progress_handler(None, 0)
        yield Checked(connection)


def _connect(uri: str) -> Any:
    with _broken():
        return driver.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False
        )


def _check(connection: Any) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    _check_schema(connection)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise BadFile(FileRefusal.BROKEN_RECORD)
    connection.set_authorizer(_only_reading)
    for table in PAYLOAD_SCHEMA:
        _check_sizes(connection, table)
    for table in PAYLOAD_SCHEMA:
        _check_values(connection, table)
    _check_texts(connection)


def _check_schema(connection: Any) -> None:
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    found = set(connection.execute(query).fetchall())
    wanted = {("table", name, name, sql) for name, sql in PAYLOAD_SCHEMA.items()}
    if found != wanted:
        part = min((str(row[1]) for row in found - wanted), default="sqlite_schema")
        raise BadFile(FileRefusal.FOREIGN_PARTS, part=part[:64])


def _check_sizes(connection: Any, table: str) -> None:
    limits = LIMITS.get(table, {})
    sizes = connection.execute(sizes_of(table)).fetchone()
    for column, size in zip(RULES[table], sizes, strict=True):
        limit = limits.get(column, 64)
        if size is not None and size > limit:
            raise BadFile(
                FileRefusal.HUGE_VALUE,
                table=table,
                column=column,
                limit=-(-limit >> 10),
            )


def _check_values(connection: Any, table: str) -> None:
    faults = connection.execute(faults_of(table)).fetchone()
    for column, rows in zip(RULES[table], faults, strict=True):
        if rows:
            raise BadFile(FileRefusal.BAD_VALUES, table=table, column=column, rows=rows)


def _check_texts(connection: Any) -> None:
    """Read every text once: it must be Unicode, and JSON where the journal says so."""
    for table, column, query in (
        ("replica", "name", "SELECT name FROM replica"),
        ("act", "title", "SELECT actor, title, detail, version FROM act"),
    ):
        for row in connection.execute(query):
            if any(text is not None and "\0" in text for text in row):
                raise BadFile(
                    FileRefusal.BAD_VALUES, table=table, column=column, rows=1
                )
    values = connection.execute(
        "SELECT kind <> 'U' OR substr(col, 1, 1) = '@', val FROM op"
        " WHERE typeof(val) IN ('text', 'real')"
    )
    for is_json, value in values:
        if not is_good_value(value, is_json=bool(is_json)):
            raise BadFile(FileRefusal.BAD_VALUES, table="op", column="val", rows=1)


def _only_reading(
    action: int, _what: str | None, name: str | None, *_where: object
) -> int:
    """Allow what reading needs and nothing else."""
    if action in {driver.SQLITE_SELECT, driver.SQLITE_READ}:
        allowed = True
    else:
        allowed = action == driver.SQLITE_FUNCTION and name in FUNCTIONS
    return int(driver.SQLITE_OK if allowed else driver.SQLITE_DENY)


@contextmanager
def _broken() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise BadFile(FileRefusal.BROKEN_RECORD) from error


class _Watch:
    """Stops SQLite when its time is up or nobody wants the answer any more."""

    def __init__(self, seconds: float, progress: Callable[[], object]) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._progress = progress
        self._stopped: BaseException | None = None

    def look(self) -> int:
        """Return whether SQLite must stop; an exception in here would be lost."""
        try:
            self._progress()
        except BaseException as error:  # noqa: BLE001 - raised again by `minding`
            self._stopped = error
        return int(self._stopped is not None or time.monotonic() > self._end)

    @contextmanager
    def minding(self) -> Iterator[None]:
        """Say why SQLite was stopped, where it was."""
        try:
            yield
        except BadFile:
            if self._stopped is not None:
                raise self._stopped from None
            if time.monotonic() > self._end:
                seconds = round(self._seconds)
                raise BadFile(FileRefusal.TOO_SLOW, seconds=seconds) from None
            raise

"""Whether the workspace is sound: file, references, index of names, versions, history.

The records are held against the history, too: they show what it says, and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from sportsec.domain.words import N_, Words
from sportsec.queries.history_acts import replicas
from sportsec.queries.record_labels import label_of
from sportsec.store import traces
from sportsec.store.engine import wal_is_safe
from sportsec.store.journal.agreement import Departure, departures
from sportsec.store.journal.capture import missing
from sportsec.store.journal.purge import left_over
from sportsec.store.journal.verify import BrokenLink, verify_chain
from sportsec.store.name_index import rebuild
from sportsec.store.revision import revision_of
from sportsec.store.upgrade import REVISION
from sportsec.store.work import Work

#: Findings named at most, so that what is said of a broken file stays readable.
_NAMED = 20
_INDEXED = """SELECT kind, record, folded, sort_ar, sort_fr, sort_en, title_ar,
 title_fr, title_en, beside_ar, beside_fr, beside_en, body FROM name_index"""
_CHECK_WORDS = "INSERT INTO name_search (name_search, rank) VALUES (?, 1)"


class CheckKind(StrEnum):
    """What is looked at."""

    INTEGRITY = "integrity"  #: the pages of the file, by SQLite itself
    REFERENCES = "references"  #: every reference leads to a record
    NAMES = "names"  #: the index of names says what the records say
    REVISION = "revision"  #: the database is of this version
    JOURNAL = "journal"  #: the history is what its cells signed
    RECORDS = "records"  #: the records show what the history says
    PURGES = "purges"  #: nothing is left of what was erased by law
    DRIVER = "driver"  #: the database library can do what we rely on


#: What each is called where it is told.
TITLES = {
    CheckKind.INTEGRITY: N_("Database file"),
    CheckKind.REFERENCES: N_("References between records"),
    CheckKind.NAMES: N_("Index of names"),
    CheckKind.REVISION: N_("Version of the database"),
    CheckKind.JOURNAL: N_("History and its signatures"),
    CheckKind.RECORDS: N_("Records and their history"),
    CheckKind.PURGES: N_("Data erased by law"),
    CheckKind.DRIVER: N_("Database library"),
}


class WrongRecord(NamedTuple):
    """A record that does not show what its history says.

    Args:
        table: Of its kind; "" where not even that is known.
        label: What it is called; nothing where it is not there.
        fields: Columns and groups that differ; of one that is not there, or that the
            history does not know, none.
    """

    table: str
    record: UUID
    label: Words
    kind: Departure
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One check and what it found.

    Args:
        found: Faults, for the support; empty when all is well.
        detail: Versions and the like.
        links: The first act of each cell's history that is not what was signed.
        records: The first records that do not show what their history says.
        more: How many of these are not listed.
    """

    kind: CheckKind
    found: tuple[str, ...] = ()
    detail: str = ""
    links: tuple[BrokenLink, ...] = ()
    records: tuple[WrongRecord, ...] = ()
    more: int = 0

    @property
    def is_passed(self) -> bool:
        """Whether nothing is wrong."""
        return self.count == 0

    @property
    def count(self) -> int:
        """How much is wrong."""
        return len(self.found) + len(self.links) + len(self.records) + self.more


def check_workspace(work: Work) -> list[Check]:
    """Run every check.

    Args:
        work: A writing one, for the index is made anew to compare with; it must not
            be committed, so nothing is changed.
    """
    connection = work.connection
    revision = revision_of(connection)
    return [
        Check(CheckKind.INTEGRITY, _found(connection, _integrity)),
        Check(CheckKind.REFERENCES, _found(connection, _references)),
        Check(CheckKind.NAMES, _found(connection, _names)),
        Check(
            CheckKind.REVISION,
            () if revision == REVISION else (f"{revision} != {REVISION}",),
            str(revision),
        ),
        _history(work, connection),
        _records(work, connection),
        Check(CheckKind.PURGES, _found(connection, _purges)),
        Check(CheckKind.DRIVER, _found(connection, _driver), _versions(connection)),
    ]


def _found(connection: Any, look: Callable[[Any], tuple[str, ...]]) -> tuple[str, ...]:
    """Look; a file too broken to look into is a finding too."""
    try:
        return look(connection)
    except driver.DatabaseError as error:
        return (str(error),)


def _integrity(connection: Any) -> tuple[str, ...]:
    rows = connection.execute(f"PRAGMA integrity_check({_NAMED})").fetchall()
    return tuple(row[0] for row in rows if row[0] != "ok")


def _references(connection: Any) -> tuple[str, ...]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(_NAMED)
    return tuple(f"{table} {row} -> {parent}" for table, row, parent, _ in rows)


def _names(connection: Any) -> tuple[str, ...]:
    """Compare the index of names with one made anew, and the words with the index."""
    connection.execute(_CHECK_WORDS, ("integrity-check",))
    kept = set(connection.execute(_INDEXED))
    rebuild(connection)
    anew = set(connection.execute(_INDEXED))
    wrong = sorted({(row[0], row[1].hex()) for row in kept ^ anew})
    return tuple(f"{kind} {record}" for kind, record in wrong[:_NAMED])


def _history(work: Work, connection: Any) -> Check:
    """Name the first broken link of each replica, and triggers that are not ours."""
    links: list[BrokenLink] = []

    def look(connection: Any) -> tuple[str, ...]:
        broken = verify_chain(connection)[:_NAMED]
        cells = replicas(work) if broken else {}
        for link in broken:
            name = cells[link.replica].name.pick("fr")
            links.append(replace(link, cell=name or link.cell))
        return tuple(missing(connection)[:_NAMED])

    found = _found(connection, look)
    return Check(CheckKind.JOURNAL, found, links=tuple(links))


def _records(work: Work, connection: Any) -> Check:
    """Name the first records that do not show what their history says."""
    wrong: list[WrongRecord] = []
    count = 0

    def look(connection: Any) -> tuple[str, ...]:
        nonlocal count
        departed = sorted(departures(connection), key=lambda each: each[:2])
        count = len(departed)
        for each in departed[:_NAMED]:
            record = UUID(bytes=each.row)
            label = label_of(work, each.table, record)
            fields = tuple(sorted(each.registers))
            wrong.append(WrongRecord(each.table, record, label, each.kind, fields))
        return ()

    found = _found(connection, look)
    return Check(
        CheckKind.RECORDS, found, records=tuple(wrong), more=count - len(wrong)
    )


def _purges(connection: Any) -> tuple[str, ...]:
    """Name what a purge should have erased, and say that the file is to be wiped."""
    kept = sorted(left_over(connection))[:_NAMED]
    found = [f"{table} {row.hex()} {col}" for table, row, col in kept]
    return (*found, *(["traces in the file"] if traces.are_left(connection) else []))


def _driver(connection: Any) -> tuple[str, ...]:
    """Say what the library lacks of what the workspace relies on."""
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    lacking = {"ENABLE_FTS5"} - options
    unsafe = mode == "wal" and not wal_is_safe(driver.sqlite_version_info)
    return (*sorted(lacking), *(["WAL"] if unsafe else []))


def _versions(connection: Any) -> str:
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    parts = [f"SQLite {driver.sqlite_version}"]
    if cipher:
        parts.append(f"SQLCipher {cipher[0]}")
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return ", ".join((*parts, f"journal {mode}"))

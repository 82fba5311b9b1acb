"""What the support needs to know of a workspace, without anything personal.

Figures, versions and places in the program only: no name, no text of the record, no
path of the PC.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sportsec import __version__
from sportsec.domain.faults import faults_in
from sportsec.domain.words import N_
from sportsec.queries.checks import TITLES, check_workspace
from sportsec.store.base import Record
from sportsec.store.work import Work

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "tzdata")
_TITLE, _OWN_TITLE = "SportSec problem report", N_("Problem report")
#: Headings: whoever reads the report before he sends it has them in his words too.
_VERSIONS, _CHECKS, _RECORDS = N_("Versions"), N_("Checks"), N_("Records")
_ENTRIES, _FAULTS, _ACCOUNT = N_("Journal"), N_("Faults"), N_("What went wrong?")
Own = Callable[[str], str]
_JOURNAL = ("replica", "act", "op", "receipt", "missing", "waiting", "peer")


def _none(_said: str) -> str:
    return ""


def problem_report(work: Work, log: str, own: Own = _none) -> str:
    """Return the report as lines of text, in English for whoever mends the program.

    Args:
        work: A writing one, never committed (see `check_workspace`).
        log: Text of the program's log; empty where there is none.
        own: Returns what the officer calls a heading, a check (`checks.TITLES`) or a
            table; nothing where that says no more. It stands at the end of the line,
            where words of the other direction move nothing.
    """
    run = work.connection.execute
    return "\n".join(
        [
            _both(_TITLE, own(_OWN_TITLE)),
            *_section(_VERSIONS, own, _versions()),
            *_section(_CHECKS, own, _checks(work, own)),
            *_section(_RECORDS, own, _counts(run, own)),
            *_section(_ENTRIES, own, _journal(run)),
            *_section(_FAULTS, own, _faults(log)),
            "",
        ]
    )


def with_account(report: str, account: str, own: Own = _none) -> str:
    """Return a report with what the officer says of the problem; first of all that."""
    if not account:
        return report
    title, rest = report.split("\n", 1)
    told = [title, *_section(_ACCOUNT, own, account.splitlines()), rest]
    return "\n".join(told)


def _section(title: str, own: Own, lines: Iterable[str]) -> list[str]:
    return ["", f"[{_both(title, own(title))}]", *lines]


def _both(line: str, own: str) -> str:
    return f"{line} · {own}" if own else line


def _versions() -> Iterator[str]:
    yield f"SportSec {__version__}"
    yield f"Python {platform.python_version()}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not installed"


def _checks(work: Work, own: Own) -> Iterator[str]:
    for check in check_workspace(work):
        found = "in order" if check.is_passed else f"{check.count} findings"
        yield _both(f"{check.kind}: {found}", own(TITLES[check.kind]))


def _counts(run: Any, own: Own) -> Iterator[str]:
    # The names are tables of our own.
    for table in sorted(Record.metadata.tables):
        query = f"SELECT count(*), count(deleted_at) FROM {table}"  # noqa: S608
        total, deleted = run(query).fetchone()
        if total:
            yield _both(f"{table}: {total}, of them deleted {deleted}", own(table))


def _journal(run: Any) -> Iterator[str]:
    for name in _JOURNAL:
        count = run(f"SELECT count(*) FROM journal_{name}").fetchone()[0]  # noqa: S608
        yield f"{name}: {count}"
    size = run("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    yield f"bytes: {size.fetchone()[0]}"


def _faults(log: str) -> Iterator[str]:
    for fault in faults_in(log):
        yield f"{fault.when} {fault.number} {fault.kind}"
        yield from (f"    {place}" for place in fault.places)

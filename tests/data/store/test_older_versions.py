"""A workspace of every version before this one opens, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sportsec.store.journal.agreement import departures
from sportsec.store.journal.verify import verify_chain
from sportsec.store.workspace import DATABASE, Workspace

DATABASES = Path(__file__).parents[2] / "databases"


@contextmanager
def opened(name: str, folder: Path) -> Iterator[Any]:
    """Open a copy of an older database; give a connection to it as it is then."""
    shutil.copy(DATABASES / name, folder / DATABASE)
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            yield work.connection
    finally:
        workspace.close()


def test_the_first_has_all_its_records_in_the_journal(tmp_path: Path) -> None:
    with opened("0001_first.db", tmp_path) as connection:
        ask = connection.execute
        counts = "SELECT (SELECT count(*) FROM fixture), (SELECT count(*) FROM club)"
        assert ask(counts).fetchone() == (200, 16)
        captured = "SELECT count(*) FROM journal_op WHERE kind = 'I' AND tbl = ?"
        assert ask(captured, ("fixture",)).fetchone() == (200,)
        assert ask("SELECT title FROM journal_act").fetchall() == [("Carried over",)]
        assert ask("SELECT 1 FROM journal_capture").fetchone() is None


def test_the_second_keeps_its_history(tmp_path: Path) -> None:
    """A conflict waits, and a person was purged; without its keys it takes new ones."""
    with opened("0002_journal.db", tmp_path) as connection:
        ask = connection.execute
        titles = [title for (title,) in ask("SELECT title FROM journal_act")]
        assert titles[:6] == [
            *("Workspace made", "Club added", "Club saved", "Club saved"),
            *("Contact added", "Purged"),
        ]
        assert ask("SELECT count(*) FROM fixture").fetchone() == (2,)
        heads = "SELECT col FROM journal_head GROUP BY row, col HAVING count(*) > 1"
        assert ask(heads).fetchall() == [("founded_year",)]
        assert ask("SELECT name_latin, phone FROM contact").fetchall() == [("", "")]
        assert verify_chain(connection) == []
        assert departures(connection) == []


def test_the_third_counts_on_from_its_last_act(tmp_path: Path) -> None:
    """It kept a second time how far it had counted; its last act says it alone."""
    with opened("0003_away_journey.db", tmp_path) as connection:
        ask = connection.execute
        columns = {row[1] for row in ask("PRAGMA table_info(journal_state)")}
        assert columns == {"one", "applying", "self", "hlc", "shape"}
        query = "SELECT away_station FROM fixture ORDER BY away_station"
        assert ask(query).fetchall() == [("",), ("Casa-Voyageurs",)]
        assert verify_chain(connection) == []
        assert departures(connection) == []


def test_the_fourth_gets_empty_tables_for_what_is_arranged(tmp_path: Path) -> None:
    with opened("0004_standing.db", tmp_path) as connection:
        ask = connection.execute
        assert ask("SELECT persons FROM estimate").fetchall() == [(1200,)]
        for table in ("match_task", "liaison_entry", "commitment", "meeting"):
            assert ask(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert verify_chain(connection) == []
        assert departures(connection) == []

"""A workspace of the first version opens: nothing is lost, and its history begins."""

from __future__ import annotations

import shutil
from pathlib import Path

from sportsec.store.workspace import DATABASE, Workspace

FIRST = Path(__file__).parents[2] / "databases" / "0001_first.db"


def test_all_its_records_are_there_and_in_the_journal(tmp_path: Path) -> None:
    shutil.copy(FIRST, tmp_path / DATABASE)
    workspace = Workspace.open(tmp_path)
    try:
        with workspace.reading() as work:
            ask = work.connection.execute
            counts = (
                "SELECT (SELECT count(*) FROM fixture), (SELECT count(*) FROM club)"
            )
            assert ask(counts).fetchone() == (200, 16)
            captured = "SELECT count(*) FROM journal_op WHERE kind = 'I' AND tbl = ?"
            assert ask(captured, ("fixture",)).fetchone() == (200,)
            assert ask("SELECT title FROM journal_act").fetchall() == [
                ("Carried over",)
            ]
            assert ask("SELECT 1 FROM journal_capture").fetchone() is None
    finally:
        workspace.close()

"""A file taken in is one act: undoing it leaves the record as it was before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.app.cli import main
from sportsec.queries.conflicts import count_conflicts
from sportsec.queries.history_undo import undo_stack
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_club
from tests.data.history.test_undo import dump


def act(folder: Path, job: Callable[[Work], Any]) -> Any:
    workspace = Workspace.open(folder)
    with workspace.writing() as work:
        result = job(work)
        work.commit("Club saved")
    workspace.close()
    return result


def rows(folder: Path) -> dict[str, list[Any]]:
    workspace = Workspace.open(folder)
    found = dump(workspace)
    workspace.close()
    return found


def conflicts(folder: Path) -> int:
    workspace = Workspace.open(folder)
    with workspace.reading() as work:
        count = count_conflicts(work)
    workspace.close()
    return count


def say(folder: Path, *words: str) -> int:
    return main([*words, "--workspace", str(folder), "--lang", "en"])


@pytest.fixture
def cells(tmp_path: Path) -> tuple[Path, Path]:
    """Return two cells that know the same clubs."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        assert say(folder, "init", "--cell", folder.name) == 0
    act(ours, lambda work: [a_club(work, "Atlas"), a_club(work, "Rif")])
    assert send(ours, theirs, tmp_path / "first.ssx") == 0
    return ours, theirs


def send(sender: Path, receiver: Path, file: Path) -> int:
    assert say(sender, "export", str(file)) == 0
    return say(receiver, "import", str(file), "--trust")


def last(folder: Path) -> int:
    workspace = Workspace.open(folder)
    with workspace.reading() as work:
        query = "SELECT max(act) FROM journal_receipt"
        number = work.connection.execute(query).fetchone()[0]
    workspace.close()
    return int(number)


def clubs(folder: Path) -> list[UUID]:
    workspace = Workspace.open(folder)
    with workspace.reading() as work:
        found = sorted(club.id for club in work.session.query(Club))
    workspace.close()
    return found


def test_what_a_file_brought_is_taken_back(
    cells: tuple[Path, Path], tmp_path: Path
) -> None:
    ours, theirs = cells
    first, second = clubs(ours)

    def change(work: Work) -> None:
        work.get(Club, first).founded_year = 1950
        work.delete(work.get(Club, second))
        a_club(work, "Souss")

    act(theirs, change)
    act(theirs, lambda work: setattr(work.get(Club, first), "founded_year", 1951))
    before = rows(ours)
    assert send(theirs, ours, tmp_path / "second.ssx") == 0
    assert rows(ours) != before
    assert say(ours, "undo", str(last(ours))) == 0
    assert rows(ours) == before
    assert conflicts(ours) == 0


@pytest.mark.parametrize("we_first", [True, False])
def test_our_own_value_remains_where_theirs_stood_beside_it(
    cells: tuple[Path, Path], tmp_path: Path, *, we_first: bool
) -> None:
    ours, theirs = cells
    first = clubs(ours)[0]
    order = [(ours, "OURS"), (theirs, "THEIRS")]
    for folder, code in order if we_first else order[::-1]:
        act(
            folder, lambda work, code=code: setattr(work.get(Club, first), "code", code)
        )
    before = rows(ours)
    assert send(theirs, ours, tmp_path / "second.ssx") in {0, 1}
    assert conflicts(ours) == 1
    assert say(ours, "undo", str(last(ours))) == 0
    assert rows(ours) == before
    assert conflicts(ours) == 0


def said(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert say(folder, *words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_sending_a_file_stands_in_the_way_of_no_undo(
    cells: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, _ = cells
    first = clubs(ours)[0]
    act(ours, lambda work: setattr(work.get(Club, first), "founded_year", 1950))
    act(ours, lambda work: setattr(work.get(Club, first), "founded_year", 1951))
    assert said(ours, capsys, "undo")["title"] == "Club saved"
    assert say(ours, "export", str(tmp_path / "second.ssx")) == 0
    sent = newest(ours)
    workspace = Workspace.open(ours)
    with workspace.reading() as work:
        step = undo_stack(work).redo
    workspace.close()
    assert step is not None  # nothing was done since
    assert said(ours, capsys, "undo")["title"] == "Club saved"
    assert said(ours, capsys, "history", str(first))[-1]["changes"]
    assert say(ours, "undo", str(sent)) == 2
    assert "changed nothing" in capsys.readouterr().err


def test_an_undo_that_has_nothing_to_write_is_done_once(
    cells: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = cells
    first = clubs(ours)[0]
    act(ours, lambda work: setattr(work.get(Club, first), "code", "OURS"))
    act(theirs, lambda work: setattr(work.get(Club, first), "code", "THEIRS"))
    assert send(theirs, ours, tmp_path / "second.ssx") == 1
    (conflict,) = said(ours, capsys, "conflicts")
    received = last(ours)
    assert say(ours, "resolve", conflict["id"], "theirs") == 0
    before = rows(ours)
    assert say(ours, "undo") == 0
    assert said(ours, capsys, "undo")["undone"] == received
    assert said(ours, capsys, "undo")["title"] == "Club saved"
    assert rows(ours) != before


def newest(folder: Path) -> int:
    workspace = Workspace.open(folder)
    with workspace.reading() as work:
        number = work.connection.execute("SELECT max(act) FROM journal_act").fetchone()
    workspace.close()
    return int(number[0])

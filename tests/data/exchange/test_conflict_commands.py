"""`sportsec conflicts` and `sportsec resolve` on a real workspace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sportsec.app.cli import main
from sportsec.domain.words import N_
from sportsec.store.tables.clubs import Club
from tests.builders import a_club
from tests.founding import new_workspace


@pytest.fixture
def cell(tmp_path: Path) -> Path:
    """A workspace in which two forms were saved over each other."""
    folder = tmp_path / "cell"
    workspace = new_workspace(folder)
    with workspace.writing() as work:
        club = a_club(work, "Atlas", founded_year=1930)
        work.session.flush()
        work.commit(N_("Club made"))
    with workspace.reading() as work:
        position = work.position
    for year in (1931, 1932):
        with workspace.writing() as work:
            work.get(Club, club.id).founded_year = year
            work.saw(club.id, position)
            work.commit(N_("Club saved"))
    workspace.close()
    return folder


def told(cell: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words, "--workspace", str(cell), "--lang", "en"]) == 0
    return capsys.readouterr().out


def test_a_conflict_is_listed_and_decided(
    cell: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(cell, capsys, "conflicts")
    assert "Atlas" in said
    assert "1931" in said
    (found,) = json.loads(told(cell, capsys, "conflicts", "--json"))
    assert found["before"] == {"founded_year": 1930}
    assert "Decided" in told(cell, capsys, "resolve", found["id"], "1929")
    assert json.loads(told(cell, capsys, "conflicts", "--json")) == []
    assert "Nothing waits" in told(cell, capsys, "conflicts")


@pytest.mark.parametrize("value", ["theirs", "ours", "soon", "12"])
def test_what_cannot_be_decided_changes_nothing(
    cell: Path, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    (found,) = json.loads(told(cell, capsys, "conflicts", "--json"))
    code = main(["resolve", found["id"], value, "--workspace", str(cell)])
    assert code == 2
    capsys.readouterr()
    assert len(json.loads(told(cell, capsys, "conflicts", "--json"))) == 1


def test_a_name_that_no_conflict_has_is_refused(
    cell: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["resolve", "ffffffff", "ours", "--workspace", str(cell)]) == 2

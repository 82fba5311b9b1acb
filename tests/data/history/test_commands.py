"""`sportsec undo` and `sportsec history` on a real workspace."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sportsec.app.cli import main
from sportsec.domain.clubs import ClubDraft
from sportsec.domain.words import Words
from sportsec.services.clubs import add_club, revise_club
from tests.founding import new_workspace

DRAFT = ClubDraft(name=Words("الأطلس", "Atlas", "Atlas"), founded_year=1949)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = new_workspace(tmp_path / "cell")
    with workspace.writing() as work:
        club = add_club(work, DRAFT)
        work.commit("Club added")
    with workspace.writing() as work:
        revise_club(work, club, replace(DRAFT, founded_year=1950), seen=DRAFT)
        work.commit("Club saved")
    workspace.close()
    return tmp_path / "cell"


def say(folder: Path, *words: str) -> int:
    return main([*words, "--workspace", str(folder), "--lang", "en"])


def test_the_history_of_a_record_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(folder, "history", "Atlas") == 0
    told = capsys.readouterr().out
    assert "Club: Atlas" in told
    assert "Founded: 1949 → 1950" in told
    assert say(folder, "history", "Atlas", "--json") == 0
    newest, oldest = json.loads(capsys.readouterr().out)
    assert (newest["title"], oldest["title"]) == ("Club saved", "Club added")
    assert newest["changes"][0]["field"] == "founded_year"


def test_a_record_that_nobody_knows_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(folder, "history", "Nowhere") == 2
    assert "Nowhere" in capsys.readouterr().err


def test_acts_are_undone_one_by_one_until_none_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(folder, "undo") == 0
    assert "Club saved" in capsys.readouterr().out
    assert say(folder, "undo", "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Club added"
    assert say(folder, "undo") == 2
    assert "nothing to undo" in capsys.readouterr().err


def test_an_act_that_another_stands_on_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(folder, "history", "Atlas", "--json") == 0
    oldest = json.loads(capsys.readouterr().out)[-1]["act"]
    assert say(folder, "undo", str(oldest)) == 2
    assert "Atlas" in capsys.readouterr().err

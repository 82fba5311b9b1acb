"""Two workspaces exchange, diverge, conflict, decide, undo and agree: by commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sportsec.app.cli import main
from sportsec.domain.words import Words
from sportsec.services.merging import MERGED, merge_records
from sportsec.store.engine import connect
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]


def runner(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Run, Run]:
    one, other = (runner(tmp_path / name, capsys) for name in ("one", "other"))
    assert one("init", "--cell", "Casablanca")[0] == 0
    assert other("init", "--cell", "Fes")[0] == 0
    return one, other


def said(run: Run, *words: object) -> Any:
    code, out, err = run(*words, "--json")
    assert code in {0, 1}, err
    return json.loads(out)


def programme(path: Path, hour: str) -> Path:
    path.write_text(
        f"Date;Heure;Domicile;Extérieur\n25/01/2027;{hour};Phare;Mogador\n",
        encoding="utf-8",
    )
    return path


def take_in(run: Run, path: Path, hour: str) -> None:
    frame = ("--competition", "Botola", "--season", "2026-2027")
    file = programme(path, hour)
    code, _, err = run("intake", file, *frame, "--new-clubs", "create")
    assert code == 0, err


def hand_over(one: Run, other: Run, path: Path, *how: object) -> Any:
    assert one("export", path, *how)[0] == 0
    return said(other, "import", path, "--trust")


def kick_off(run: Run) -> str:
    (match,) = said(run, "fixtures")
    return str(match["kick_off"])


def test_two_cells_agree_in_the_end(cells: tuple[Run, Run], tmp_path: Path) -> None:
    one, other = cells
    take_in(one, tmp_path / "p1.csv", "19:00")
    trial = tmp_path / "trial.ssx"
    assert one("export", trial)[0] == 0
    seen = said(other, "import", trial, "--preview")
    assert {"kind": "fixture", "new": 1}.items() <= seen["kinds"][0].items()
    code, _, err = other("import", trial)
    assert code == 2  # its words were not compared
    (unknown,) = said(other, "cells")
    assert (unknown["name"], unknown["trust"]) == ("Casablanca", "unknown")
    assert f"sportsec cells trust {unknown['key'][:8]}" in err
    assert hand_over(one, other, tmp_path / "1.ssx")["files"][0]["taken"]
    assert kick_off(other) == kick_off(one)

    # both move the match without seeing the other
    take_in(one, tmp_path / "p2.csv", "20:00")
    take_in(other, tmp_path / "p3.csv", "21:00")
    hand_over(other, one, tmp_path / "2.ssx")
    found = hand_over(one, other, tmp_path / "3.ssx", "--to", "Fes")
    assert found["conflicts"] >= 1
    waiting = said(other, "conflicts")
    assert waiting
    for each in waiting:
        assert other("resolve", each["id"], "ours")[0] == 0
    assert said(other, "conflicts") == []
    told = hand_over(other, one, tmp_path / "4.ssx", "--to", "Casablanca")["told"]
    assert any("Decided by Fes" in each and "yours was" in each for each in told)
    assert said(one, "conflicts") == []
    assert kick_off(one) == kick_off(other)

    # an undo travels like any change
    before = kick_off(other)
    take_in(one, tmp_path / "p4.csv", "15:00")
    assert one("undo")[0] == 0
    hand_over(one, other, tmp_path / "5.ssx", "--scope", "since", "--to", "Fes")
    hand_over(other, one, tmp_path / "6.ssx", "--scope", "since", "--to", "Casablanca")
    assert kick_off(one) == kick_off(other) == before
    here, there = said(one, "fingerprint"), said(other, "fingerprint")
    assert here["words"] == there["words"]
    assert here["key_words"] != there["key_words"]
    assert said(one, "twins") == []
    (known,) = said(one, "cells")
    assert (known["name"], known["trust"]) == ("Fes", "trusted")
    assert one("cells", "revoke", "fes")[0] == 0
    assert other("export", tmp_path / "7.ssx")[0] == 0
    assert one("import", tmp_path / "7.ssx")[0] == 2
    assert one("check")[0] == 0


def test_a_cell_is_trusted_once_its_words_were_compared(
    cells: tuple[Run, Run], tmp_path: Path
) -> None:
    one, other = cells
    take_in(one, tmp_path / "p.csv", "19:00")
    file = tmp_path / "1.ssx"
    assert one("export", file)[0] == 0
    assert other("import", file)[0] == 2
    (unknown,) = said(other, "cells")
    assert unknown["words"] == said(one, "fingerprint")["key_words"]
    assert other("cells", "trust", unknown["key"][:8])[0] == 0
    assert other("import", file)[0] == 0
    assert kick_off(other) == kick_off(one)


def test_gaps_and_replays_are_told(cells: tuple[Run, Run], tmp_path: Path) -> None:
    one, other = cells
    hand_over(other, one, tmp_path / "0.ssx")
    hand_over(one, other, tmp_path / "00.ssx")
    files = []
    for number, hour in enumerate(("17:00", "18:00", "19:00", "20:00"), 1):
        take_in(one, tmp_path / "p.csv", hour)
        files.append(tmp_path / f"{number}.ssx")
        assert one("export", files[-1], "--scope", "since", "--to", "Fes")[0] == 0

    def findings(*given: Path) -> list[list[str]]:
        seen = said(other, "import", *given, "--preview")
        return [each["findings"] for each in seen["files"]]

    assert findings(files[1]) == [["File 1 from Casablanca is missing: ask for it."]]
    assert findings(files[1], files[0]) == [[], []]
    assert said(other, "import", files[1], files[0])["files"][0]["taken"]
    (missing,) = findings(files[3])
    assert missing == ["File 3 from Casablanca is missing: ask for it."]
    code, _, err = other("import", files[0])
    assert (code, "Taken in before" in err) == (0, True)
    assert other("import", files[3])[0] == 0
    assert "Older than what you have" in findings(files[2])[0][0]
    assert other("undo")[0] == 0
    assert "undone since" in other("import", files[3])[2]
    # those for anybody may have been given to others
    for number in (5, 6):
        assert one("export", tmp_path / f"{number}.ssx")[0] == 0
    assert findings(tmp_path / "6.ssx") == [[]]


def test_a_kind_that_nobody_knows_takes_nothing_in(
    cells: tuple[Run, Run], tmp_path: Path
) -> None:
    one, other = cells
    take_in(one, tmp_path / "p.csv", "19:00")
    assert one("export", tmp_path / "1.ssx")[0] == 0
    code, _, err = other("import", tmp_path / "1.ssx", "--trust", "--only", "clubs")
    assert (code, "clubs" in err, "fixture" in err) == (2, True, True)
    assert said(other, "cells") == []


def test_what_cannot_be_sent_is_said_in_words_of_sending(
    cells: tuple[Run, Run], tmp_path: Path
) -> None:
    one, _ = cells
    for how in (("--scope", "since"), ("--scope", "region:Nowhere")):
        code, _, err = one("export", tmp_path / "1.ssx", *how)
        assert (code, "No file was written" in err) == (2, True)
    assert list(tmp_path.glob("*.ssx*")) == []


def test_a_conflict_that_nobody_has_is_named(cells: tuple[Run, Run]) -> None:
    code, _, err = cells[0]("resolve", "zzz", "ours")
    assert (code, err) == (2, "No conflict is called zzz.\n")


def test_the_first_broken_link_is_named(cells: tuple[Run, Run], tmp_path: Path) -> None:
    one, _ = cells
    for hour in ("19:00", "20:00", "21:00"):
        take_in(one, tmp_path / "p.csv", hour)
    assert said(one, "check")["sound"]
    database = connect(tmp_path / "one" / "sportsec.db")
    acts = [row[0] for row in database.execute("SELECT act FROM journal_act")]
    for act in acts[2:]:  # the first one is what counts
        database.execute("UPDATE journal_act SET actor = 'x' WHERE act = ?", (act,))
    database.commit()
    database.close()
    code, _, err = one("check")
    assert code == 1
    assert "act 3 of Casablanca is not what was signed (Programme taken in" in err
    assert "act 4" not in err
    (journal,) = [
        each for each in said(one, "check")["checks"] if each["check"] == "journal"
    ]
    assert journal["found"] == ["Casablanca: 3"]


@pytest.mark.parametrize("which", ["", "first", "second"])
def test_a_merge_is_taken_back_whole_whichever_act_is_named(
    cells: tuple[Run, Run], tmp_path: Path, which: str
) -> None:
    one, _ = cells
    with closing(Workspace.open(tmp_path / "one")) as workspace:
        with workspace.writing() as work:
            pair = [work.add(Club(code=code, name=Words(fr=code))) for code in "AB"]
            work.session.flush()
            first, second = (club.id for club in pair)
            work.commit("Clubs saved")
        with workspace.writing() as work:
            acts = merge_records(work, "club", first, second, {"code": second})
            work.commit(MERGED)
    named = {"": (), "first": acts[:1], "second": acts[1:]}[which]
    assert "Two records made one" in one("undo", *named)[1]
    workspace = Workspace.open(tmp_path / "one")
    with closing(workspace), workspace.reading() as work:
        codes = work.session.scalars(select(Club.code).order_by(Club.id))
        assert [*codes] == ["A", "B"]

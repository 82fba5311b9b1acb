"""The command line as officers and programs use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

import sportsec
from sportsec.app.cli import main
from sportsec.domain.words import Words
from sportsec.queries.cells import own_cell
from sportsec.store.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]

FIELDS = [
    *("id", "competition", "season", "round", "home", "away", "venue"),
    *("kick_off", "kick_off_date", "status", "score"),
]


@pytest.fixture
def run(cell: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--workspace", str(cell), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    code, out, err = run("fixtures", "--json", *words)
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_a_workspace_is_made_once(run: Run, tmp_path: Path) -> None:
    code, out, err = run("init")
    assert code == 2
    assert out == ""
    assert "already" in err


def test_an_empty_workspace_has_a_cell_lists_and_no_match(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(tmp_path / "new")]
    assert main([*where, "init", "--cell", "خلية طنجة"]) == 0
    capsys.readouterr()
    assert main([*where, "fixtures", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main([*where, "check"]) == 0


def test_a_cell_that_is_named_has_not_the_command_of_the_sample(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "new"
    where = ["--workspace", str(folder)]
    assert main([*where, "init", "--sample", "--cell", "Cellule de Fès"]) == 0
    with closing(Workspace.open(folder)) as workspace, workspace.reading() as work:
        cell = own_cell(work)
    assert cell is not None
    assert cell.draft.name == Words(en="Cellule de Fès")
    assert cell.draft.command_name == Words()


def test_a_failed_init_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    assert main(["--workspace", str(folder), "init", "--cell", "   "]) == 2
    assert not Workspace.exists(folder)
    assert capsys.readouterr().err


def test_the_json_of_a_match_has_the_promised_fields(run: Run) -> None:
    matches = listed(run)
    assert len(matches) > 900
    assert all(list(match) == FIELDS for match in matches)


def test_kick_off_carries_the_offset_of_the_venue_or_is_null(run: Run) -> None:
    for match in listed(run):
        day = date.fromisoformat(match["kick_off_date"])
        if match["kick_off"] is not None:
            moment = datetime.fromisoformat(match["kick_off"])
            assert moment.utcoffset() is not None
            assert moment.date() == day
    assert any(match["kick_off"] is None for match in listed(run))


def test_scores_are_text_and_null_before_the_match(run: Run) -> None:
    by_status: dict[str, set[bool]] = {}
    for match in listed(run):
        has_score = match["score"] is not None
        by_status.setdefault(match["status"], set()).add(has_score)
        assert not has_score or "-" in match["score"]
    assert by_status["played"] == {True}
    assert by_status["scheduled"] == {False}


def test_names_come_in_the_language_asked_for(run: Run) -> None:
    in_arabic = listed(run, "--lang", "ar", "--club", "atlas")[0]
    in_french = listed(run, "--lang", "fr", "--club", "atlas")[0]
    assert in_arabic["id"] == in_french["id"]
    names = (in_french["home"], in_french["away"])
    assert "Atlas Club de Casablanca" in names
    assert "نادي الأطلس البيضاوي" in (in_arabic["home"], in_arabic["away"])


def test_days_bound_the_list_on_both_sides(run: Run) -> None:
    days = sorted({match["kick_off_date"] for match in listed(run)})
    first, last = days[100], days[110]
    found = {
        each["kick_off_date"] for each in listed(run, "--from", first, "--to", last)
    }
    assert found == {day for day in days if first <= day <= last}


@pytest.mark.parametrize("spelling", ["océan", "OCEAN FC", "المحيط", "نادى المحيط"])
def test_a_club_is_found_in_any_spelling(run: Run, spelling: str) -> None:
    found = listed(run, "--club", spelling, "--lang", "fr")
    assert found
    assert all("Océan" in match["home"] + match["away"] for match in found)


def test_an_unknown_club_is_said_not_taken_for_no_match(run: Run) -> None:
    code, out, err = run("fixtures", "--club", "xyzzy", "--json")
    assert (code, out) == (2, "")
    assert "xyzzy" in err


def test_search_finds_the_matches_of_two_clubs_the_next_first(run: Run) -> None:
    code, out, _ = run("search", "atlas", "ocean", "--json", "--lang", "en")
    hits = json.loads(out)
    assert code == 0
    assert [list(hit) for hit in hits] == [["kind", "id", "title", "subtitle"]] * len(
        hits
    )
    derbies = [hit for hit in hits if hit["kind"] == "fixture"]
    assert derbies
    assert all("Atlas" in hit["title"] and "Ocean" in hit["title"] for hit in derbies)


def test_search_for_nothing_known_is_no_failure(run: Run) -> None:
    assert run("search", "xyzzyxyzzy", "--json") == (0, "[]\n", "")


@pytest.mark.parametrize("paper", ["ar", "fr", "en", "ar+fr"])
def test_the_briefing_of_the_next_high_risk_match_is_printed(
    run: Run, tmp_path: Path, paper: str
) -> None:
    target = tmp_path / "briefing.pdf"
    code, out, err = run("briefing", "next", "--lang", paper, "--out", str(target))
    assert (code, err) == (0, "")
    assert str(target) in out
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.glob("*.part")) == []


def test_a_briefing_is_named_by_identifier_or_reference(
    run: Run, tmp_path: Path
) -> None:
    coming = [match for match in listed(run) if match["status"] == "confirmed"]
    target = str(tmp_path / "briefing.pdf")
    assert run("briefing", coming[0]["id"], "--out", target)[0] == 0
    code, out, err = run("briefing", "CAS/1900-1901/001", "--out", target)
    assert (code, out) == (2, "")
    assert "CAS/1900-1901/001" in err


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_minutes_of_the_latest_meeting_are_printed(
    run: Run, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "minutes.pdf"
    code, out, err = run("minutes", "latest", "--lang", language, "--out", str(target))
    assert (code, err) == (0, "")
    assert str(target) in out
    assert target.read_bytes().startswith(b"%PDF-")


def test_minutes_of_what_is_unknown_are_refused(run: Run, tmp_path: Path) -> None:
    target = str(tmp_path / "minutes.pdf")
    played = [match for match in listed(run) if match["status"] == "played"]
    for name in ("CAS/1900-1901/001", played[0]["id"]):
        code, out, err = run("minutes", name, "--out", target)
        assert (code, out) == (2, "")
        assert name in err


def test_the_convocation_to_the_next_meeting_is_printed(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "convocation.pdf"
    code, out, _ = run("convocation", "next", "--lang", "fr", "--out", str(target))
    assert code == 0
    assert str(target) in out
    assert target.read_bytes().startswith(b"%PDF-")
    code, out, err = run("convocation", "CAS/1900-1901/001", "--out", str(target))
    assert (code, out) == (2, "")
    assert "CAS/1900-1901/001" in err


def test_a_file_that_cannot_be_written_spares_the_old_one(
    run: Run, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.ics"
    taken.mkdir()
    (taken / "inside").write_text("kept")
    code, _, err = run("calendar", "--out", str(taken))
    assert code == 2
    assert "taken.ics" in err
    assert (taken / "inside").read_text() == "kept"
    assert list(tmp_path.glob("*.part")) == []


def test_the_calendar_holds_the_matches_asked_for(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "atlas.ics"
    code, _, _ = run("calendar", "--club", "atlas club", "--out", str(target))
    wanted = listed(run, "--club", "atlas club")
    assert code == 0
    assert target.read_bytes().count(b"BEGIN:VEVENT") == len(wanted)


def test_check_says_in_order_of_a_sound_workspace(run: Run) -> None:
    code, out, err = run("check", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["sound"] is True
    kinds = [check["check"] for check in found["checks"]]
    assert kinds == [
        *("integrity", "references", "names", "revision", "journal"),
        *("records", "purges", "driver"),
    ]


def test_the_report_holds_figures_and_no_names(run: Run, cell: Path) -> None:
    code, told, err = run("report")
    assert (code, err) == (0, "")
    assert "club: " in told
    assert "journal: in order" in told
    assert str(cell) not in told
    assert "Atlas" not in told


def test_check_finds_a_dangling_reference_and_a_wrong_index(
    run: Run, cell: Path
) -> None:
    with driver.connect(str(cell / "sportsec.db")) as connection:
        connection.execute(
            "UPDATE gate SET sector_id = randomblob(16) WHERE code = 'G1'"
        )
        connection.execute("UPDATE name_index SET sort_fr = 'x' WHERE kind = 'club'")
    connection.close()
    code, out, err = run("check")
    assert code == 1
    assert out.count("NOT IN ORDER") == 3  # the record shows no such reference, too
    assert "gate" in err


def test_check_names_a_record_that_was_changed_past_its_history(
    run: Run, cell: Path
) -> None:
    with driver.connect(str(cell / "sportsec.db")) as connection:
        connection.execute("UPDATE journal_state SET applying = 1")
        first = "WHERE id = (SELECT min(id) FROM gate)"
        connection.execute(f"UPDATE gate SET code = 'XYZ' {first}")
        connection.execute("UPDATE journal_state SET applying = 0")
    connection.close()
    code, out, err = run("check", "--lang", "fr")
    assert code == 1
    assert out.count("EN DÉFAUT") == 1
    assert "XYZ" in err
    assert "Code" in err
    code, out, _ = run("check", "--json")
    (check,) = (each for each in json.loads(out)["checks"] if not each["passed"])
    assert (code, check["check"]) == (1, "records")
    assert check["found"][0].split()[::3] == ["gate", "code"]


def test_a_mistake_is_explained_in_the_language_asked_for(run: Run) -> None:
    code, out, err = run("fixtures", "--from", "tomorrow", "--lang", "fr")
    assert (code, out) == (2, "")
    assert "tomorrow" in err


def test_a_missing_workspace_is_said_with_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nowhere"
    assert main(["--workspace", str(folder), "fixtures"]) == 2
    assert str(folder) in capsys.readouterr().err
    assert not folder.exists()


def test_a_workspace_open_elsewhere_is_said(run: Run, cell: Path) -> None:
    other = Workspace.open(cell)
    try:
        code, _, err = run("fixtures")
    finally:
        other.close()
    assert code == 2
    assert "already open" in err


def program(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sportsec", *words],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_version_is_said_without_opening_anything(tmp_path: Path) -> None:
    said = program("--version", SPORTSEC_WORKSPACE=str(tmp_path / "none"))
    assert (said.returncode, said.stdout) == (0, f"SportSec {sportsec.__version__}\n")
    assert list(tmp_path.iterdir()) == []


def test_the_workspace_may_come_from_the_environment(cell: Path) -> None:
    said = program("fixtures", "--lang", "ar", SPORTSEC_WORKSPACE=str(cell), LANG="C")
    assert said.returncode == 0
    assert "الأطلس" in said.stdout


def test_our_own_fault_has_a_number_a_log_and_a_code_of_its_own(cell: Path) -> None:
    code = (
        "import sys; from sportsec.app import cli;"
        "import sportsec.app.commands.check as check;"
        "check.run = lambda *_: 1 / 0;"
        f"sys.exit(cli.main(['--workspace', {str(cell)!r}, 'check']))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert said.returncode == 70
    assert "fault of the program" in said.stderr
    log = (cell / "logs" / "sportsec.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log


def test_the_command_line_never_loads_the_window(cell: Path) -> None:
    code = (
        "import sys; from sportsec.app.main import main;"
        f"main(['--workspace', {str(cell)!r}, 'fixtures']);"
        "print([m for m in ('PySide6', 'reportlab', 'icalendar') if m in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"

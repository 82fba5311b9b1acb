"""A programme goes in by the command line, once; then papers come out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sportsec.app.cli import main

SAMPLES = Path(__file__).parents[1] / "samples"
BOTOLA = SAMPLES / "odd_encodings" / "botola_2024-25_fr_cp1252_semicolon.csv"
IN_ARABIC = SAMPLES / "odd_encodings" / "botola_2024-25_ar.xlsx"
ENCRYPTED = SAMPLES / "odd_encodings" / "botola_2024-25_ar_encrypted.xlsx"

Run = Callable[..., tuple[int, str, str]]

KEYS = [
    *("format", "encoding", "read", "new", "moved", "changed", "same"),
    *("unclear", "refused", "warnings", "lines"),
]
LINE_KEYS = ["line", "outcome", "reason", "home", "away", "kick_off"]


def runner(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    run = runner(tmp_path / "empty", capsys)
    assert run("init", "--cell", "Cellule d'essai")[0] == 0
    return run


@pytest.fixture
def season(cell: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(cell, capsys)


def taken(run: Run, *words: object) -> tuple[int, dict[str, Any]]:
    code, out, err = run("intake", *words, "--json")
    assert err == ""
    found: dict[str, Any] = json.loads(out)
    assert list(found) == KEYS
    assert all(list(line) == LINE_KEYS for line in found["lines"])
    return code, found


def outcomes(found: dict[str, Any]) -> dict[str, int]:
    names = ("new", "moved", "changed", "same", "unclear", "refused")
    return {name: found[name] for name in names if found[name]}


def test_a_real_programme_goes_in_once(empty: Run) -> None:
    frame = ("--competition", "Botola", "--season", "2024-2025")
    trial = (*frame, "--new-clubs", "create", "--dry-run")
    assert taken(empty, BOTOLA, *trial)[0] == 0
    assert json.loads(empty("fixtures", "--json")[1]) == []

    code, found = taken(empty, BOTOLA, *frame, "--new-clubs", "create")
    assert (code, outcomes(found)) == (0, {"new": 200})
    assert (found["format"], found["encoding"]) == ("csv", "cp1252")
    assert found["read"] == len(found["lines"]) == 200

    code, found = taken(empty, BOTOLA)
    assert (code, outcomes(found)) == (0, {"same": 200})
    matches = json.loads(empty("fixtures", "--json")[1])
    assert len(matches) == 200
    assert {match["season"] for match in matches} == {"2024-2025"}
    assert {match["competition"] for match in matches} == {"Botola"}


def test_clubs_in_another_script_are_recognised_or_asked_about(empty: Run) -> None:
    frame = ("--competition", "Botola", "--season", "2024-2025")
    taken(empty, BOTOLA, *frame, "--new-clubs", "create")
    code, found = taken(empty, IN_ARABIC)
    assert code == 1
    assert found["new"] == found["moved"] == 0
    assert found["same"] >= 90
    assert all(line["reason"] for line in found["lines"] if line["outcome"] != "same")


def test_unknown_clubs_wait_by_default_and_are_refused_on_request(empty: Run) -> None:
    frame = ("--competition", "Botola", "--season", "2024-2025")
    code, found = taken(empty, BOTOLA, *frame)
    assert (code, outcomes(found)) == (1, {"unclear": 200})
    code, found = taken(empty, BOTOLA, *frame, "--new-clubs", "refuse")
    assert (code, outcomes(found)) == (1, {"refused": 200})
    assert json.loads(empty("fixtures", "--json")[1]) == []


def test_good_lines_go_in_although_others_wait(empty: Run, tmp_path: Path) -> None:
    frame = ("--competition", "Botola", "--season", "2024-2025")
    file = tmp_path / "programme.csv"
    file.write_text(
        "Date;Heure;Domicile;Extérieur\n"
        "25/01/2025;19:00;Étoile du Phare;Racing Mogador\n"
        "02/02/2025;19:00;Racing Mogador;\n"
        "32/02/2025;19:00;Racing Mogador;Étoile du Phare\n",
        encoding="utf-8",
    )
    code, found = taken(empty, file, *frame, "--new-clubs", "create")
    assert code == 1
    assert found["new"] == 1
    assert found["unclear"] + found["refused"] == found["read"] - 1
    assert found["lines"][0]["kick_off"] == "2025-01-25T19:00:00+01:00"
    assert len(json.loads(empty("fixtures", "--json")[1])) == 1


def test_a_date_that_reads_two_ways_waits_until_it_is_said(
    empty: Run, tmp_path: Path
) -> None:
    frame = ("--competition", "Botola", "--season", "2024-2025")
    file = tmp_path / "programme.csv"
    file.write_text(
        "Date,Home,Away\n05/02/2025,Étoile du Phare,Racing Mogador\n",
        encoding="utf-8",
    )
    words = (file, *frame, "--new-clubs", "create")
    assert outcomes(taken(empty, *words)[1]) == {"unclear": 1}
    assert taken(empty, *words, "--dates", "month-first")[1]["new"] == 1
    (match,) = json.loads(empty("fixtures", "--json")[1])
    assert match["kick_off_date"] == "2025-05-02"
    assert match["kick_off"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((ENCRYPTED,), "password"),
        ((SAMPLES / "none.csv",), "none.csv"),
        ((SAMPLES,), "samples"),
        ((BOTOLA, "--mapping", "date=1 flavour=2"), "flavour"),
    ],
)
def test_a_file_refused_as_a_whole_is_code_two_and_a_sentence(
    empty: Run, words: tuple[object, ...], said: str
) -> None:
    code, out, err = empty("intake", *words, "--json")
    assert (code, out) == (2, "")
    assert said in err


def test_a_list_of_one_day_goes_in_when_the_day_is_said(empty: Run) -> None:
    file = SAMPLES / "fixture_formats" / "yallakora_ar_utf8-bom.csv"
    said = ("--season", "2024-2025", "--new-clubs", "create")
    _, without = taken(empty, file, *said)
    assert outcomes(without) == {"unclear": 19}
    code, found = taken(empty, file, *said, "--day", "2025-05-10")
    assert code == 1  # two names look alike; the officer is asked
    assert (found["new"], found["unclear"]) == (18, 1)
    assert {line["kick_off"][:10] for line in found["lines"]} == {"2025-05-10"}


def test_a_competition_that_is_not_there_is_said(season: Run) -> None:
    code, out, err = season("intake", BOTOLA, "--competition", "Liga", "--json")
    assert (code, out) == (2, "")
    assert "Liga" in err


def test_what_the_calendar_gives_out_comes_back_the_same(
    season: Run, tmp_path: Path
) -> None:
    file = tmp_path / "matches.ics"
    today = datetime.now().astimezone().date()
    span = ("--from", today, "--to", today + timedelta(days=120))
    assert season("calendar", *span, "--out", file)[0] == 0
    listed = json.loads(season("fixtures", *span, "--json")[1])
    _, found = taken(season, file, "--competition", "BOTOLA1", "--dry-run")
    assert found["read"] == len(listed)
    assert found["new"] == found["moved"] == found["changed"] == 0
    cup = sum(match["competition"] == "Throne Cup" for match in listed)
    assert found["same"] == len(listed) - cup


def test_a_moved_match_keeps_its_identity(season: Run, tmp_path: Path) -> None:
    file = tmp_path / "matches.ics"
    today = datetime.now().astimezone().date()
    soon = ("--from", today + timedelta(days=3), "--club", "bastion")
    assert season("fixtures", *soon)[0] == 2
    soon = ("--from", today + timedelta(days=3), "--club", "Palm Grove")
    listed = json.loads(season("fixtures", *soon, "--json")[1])
    match = next(m for m in listed if m["competition"].startswith("Professional"))
    day = match["kick_off_date"]
    span = ("--from", day, "--to", day, "--club", "Palm Grove")
    assert season("calendar", *span, "--out", file)[0] == 0
    later = datetime.fromisoformat(day) + timedelta(days=1)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace(day.replace("-", ""), f"{later:%Y%m%d}"), encoding="utf-8"
    )

    code, found = taken(season, file, "--competition", "BOTOLA1")
    assert (code, outcomes(found)) == (0, {"moved": 1})
    assert found["lines"][0]["reason"]
    after = json.loads(season("fixtures", *soon, "--json")[1])
    (moved,) = (each for each in after if each["id"] == match["id"])
    assert moved["kick_off_date"] == f"{later:%Y-%m-%d}"
    assert taken(season, file, "--competition", "BOTOLA1")[1]["same"] == 1


def test_from_a_fresh_sample_to_three_papers_and_a_sound_workspace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = runner(tmp_path / "cell", capsys)
    assert run("init", "--sample", "--lang", "ar")[0] == 0
    assert json.loads(run("fixtures", "--json")[1])
    for language in ("ar", "fr", "en"):
        paper = tmp_path / f"briefing-{language}.pdf"
        code, _, _ = run("briefing", "next", "--lang", language, "--out", paper)
        assert code == 0
        assert paper.stat().st_size > 20_000
    assert run("check")[0] == 0

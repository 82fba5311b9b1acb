"""What goes wrong in a cell is said in a sentence; nothing is lost or half done."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sportsec.app.cli import main
from sportsec.store.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]
ODD = Path(__file__).parents[1] / "samples/odd_encodings"
BOTOLA = ODD / "TRUTH_botola_2024-25.csv"
FRAME = ("--competition", "D1", "--new-clubs", "create")
HEADINGS = "Date;Heure;Domicile;Extérieur;Lieu\n"
LANGUAGES = ("ar", "fr", "en")


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad") / "cell"
    assert main(["--workspace", str(folder), "init", "--cell", "Cellule"]) == 0
    return folder


@pytest.fixture
def place(founded: Path, tmp_path: Path) -> Path:
    """A copy, opened once: the first start of a copy gives it a name of its own."""
    folder = Path(shutil.copytree(founded, tmp_path / "cell"))
    Workspace.open(folder).close()
    return folder


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object, folder: Path = place) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def content(place: Path) -> bytes:
    """Return the database as it lies on the disk, whole in its one file."""
    assert not (place / "sportsec.db-wal").exists()
    return (place / "sportsec.db").read_bytes()


def program(
    place: Path, *words: object, limit: int | None = None, closed: bool = False
) -> subprocess.CompletedProcess[str]:
    def before() -> None:
        if limit is not None:  # as on a disk that is full
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if closed:
            os.close(1)

    return subprocess.run(
        [sys.executable, "-m", "sportsec", "--workspace", str(place), *map(str, words)],
        stdout=None if closed else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=before,
        check=False,
    )


def test_a_trial_writes_nothing(run: Run, place: Path) -> None:
    before = content(place)
    code, out, _ = run("intake", BOTOLA, *FRAME, "--dry-run", "--json")
    assert (code, json.loads(out)["new"]) == (0, 200)
    assert content(place) == before


def test_a_full_disk_during_an_intake_leaves_the_record_as_it_was(
    place: Path, run: Run
) -> None:
    before = content(place)
    said = program(place, "intake", BOTOLA, *FRAME, limit=100_000)
    assert (said.returncode, said.stdout) == (2, "")
    assert "disk" in said.stderr
    assert content(place) == before
    assert run("intake", BOTOLA, *FRAME)[0] == 0


def test_a_full_disk_while_founding_leaves_no_workspace(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    said = program(folder, "init", limit=100_000)
    assert said.returncode == 2
    assert "disk" in said.stderr
    assert "backup" not in said.stderr
    assert [each.name for each in folder.iterdir()] == ["workspace.lock"]
    assert main(["--workspace", str(folder), "init"]) == 0


def test_an_output_that_the_caller_closed_is_no_fault(place: Path) -> None:
    said = program(place, "fixtures", "--json", closed=True)
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_under_the_output_has_a_code_of_its_own(place: Path) -> None:
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [sys.executable, "-m", "sportsec", "--workspace", str(place), "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert said.returncode == 74
    assert "No space left" in said.stderr


@pytest.mark.parametrize("words", [("init",), ("fixtures",), ("check",)])
def test_a_file_in_the_place_of_the_folder(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("kept")
    code, out, err = run(*words, folder=tmp_path / "file")
    assert (code, out) == (2, "")
    assert str(tmp_path / "file") in err
    assert (tmp_path / "file").read_text() == "kept"


def damaged(data: bytes) -> dict[str, bytes]:
    noise = random.Random(1).randbytes(len(data))
    return {
        "empty": b"",
        "noise": noise,
        "cut": data[: len(data) // 2],
        "holed": data[:4096] + noise[4096 : len(data) // 2] + data[len(data) // 2 :],
    }


@pytest.mark.parametrize("kind", ["empty", "noise", "cut", "holed"])
@pytest.mark.parametrize(
    "words", [("fixtures",), ("check",), ("search", "x"), ("intake", BOTOLA, *FRAME)]
)
def test_a_damaged_database_is_named_and_left_alone(
    kind: str, words: tuple[object, ...], run: Run, place: Path
) -> None:
    database = place / "sportsec.db"
    data = damaged(database.read_bytes())[kind]
    database.write_bytes(data)
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "cannot be read" in err
    assert database.read_bytes() == data


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_words_for_what_went_wrong(
    language: str, run: Run, place: Path, tmp_path: Path
) -> None:
    say = ("--lang", language)
    said = [
        run("fixtures", *say, folder=tmp_path / "none")[2],
        run("intake", tmp_path / "none.csv", *say)[2],
        run("intake", ODD / "botola_2024-25_ar_encrypted.xlsx", *say)[2],
        run("briefing", "next", *say, "--out", tmp_path / "a.pdf")[2],
        run("briefing", "X/1", *say, "--out", tmp_path / "a.pdf")[2],
        run("calendar", *say, "--out", tmp_path / "none" / "a.ics")[2],
        run("fixtures", *say, "--from", "x")[2],
    ]
    assert all(said)
    own = {"ar": r"[\u0621-\u064a]{3}", "fr": r"\b(le|la|un|Aucun|est|ne|n'est)\b"}
    if language in own:
        assert all(re.search(own[language], text) for text in said)
        assert not any("cannot" in text or "There is" in text for text in said)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("noise.csv", random.Random(1).randbytes(50_000)),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(1000)),
        ("empty.csv", b""),
        ("million.csv", HEADINGS.encode() + b"25/01/2025;19:00;A;B;\n" * 1_000_000),
        ("deep.json", b"[" * 100_000),
    ],
    ids=("noise", "picture", "empty", "million", "deep"),
)
def test_a_file_that_is_no_programme_changes_nothing(
    name: str, data: bytes, run: Run, place: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    before = content(place)
    code, out, err = run("intake", tmp_path / name, *FRAME, "--json")
    assert (code, out) == (2, "")
    assert name in err
    assert content(place) == before


STRANGE = {
    "turned": ("\u202eRaja\u2066 Club", "Wydad\u2069", "Raja Club"),
    "broken": ('"Raja\nClub"', "Wydad", "Raja Club"),
    "coloured": ("\x1b[31mRaja", "Wydad", "[31mRaja"),
    "long": ("Raja " * 60, "الرياضي " * 40, ("Raja " * 60).strip()),
    "arabic": ("الرجاء الرياضي", "الوداد الرياضي", "الرجاء الرياضي"),
    "formula": ("=1+1", "+Wydad", "=1+1"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_names_go_in_and_come_out_on_paper(
    kind: str, run: Run, tmp_path: Path
) -> None:
    home, away, kept = STRANGE[kind]
    file = tmp_path / "programme.csv"
    file.write_text(f"{HEADINGS}25/01/2027;19:00;{home};{away};\n", encoding="utf-8")
    assert run("intake", file, *FRAME)[0] == 0
    (match,) = json.loads(run("fixtures", "--json")[1])
    assert match["home"] == kept
    assert json.loads(run("intake", file, *FRAME, "--json")[1])["same"] == 1
    out = tmp_path / "briefing.pdf"
    assert run("briefing", match["id"], "--lang", "ar+fr", "--out", out)[0] == 0
    assert out.read_bytes().startswith(b"%PDF-")
    shown = run("fixtures", "--lang", "fr")[1]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", shown)

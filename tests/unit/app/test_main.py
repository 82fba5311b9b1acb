"""The start: what opens the window, what is loaded, where things are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sportsec.app.commands.terminal import REFUSED
from sportsec.app.main import window_options
from sportsec.app.places import ENVIRONMENT, log_file, workspace_folder
from sportsec.i18n.catalogue import load

HEAVY = ("pandas", "reportlab", "uharfbuzz", "PySide6.QtPdf", "python_calamine")
HEAVY += ("icalendar", "xlsxwriter", "phonenumbers", "babel", "sqlalchemy", "alembic")


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ([], {}),
        (["--workspace", "d"], {"--workspace": "d"}),
        (["--workspace=d", "--lang", "ar"], {"--workspace": "d", "--lang": "ar"}),
        (["--lang=fr"], {"--lang": "fr"}),
        (["fixtures"], None),
        (["--workspace", "d", "fixtures"], None),
        (["--version"], None),
        (["--help"], None),
        (["--lang", "de"], None),
        (["--workspace"], None),
        (["--workspace", "--lang"], None),
    ],
)
def test_only_a_call_without_a_command_opens_the_window(
    given: list[str], options: dict[str, str] | None
) -> None:
    assert window_options(given) == options


def test_the_folder_is_the_one_given_then_the_environments_then_the_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "env"))
    assert workspace_folder(str(tmp_path / "given")) == tmp_path / "given"
    assert workspace_folder() == tmp_path / "env"
    monkeypatch.delenv(ENVIRONMENT)
    assert workspace_folder().name == "workspace"
    assert workspace_folder().is_absolute()


def test_the_log_lies_in_the_workspace(tmp_path: Path) -> None:
    assert tmp_path in log_file(tmp_path).parents


def run(code: str, folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "PATH": ""},
        cwd=Path(__file__).parents[3],
    )
    return done.stdout.strip()


def test_the_command_line_starts_without_qt(tmp_path: Path) -> None:
    code = "import sys, sportsec.app.main; print('PySide6' in sys.modules)"
    assert run(code, tmp_path) == "False"


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    """platform.md §2: the window stands first, the record is opened behind it."""
    load("ar")  # a stale catalogue would be compiled now, with Babel
    code = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sportsec.ui.steady_bools import steady_bools
steady_bools()
app = QApplication([])
from sportsec.app.window import make_shell
from sportsec.app.places import DATABASE
folder = Path(sys.argv[1])
(folder / DATABASE).touch()
shell = make_shell(app, folder, "ar")
shell._open_record = lambda: None
shell.start()
shell.window.grab()
print([name for name in {HEAVY!r} if name in sys.modules])
shell.close()
"""
    assert run(code, tmp_path) == "[]"


def test_a_polite_signal_closes_the_program(tmp_path: Path) -> None:
    # The signal comes as soon as the program is ready to take it, however slow it is.
    code = """
import os, signal, sys, threading, time
from sportsec.app.main import main
def ask_to_end():
    while signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=ask_to_end, daemon=True).start()
main(["--workspace", sys.argv[1], "--lang", "fr"])
"""
    assert run(code, tmp_path / "none") == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt's own screen")
@pytest.mark.parametrize("display", ["", ":none"])
def test_without_a_screen_the_program_ends_in_its_own_words(
    display: str, tmp_path: Path
) -> None:
    load("fr")
    done = subprocess.run(
        [sys.executable, "-m", "sportsec", "--workspace", "new", "--lang", "fr"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(tmp_path),
            "PATH": "",
            "PYTHONPATH": str(Path(__file__).parents[3]),
        },
        cwd=tmp_path,
    )
    assert done.returncode == REFUSED
    assert done.stdout == ""
    first, *rest = done.stderr.splitlines()
    assert first == "Il n'y a ici aucun écran où montrer une fenêtre."
    assert rest[-1].endswith("sportsec --help")
    assert "Traceback" not in done.stderr
    assert "plugin" not in done.stderr
    assert not (tmp_path / "new").exists()

"""Runs the drawing; see the package."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sportsec.app.window import make_shell
from sportsec.app.wiring import create_workspace
from sportsec.domain.words import LANGUAGES
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.main_window import SIZE
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.theme import SHADES
from sportsec.ui.wizard import Setup
from tests.screens import scenes
from tests.screens.scenes.frame import CELL_NAME
from tests.screens.stage import Paper, Scene, Stage

DPI = "80"


def main() -> int:
    """Draw everything asked for; returns the exit code."""
    steady_bools()
    asked = _arguments()
    asked.dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.cell or Path(temporary) / "cell"
        if not folder.exists():
            _say(f"building the sample season in {folder}")
            setup = Setup("fr", CELL_NAME, CELL_NAME, sample=True)
            create_workspace(folder, setup, _no_progress).close()
        (folder / "window.ini").unlink(missing_ok=True)  # widths of another time
        drawn = list(_draw_all(asked, folder))
    _say(f"{len(drawn)} pictures and papers in {asked.dir}")
    return 0


def _no_progress(_fraction: float | None = None, _text: str = "") -> None:
    pass


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("dir", type=Path)
    parser.add_argument("--only", help="names that contain this")
    parser.add_argument("--lang", choices=LANGUAGES, action="append")
    parser.add_argument("--shade", choices=SHADES, action="append")
    parser.add_argument("--cell", type=Path, help="workspace to use, made if missing")
    return parser.parse_args()


def _draw_all(asked: argparse.Namespace, folder: Path) -> Iterator[Path]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    MainThreadGc(app)
    shell = make_shell(app, folder, "en")
    shell.settings.keep("window/page", "settings")
    shell.start()
    sys.excepthook = sys.__excepthook__
    stage = Stage(app, shell)
    while shell.window is None or shell.window.place is None:
        app.processEvents()
    for language in asked.lang or LANGUAGES:
        shell.switch("language", language)
        stage.window.resize(*SIZE)
        for shade in asked.shade or SHADES:
            shell.switch("shade", shade)
            for scene in _scenes(asked.only):
                target = asked.dir / f"{language}-{shade}-{scene.name}.png"
                yield _draw(stage, scene, target)
        for paper in _papers(asked.only):
            yield from _print(stage, paper, language, asked.dir)
    shell.close()


def _draw(stage: Stage, scene: Scene, target: Path) -> Path:
    _say(target.name)
    widget = scene.build(stage)
    stage.settle()
    widget.grab().save(str(target))
    if isinstance(widget, QDialog):
        widget.hide()
        widget.deleteLater()
    stage.window.toast.hide()
    stage.window.drop_hint.hide()
    return target


def _print(stage: Stage, paper: Paper, language: str, folder: Path) -> Iterator[Path]:
    _say(f"{language}-{paper.name}")
    pdf = folder / f"{language}-{paper.name}.pdf"
    pdf.write_bytes(stage.ask(lambda work: paper.build(work, language)))
    yield pdf
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is not None:
        base = str(pdf.with_suffix(""))
        subprocess.run([pdftoppm, "-r", DPI, "-png", str(pdf), base], check=True)


def _scenes(only: str | None) -> Iterator[Scene]:
    pages = [_page(spec.key) for spec in PAGES if spec.group]
    for scene in (*pages, *_listed("SCENES")):
        if not only or only in scene.name:
            yield scene


def _papers(only: str | None) -> Iterator[Paper]:
    for paper in _listed("PAPERS"):
        if not only or only in paper.name:
            yield paper


def _page(key: str) -> Scene:
    def build(stage: Stage) -> QWidget:
        stage.open(key)
        window: QWidget = stage.window
        return window

    return Scene(f"page-{key}", build)


def _listed(name: str) -> list:
    found: list = []
    for module in pkgutil.iter_modules(scenes.__path__, f"{scenes.__name__}."):
        found += getattr(importlib.import_module(module.name), name, [])
    return found


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())

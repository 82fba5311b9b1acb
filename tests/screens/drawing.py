"""Draws the scenes in all languages, text sizes and shades, and judges them."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sportsec.app.window import make_shell
from sportsec.app.wiring import create_workspace
from sportsec.domain.words import LANGUAGES
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.main_window import SIZE
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.theme import SHADES, colour
from sportsec.ui.wizard import Setup
from tests.screens import scenes
from tests.screens.clipping import cut_off
from tests.screens.odd_sizes import at_odd_sizes
from tests.screens.reading import out_of_order, unreadable
from tests.screens.references import Verdict, compare, renew
from tests.screens.resting import restless
from tests.screens.scenes.frame import CELL_NAME, COMMAND
from tests.screens.stage import Paper, Scene, Stage

DPI = "80"
TEXTS = ("100", "200")
SIZES = {"100": SIZE, "200": (1366, 720)}  # a small laptop, less its task bar


def arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("dir", type=Path)
    parser.add_argument(
        "--only", nargs="+", default=[""], help="names that contain one of these"
    )
    parser.add_argument("--lang", choices=LANGUAGES, action="append")
    parser.add_argument("--shade", choices=SHADES, action="append")
    parser.add_argument("--text", choices=TEXTS, action="append", help="its size")
    parser.add_argument("--cell", type=Path, help="workspace to use, made if missing")
    parser.add_argument(
        "--odd",
        type=int,
        metavar="N",
        default=0,
        help="look for faults at N odd sizes of each window, too",
    )
    parser.add_argument(
        "--renew",
        nargs="+",
        metavar="NAME",
        default=[],
        help="make what is drawn of these scenes the reference; 'all' for each",
    )
    return parser.parse_args()


def draw(asked: argparse.Namespace, folder: Path) -> list[Verdict]:
    """Draw everything asked for, on the sample season in a folder."""
    steady_bools()
    if not folder.exists():
        _say(f"building the sample season in {folder}")
        setup = Setup("fr", CELL_NAME, COMMAND, sample=True)
        create_workspace(folder, setup, _no_progress).close()
    (folder / "window.ini").unlink(missing_ok=True)  # widths of another time
    return list(_draw_all(asked, folder))


def _no_progress(_fraction: float | None = None, _text: str = "") -> None:
    pass


def _draw_all(asked: argparse.Namespace, folder: Path) -> Iterator[Verdict]:
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
    shell.settings.keep("text_size", TEXTS[0])
    for language in asked.lang or LANGUAGES:
        shell.switch("language", language)
        for text in asked.text or TEXTS:
            shell.switch("text_size", text)
            for scene in _scenes(asked.only):
                if not (scene.small and text != TEXTS[0]):
                    yield from _draw(stage, scene, asked)
        for paper in _papers(asked.only):
            _print(stage, paper, language, asked.dir)
    shell.close()


def _draw(stage: Stage, scene: Scene, asked: argparse.Namespace) -> Iterator[Verdict]:
    """Draw a scene in all shades; one that is a picture itself is built for each."""
    language, text = stage.shell.language, stage.shell.settings.text("text_size")
    shown: QWidget | None = None
    for shade in asked.shade or SHADES:
        stage.shell.switch("shade", shade)
        if shown is None or scene.still:
            stage.window.resize(*SIZES[text])
            shown = scene.build(stage)
            if text != TEXTS[0]:
                stage.window.resize(*SIZES[text])
        name = f"{language}-{shade}-{text}+{scene.name}"
        _say(name)
        stage.settle()
        picture = pictured(shown)
        picture.save(str(asked.dir / f"{name}.png"))
        odd = asked.odd if shade == (asked.shade or SHADES)[0] else 0
        more = at_odd_sizes(stage, shown, odd, name)
        verdict = _judge(stage, scene, name, picture, shown, asked.renew)
        yield replace(verdict, faults=(*verdict.faults, *more))
    if isinstance(shown, QDialog):
        shown.hide()
        shown.deleteLater()
    stage.window.toast.hide()
    stage.window.drop_hint.hide()


def pictured(shown: QWidget) -> QImage:
    """Return how a widget looks; a part of a window stands on the window's ground."""
    seen = shown.grab().toImage()
    picture = QImage(seen.size(), QImage.Format.Format_RGB32)
    picture.fill(colour("window"))
    painter = QPainter(picture)
    painter.drawImage(0, 0, seen)
    painter.end()
    return picture


def _judge(
    stage: Stage,
    scene: Scene,
    name: str,
    picture: QImage,
    shown: QWidget,
    wanted: list[str],
) -> Verdict:
    if wanted == ["all"] or scene.name in wanted or name in wanted:
        renew(name, picture)
    looks = (*cut_off(shown), *unreadable(shown), *out_of_order(shown))
    faults = (*looks, *restless(stage.app))
    return compare(name, picture, faults)


def _print(stage: Stage, paper: Paper, language: str, folder: Path) -> None:
    _say(f"{language}-{paper.name}")
    pdf = folder / f"{language}-{paper.name}.pdf"
    pdf.write_bytes(stage.ask(lambda work: paper.build(work, language)))
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is not None:
        base = str(pdf.with_suffix(""))
        subprocess.run([pdftoppm, "-r", DPI, "-png", str(pdf), base], check=True)


def all_scenes() -> list[Scene]:
    """Return every page and whatever the scenes list."""
    pages = [_page(spec.key) for spec in PAGES if spec.group]
    return [*pages, *_listed("SCENES")]


def _scenes(only: list[str]) -> Iterator[Scene]:
    for scene in all_scenes():
        if any(each in scene.name for each in only):
            yield scene


def _papers(only: list[str]) -> Iterator[Paper]:
    for paper in _listed("PAPERS"):
        if any(each in paper.name for each in only):
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

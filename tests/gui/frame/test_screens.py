"""The drawing of screens goes on working, and sees what changed or is cut off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.screens import references
from tests.screens.clipping import cut_off
from tests.screens.references import Fate, compare, renew
from tests.screens.resting import restless
from tests.screens.sheet import is_finding, write_sheet

ROOT = Path(__file__).parents[3]
NAME = "ar-light-100+wizard-1"


def test_a_screen_is_drawn_as_a_picture(cell_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    what = ["--only", "wizard-1", "--lang", "ar", "--shade", "light", "--text", "100"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.screens", out, "--cell", cell_folder, *what],
        check=False,
        capture_output=True,
        cwd=ROOT,
        text=True,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert not QImage(str(out / f"{NAME}.png")).isNull()
    assert NAME in (out / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(references, "FOLDER", tmp_path / "references")
    return tmp_path / "references"


def picture(word: str = "") -> QImage:
    drawn = QImage(1280, 820, QImage.Format.Format_RGB32)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    painter.fillRect(0, 0, 230, 820, QColor("navy"))
    painter.setPen(QColor("black"))
    for line in range(8):
        painter.drawText(300, 100 + 60 * line, f"A line of words, {line}. {word}" * 3)
    painter.end()
    return drawn


def test_the_same_picture_is_no_finding(stored: Path, qapp: object) -> None:
    renew(NAME, picture())
    assert (stored / "wizard-1" / "ar-light-100.webp").stat().st_size < 10_000
    verdict = compare(NAME, picture(), ())
    assert verdict.fate is Fate.SAME
    assert not is_finding(verdict)


def test_a_changed_picture_is_a_finding_and_stays_one(
    stored: Path, tmp_path: Path, qapp: object
) -> None:
    renew(NAME, picture())
    changed = picture("More words than before, cut off")
    for _ in range(2):
        verdict = compare(NAME, changed, ())
        assert verdict.fate is Fate.CHANGED
        assert is_finding(verdict)
    assert "changed" in write_sheet(tmp_path, [verdict]).read_text(encoding="utf-8")
    renew(NAME, changed)
    assert compare(NAME, changed, ()).fate is Fate.SAME


def test_a_picture_without_reference_is_a_finding(stored: Path, qapp: object) -> None:
    assert is_finding(compare(NAME, picture(), ()))
    assert not stored.exists()


def test_what_is_cut_off_is_seen(qtbot: QtBot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    box = QHBoxLayout(shown)
    for part in (QLabel("A long sentence of many words"), QPushButton("A button")):
        box.addWidget(part)
    shown.show()
    assert cut_off(shown) == []
    shown.setMinimumSize(1, 1)
    shown.resize(90, 30)
    assert cut_off(shown)


class Restless(QWidget):
    """Asks for another layout whenever it was laid out."""

    def event(self, event: QEvent) -> bool:
        """Ask again."""
        if event.type() == QEvent.Type.LayoutRequest:
            QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
        return super().event(event)


def test_what_is_laid_out_without_an_end_is_found(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    calm, part = QWidget(), Restless()
    qtbot.addWidget(calm)
    qtbot.addWidget(part)
    for widget in (calm, part):
        QApplication.postEvent(widget, QEvent(QEvent.Type.LayoutRequest))
    (found,) = restless(app)
    assert found.startswith("Restless «»: laid out ")

"""The drawing of screens goes on working."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[3]


def test_a_screen_is_drawn_as_a_picture(cell_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    what = ["--only", "wizard-1", "--lang", "ar", "--shade", "light"]
    subprocess.run(
        [sys.executable, "-m", "tests.screens", out, "--cell", cell_folder, *what],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    assert not QImage(str(out / "ar-light-wizard-1.png")).isNull()

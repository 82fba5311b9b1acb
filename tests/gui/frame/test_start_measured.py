"""The figure of the start sees the window that the program really opens."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.starting import OURS, first_paint


def test_the_first_paint_of_the_program_is_seen(tmp_path: Path) -> None:
    assert first_paint(OURS, "--workspace", str(tmp_path / "cell"), "--lang", "ar") > 0

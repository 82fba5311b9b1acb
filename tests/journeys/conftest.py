"""A workspace with the sample season, made by the command line itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sportsec.app.cli import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SPORTSEC_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def hook_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line takes over what Python does with our faults."""
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journey") / "cell"
    assert main(["--workspace", str(folder), "--lang", "en", "init", "--sample"]) == 0
    return folder


@pytest.fixture
def cell(made: Path, tmp_path: Path) -> Path:
    """A copy that the test may change."""
    shutil.copytree(made, tmp_path / "cell")
    return tmp_path / "cell"

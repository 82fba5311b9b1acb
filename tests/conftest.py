"""What every test may ask for: a fresh workspace on a real file, and works on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sportsec.store.upgrade import upgrade
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from tests.builders import NOW


@pytest.fixture(scope="session")
def unopened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of this version that no program has opened yet."""
    path = tmp_path_factory.mktemp("unopened") / DATABASE
    upgrade(path, path.parent / "backups")
    return path


@pytest.fixture
def workspace(tmp_path: Path, unopened: Path) -> Iterator[Workspace]:
    folder = tmp_path / "cell"
    folder.mkdir()
    shutil.copy(unopened, folder / DATABASE)
    opened = Workspace.open(folder, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def work(workspace: Workspace) -> Iterator[Work]:
    with workspace.writing() as work:
        yield work

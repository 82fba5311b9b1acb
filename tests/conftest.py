"""What every test may ask for: a fresh workspace on a real file, and works on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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


@pytest.fixture(scope="session")
def new_workspace(unopened: Path) -> Callable[..., Workspace]:
    """Makes a workspace in a folder, without the half second of its migrations."""

    def make(folder: Path, **how: Any) -> Workspace:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(unopened, folder / DATABASE)
        return Workspace.open(folder, **how)

    return make


@pytest.fixture
def workspace(
    tmp_path: Path, new_workspace: Callable[..., Workspace]
) -> Iterator[Workspace]:
    opened = new_workspace(tmp_path / "cell", clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def work(workspace: Workspace) -> Iterator[Work]:
    with workspace.writing() as work:
        yield work

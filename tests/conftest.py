"""What every test may ask for: a fresh workspace on a real file, and works on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW
from tests.founding import new_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_workspace(tmp_path / "cell", clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def work(workspace: Workspace) -> Iterator[Work]:
    with workspace.writing() as work:
        yield work

"""What every test may ask for: a fresh workspace on a real file, and works on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path / "cell", create=True, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def work(workspace: Workspace) -> Iterator[Work]:
    with workspace.writing() as work:
        yield work

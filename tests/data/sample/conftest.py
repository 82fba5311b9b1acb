"""The sample season, built once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sportsec.domain.words import N_
from sportsec.services.sample.build import build_sample
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW

TODAY = NOW.date()


def built(folder: Path, today: date = TODAY) -> Workspace:
    workspace = Workspace.open(folder, create=True, clock=lambda: NOW)
    with workspace.writing() as work:
        build_sample(work, today)
        work.commit(N_("Sample"))
    return workspace


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = built(tmp_path_factory.mktemp("sample") / "cell")
    yield workspace
    workspace.close()


@pytest.fixture
def season(sample: Workspace) -> Iterator[Work]:
    with sample.reading() as work:
        yield work

from __future__ import annotations

from pathlib import Path

import pytest

from sportsec.app.founding import found_workspace
from sportsec.domain.words import Words
from sportsec.services.workspace import create
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW


def test_a_founded_workspace_opens_again(tmp_path: Path) -> None:
    found_workspace(
        tmp_path, lambda work: create(work, Words(fr="Cellule"), Words())
    ).close()
    Workspace.open(tmp_path).close()


def test_a_sample_that_fails_half_way_leaves_no_workspace(tmp_path: Path) -> None:
    def tell(share: float) -> None:
        if share > 0.5:
            raise RuntimeError("power cut")

    def fill(work: Work) -> None:
        create(work, Words(fr="Cellule"), Words(), sample_on=NOW.date(), progress=tell)

    with pytest.raises(RuntimeError, match="power cut"):
        found_workspace(tmp_path, fill)
    assert not Workspace.exists(tmp_path)
    found_workspace(
        tmp_path, lambda work: create(work, Words(fr="Cellule"), Words())
    ).close()

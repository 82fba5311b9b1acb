"""A season to take programmes into."""

from __future__ import annotations

import pytest

from sportsec.domain.competitions import Format
from sportsec.store.workspace import Workspace
from tests.data.intake.programmes import Frame, a_frame


@pytest.fixture
def league(workspace: Workspace) -> Frame:
    return a_frame(workspace)


@pytest.fixture
def cup(workspace: Workspace) -> Frame:
    return a_frame(workspace, Format.KNOCKOUT)

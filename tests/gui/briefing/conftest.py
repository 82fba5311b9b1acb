"""A match whose order is printed."""

from __future__ import annotations

from uuid import UUID

import pytest

from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_fixture


@pytest.fixture
def fixture_id(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        fixture = a_fixture(work, a_club(work, "Atlas Club"), a_club(work, "Océan FC"))
        work.session.flush()
        work.commit("Plan match")
        return fixture.id

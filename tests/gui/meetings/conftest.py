"""A meeting about the coming match of the small season, and its file on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.meetings import MeetingDraft, MeetingKind
from sportsec.queries.meetings import MeetingFile, meeting_file
from sportsec.services.meetings import add_meeting
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.meetings.page import MeetingPage
from sportsec.ui.tasks import Runner
from tests.builders import NOW
from tests.gui.conftest import Do
from tests.gui.directory.conftest import answered
from tests.gui.fixtures.season import SmallSeason, make_season

__all__ = ["answered"]

YESTERDAY = NOW - timedelta(days=1)
Wait = Callable[[], None]


@pytest.fixture
def season(workspace: Workspace) -> SmallSeason:
    return make_season(workspace)


@pytest.fixture
def meeting(change: Do, season: SmallSeason) -> UUID:
    """A commission of yesterday of which nobody has said yet that it was held."""
    return new_meeting(change, season.coming)


def new_meeting(
    change: Do, fixture_id: UUID | None, meets_at: datetime = YESTERDAY, **values: Any
) -> UUID:
    values = {"kind": MeetingKind.LOCAL_COMMISSION, **values}
    draft = MeetingDraft(fixture_id=fixture_id, meets_at=meets_at, **values)
    made: UUID = change(lambda work: add_meeting(work, draft))
    return made


@pytest.fixture
def read(ask: Do, meeting: UUID) -> Callable[[], MeetingFile]:
    """The meeting as the record has it."""
    return lambda: ask(lambda work: meeting_file(work, meeting))


@pytest.fixture
def settled(qtbot: QtBot, runner: Runner) -> Wait:
    """Wait until every answer is in."""
    return lambda: qtbot.waitUntil(lambda: runner.is_idle)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, meeting: UUID) -> MeetingPage:
    page = MeetingPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    page.show_target(meeting)
    qtbot.waitUntil(lambda: page.file is not None)
    return page

"""A small season with somebody to call at the home club, and a match that may move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import MoveDraft
from sportsec.domain.kick_off import local_moment
from sportsec.domain.people import ContactRole
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.tasks import Runner
from tests.gui.fixtures.season import SmallSeason, make_season

Do = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture
def season(workspace: Workspace) -> SmallSeason:
    return make_season(workspace)


@pytest.fixture
def match(season: SmallSeason) -> UUID:
    return season.coming


@pytest.fixture
def person(change: Do, season: SmallSeason) -> UUID:
    """The safety officer of the home club, verified too long ago."""

    def add(work: Any) -> UUID:
        contact = Contact(
            name_latin="Foulane",
            role=ContactRole.SAFETY_OFFICER,
            club_id=season.atlas,
            phone="+212661234567",
            verified_on=date(2020, 1, 1),
        )
        work.add(contact)
        work.session.flush()
        return contact.id

    found: UUID = change(add)
    return found


@pytest.fixture
def move(change: Do, match: UUID) -> Callable[[timedelta], None]:
    """Move the match to nine in the evening of a later day: `move(timedelta(1))`."""

    def reschedule(work: Work, by: timedelta) -> None:
        seen = fixture_draft(work, match)
        assert seen.kick_off_date is not None
        day = seen.kick_off_date + by
        draft = MoveDraft(
            kick_off_date=day,
            kick_off_at=local_moment(day, time(21)),
            venue_id=seen.venue_id,
            reason="Television",
        )
        reschedule_fixture(work, match, draft, seen=seen)

    return lambda by: change(lambda work: reschedule(work, by))


@pytest.fixture
def settled(qtbot: QtBot, runner: Runner) -> Callable[[], None]:
    """Wait until every answer is in."""
    return lambda: qtbot.waitUntil(lambda: runner.is_idle)


def press(widget: QWidget, name: str) -> None:
    """Press the first button whose name begins so."""
    found = widget.findChildren(QAbstractButton)
    next(one for one in found if one.accessibleName().startswith(name)).click()

"""Late and due tasks and late promises on the first page: each is a way in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.task_list import TaskStep
from sportsec.domain.words import N_
from sportsec.services.task_list import spare_task, tick_task
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.home.page import HomePage
from sportsec.ui.pages.home.side_cards import DueCard, LateCard
from sportsec.ui.targets import LedgerTarget
from tests.builders import NOW, a_club, a_fixture
from tests.gui.conftest import Visits

TODAY = NOW.date()


def planned(work: Work, in_days: int, *due_in: int) -> UUID:
    """Plan a match with tasks of its own alone, known long before they were due."""
    work.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
    teams = a_club(work, "Atlas"), a_club(work, "Phare")
    match: Fixture = a_fixture(
        *(work, *teams), kick_off_date=TODAY + timedelta(in_days)
    )
    work.session.flush()
    for step in TaskStep:
        spare_task(work, match.id, step)
    for days in due_in:
        before = in_days - days
        work.add(MatchTask(fixture_id=match.id, task="Caméras", days_before=before))
    work.session.flush()
    return match.id


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        made = planned(work, 2, -3, -1, 0)
        work.commit(N_("Match planned"))
        return made


@pytest.fixture
def page(match: UUID, desk: Desk, qtbot: QtBot) -> HomePage:
    assert match
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    return page


def button(holder: QWidget, text: str) -> QPushButton:
    plain = (each for each in holder.findChildren(QPushButton))
    return next(each for each in plain if text in each.text())


def test_a_card_counts_late_tasks_and_leads_to_them(
    page: HomePage, match: UUID, visits: Visits
) -> None:
    (card,) = page.cards
    button(card, "2 late tasks").click()
    assert visits.went == [("match", (match, "tasks"))]
    assert "2 late tasks" in card.accessibleName()


def test_what_is_late_names_the_matches_with_late_tasks(
    page: HomePage, match: UUID, visits: Visits
) -> None:
    late = page.findChild(LateCard)
    said = [each.text() for each in late.findChildren(QLabel)]
    assert "2 tasks are late" in said
    button(late, "2 late tasks").click()
    assert visits.went == [("match", (match, "tasks"))]


def test_a_card_without_late_tasks_says_what_is_due(
    page: HomePage, match: UUID, desk: Desk, qtbot: QtBot
) -> None:
    def tick_late(work: Work) -> None:
        day = work.get(Fixture, match).kick_off_date
        for row in work.session.query(MatchTask).filter_by(step=None):
            if day - timedelta(row.days_before or 0) < TODAY:
                tick_task(work, match, row.id)

    desk.runner.write(page, N_("Tasks done"), tick_late)
    qtbot.waitUntil(lambda: any("1 task due" in each.text() for each in buttons(page)))
    assert page.findChild(DueCard) is None  # the card of the match says it


def buttons(page: HomePage) -> list[QPushButton]:
    return [each for card in page.cards for each in card.findChildren(QPushButton)]


def test_due_tasks_of_later_matches_stand_beside_the_week(
    page: HomePage, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    made: list[UUID] = []
    desk.runner.write(
        *(page, N_("Match planned")),
        lambda work: made.append(planned(work, 12, 0)),
    )
    qtbot.waitUntil(lambda: page.findChild(DueCard) is not None)
    due = page.findChild(DueCard)
    said = [each.text() for each in due.findChildren(QLabel)]
    assert "1 task of another match, today or at once" in said
    button(due, "Atlas").click()
    assert visits.went == [("match", (made[0], "tasks"))]


def test_a_late_promise_leads_to_the_promises_of_its_match(
    page: HomePage, match: UUID, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    def promise(work: Work) -> None:
        due_on = TODAY - timedelta(4)
        for fixture_id, wording in ((match, "80 stadiers"), (None, "Un local")):
            work.add(
                Commitment(
                    fixture_id=fixture_id,
                    is_ours=True,
                    wording=wording,
                    due_on=due_on,
                )
            )

    def said() -> list[str]:
        late = page.findChildren(LateCard)[-1]
        return [each.text() for each in late.findChildren(QLabel)]

    desk.runner.write(page, N_("Promise added"), promise)
    qtbot.waitUntil(lambda: "2 promises or decisions are late" in said())
    late = page.findChildren(LateCard)[-1]
    button(late, "80 stadiers").click()
    button(late, "Un local").click()
    ledger = LedgerTarget("commitment", only_late=True)
    assert visits.went == [("match", (match, "promises")), ("liaison", ledger)]

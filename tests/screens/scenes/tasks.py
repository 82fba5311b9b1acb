"""The tasks of a match, what Home shows of them, and their forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.task_times import WAITING, Timing
from sportsec.queries.clock import local_day
from sportsec.queries.task_list import task_lists
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.targets import TASKS
from sportsec.ui.widgets.scrolled import show_from_top
from tests.screens.stage import Scene, Stage


def busy_match(work: Work) -> UUID:
    """The match of the next days that has most tasks late or due."""
    today = local_day(work)
    query = select(Fixture.id).where(
        Fixture.deleted_at.is_(None),
        Fixture.status.in_(AHEAD),
        Fixture.kick_off_date.between(today, today + timedelta(9)),
    )
    lists = task_lists(work, list(work.session.scalars(query)))
    return max(lists, key=lambda one: (lists[one].late, lists[one].due, one))


def tasks_tab(stage: Stage) -> Any:
    stage.window.resize(1366, 768)
    page: Any = stage.open("match", (stage.ask(busy_match), TASKS))
    page.open_tab(TASKS)
    stage.settle()
    return page.tab


def tasks(stage: Stage) -> QWidget:
    tasks_tab(stage)
    window: QWidget = stage.window
    return window


def tasks_whole(stage: Stage) -> QWidget:
    tab = tasks_tab(stage)
    tab.fold.setChecked(True)
    stage.window.resize(1366, 2000)
    stage.settle()
    window: QWidget = stage.window
    return window


def tasks_late(stage: Stage) -> QWidget:
    """As the list stands where a few tasks should have been done by now."""
    tab = tasks_tab(stage)
    shown = tab.tasks
    urgent = [row for row in shown.rows if row.timing in WAITING]
    rows = [
        replace(
            row,
            timing=[Timing.LATE, Timing.LATE, Timing.AT_ONCE][at],
            due_on=shown.today - timedelta([1, 12, 20][at]),
            remark=["Relancé le 20/11", "", ""][at],
        )
        for at, row in enumerate(urgent[:3])
    ]
    own = replace(
        urgent[3],
        key=shown.rows[0].key,
        step=None,
        task="Vérifier les caméras du parking sud avec le gestionnaire du stade",
        due_on=shown.today + timedelta(1),
        timing=Timing.SOON,
    )
    rows += [own, *urgent[4:]]
    rows += [row for row in shown.rows if row.timing not in WAITING]
    tab.show_tasks(replace(shown, rows=tuple(rows)))
    stage.settle()
    window: QWidget = stage.window
    return window


def task_form(stage: Stage) -> QWidget:
    tab = tasks_tab(stage)
    tab.fold.setChecked(False)
    tab.add_task()
    stage.settle()
    dialog: QWidget = stage.app.activeModalWidget() or stage.window
    return dialog


def spare_form(stage: Stage) -> QWidget:
    tab = tasks_tab(stage)
    made: QWidget = tab.acts.spare(tab.lines[0].row)
    stage.settle()
    return made


def home_tasks(stage: Stage) -> QWidget:
    stage.window.resize(1366, 768)
    page: Any = stage.open("home")
    cards = (each for each in page.cards if each.match.tasks.due)
    first = next(cards, page)
    if first.visibleRegion().boundingRect().height() < first.height():
        show_from_top(first)  # in large text it is below the first match
    window: QWidget = stage.window
    return window


def home_whole(stage: Stage) -> QWidget:
    page: Any = stage.open("home")
    page._area.verticalScrollBar().setValue(0)
    stage.window.resize(1366, 1500)
    stage.settle()
    window: QWidget = stage.window
    return window


SCENES = [
    Scene("match-tasks", tasks),
    Scene("match-tasks-whole", tasks_whole),
    Scene("match-tasks-late", tasks_late),
    Scene("match-tasks-form", task_form),
    Scene("match-tasks-spare", spare_form),
    Scene("home-tasks", home_tasks),
    Scene("home-tasks-whole", home_whole),
]

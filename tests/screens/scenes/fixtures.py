"""The match file and its forms; the agenda with a filter open."""

from __future__ import annotations

import os
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.fixtures import AttendanceRegime
from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.clock import local_day
from sportsec.store.work import Work
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.state import Period
from sportsec.ui.pages.match.form_parts import command_card, match_card, order_card
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.scenes.menus import below
from tests.screens.stage import Scene, Stage
from tests.screens.still import MOMENT


def telling_match(work: Work) -> UUID:
    """A match of the next days with a restricted public, else the gravest one."""
    wanted = AgendaFilter(starts_on=local_day(work))
    ids = AGENDA.ids(work, wanted, by("-category"), 40)
    rows = AGENDA.rows(work, ids)
    restricted = [r for r in rows if r.attendance_regime is not AttendanceRegime.OPEN]
    return (restricted or list(rows))[0].id


def overview(stage: Stage) -> Any:
    stage.window.resize(1280, 1500)
    page: Any = stage.open("match", stage.ask(telling_match))
    page.open_tab("overview")
    stage.settle()
    return page


def match_file(stage: Stage) -> QWidget:
    overview(stage)
    window: QWidget = stage.window
    return window


def match_file_small(stage: Stage) -> QWidget:
    overview(stage)
    stage.window.resize(980, 700)
    window: QWidget = stage.window
    return window


def new_match(stage: Stage) -> QWidget:
    stage.window.resize(1280, 820)
    page: Any = stage.open("agenda")
    page.plan()
    stage.settle()
    dialog: QWidget = stage.app.activeModalWidget() or stage.window
    return dialog


def card(name: str) -> Scene:
    def build(stage: Stage) -> QWidget:
        tab: Any = overview(stage).tab
        made: QWidget = {
            "match": lambda: tab.edit(match_card(stage.window.desk)),
            "public": tab.edit_public,
            "command": lambda: tab.edit(command_card(stage.window.desk)),
            "order": lambda: tab.edit(order_card()),
            "move": tab.move_match,
            "estimate": tab.add_estimate,
        }[name]()
        stage.settle()
        return made

    return Scene(f"match-form-{name}", build)


def status_menu(stage: Stage) -> QWidget:
    page = overview(stage)
    button = page.head.status_button
    if button.isHidden():  # in large text all acts are behind one button
        button = page.acts
        button.fill()
    return below(stage.window, button, button.menu())


def asked(status: str, title: str) -> Scene:
    """Return a scene of a small form that the menu of the status opens."""

    def build(stage: Stage) -> QWidget:
        header = overview(stage).head
        actions = header.status_button.menu().actions()
        next(each for each in actions if each.text() == tr(title)).trigger()
        stage.settle()
        dialog: QWidget = header.findChildren(FormDialog)[-1]
        return dialog

    return Scene(f"match-form-{status}", build)


def calendar(stage: Stage) -> QWidget:
    """The days to choose from in the form of a move."""
    tab: Any = overview(stage).tab
    form = tab.move_match()
    stage.settle()
    form.form.field("kick_off_date").button.click()
    stage.settle()
    popup: QWidget = stage.app.activePopupWidget()
    return popup


def typed_before(stage: Stage) -> QWidget:
    """The form of a move again, after the program ended while it was open."""
    tab: Any = overview(stage).tab
    first = tab.move_match()
    first.form.type_in({"reason": "Retransmission télévisée"})
    first._check_now()
    # The disk has a clock of its own, and it is not held still.
    os.utime(first._typed_at, (MOMENT.timestamp(), MOMENT.timestamp()))
    again: QWidget = tab.move_match()
    stage.settle()
    return again


def agenda_search(stage: Stage) -> QWidget:
    stage.window.resize(1280, 820)
    page: Any = stage.open("agenda")
    page.periods.buttons[Period.PAST].click()
    page.search.setText("at")
    stage.settle()
    window: QWidget = stage.window
    return window


def agenda_small(stage: Stage) -> QWidget:
    page: Any = stage.open("agenda")
    page.search.setText("")
    page.periods.buttons[Period.FOUR_WEEKS].click()
    stage.window.resize(1000, 700)
    stage.settle()
    window: QWidget = stage.window
    return window


def agenda_chip(stage: Stage) -> QWidget:
    stage.window.resize(1280, 820)
    page: Any = stage.open("agenda")
    page.search.setText("")
    page.periods.buttons[Period.FOUR_WEEKS].click()
    page.chips["club_id"].open_list()
    stage.settle()
    popup: QWidget = page.chips["club_id"].popup
    return popup


SCENES = [
    Scene("match-file", match_file),
    Scene("match-file-small", match_file_small),
    Scene("match-new", new_match),
    *(card(name) for name in ("match", "public", "command", "order", "move")),
    card("estimate"),
    Scene("match-status-menu", status_menu, still=True),
    asked("postponed", "Postpone"),
    asked("result", "Enter the result"),
    asked("award", "Award by decision"),
    Scene("match-form-calendar", calendar, still=True),
    Scene("match-form-typed", typed_before),
    Scene("agenda-search", agenda_search),
    Scene("agenda-small", agenda_small),
    Scene("agenda-chip", agenda_chip),
]

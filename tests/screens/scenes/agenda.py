"""The boards of the agenda: a week, a month, a season, and a match being moved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.clock import local_day
from sportsec.store.work import Work
from sportsec.ui.pages.agenda.state import View
from tests.screens.stage import Scene, Stage

WIDE, SMALL = (1280, 800), (1000, 700)


def next_match_day(work: Work) -> date:
    """The day of the next match."""
    wanted = AgendaFilter(starts_on=local_day(work))
    ids = AGENDA.ids(work, wanted, by("kick_off"), 1)
    return AGENDA.rows(work, ids)[0].kick_off_date


def shown(stage: Stage, view: View, size: tuple[int, int], day: date) -> Any:
    stage.window.resize(*size)
    page: Any = stage.open("agenda")
    page.search.setText("")
    stage.settle()
    page.show_view(view, day)
    stage.settle()
    return page


def board(name: str, view: View, size: tuple[int, int], later: int = 0) -> Scene:
    def build(stage: Stage) -> QWidget:
        day = stage.ask(next_match_day) + timedelta(later)
        shown(stage, view, size, day)
        window: QWidget = stage.window
        return window

    return Scene(name, build, small=size == SMALL)


def narrowed(stage: Stage) -> QWidget:
    """A week of one club: the other matches of the region are faint."""
    page = shown(stage, View.WEEK, WIDE, stage.ask(next_match_day))
    match = next(
        match for box in page.boards.week.boxes.values() if (match := box.current())
    )
    page.search.setText(match.home.pick("fr"))
    stage.settle()
    window: QWidget = stage.window
    return window


def moving(stage: Stage) -> QWidget:
    """The form that opens when a match was put on another day."""
    day = stage.ask(next_match_day)
    page = shown(stage, View.WEEK, WIDE, day)
    page.acts.move(page.boards.week.boxes[day].current_id(), day + timedelta(1))
    stage.settle()
    dialog: QWidget = stage.app.activeModalWidget() or stage.window
    return dialog


def back_to_list(stage: Stage) -> QWidget:
    """Empty days; then the list again, for the scenes that come after."""
    page = shown(stage, View.WEEK, WIDE, stage.ask(local_day) + timedelta(days=7 * 60))
    picture = stage.window
    page.show_view(View.LIST)
    stage.settle()
    window: QWidget = picture
    return window


SCENES = [
    board("agenda-week", View.WEEK, WIDE),
    board("agenda-week-small", View.WEEK, SMALL),
    board("agenda-week-empty", View.WEEK, WIDE, later=7 * 60),
    board("agenda-month", View.MONTH, WIDE),
    board("agenda-month-small", View.MONTH, SMALL),
    board("agenda-month-ramadan", View.MONTH, WIDE, later=84),
    board("agenda-season", View.SEASON, WIDE),
    board("agenda-season-small", View.SEASON, SMALL),
    Scene("agenda-week-narrowed", narrowed),
    Scene("agenda-week-moving", moving),
    Scene("agenda-list-again", back_to_list),
]

"""The history: acts, the trash, a record of its own, the message after an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from sportsec.domain.words import N_, Words
from sportsec.queries.clubs import club_draft
from sportsec.services.clubs import add_club, delete_club, revise_club
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.screens.stage import Scene, Stage

NAME = Words("اتحاد الأطلس", "Union de l'Atlas", "Atlas Union")


def _act(stage: Stage, title: str, job: Callable[[Work], Any], **more: Any) -> Any:
    done: list[Any] = []
    stage.shell.runner.write(stage.window, title, job, done.append, **more)
    stage.settle()
    return done[0]


def _some_acts(stage: Stage) -> UUID:
    """Do a few things to a club, once."""

    def known(work: Work) -> UUID | None:
        return work.session.scalar(select(Club.id).where(Club.code == "UA"))

    club = stage.ask(known)
    if club is not None:
        return club
    draft = stage.ask(_first_draft)
    draft = replace(draft, name=NAME, code="UA", founded_year=1949)
    club = _act(stage, N_("Club added"), lambda work: add_club(work, draft))
    other = replace(draft, name=Words("نادي الريف", "Club du Rif", ""), code="CR")
    gone: UUID = _act(stage, N_("Club added"), lambda work: add_club(work, other))
    for year in (1950, 1951):
        seen = stage.ask(lambda work: club_draft(work, club))
        new = replace(seen, founded_year=year)

        def revise(work: Work, new: Any = new, seen: Any = seen) -> None:
            revise_club(work, club, new, seen=seen)

        _act(stage, N_("Club saved"), revise)
    _act(stage, N_("Club deleted"), lambda work: delete_club(work, gone))
    return club


def _first_draft(work: Work) -> Any:
    first = work.session.scalar(select(Club.id).order_by(Club.id).limit(1))
    assert first is not None
    return club_draft(work, first)


def acts(stage: Stage) -> QWidget:
    """Draw the list, with the act beside it that later ones stand on."""
    _some_acts(stage)
    page: Any = stage.open("history")
    page.tabs.setCurrentIndex(0)
    stage.settle()
    page.table.setCurrentIndex(page.table.model().index(2, 1))
    stage.settle()
    return stage.window


def trash(stage: Stage) -> QWidget:
    """Draw the deleted records."""
    _some_acts(stage)
    page: Any = stage.open("history")
    page.tabs.setCurrentIndex(1)
    stage.settle()
    page.table.clearSelection()
    return stage.window


def record(stage: Stage) -> QWidget:
    """Draw the history of a club."""
    club = _some_acts(stage)
    page: Any = stage.open("clubs", club)
    dialog: QWidget = page.list.show_history(club)
    return dialog


def match(stage: Stage) -> QWidget:
    """Draw the history tab of a match."""

    def first(work: Work) -> Any:
        return work.session.scalar(select(Fixture.id).order_by(Fixture.kick_off_date))

    stage.open("match", (stage.ask(first), "history"))
    return stage.window


def message(stage: Stage) -> QWidget:
    """Draw the message after an act was taken back."""
    _some_acts(stage)
    stage.open("clubs")
    stage.window.undoing.undo()
    stage.settle()
    stage.window.undoing.redo()
    return stage.window


SCENES = [
    Scene("history-acts", acts),
    Scene("history-trash", trash),
    Scene("history-record", record),
    Scene("history-match", match),
    Scene("history-message", message),
]

"""The history: acts, the trash, a record of its own, the message after an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.words import N_, Words
from sportsec.queries.clubs import club_draft
from sportsec.services.clubs import add_club, delete_club, revise_club
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.screens.stage import Scene, Stage

UNION = ClubDraft(
    code="UA",
    name=Words("اتحاد الأطلس", "Union de l'Atlas", "Atlas Union"),
    short_name=Words("الاتحاد", "Union", "Union"),
    city=Words("خنيفرة", "Khénifra", "Khenifra"),
    founded_year=1949,
)
RIF = ClubDraft(
    code="CR",
    name=Words("نادي الريف", "Club du Rif", ""),
    short_name=Words("الريف", "Rif", "Rif"),
    city=Words("الحسيمة", "Al Hoceïma", "Al Hoceima"),
    founded_year=1949,
)


def _act(stage: Stage, title: str, job: Callable[[Work], Any], **more: Any) -> Any:
    done: list[Any] = []
    stage.shell.runner.write(stage.window, title, job, done.append, **more)
    stage.settle()
    return done[0]


def a_new_club(stage: Stage) -> UUID:
    """Add a club and revise it, add another and delete it, once; return the first."""

    def known(work: Work) -> UUID | None:
        return work.session.scalar(select(Club.id).where(Club.code == UNION.code))

    club = stage.ask(known)
    if club is not None:
        return club
    club = _act(stage, N_("Club added"), lambda work: add_club(work, UNION))
    gone: UUID = _act(stage, N_("Club added"), lambda work: add_club(work, RIF))
    for year in (1950, 1951):
        seen = stage.ask(lambda work: club_draft(work, club))
        new = replace(seen, founded_year=year)

        def revise(work: Work, new: Any = new, seen: Any = seen) -> None:
            revise_club(work, club, new, seen=seen)

        _act(stage, N_("Club saved"), revise)
    _act(stage, N_("Club deleted"), lambda work: delete_club(work, gone))
    return club


def acts(stage: Stage) -> QWidget:
    """Draw the list, with the act beside it that later ones stand on."""
    a_new_club(stage)
    page: Any = stage.open("history")
    page.tabs.setCurrentIndex(0)
    stage.settle()
    page.table.setCurrentIndex(page.table.model().index(2, 1))
    stage.settle()
    return stage.window


def trash(stage: Stage) -> QWidget:
    """Draw the deleted records."""
    a_new_club(stage)
    page: Any = stage.open("history")
    page.tabs.setCurrentIndex(1)
    stage.settle()
    page.table.clearSelection()
    return stage.window


def record(stage: Stage) -> QWidget:
    """Draw the history of a club."""
    club = a_new_club(stage)
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
    a_new_club(stage)
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

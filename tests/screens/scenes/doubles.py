"""Entries of the directory that look alike: the mark, and the comparison."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.clubs import CLUBS, ClubFilter, club_draft
from sportsec.queries.doubles import doubles
from sportsec.services.clubs import add_club
from sportsec.store.work import Work
from tests.screens.stage import Scene, Stage


def _enter_twice(stage: Stage) -> None:
    """Enter the first club once more, as an officer in a hurry would."""
    if stage.ask(lambda work: doubles(work, "club")):
        return

    def again(work: Work) -> None:
        first = CLUBS.ids(work, ClubFilter(), by("name"), 1)[0]
        name = club_draft(work, first).name
        add_club(
            work, ClubDraft(name=Words("", name.fr, ""), code="X", founded_year=1961)
        )

    stage.shell.runner.write(stage.window, "Club added", again)
    stage.settle()


def _marked(stage: Stage) -> QWidget:
    _enter_twice(stage)
    page: Any = stage.open("clubs")
    found = stage.ask(lambda work: doubles(work, "club"))
    page.list.select(found[0].second)
    window: QWidget = stage.window
    return window


def _compared(stage: Stage) -> QWidget:
    _marked(stage)
    page: Any = stage.window.page("clubs")
    dialog: QWidget = page.list.double_link.compare()
    return dialog


SCENES = [Scene("doubles-marked", _marked), Scene("doubles-compared", _compared)]

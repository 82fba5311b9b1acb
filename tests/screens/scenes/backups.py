"""The backups: list, question, and the way out when nothing opens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.services.backups import back_up_by_hand
from sportsec.ui.errors import message_of
from sportsec.ui.frame.obstacle import Obstacle
from sportsec.ui.language import translator
from tests.builders import a_club
from tests.screens.stage import Scene, Stage


def filled(stage: Stage) -> QWidget:
    page: QWidget = stage.open("backups")
    if not page.table.backups:  # type: ignore[attr-defined]
        back_up_by_hand(stage.shell.folder)
        stage.shell.runner.write(page, "Club saved", a_club)
    page.reload()  # type: ignore[attr-defined]
    stage.settle()
    return page


def listed(stage: Stage) -> QWidget:
    filled(stage)
    window: QWidget = stage.window
    return window


def question(stage: Stage) -> QWidget:
    page = filled(stage)
    page.ask(page.table.backups[-1])  # type: ignore[attr-defined]
    made: QWidget = page.dialog  # type: ignore[attr-defined]
    return made


def unreadable(stage: Stage) -> QWidget:
    error = StoreUnavailable(StoreReason.UNREADABLE, stage.shell.folder)
    made = Obstacle(message_of(translator(), error), stage.window, rescue=True)
    made.show()
    return made


SCENES = [
    Scene("backups", listed),
    Scene("backups-question", question),
    Scene("backups-obstacle", unreadable),
]

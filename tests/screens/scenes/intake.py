"""The intake page on its way: real files, every tab, refusal, end."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from sportsec.domain.intake.preview import IntakeResult
from sportsec.queries.preparation import has_moved_since_rated
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.pages.intake.page import DONE
from sportsec.ui.pages.intake.state import COLUMNS, FILE, LINES, NAMES
from tests.screens.scenes.history import a_new_club
from tests.screens.stage import Scene, Stage

SAMPLES = Path(__file__).parents[2] / "samples"
ARABIC = SAMPLES / "odd_encodings" / "botola_2024-25_ar.xlsx"
#: Of the sample season: one of them was rated before it moved.
MOVED = select(Fixture.id).where(has_moved_since_rated()).order_by(Fixture.id)
LOCKED = SAMPLES / "odd_encodings" / "botola_2024-25_ar_encrypted.xlsx"


def with_file(stage: Stage, path: Path, tab: int | None = None) -> QWidget:
    stage.window.resize(1280, 820)
    page: Any = stage.open("intake", path)
    stage.settle()
    if tab is not None:
        page.tabs.setCurrentIndex(tab)
        stage.settle()
    window: QWidget = stage.window
    return window


def empty(stage: Stage) -> QWidget:
    stage.window.resize(1280, 820)
    page: Any = stage.open("intake")
    page.start_again()
    stage.settle()
    window: QWidget = stage.window
    return window


def done(stage: Stage) -> QWidget:
    window = empty(stage)
    page: Any = stage.window.page("intake")
    ids = tuple(UUID(int=n) for n in range(240))
    moved = stage.ask(lambda work: tuple(work.session.scalars(MOVED)))
    clubs = (a_new_club(stage),)
    page.done.show_result(IntakeResult(ids, moved, ids[:11], clubs, aliases=9))
    page._show_panel(DONE)
    stage.settle()
    return window


SCENES = [
    Scene("intake-empty", empty),
    Scene("intake-file", lambda stage: with_file(stage, ARABIC, FILE)),
    Scene("intake-columns", lambda stage: with_file(stage, ARABIC, COLUMNS)),
    Scene("intake-names", lambda stage: with_file(stage, ARABIC, NAMES)),
    Scene("intake-lines", lambda stage: with_file(stage, ARABIC, LINES)),
    Scene("intake-refused", lambda stage: with_file(stage, LOCKED)),
    Scene("intake-done", done),
]

"""The frame itself: wizard, search, messages, obstacles, crash window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from sportsec.domain.errors import WorkspaceBusy
from sportsec.domain.problems import Problem
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.services.sample.fixtures import PREFIX
from sportsec.services.workspace import sample_names
from sportsec.ui.crash_window import CrashWindow
from sportsec.ui.errors import message_of
from sportsec.ui.frame.obstacle import Obstacle
from sportsec.ui.language import translator
from sportsec.ui.problem_window import ProblemWindow
from sportsec.ui.wizard import CELL, MAKING, START, Wizard
from tests.screens.stage import Scene, Stage

#: Of the cell whose matches the sample season holds.
CELL_NAME, COMMAND, CITY = sample_names()
FOLDER = Path("/cells/casablanca")


def wizard(step: int) -> Scene:
    def build(_stage: Stage) -> QWidget:
        made = Wizard(translator().language, lambda _code: None)
        made.cell.set_value(CELL_NAME)
        made.show()
        made._show(step)  # once on view: focus would be as by Tab, all of it marked
        if step == MAKING:
            made.show_progress(0.4, "")
        return made

    return Scene(f"wizard-{step + 1}", build)


def found(name: str, *typed: str) -> Scene:
    """Return a scene of the search field, with what is typed in each language."""

    def build(stage: Stage) -> QWidget:
        stage.open("agenda")
        box = stage.window.top.search
        stage.window.activateWindow()
        stage.settle()
        box.setFocus()
        by_language = dict(zip(LANGUAGES, typed, strict=False))
        box.setText(by_language.get(translator().language, ""))
        box.open()
        stage.settle()
        window: QWidget = stage.window
        return window

    return Scene(name, build)


def keys(stage: Stage) -> QWidget:
    page: Any = stage.open("keys")
    page.reset_all()
    page.rows["agenda"].field.pressed.emit(QKeySequence("Ctrl+Z"))
    page.rows["send"].field.pressed.emit(QKeySequence("F9"))
    stage.settle()
    window: QWidget = stage.window
    return window


def toast(stage: Stage) -> QWidget:
    stage.open("settings")
    stage.window.complain(WorkspaceBusy(FOLDER))
    window: QWidget = stage.window
    return window


def problem_report(stage: Stage) -> QWidget:
    page: Any = stage.open("settings")
    window = ProblemWindow(page.desk, stage.window)
    window.open()
    stage.settle()
    return window


def drop_hint(stage: Stage) -> QWidget:
    stage.open("settings")
    stage.window.drop_hint.appear()
    window: QWidget = stage.window
    return window


def cell_form(stage: Stage) -> QWidget:
    page = stage.open("settings")
    dialog = page.edit_cell()
    dialog.form.type_in(
        {"name": Words(), "command_name": COMMAND, "city": CITY, "ref_prefix": PREFIX}
    )
    text = N_("Give a name in at least one language")
    dialog.form.show_problems([Problem("name", text)])
    made: QWidget = dialog
    return made


def obstacle(stage: Stage) -> QWidget:
    error = WorkspaceBusy(FOLDER)
    made = Obstacle(message_of(translator(), error), stage.window)
    made.show()
    return made


def crash(stage: Stage) -> QWidget:
    made = CrashWindow("4F2A", FOLDER / "logs" / "sportsec.log", stage.window)
    made.show()
    return made


SCENES = [
    *(wizard(step) for step in (0, CELL, START, MAKING)),
    Scene("keys", keys),
    found("search-begun"),
    found("search", "الأط", "atl", "atl"),
    found("search-acts", "اللغ", "réglages", "dar"),
    found("search-people", "كريم", "karim", "karim"),
    found("search-function", "مسؤول", "chef", "officer"),
    found("search-misspelt", "الأطلص", "casablnca", "casablnca"),
    Scene("toast", toast),
    Scene("drop", drop_hint),
    Scene("cell-form", cell_form),
    Scene("obstacle", obstacle),
    Scene("crash", crash),
    Scene("problem-report", problem_report),
]

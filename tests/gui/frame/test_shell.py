"""From first start to closing, with the program's own wiring."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.app.places import DATABASE
from sportsec.app.wiring import create_workspace
from sportsec.domain.intake.preview import IntakeResult
from sportsec.domain.words import Words
from sportsec.queries.history import history_choices
from sportsec.store import workspace
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.obstacle import Obstacle
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.intake.flow import Intake
from sportsec.ui.pages.intake.page import DONE, WORK, IntakePage
from sportsec.ui.shell import Shell
from sportsec.ui.wizard import CELL, LANGUAGE, MAKING, START, Setup, Wizard
from tests.gui.frame.conftest import CELL as CELL_NAME
from tests.gui.frame.conftest import no_progress

Make = Callable[[Path], Shell]


def test_the_start_knows_the_database_by_its_name() -> None:
    assert workspace.DATABASE == DATABASE


def test_the_window_stands_before_the_record_is_open(
    cell_folder: Path, make_shell: Make, qtbot: QtBot
) -> None:
    shell = make_shell(cell_folder)
    shell.start()
    assert shell.window is not None
    assert shell.window.isVisible()
    assert shell.window.place is None
    qtbot.waitUntil(lambda: shell.window is not None and shell.window.place is not None)
    assert shell.runner.workspace is not None


def test_the_status_bar_names_the_cell(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.status.cell.text() == CELL_NAME.fr)
    assert window.windowTitle().endswith("SportSec")


def answer(wizard: Wizard, *, sample: bool) -> None:
    """Go through the questions as an officer does."""
    assert wizard.step == LANGUAGE
    wizard.next.click()
    assert wizard.step == CELL
    assert not wizard.next.isEnabled()
    wizard.cell.set_value(CELL_NAME)
    wizard.cell.changed.emit()
    wizard.command.set_value(Words(fr="Préfecture de police"))
    wizard.officer.set_value("Amina Naciri")
    wizard.next.click()
    assert wizard.step == START
    (wizard.sample if sample else wizard.empty).setChecked(True)
    wizard.next.click()


def test_the_first_start_asks_then_makes_the_workspace(
    tmp_path: Path, make_shell: Make, qtbot: QtBot
) -> None:
    folder = tmp_path / "new"
    shell = make_shell(folder)
    shell.start()
    assert shell.window is None
    assert shell.wizard is not None
    answer(shell.wizard, sample=False)
    assert shell.wizard.step == MAKING
    qtbot.waitUntil(lambda: shell.window is not None and shell.window.place is not None)
    assert (folder / DATABASE).is_file()
    assert shell.wizard is None
    window = shell.window
    assert window is not None
    qtbot.waitUntil(lambda: window.status.cell.text() == CELL_NAME.fr)
    assert shell.runner.workspace is not None
    with shell.runner.workspace.reading() as work:
        assert history_choices(work).actors == ("Amina Naciri",)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_wizard_speaks_the_language_just_chosen(
    tmp_path: Path, make_shell: Make, qapp: QApplication, language: str
) -> None:
    shell = make_shell(tmp_path / "new")
    shell.start()
    wizard = shell.wizard
    assert wizard is not None
    wizard.languages[language].click()
    assert {"ar": "التالي", "fr": "Suivant", "en": "Next"}[
        language
    ] == wizard.next.text()
    right = Qt.LayoutDirection.RightToLeft
    assert (qapp.layoutDirection() == right) == (language == "ar")


def _entered(shell: Shell, qtbot: QtBot) -> Wizard:
    """Return the wizard of a first start after Enter was pressed once."""
    shell.start()
    wizard = shell.wizard
    assert wizard is not None
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    return wizard


def test_another_language_keeps_what_was_typed_and_enter_goes_on(
    tmp_path: Path, make_shell: Make, qtbot: QtBot
) -> None:
    wizard = _entered(make_shell(tmp_path / "new"), qtbot)
    assert wizard.step == CELL
    wizard.cell.set_value(CELL_NAME)
    wizard.cell.changed.emit()
    wizard.officer.set_value("Amina Naciri")
    wizard.next.click()
    wizard.sample.setChecked(True)
    wizard.back.click()
    wizard.back.click()
    wizard.languages["ar"].click()
    assert wizard.cell.value() == CELL_NAME
    assert wizard.officer.value() == "Amina Naciri"
    assert wizard.sample.isChecked()
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.step == CELL
    assert wizard.next.isEnabled()


def test_enter_goes_through_the_wizard_and_stops_where_a_name_is_missing(
    tmp_path: Path, make_shell: Make, qtbot: QtBot
) -> None:
    wizard = _entered(make_shell(tmp_path / "new"), qtbot)
    name = wizard.focusWidget()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert wizard.step == CELL  # it has no name yet
    qtbot.keyClicks(name, "Fes")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert wizard.step == START
    qtbot.waitUntil(wizard.officer.line.hasFocus)
    wizard.back.click()
    wizard.officer.set_value("Amina Naciri")
    wizard.next.click()
    assert wizard.next.hasFocus()


def test_a_folder_that_cannot_be_written_is_told_in_the_wizard(
    tmp_path: Path, make_shell: Make, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shell = make_shell(tmp_path / "file" / "cell")
    shell.start()
    wizard = shell.wizard
    assert wizard is not None
    answer(wizard, sample=False)
    qtbot.waitUntil(lambda: wizard.step == START)
    assert not wizard.banner.isHidden()
    assert shell.window is None


def test_the_language_changes_under_the_same_page(
    shell: Shell, qtbot: QtBot, qapp: QApplication
) -> None:
    old = shell.window
    assert old is not None
    old.status.buttons["ar"].click()
    new = shell.window
    assert new is not None
    assert new is not old
    assert new.place == old.place
    assert new.page("settings").title == "الإعدادات"
    assert new.isVisible()
    assert not old.isVisible()
    assert new.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: new.status.cell.text() == CELL_NAME.ar)
    assert shell.settings.text("language") == "ar"


def test_what_an_intake_brought_is_said_on_in_another_language(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    """Neither is the file read again, nor must the officer begin anew."""

    def page() -> IntakePage:
        assert shell.window is not None
        page = shell.window.page("intake")
        assert isinstance(page, IntakePage)
        return page

    file = tmp_path / "programme.csv"
    file.write_text("Date;Domicile;Extérieur\n30/08/2024;A;B", encoding="utf-8")
    assert shell.window is not None
    shell.window.go("intake", file)
    qtbot.waitUntil(lambda: page().panels.front == WORK)
    before = page()
    state = before.flow.state
    assert state is not None
    before.flow.last = Intake(0, state.rest(), IntakeResult(new=(UUID(int=1),)))
    before._accepted(before.flow.last.result)
    shell.window.status.buttons["fr"].click()
    assert page() is not before
    assert page().panels.front == DONE
    qtbot.waitUntil(lambda: "1 nouveau match" in page().done.facts.text())
    assert "1 ligne" in page().done.facts.text()  # left out: it waits for a decision
    qtbot.waitUntil(lambda: shell.runner.is_idle)
    assert page().panels.front == DONE


def test_a_window_that_another_took_the_place_of_is_let_go(
    tmp_path: Path, make_shell: Make, qtbot: QtBot, qapp: QApplication
) -> None:
    folder = tmp_path / "sample"
    setup = Setup("en", CELL_NAME, CELL_NAME, sample=True)
    create_workspace(folder, setup, no_progress).close()
    shell = make_shell(folder)
    shell.start()
    qtbot.waitUntil(lambda: shell.window is not None and shell.window.place is not None)
    assert shell.window is not None
    for page in ("clubs", "venues", "home"):  # a record stands open beside its list
        shell.window.go(page)
        qtbot.waitUntil(lambda: shell.runner.is_idle)
        qapp.processEvents()
    old = weakref.ref(shell.window)
    shell.switch("language", "fr")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert old() is None


def test_the_theme_changes_without_rebuilding(shell: Shell) -> None:
    window = shell.window
    assert window is not None
    window.status.shade.click()
    assert shell.window is window
    assert shell.settings.text("shade") == "dark"
    window.status.shade.click()
    assert shell.settings.text("shade") == "light"


def test_a_workspace_open_elsewhere_is_said_and_tried_again(
    cell_folder: Path, make_shell: Make, qtbot: QtBot
) -> None:
    other = Workspace.open(cell_folder)
    shell = make_shell(cell_folder)
    shell.settings.keep("window/page", "settings")
    shell.start()
    window = shell.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Obstacle)))
    obstacle = window.findChildren(Obstacle)[0]
    other.close()
    obstacle.retry.click()
    qtbot.waitUntil(lambda: window.place is not None)


def test_the_cell_is_renamed_on_the_settings_page(
    shell: Shell, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page("settings")
    qtbot.waitUntil(lambda: page._cell is not None)  # type: ignore[attr-defined]  # the page of this test
    dialog = page.edit_cell()  # type: ignore[attr-defined]  # as above
    name = dialog.form.field("name")
    name.set_value(Words(fr="Cellule de Salé"))
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: window.status.cell.text() == "Cellule de Salé")

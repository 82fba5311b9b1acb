"""The window of erasing: nothing goes without reasons and a yes."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactDraft
from sportsec.domain.words import Words
from sportsec.queries.people import contact_draft
from sportsec.queries.purges import purge_of
from sportsec.services.backups import back_up_by_hand
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.services.people import add_contact
from sportsec.store.backup import BACKUPS, DATABASE, list_backups
from sportsec.store.work import Work
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.pages.history.page import HistoryPage
from sportsec.ui.pages.purge.dialog import PurgeDialog
from sportsec.ui.shell import Shell
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.frame.conftest import *  # noqa: F403 - the same shell
from tests.screens.reading import out_of_order

NAME = "Zoulikha Qortobi"


def idle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.runner.is_idle)


@pytest.fixture
def person(shell: Shell, qtbot: QtBot) -> UUID:
    made: list[UUID] = []

    def job(work: Work) -> UUID:
        meet_cell(work, bytes(32), Words(fr="Fès"), "")
        trust_cell(work, bytes(32))
        return add_contact(work, ContactDraft(name_latin=NAME, phone="+212661998877"))

    shell.runner.write(shell, "Contact added", job, made.append)
    qtbot.waitUntil(lambda: bool(made) and shell.runner.is_idle)
    return made[0]


def opened(shell: Shell, person: UUID, qtbot: QtBot) -> PurgeDialog:
    """Open it from the panel of the person."""
    assert shell.window is not None
    shell.window.go("contacts", person)
    page = shell.window.page("contacts")
    assert isinstance(page, ContactsPage)
    idle(shell, qtbot)
    page.people.panel.purge.click()
    dialog = shell.window.findChild(PurgeDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.question is not None or dialog.report is not None)
    idle(shell, qtbot)
    return dialog


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def give(dialog: PurgeDialog, *, sure: bool = True) -> None:
    assert dialog.question is not None
    dialog.question.form.field("basis").set_value("Loi 09-08")
    dialog.question.form.field("decision").set_value("12/2026")
    dialog.question.sure.setChecked(sure)


def test_it_says_field_by_field_what_goes_and_what_stays(
    shell: Shell, person: UUID, cell_folder: Path, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    dialog = opened(shell, person, qtbot)
    said = texts(dialog)
    assert NAME in said
    assert "cannot be undone" in said
    assert "Fès" in said
    assert "1 backup still holds" in said
    assert not dialog.go.isEnabled()


def test_without_reasons_or_a_yes_nothing_is_erased(
    shell: Shell, person: UUID, qtbot: QtBot
) -> None:
    dialog = opened(shell, person, qtbot)
    assert dialog.question is not None
    give(dialog, sure=False)
    assert not dialog.go.isEnabled()
    dialog.question.form.field("decision").set_value("")
    dialog.question.sure.setChecked(True)
    dialog.go.click()
    idle(shell, qtbot)
    assert "number of the decision" in texts(dialog.question.form)
    assert _is_there(shell, person)


def test_whoever_was_erased_is_called_so_in_the_list(
    shell: Shell, person: UUID, qtbot: QtBot
) -> None:
    dialog = opened(shell, person, qtbot)
    give(dialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.report is not None)
    idle(shell, qtbot)
    assert shell.window is not None
    page = shell.window.page("contacts")
    assert isinstance(page, ContactsPage)
    page.reload()
    idle(shell, qtbot)
    model = page.people.model
    row = model.place_of(person)
    assert row is not None
    said = [model.index(row, at) for at in range(4)]
    assert said[0].data() == "Erased contact"
    assert said[0].data(Qt.ItemDataRole.DecorationRole) is None  # nothing is amiss
    assert said[3].data() == ""
    assert "Erased contact" in texts(page.people.panel)


def test_it_is_erased_and_reported(
    shell: Shell, person: UUID, cell_folder: Path, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    dialog = opened(shell, person, qtbot)
    give(dialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.report is not None)
    idle(shell, qtbot)
    assert not _is_there(shell, person)
    said = texts(dialog)
    assert "12/2026" in said
    assert "Not confirmed yet" in said
    assert dialog.copies.isVisible()
    assert out_of_order(dialog) == []
    files = [cell_folder / f"{DATABASE}{end}" for end in ("", "-wal")]
    assert not any(NAME.encode() in file.read_bytes() for file in files)
    assert shell.window is not None
    assert shell.window.toast.button.isHidden()  # nothing takes it back
    dialog.copies.click()
    qtbot.waitUntil(lambda: not dialog.copies.isVisible())
    idle(shell, qtbot)
    (left,) = list_backups(cell_folder / BACKUPS)
    assert NAME.encode() not in (cell_folder / BACKUPS / left.name).read_bytes()
    assert "without a trace" in texts(dialog)


def test_backups_go_with_it_when_that_is_asked(
    shell: Shell, person: UUID, cell_folder: Path, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    dialog = opened(shell, person, qtbot)
    assert dialog.question is not None
    dialog.question.delete_copies.setChecked(True)
    give(dialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: "without a trace" in texts(dialog))
    idle(shell, qtbot)
    kept = cell_folder / BACKUPS
    assert not any(NAME.encode() in f.read_bytes() for f in kept.iterdir())


def test_it_is_opened_from_the_history_too(
    shell: Shell, person: UUID, qtbot: QtBot
) -> None:
    window = shell.window
    assert window is not None
    record = HistoryDialog(window.desk, "contact", person, window)
    record.open()
    idle(shell, qtbot)
    assert record.purge is not None
    record.purge.click()
    assert record.findChild(PurgeDialog) is not None
    idle(shell, qtbot)
    assert HistoryDialog(window.desk, "club", person, window).purge is None
    window.go("history")
    page = window.page("history")
    assert isinstance(page, HistoryPage)
    idle(shell, qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.purge is not None)
    idle(shell, qtbot)


def test_the_form_refuses_what_was_erased(
    shell: Shell, person: UUID, qtbot: QtBot
) -> None:
    dialog = opened(shell, person, qtbot)
    give(dialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.report is not None)
    dialog.reject()
    idle(shell, qtbot)
    assert shell.window is not None
    page = shell.window.page("contacts")
    assert isinstance(page, ContactsPage)
    offered = page.people.panel.purge
    qtbot.waitUntil(lambda: offered.text() == "About the erasure…")
    page.people.edit(person)
    idle(shell, qtbot)
    form = shell.window.findChild(FormDialog)
    assert form is not None
    note = form.form.note("phone").text
    qtbot.waitUntil(lambda: "Erased by law" in note.text())
    assert form.form.note("phone").shape.level == "info"  # nothing is amiss so far
    assert not form.form.field("phone").inputs()[0].property("level")
    assert not form.form.field("phone").isEnabled()
    assert form.form.field("phone").inputs()[0].placeholderText() == ""
    assert form.form.field("role").isEnabled()
    form.form.field("phone").set_value("+212661998800")
    form.save()
    idle(shell, qtbot)
    assert "Erased by law" in texts(form)
    form.form.mark_clean()
    form.reject()


def _is_there(shell: Shell, person: UUID) -> bool:
    workspace = shell.runner.workspace
    assert workspace is not None
    with workspace.reading() as work:
        is_purged = purge_of(work, "contact", person) is not None
        assert is_purged == (contact_draft(work, person).name_latin == "")
    return not is_purged

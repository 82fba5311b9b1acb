"""Erasing personal data: the question, what came of it, the person afterwards."""

from __future__ import annotations

import secrets
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QScrollArea, QWidget
from sqlalchemy import select

from sportsec.domain.history import PURGED
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import Words
from sportsec.queries.purges import purge_of
from sportsec.services.backups import back_up_by_hand
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.services.purges import purge_record
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.pages.purge.opening import ask_purge
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.stage import Scene, Stage

#: Named as other scenes name theirs; none is the same: all are shown together.
CELLS = (
    Words("خلية طنجة", "Cellule de Tanger", "Cell of Tangier"),
    Words("خلية أكادير", "Cellule d'Agadir", "Cell of Agadir"),
)
WHY = PurgeDraft("Loi 09-08", "12/2026")


def _write(stage: Stage, title: str, job: Any) -> None:
    stage.shell.runner.write(stage.window, title, job)
    stage.settle()


def _persons(stage: Stage) -> list[UUID]:
    """Return the contacts of the sample; the first time cells and a backup are made."""

    def all_of_them(work: Work) -> list[UUID]:
        return list(work.session.scalars(select(Contact.id).order_by(Contact.id)))

    persons = stage.ask(all_of_them)

    def prepare(work: Work) -> None:
        for name in CELLS:
            key = secrets.token_bytes(32)
            meet_cell(work, key, name, "")
            trust_cell(work, key)
        one, other = (work.get(Contact, each) for each in persons[:2])
        one.notes = "Joindre le soir, après vingt heures."
        other.phone = one.phone

    def is_ready(work: Work) -> bool:
        return bool(work.get(Contact, persons[0]).notes)

    if not stage.ask(is_ready):
        _write(stage, "Contact saved", prepare)
        back_up_by_hand(stage.shell.folder)
    return persons


def question(stage: Stage) -> QWidget:
    """Draw what is asked, with what the record holds."""
    person = _persons(stage)[0]
    stage.open("contacts", person)
    return ask_purge(stage.window, stage.window.desk, "contact", person)


def reasons(stage: Stage) -> QWidget:
    """Draw the end of the question, with what is missing marked."""
    dialog: Any = question(stage)
    stage.settle()
    dialog.question.sure.setChecked(True)
    dialog.erase()
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    stage.settle()
    bar.setValue(bar.maximum())
    return dialog


def _purged(stage: Stage) -> UUID:
    person = _persons(stage)[2]
    if stage.ask(lambda work: purge_of(work, "contact", person)) is None:
        _write(
            *(stage, PURGED),
            lambda work: purge_record(work, "contact", person, WHY),
        )
    return person


def report(stage: Stage) -> QWidget:
    """Draw what came of a purge."""
    person = _purged(stage)
    stage.open("contacts", person)
    return ask_purge(stage.window, stage.window.desk, "contact", person)


def person_after(stage: Stage) -> QWidget:
    """Draw the page of a person whose data are gone."""
    stage.open("contacts", _purged(stage))
    window: QWidget = stage.window
    return window


def form_after(stage: Stage) -> QWidget:
    """Draw the form of such a person: the emptied fields say why."""
    person = _purged(stage)
    page: Any = stage.open("contacts", person)
    page.people.edit(person)
    stage.settle()
    form: QWidget = stage.window.findChild(FormDialog)
    return form


def history_after(stage: Stage) -> QWidget:
    """Draw the history of such a person."""
    person = _purged(stage)
    stage.open("contacts", person)
    dialog = HistoryDialog(stage.window.desk, "contact", person, stage.window)
    dialog.open()
    return dialog


SCENES = [
    Scene("purge-question", question),
    Scene("purge-reasons", reasons),
    Scene("purge-report", report),
    Scene("purge-person", person_after),
    Scene("purge-form", form_after),
    Scene("purge-history", history_after),
]

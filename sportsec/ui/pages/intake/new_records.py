"""A competition that a programme brings along, made from its page."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.competitions import CompetitionDraft
from sportsec.domain.words import N_, Words
from sportsec.services.competitions import add_competition, competition_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


def open_new_competition(
    parent: QWidget, desk: Desk, name: str, done: Callable[[UUID], object]
) -> FormDialog:
    """Open the form of a new competition, named as the file names it."""
    binds = [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("code", tr("Code"), TextField(ltr=True, max_length=12)),
    ]
    form = Form([Part("", binds)])
    dialog = FormDialog(
        desk, tr("New competition"), form, N_("Competition added"), parent
    )
    dialog.check = LiveCheck(desk.runner, dialog, competition_problems)
    dialog.saved.connect(done)
    named = Words(**{_script(name): name}) if name else Words()
    dialog.edit(CompetitionDraft(name=named), add_competition)
    dialog.open()
    return dialog


def _script(name: str) -> str:
    """Return the language of a name: Arabic by its letters, else that of the screen."""
    if any("\u0600" <= sign <= "\u06ff" for sign in name):
        return "ar"
    return "fr" if translator().language == "ar" else translator().language

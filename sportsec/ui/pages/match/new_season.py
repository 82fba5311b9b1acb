"""A season made where it was looked for in vain."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.competitions import SeasonDraft
from sportsec.domain.words import N_
from sportsec.services.competitions import add_season, season_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


def open_new_season(
    parent: QWidget, desk: Desk, draft: SeasonDraft, done: Callable[[UUID], object]
) -> FormDialog:
    """Open the form of a new season.

    Args:
        done: Called with the id after saving.
    """
    binds = [
        Bind("label", tr("Season"), TextField("2026-2027", ltr=True), needed=True),
        Bind("starts_on", tr("First day"), DateField()),
        Bind("ends_on", tr("Last day"), DateField()),
    ]
    form = Form([Part("", binds)])
    dialog = FormDialog(desk, tr("New season"), form, N_("Season added"), parent)
    dialog.check = LiveCheck(desk.runner, dialog, season_problems)
    dialog.saved.connect(done)
    dialog.edit(draft, add_season)
    dialog.open()
    return dialog

"""Seasons and competitions that a programme brings along, made from its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.competitions import CompetitionDraft, SeasonDraft
from sportsec.domain.intake.programme import Programme
from sportsec.domain.intake.seasons import STARTS_IN, first_month_of, first_year_of
from sportsec.domain.words import N_, Words
from sportsec.services.competitions import (
    add_competition,
    add_season,
    competition_problems,
    season_problems,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


def season_draft_of(label: str, programme: Programme | None) -> SeasonDraft:
    """Return the season of a file: its twelve months, widened to its matches."""
    year = first_year_of(label)
    if year is None:
        return SeasonDraft(label)
    month = first_month_of(label)
    first = date(year, month, 1)
    last = date(year, 12, 31) if month == 1 else date(year + 1, STARTS_IN - 1, 30)
    days = [line.date for line in programme.lines if line.date] if programme else []
    return SeasonDraft(label, min([first, *days]), max([last, *days]))


def open_new_season(
    parent: QWidget,
    desk: Desk,
    label: str,
    programme: Programme | None,
    done: Callable[[UUID], object],
) -> FormDialog:
    """Open the form of a new season, filled in from the file."""
    binds = [
        Bind("label", tr("Season"), TextField("2026-2027", ltr=True), needed=True),
        Bind("starts_on", tr("First day"), DateField()),
        Bind("ends_on", tr("Last day"), DateField()),
    ]
    form = Form([Part("", binds)])
    dialog = FormDialog(desk, tr("New season"), form, N_("Season added"), parent)
    dialog.check = LiveCheck(desk.runner, dialog, season_problems)
    dialog.saved.connect(done)
    dialog.edit(season_draft_of(label, programme), add_season)
    dialog.open()
    return dialog


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

"""The form of the check on the day: as authorised or not, and what was different."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from sportsec.domain.animations import Conformity, ConformityDraft
from sportsec.domain.words import N_
from sportsec.queries.animation_choices import conformity_draft
from sportsec.queries.animations import RequestRow
from sportsec.services.animations import check_on_the_day, conformity_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.animations.needed_fields import NeededFields
from sportsec.ui.pages.animations.radio_field import RadioField
from sportsec.ui.pages.animations.request_view import asked_card
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.form import Bind, Part
from sportsec.ui.widgets.form_dialog import FormDialog

CHECKED = N_("Tifo checked on the day")

#: What was seen stands before what was not looked at.
SEEN = (Conformity.CONFORMING, Conformity.DEVIATING, Conformity.UNCHECKED)


def open_day_check(parent: QWidget, desk: Desk, row: RequestRow) -> FormDialog:
    """Open the form of what was seen on the day."""
    title = tr("Tifo on the day of the match")
    dialog = FormDialog(desk, title, day_form(row), CHECKED, parent)
    dialog.check = LiveCheck(
        desk.runner, dialog, lambda work, new: conformity_problems(work, row.id, new)
    )

    def show(seen: ConformityDraft) -> None:
        dialog.edit(
            seen, lambda work, new: check_on_the_day(work, row.id, new, seen=seen)
        )

    def reload() -> None:
        desk.runner.read(
            dialog, "draft", lambda work: conformity_draft(work, row.id), show
        )

    dialog.wants_theirs.connect(reload)
    dialog.saved.connect(lambda _result: desk.say(tr(CHECKED)))
    show(row.day)
    mark_fields(desk, dialog, row.id)
    dialog.open()
    return dialog


def day_form(row: RequestRow) -> NeededFields:
    """Return the form: what was authorised, and whether it hung like that."""
    binds = [
        Bind("conformity", tr("On the day"), RadioField(SEEN)),
        Bind(
            *("conformity_note", tr("What was seen on the day"), LinesField(lines=3)),
            hint=tr("Needed where it was not as authorised"),
        ),
    ]
    return NeededFields([Part("", binds)], "conformity", _needed, asked_card(row))


def _needed(conformity: object) -> Collection[str]:
    return () if conformity is Conformity.UNCHECKED else ("conformity_note",)

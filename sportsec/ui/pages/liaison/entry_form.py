"""The form of a call that stands in the log already."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.domain.words import N_
from sportsec.queries.liaison import entry_draft
from sportsec.services.liaison import add_entry, entry_problems, revise_entry
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.match_field import match_field
from sportsec.ui.pages.directory.noun import Acts
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.pages.liaison.call_form import LOGGED
from sportsec.ui.widgets.fields import CheckField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateTimeField
from sportsec.ui.widgets.form import Bind, Form, Part

SAVED = N_("Call saved")


def entry_acts() -> Acts:
    """Return what the form of a call says and does."""
    return Acts(
        blank=LiaisonDraft,
        draft=entry_draft,
        add=add_entry,
        revise=revise_entry,
        problems=lambda work, draft, _id: entry_problems(work, draft),
        title=tr("Call or visit"),
        new=tr("New call or visit"),
        added=LOGGED,
        saved=SAVED,
    )


def entry_form(desk: Desk) -> Form:
    """Return the form of a call."""
    binds = [
        Bind("contact_id", tr("With whom"), contact_field(desk)),
        Bind(
            *("with_whom", tr("Somebody else"), TextField()),
            hint=tr("The name, if not among the contacts"),
        ),
        Bind("gist", tr("What was said"), LinesField(lines=4)),
        Bind("is_reached", tr("Answer"), CheckField(tr("Somebody answered"))),
        Bind("kind", tr("Kind"), EnumField(LiaisonKind)),
        Bind("happened_at", tr("Spoken on"), DateTimeField()),
        Bind("fixture_id", tr("Match"), match_field(desk.runner)),
    ]
    return Form([Part("", binds)])


def open_entry(parent: QWidget, desk: Desk, entry_id: UUID) -> None:
    """Open the form of a call, as it stands now."""
    desk.runner.read(
        parent,
        "entry",
        lambda work: entry_draft(work, entry_id),
        lambda draft: open_form(
            *(parent, desk, entry_acts(), entry_form(desk), entry_id, draft),
            lambda _id: None,
        ),
    )

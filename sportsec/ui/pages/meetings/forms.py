"""The forms of a meeting and of who comes to it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    ParticipantDraft,
    Presence,
    Signature,
)
from sportsec.domain.words import N_
from sportsec.queries.meetings import meeting_draft, meeting_problems
from sportsec.queries.participants import participant_draft
from sportsec.queries.pickers import Named
from sportsec.services.meetings import (
    add_meeting,
    add_participant,
    participant_problems,
    revise_meeting,
    revise_participant,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.match_field import match_field
from sportsec.ui.pages.directory.noun import Acts
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.directory.record_form import open_form, open_new
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateTimeField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

AGENDA_LINES, SAID_LINES = 10, 16


def meeting_acts() -> Acts:
    """Return what the forms of a meeting say and do."""
    return Acts(
        blank=MeetingDraft,
        draft=meeting_draft,
        add=add_meeting,
        revise=revise_meeting,
        problems=lambda work, draft, _id: meeting_problems(work, draft),
        title=tr("Meeting"),
        new=tr("New meeting"),
        added=N_("Meeting added"),
        saved=N_("Meeting saved"),
    )


def meeting_form(desk: Desk, *, is_new: bool = False) -> Form:
    """Return the form of when, where and by whom; what was said has its own."""
    binds = [
        Bind("kind", tr("Kind"), EnumField(MeetingKind)),
        Bind("meets_at", tr("Day and hour"), DateTimeField(), needed=True),
        Bind(
            *("fixture_id", tr("Match"), match_field(desk.runner)),
            hint=tr("None: a meeting of the season"),
        ),
        Bind("place", tr("Place"), TextField()),
        Bind("chair", tr("Chair"), TextField()),
        Bind("minutes_keeper", tr("Minutes kept by"), TextField()),
    ]
    if not is_new:
        binds += [
            Bind("status", tr("Status"), EnumField(MeetingStatus)),
            Bind("signature", tr("Signature"), EnumField(Signature)),
        ]
    return Form([Part("", binds)])


def agenda_form() -> Form:
    """Return the form of the agenda."""
    lines = LinesField(tr("One point per line"), lines=AGENDA_LINES)
    return Form([Part("", [Bind("agenda", tr("Points of the agenda"), lines)])])


def discussion_form() -> Form:
    """Return the form of what was said."""
    lines = LinesField(lines=SAID_LINES)
    return Form([Part("", [Bind("discussion", tr("Discussion"), lines)])])


def open_new_meeting(
    parent: QWidget, desk: Desk, fixture_id: UUID | None, done: Callable[[UUID], object]
) -> FormDialog:
    """Open the form of a new meeting.

    Args:
        fixture_id: Its match; None for one of the season.
        done: Called with the id after saving.
    """
    form = meeting_form(desk, is_new=True)
    return open_new(parent, desk, meeting_acts(), form, MeetingDraft(fixture_id), done)


def open_part(
    parent: QWidget, desk: Desk, form: Form, meeting_id: UUID, draft: MeetingDraft
) -> FormDialog:
    """Open a part of a meeting in its form."""
    return open_form(
        *(parent, desk, meeting_acts(), form, meeting_id, draft), lambda _id: None
    )


# ---- who comes


def participant_acts(meeting_id: UUID) -> Acts:
    """Return what the form of a participant of a meeting says and does."""
    return Acts(
        blank=ParticipantDraft,
        draft=participant_draft,
        add=lambda work, draft: add_participant(work, meeting_id, draft),
        revise=revise_participant,
        problems=lambda work, draft, one: participant_problems(
            work, meeting_id, draft, one
        ),
        title=tr("Participant"),
        new=tr("New participant"),
        added=N_("Participant added"),
        saved=N_("Participant saved"),
    )


def participant_form(desk: Desk) -> Form:
    """Return the form of a participant."""
    binds = [
        Bind("contact_id", tr("Contact"), contact_field(desk)),
        Bind(
            *("person", tr("Somebody else"), TextField()),
            hint=tr("The name, if not among the contacts"),
        ),
        Bind(
            *("organisation_id", tr("Organisation")),
            named_field(desk.runner, Named.ORGANISATION),
        ),
        Bind("function", tr("In what capacity"), TextField()),
        Bind("presence", tr("Presence"), EnumField(Presence)),
    ]
    return Form([Part("", binds)])


def open_participant(
    parent: QWidget,
    desk: Desk,
    meeting_id: UUID,
    participant_id: UUID | None = None,
    *,
    done: Callable[[UUID], object] = lambda _id: None,
) -> None:
    """Open the form of a participant, as it stands now; None for a new one.

    Args:
        done: Called with the id after saving.
    """
    acts = participant_acts(meeting_id)
    if participant_id is None:
        form = participant_form(desk)
        open_new(parent, desk, acts, form, acts.blank(), done)
        return
    one = participant_id
    desk.runner.read(
        parent,
        "participant",
        lambda work: participant_draft(work, one),
        lambda draft: open_form(
            *(parent, desk, acts, participant_form(desk), one, draft), done
        ),
    )

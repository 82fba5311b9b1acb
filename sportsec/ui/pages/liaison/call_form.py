"""The form of a call: with whom, what was said, what was promised; one act.

open_call(self, desk, LiaisonDraft(fixture_id=match, contact_id=person))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import (
    PARTIES,
    CommitmentDraft,
    CommitmentTopic,
)
from sportsec.domain.drafts import Draft
from sportsec.domain.errors import Invalid
from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.domain.people import Freshness
from sportsec.domain.problems import Problem, blocking
from sportsec.domain.words import N_
from sportsec.queries.next_match import match_spoken_of
from sportsec.queries.parties import with_party
from sportsec.queries.people import reliance_of
from sportsec.services.liaison import call_problems, log_call
from sportsec.ui.commitment_look import due_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.match_field import match_field
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.liaison.commitment_form import side_field
from sportsec.ui.pages.liaison.party_field import party_field
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields import CheckField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField, DateTimeField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

LOGGED = N_("Call logged")
#: A number of such people is proposed as verified by the call.
_DOUBTFUL = {Freshness.STALE, Freshness.UNVERIFIED}
#: Field of a promise → field of the form; all of who is bound is one field.
_FIELDS = {"wording": "promise", **dict.fromkeys((*PARTIES, "is_ours"), "party")}


@dataclass(frozen=True, slots=True)
class CallInput(Draft):
    """What the form asks; the promise is none while it has no words and no day.

    Args:
        is_unanswered: Nobody answered.
        is_number_right: Whether the contact counts as verified today.
        party: Who is bound, if not the one spoken to.
    """

    fixture_id: UUID | None = None
    contact_id: UUID | None = None
    gist: str = ""
    is_unanswered: bool = False
    is_number_right: bool = False
    promise: str = ""
    due_on: date | None = None
    is_ours: bool = False
    party: UUID | None = None
    topic: CommitmentTopic = CommitmentTopic.OTHER
    kind: LiaisonKind = LiaisonKind.CALL
    happened_at: datetime | None = None
    with_whom: str = ""

    def entry(self) -> LiaisonDraft:
        """Return what goes into the log."""
        return LiaisonDraft(
            fixture_id=self.fixture_id,
            kind=self.kind,
            happened_at=self.happened_at,
            contact_id=self.contact_id,
            with_whom=self.with_whom,
            is_reached=not self.is_unanswered,
            gist=self.gist,
        )

    def commitment(self, work: Work) -> CommitmentDraft | None:
        """Return what was promised; None for nothing."""
        if not self.promise and self.due_on is None:
            return None
        draft = CommitmentDraft(
            wording=self.promise,
            due_on=self.due_on,
            is_ours=self.is_ours,
            topic=self.topic,
        )
        return with_party(work, draft, self.party)


def open_call(parent: QWidget, desk: Desk, draft: LiaisonDraft) -> FormDialog:
    """Open the form of a call that was made just now.

    Args:
        draft: Names the match, and the contact if one was chosen.
    """
    form = _form(desk, proposes_match=draft.fixture_id is None)
    dialog = FormDialog(desk, tr("New call or visit"), form, LOGGED, parent)
    dialog.check = LiveCheck(
        desk.runner, dialog, lambda work, said: list(_problems(work, said))
    )
    dialog.saved.connect(lambda _id: desk.say(_said_of(form.values())))
    shown = CallInput(fixture_id=draft.fixture_id, contact_id=draft.contact_id)
    dialog.edit(shown, _save)
    # Not in what is shown: what was typed before a power cut is found again by that.
    form.field("happened_at").set_value(datetime.now(UTC))
    _Number(desk, dialog).follow()
    if draft.fixture_id is None:
        _Match(desk, dialog).follow()
    dialog.open()
    if draft.contact_id is not None:
        form.field("gist").focus()
    return dialog


def _said_of(said: CallInput) -> str:
    """Return what is said once it is saved: also what was promised, and by when."""
    if not said.promise:
        return tr(LOGGED)
    promise = tr("{name}: {text}", name=tr("Promise"), text=said.promise)
    return joined(tr(LOGGED), promise, due_text(said.due_on))


def _save(work: Work, said: CallInput) -> UUID:
    wrong = blocking(_problems(work, said))
    if wrong:
        raise Invalid(wrong)
    return log_call(
        work,
        said.entry(),
        said.commitment(work),
        is_number_right=said.is_number_right,
    )


def _problems(work: Work, said: CallInput) -> Iterator[Problem]:
    """Yield what is wrong, at the fields of the form."""
    own, promised = call_problems(work, said.entry(), said.commitment(work))
    yield from own
    for each in promised:
        name = _FIELDS.get(each.field or "", each.field)
        yield Problem(name, each.message, each.level, each.facts)


class _Number(QObject):
    """Proposes that the number is right where the contact is to be verified again."""

    def __init__(self, desk: Desk, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self._desk = desk
        self._dialog = dialog
        form = dialog.form
        self._contact, self._tick = form.field("contact_id"), form.field(RIGHT)
        self._unanswered = form.field("is_unanswered")
        self._contact.changed.connect(self.follow)
        self._unanswered.changed.connect(self.follow)

    def follow(self) -> None:
        """Ask how far the contact can be relied on."""
        one = self._contact.value()
        may_be = one is not None and not self._unanswered.value()
        self._tick.setEnabled(may_be)
        self._tick.set_value(value=False)
        if may_be:
            self._desk.runner.read(
                self._dialog,
                "reliance",
                lambda work: reliance_of(work, one),
                lambda found: self._tick.set_value(value=found in _DOUBTFUL),
            )


class _Match(QObject):
    """Proposes the match that the call is likely about, until the officer names one."""

    def __init__(self, desk: Desk, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self._desk = desk
        self._dialog = dialog
        self._proposed: UUID | None = None
        self._match = dialog.form.field("fixture_id")
        self._contact = dialog.form.field("contact_id")
        self._contact.changed.connect(self.follow)

    def follow(self) -> None:
        """Ask which match is meant with the person that is chosen."""
        one = self._contact.value()
        self._desk.runner.read(
            self._dialog,
            "spoken of",
            lambda work: match_spoken_of(work, one),
            self._propose,
        )

    def _propose(self, found: UUID | None) -> None:
        if self._match.value() in {None, self._proposed}:
            self._proposed = found
            self._match.set_value(found)


RIGHT = "is_number_right"


def _form(desk: Desk, *, proposes_match: bool) -> Form:
    """Return the form; a match that is proposed stands where it is seen at once."""
    match = Bind("fixture_id", tr("Match"), match_field(desk.runner))
    said = [
        Bind("contact_id", tr("With whom"), contact_field(desk), needed=True),
        *([match] if proposes_match else []),
        Bind("gist", tr("What was said"), LinesField(lines=3)),
        Bind("is_unanswered", tr("Answer"), CheckField(tr("Nobody answered"))),
        Bind(RIGHT, tr("Verification"), CheckField(tr("The number is right"))),
    ]
    promised = [
        Bind("promise", tr("Wording"), LinesField(lines=2)),
        Bind("due_on", tr("Due on"), DateField()),
        Bind("is_ours", tr("Who is bound"), side_field()),
        Bind(
            *("party", tr("Other side"), party_field(desk.runner)),
            hint=tr("Left empty: whom you spoke to"),
        ),
        Bind("topic", tr("Subject"), EnumField(CommitmentTopic)),
    ]
    when = [
        Bind("kind", tr("Kind"), EnumField(LiaisonKind)),
        Bind("happened_at", tr("Spoken on"), DateTimeField()),
        *([] if proposes_match else [match]),
        Bind(
            *("with_whom", tr("Somebody else"), TextField()),
            hint=tr("The name, if not among the contacts"),
        ),
    ]
    return Form(
        [
            Part("", said),
            Part(tr("What was promised"), promised),
            Part(tr("When and how"), when),
        ]
    )

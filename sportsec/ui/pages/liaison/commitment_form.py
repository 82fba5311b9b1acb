"""The form of a promise or decision: what, by whom, by when, who sees to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, cast
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from sportsec.domain.commitments import (
    PARTIES,
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
    OutcomeDraft,
)
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.commitments import commitment_draft, outcome_draft
from sportsec.queries.parties import party_of, with_party
from sportsec.services.commitments import (
    add_commitment,
    commitment_problems,
    revise_commitment,
    settle_commitment,
)
from sportsec.services.rules import refuse_blocking
from sportsec.ui.commitment_look import state_choices
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.match_field import match_field
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.liaison.party_field import party_field
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.fields_choice import ChoiceField, EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

#: One that stands, and what became of it, as they were read.
Seen = tuple[CommitmentDraft, OutcomeDraft | None]
ADDED, SAVED = N_("Promise or decision added"), N_("Promise or decision saved")


@dataclass(frozen=True, slots=True)
class CommitmentInput(Draft):
    """What the form asks: a commitment, its party in one field whatever it is.

    Args:
        party: Who is bound, or to whom the cell gave its word.
        state: What became of it; asked of one that stands, as the remark is.
    """

    kind: CommitmentKind = CommitmentKind.PROMISE
    wording: str = ""
    is_ours: bool = False
    party: UUID | None = None
    due_on: date | None = None
    responsible: str = ""
    topic: CommitmentTopic = CommitmentTopic.OTHER
    fixture_id: UUID | None = None
    state: CommitmentState = CommitmentState.OPEN
    remark: str = ""

    def draft(self, work: Work, base: CommitmentDraft) -> CommitmentDraft:
        """Return the draft that says so; what is not asked is that of `base`."""
        named = with_party(work, base, self.party)
        return replace(
            named,
            kind=self.kind,
            wording=self.wording,
            is_ours=self.is_ours,
            due_on=self.due_on,
            responsible=self.responsible,
            topic=self.topic,
            fixture_id=self.fixture_id,
        )


def input_of(
    draft: CommitmentDraft, outcome: OutcomeDraft | None = None
) -> CommitmentInput:
    """Return what the form shows of a draft, and of what became of it."""
    known = outcome or OutcomeDraft()
    return CommitmentInput(
        kind=draft.kind,
        wording=draft.wording,
        is_ours=draft.is_ours,
        party=party_of(draft),
        due_on=draft.due_on,
        responsible=draft.responsible,
        topic=draft.topic,
        fixture_id=draft.fixture_id,
        state=known.state,
        remark=known.remark,
    )


def open_commitment(
    parent: QWidget,
    desk: Desk,
    draft: CommitmentDraft,
    commitment_id: UUID | None = None,
    outcome: OutcomeDraft | None = None,
) -> FormDialog:
    """Open the form of a promise or decision.

    Args:
        draft: What it starts from; of one that stands, as it was read.
        commitment_id: None for a new one.
        outcome: Of one that stands what became of it, which is then asked too.
    """
    act = ADDED if commitment_id is None else SAVED
    title = tr("Promise or decision")
    if commitment_id is None:
        title = tr("New promise or decision")
    form = _form(desk, has_outcome=outcome is not None)
    dialog = FormDialog(desk, title, form, act, parent)

    def show(seen: Seen) -> None:
        dialog.check = LiveCheck(
            desk.runner,
            dialog,
            lambda work, said: _problems(work, said, seen[0], commitment_id),
        )
        job = partial(_save, seen=seen, commitment_id=commitment_id)
        dialog.edit(input_of(*seen), job)

    def reload() -> None:
        if commitment_id is not None:
            desk.runner.read(
                dialog, "draft", partial(read_commitment, commitment_id), show
            )

    dialog.wants_theirs.connect(reload)
    dialog.saved.connect(lambda _result: desk.say(tr(act)))
    show((draft, outcome))
    mark_fields(desk, dialog, commitment_id)
    dialog.open()
    return dialog


def edit_commitment(parent: QWidget, desk: Desk, commitment_id: UUID) -> None:
    """Open the form of one that stands, as it is now."""
    desk.runner.read(
        parent,
        "draft",
        partial(read_commitment, commitment_id),
        lambda seen: open_commitment(parent, desk, seen[0], commitment_id, seen[1]),
    )


def read_commitment(commitment_id: UUID, work: Work) -> Seen:
    """Read one as the form shows it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return commitment_draft(work, commitment_id), outcome_draft(work, commitment_id)


def at_fields(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems at the fields of the form: who is bound is one of them."""
    own = {*PARTIES, "is_ours"}
    return [
        replace(each, field="party") if each.field in own else each for each in problems
    ]


def side_field() -> ChoiceField:
    """Return the field that says which side is bound."""
    return ChoiceField([(False, tr("The other side")), (True, tr("The cell"))])


def _problems(
    work: Work, said: CommitmentInput, base: CommitmentDraft, one: UUID | None
) -> list[Problem]:
    return at_fields(commitment_problems(work, said.draft(work, base), one))


def _save(
    work: Work, said: CommitmentInput, *, seen: Seen, commitment_id: UUID | None
) -> UUID:
    """Write it; return its id."""
    draft, outcome = seen
    refuse_blocking(_problems(work, said, draft, commitment_id))
    new = said.draft(work, draft)
    if commitment_id is None:
        return add_commitment(work, new)
    revise_commitment(work, commitment_id, new, seen=draft)
    if outcome is not None:
        now = OutcomeDraft(said.state, said.remark)
        settle_commitment(work, commitment_id, now, seen=outcome)
    return commitment_id


def _form(desk: Desk, *, has_outcome: bool) -> Form:
    what = [
        Bind("wording", tr("Wording"), LinesField(lines=3), needed=True),
        Bind("kind", tr("Kind"), EnumField(CommitmentKind)),
        Bind("is_ours", tr("Who is bound"), side_field()),
        Bind(
            *("party", tr("Other side"), party_field(desk.runner)),
            hint=tr("A person, club, supporter group or organisation"),
        ),
        Bind("due_on", tr("Due on"), DateField()),
        Bind(
            *("responsible", tr("Responsible"), TextField()),
            hint=tr("Who sees to it, in words"),
        ),
        Bind("topic", tr("Subject"), EnumField(CommitmentTopic)),
        Bind("fixture_id", tr("Match"), match_field(desk.runner)),
    ]
    parts = [Part("", what)]
    if has_outcome:
        became = [
            Bind("state", tr("State"), ChoiceField(state_choices(None))),
            Bind("remark", tr("Remark"), LinesField(lines=2)),
        ]
        parts.append(Part(tr("What became of it"), became))
        return _OutcomeForm(parts)
    return _SidedForm(parts)


class _SidedForm(Form):
    """Marks who must be named: of a promise who is bound, of a decision who sees to it.

    A decision that binds somebody needs nobody else.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(parts)
        labels = {each.buddy(): each for each in self.findChildren(QLabel)}
        self._labels = {
            name: (label, label.text())
            for name in ("party", "responsible")
            if (label := labels.get(self.field(name).inputs()[0])) is not None
        }
        for name in ("kind", "is_ours", "party"):
            self.field(name).changed.connect(self._follow)

    def load(self, draft: Any) -> None:
        """Show a draft."""
        super().load(draft)
        self._follow()

    def type_in(self, values: Mapping[str, Any]) -> None:
        """Fill fields as if the officer had typed it."""
        super().type_in(values)
        self._follow()

    def _follow(self) -> None:
        is_decision = self.field("kind").value() is CommitmentKind.DECISION
        is_ours = bool(self.field("is_ours").value())
        is_bound = is_ours or self.field("party").value() is not None
        needed = {
            "party": not is_decision and not is_ours,
            "responsible": is_decision and not is_bound,
        }
        for name, (label, text) in self._labels.items():
            label.setText(f"{text} *" if needed[name] else text)
            label.setToolTip(tr("Must be filled in") if needed[name] else "")


class _OutcomeForm(_SidedForm):
    """Says also the states as they are called of the kind chosen."""

    def _follow(self) -> None:
        super()._follow()
        state = cast("ChoiceField", self.field("state"))
        state.offer(state_choices(self.field("kind").value()))

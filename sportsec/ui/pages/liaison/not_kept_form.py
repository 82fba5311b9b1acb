"""The form that says that a promise was not kept, or a decision not carried out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.drafts import Draft
from sportsec.queries.commitments import CommitmentRow
from sportsec.services.commitments import close_commitment
from sportsec.ui.commitment_look import closing_act, due_text, said_as
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.widgets.fields import LinesField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class _Reason(Draft):
    """Why; the id tells what was typed for one from what was typed for another."""

    commitment_id: UUID
    reason: str = ""


def open_not_kept(parent: QWidget, desk: Desk, row: CommitmentRow) -> FormDialog:
    """Ask why one was not kept; the reason may be left out."""
    hint = tr("May be left out")
    asked = [Bind("reason", tr("Reason"), LinesField(lines=3), hint=hint)]
    form = Form([Part(joined(row.wording, due_text(row.due_on)), asked)])
    act = closing_act(CommitmentState.BROKEN, row.kind)
    title = said_as(row, CommitmentState.BROKEN)
    dialog = FormDialog(desk, title, form, act, parent)
    dialog.saved.connect(lambda _done: desk.say(tr(act)))
    dialog.edit(
        _Reason(row.id),
        lambda work, said: close_commitment(
            work, said.commitment_id, CommitmentState.BROKEN, said.reason
        ),
    )
    dialog.open()
    return dialog

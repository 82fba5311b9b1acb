"""The form of an answer to a request for a tifo, and a row of them one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from sportsec.domain.animation_rules import GIVEN, HEEDED
from sportsec.domain.animations import AnimationDecision, AnswerDraft
from sportsec.domain.words import N_
from sportsec.queries.animation_choices import answer_draft
from sportsec.queries.animations import RequestRow
from sportsec.services.animations import answer_problems, answer_request
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.pages.animations.needed_fields import NeededFields
from sportsec.ui.pages.animations.radio_field import RadioField
from sportsec.ui.pages.animations.request_view import asked_card
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.fields import LinesField, TextField
from sportsec.ui.widgets.form import Bind, Part
from sportsec.ui.widgets.form_dialog import FormDialog

ANSWERED = N_("Request for a tifo answered")

#: In the order in which they are thought of.
DECISIONS = (
    *(AnimationDecision.AUTHORISED, AnimationDecision.CONDITIONS),
    *(AnimationDecision.REFUSED, AnimationDecision.WITHDRAWN),
    AnimationDecision.PENDING,
)


def usual_decider(rows: Sequence[RequestRow]) -> str:
    """Return who decided last at this match: most often the same decides all."""
    named = [row for row in rows if row.answer.decided_by and row.decided_at]
    latest = max(named, key=lambda row: str(row.decided_at), default=None)
    return latest.answer.decided_by if latest is not None else ""


def open_answer(
    parent: QWidget,
    desk: Desk,
    row: RequestRow,
    decider: str = "",
    title: str = "",
) -> FormDialog:
    """Open the form of an answer.

    Args:
        decider: Filled in where nobody is named yet.
        title: Of the window; its usual one without.
    """
    title = title or tr("Answer to a request for a tifo")
    dialog = FormDialog(desk, title, answer_form(row), ANSWERED, parent)
    check = LiveCheck(
        desk.runner, dialog, lambda work, new: answer_problems(work, row.id, new)
    )
    dialog.check = check

    def show(seen: AnswerDraft) -> None:
        by = seen.decided_by or decider
        dialog.edit(
            replace(seen, decided_by=by),
            lambda work, new: answer_request(work, row.id, new, seen=seen),
        )
        check(seen)

    def reload() -> None:
        desk.runner.read(dialog, "draft", lambda work: answer_draft(work, row.id), show)

    dialog.wants_theirs.connect(reload)
    dialog.saved.connect(lambda _result: desk.say(tr(ANSWERED)))
    show(row.answer)
    mark_fields(desk, dialog, row.id)
    dialog.open()
    return dialog


def open_answers(
    parent: QWidget,
    desk: Desk,
    rows: Sequence[RequestRow],
    decider: str = "",
    opened: Callable[[FormDialog], object] = lambda _dialog: None,
) -> None:
    """Open the answers of several requests one after the other; cancelling ends it.

    Args:
        rows: In their order.
        opened: Told of each form.
    """

    def show(at: int, by: str) -> None:
        title = tr("Answer {n} of {all}", n=isolate(str(at + 1)), all=len(rows))
        dialog = open_answer(parent, desk, rows[at], by, title)
        if at + 1 < len(rows):
            dialog.saved.connect(
                lambda _result: show(at + 1, dialog.form.values().decided_by or by)
            )
        opened(dialog)

    if rows:
        show(0, decider)


def answer_form(row: RequestRow) -> NeededFields:
    """Return the form: what is asked for, the five answers, and what each needs."""
    binds = [
        Bind("decision", tr("Answer"), RadioField(DECISIONS)),
        Bind(
            *("conditions", tr("Conditions"), LinesField(lines=3)),
            needed=True,
            hint=tr("The order prints them"),
        ),
        Bind(
            *("reason", tr("Reason"), LinesField(lines=2)),
            needed=True,
            hint=tr("The group is told it"),
        ),
        Bind(
            *("decided_by", tr("Who decided"), TextField()),
            needed=True,
        ),
    ]
    return NeededFields(
        [Part("", binds)], "decision", _needed, asked_card(row, warned=HEEDED)
    )


def _needed(decision: object) -> Collection[str]:
    wanted = {"decided_by"} if decision in GIVEN else set()
    if decision is AnimationDecision.CONDITIONS:
        wanted.add("conditions")
    elif decision in {AnimationDecision.REFUSED, AnimationDecision.WITHDRAWN}:
        wanted.add("reason")
    return wanted

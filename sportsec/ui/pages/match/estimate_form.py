"""The form of an estimate: how many, who says so, when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.estimate_rules import sum_of_parts, sum_with_ticket
from sportsec.domain.fixtures import Confidence, EstimateDraft, EstimateKind
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE, short_date
from sportsec.queries.estimate_checks import estimate_effects
from sportsec.queries.fixture_history import EstimateRow, estimates_in_force
from sportsec.services.fixtures import add_estimate, estimate_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.match.said import figures_text
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields import IntegerField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


def open_estimate(
    parent: QWidget,
    desk: Desk,
    fixture_id: UUID,
    known: Iterable[EstimateRow],
) -> FormDialog:
    """Open the form of a new estimate.

    Args:
        known: The estimates of the match, the latest first: what counts so far is said.
    """
    binds = [
        Bind("kind", tr("Public"), EnumField(EstimateKind)),
        Bind("persons", tr("Persons"), IntegerField(), needed=True),
        Bind("source", tr("Source"), TextField(tr("Who says so")), needed=True),
        Bind("estimated_on", tr("Date"), DateField()),
        Bind("confidence", tr("Confidence"), EnumField(Confidence)),
    ]
    act = N_("Estimate added")
    form = Form([Part("", binds)])
    dialog = FormDialog(desk, tr("New estimate"), form, act, parent)
    dialog.check = LiveCheck(
        desk.runner,
        dialog,
        lambda work, draft: estimate_problems(work, fixture_id, draft),
    )

    def say(problems: tuple[Problem, ...]) -> None:
        desk.say("\n".join(filter(None, (tr(act), figures_text(problems)))))

    def add(work: Work, draft: EstimateDraft) -> tuple[Problem, ...]:
        add_estimate(work, fixture_id, draft)
        work.session.flush()
        return estimate_effects(work, fixture_id)

    dialog.saved.connect(say)
    today = datetime.now(ZONE).date()
    dialog.edit(EstimateDraft(estimated_on=today), add)
    _say_in_force(form, estimates_in_force(known))
    dialog.open()
    return dialog


def _say_in_force(form: Form, known: Mapping[EstimateKind, EstimateRow]) -> None:
    """Say under the public that is chosen which figure counts so far.

    Under the figure of the whole public stands what its parts make: nobody adds it up.
    """
    made = _parts_text({kind: row.persons for kind, row in known.items()})

    def show() -> None:
        kind = form.field("kind").value()
        row = known.get(kind)
        text = tr("No estimate of this public yet.")
        if row is not None:
            text = tr("In force: {text}", text=_said(row))
        form.note("kind").set_hint(text)
        form.note("persons").set_hint(made if kind is EstimateKind.ATTENDANCE else "")

    if known:
        form.field("kind").changed.connect(show)
        if made:
            form.note("persons").keep_a_line()
        show()


def _parts_text(latest: Mapping[EstimateKind, int]) -> str:
    """Return what the parts of a public make, both ways where some have no ticket."""
    parts, ticketed = sum_of_parts(latest), sum_with_ticket(latest)
    if parts is None:
        return ""
    both = isolate(figure(parts))
    if parts == ticketed:
        return tr("Home public and visitors make {parts}.", parts=both)
    return tr(
        "Home public and visitors make {parts}, or {ticketed} not counting those"
        " without ticket.",
        parts=both,
        ticketed=isolate(figure(ticketed)),
    )


def _said(row: EstimateRow) -> str:
    """Return a figure, who says so, and when."""
    day = "" if row.estimated_on is None else short_date(row.estimated_on)
    return joined(isolate(figure(row.persons)), isolate(row.source), isolate(day))

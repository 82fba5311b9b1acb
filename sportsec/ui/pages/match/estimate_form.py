"""The form of an estimate: how many, who says so, when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.fixtures import Confidence, EstimateDraft, EstimateKind
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.estimate_checks import estimate_effects
from sportsec.services.fixtures import add_estimate, estimate_problems
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.match.said import figures_text
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields import IntegerField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


def open_estimate(parent: QWidget, desk: Desk, fixture_id: UUID) -> FormDialog:
    """Open the form of a new estimate."""
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
    dialog.open()
    return dialog

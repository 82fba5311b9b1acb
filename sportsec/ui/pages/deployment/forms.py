"""The forms of a detachment, a post and a phase."""

from __future__ import annotations

from sportsec.domain.deployment import (
    CommandLevel,
    Function,
    ListKind,
    Phase,
    PhaseDraft,
)
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.words import Words
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.list_field import ListField
from sportsec.ui.pages.directory.makers import unit_field
from sportsec.ui.widgets.fields import CheckField, IntegerField, TextField
from sportsec.ui.widgets.fields_choice import ChoiceField, EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import DateTimeField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


def detachment_form(desk: Desk) -> Form:
    """Return the form of a detachment; what must be filled in comes first."""
    runner = desk.runner
    persons = tr("persons")
    itself = [
        Bind("unit_id", tr("Unit"), unit_field(desk), needed=True),
        Bind("call_sign", tr("Call sign"), TextField(ltr=True), needed=True),
        Bind("headcount", tr("Officers"), IntegerField(persons), needed=True),
        Bind("women", tr("Women"), IntegerField(persons)),
        Bind("headcount_present", tr("Present at muster"), IntegerField(persons)),
        Bind("function", tr("Function"), EnumField(Function, none=tr("Not stated"))),
        Bind("command_level", tr("Command level"), EnumField(CommandLevel)),
        Bind("name", tr("Name of the detachment"), WordsField()),
    ]
    leader = [
        Bind("leader_id", tr("Contact"), contact_field(desk)),
        Bind("leader_name", tr("Name"), TextField()),
        Bind("leader_rank", tr("Rank"), ListField(runner, ListKind.RANK)),
        Bind("leader_phone", tr("Phone"), PhoneField()),
    ]
    radio = [
        Bind("channel", tr("Channel"), TextField(ltr=True)),
        Bind("fallback_channel", tr("If the radio fails"), TextField()),
    ]
    times = [
        Bind("arrives_at", tr("Arrival"), DateTimeField()),
        Bind("leaves_at", tr("Departure"), DateTimeField()),
        Bind("is_reserve", tr("Reserve"), CheckField(tr("Held in reserve"))),
        Bind("reserve_trigger", tr("Engaged when"), WordsField()),
    ]
    return Form(
        [
            Part(tr("Unit and strength"), itself),
            Part(tr("Leader"), leader),
            Part(tr("Radio"), radio),
            Part(tr("Times and reserve"), times),
        ]
    )


def post_form(plan: Plan) -> Form:
    """Return the form of a post at the stadium of a plan."""
    sectors = [
        (each.plan.id, f"{isolate(each.plan.code)} · {words(each.name)}")
        for each in plan.sectors
    ]
    gates = [(gate.id, isolate(gate.code)) for gate in plan.gates]
    where = [
        Bind("code", tr("Code"), TextField(ltr=True), needed=True),
        Bind("phase", tr("Phase"), EnumField(Phase)),
        Bind("sector_id", tr("Sector"), ChoiceField(sectors, none=tr("No sector"))),
        Bind("gate_id", tr("Gate"), ChoiceField(gates, none=tr("No gate"))),
        Bind("place", tr("Place"), WordsField()),
    ]
    what = [
        Bind(
            *("headcount_needed", tr("Officers needed"), IntegerField(tr("persons"))),
            needed=True,
        ),
        Bind("task", tr("Task"), WordsField(lines=2)),
        Bind("equipment", tr("Equipment"), WordsField()),
        Bind("relief", tr("Relief"), WordsField()),
    ]
    return Form([Part(tr("Place and phase"), where), Part(tr("Task"), what)])


def phase_draft(plan: Plan, phase: Phase) -> PhaseDraft:
    """Return a phase as planned, or as it usually is."""
    window = plan.windows.get(phase)
    objective = plan.objectives.get(phase, Words())
    if window is None:
        return PhaseDraft(objective=objective)
    return PhaseDraft(window.starts_at, window.ends_at, objective)


def phase_form(phase: Phase) -> Form:
    """Return the form of one phase."""
    binds = [
        Bind("starts_at", tr("From"), DateTimeField(), needed=True),
        Bind("ends_at", tr("To"), DateTimeField(), needed=True),
        Bind("objective", tr("Objective"), WordsField(lines=2)),
    ]
    return Form([Part(label(phase), binds)])

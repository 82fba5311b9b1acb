"""Units that can give detachments, and the commands they stand under."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.deployment import CommandKind, ListKind, Service
from sportsec.domain.units import CommandDraft, UnitDraft
from sportsec.domain.words import N_
from sportsec.i18n.phones import phone
from sportsec.queries.pickers import Named
from sportsec.queries.units import (
    COMMANDS,
    UNITS,
    CommandFilter,
    CommandRow,
    UnitFilter,
    UnitRow,
    command_draft,
    unit_draft,
)
from sportsec.services.units import (
    add_command,
    add_unit,
    command_problems,
    delete_command,
    delete_unit,
    restore_command,
    restore_unit,
    revise_command,
    revise_unit,
    unit_problems,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.list_field import ListField
from sportsec.ui.pages.directory.new_record import making_field
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.unit_panel import UnitPanel
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField, IntegerField, LinesField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part

#: Least width of the name of a command: it is read before what only helps.
NAME = 210


def unit_noun() -> Noun:
    """Return what the list of units says and does."""
    return Noun(
        key="units",
        title=tr("Units"),
        delete=delete_unit,
        restore=restore_unit,
        new=tr("New unit"),
        empty=tr("No unit yet. Add the units that give detachments."),
        search=tr("Search units and commands"),
        deleted=N_("Unit deleted"),
        restored=N_("Unit brought back"),
    )


def unit_acts() -> Acts:
    """Return what the form of units says and does."""
    return Acts(
        blank=UnitDraft,
        draft=unit_draft,
        add=add_unit,
        revise=revise_unit,
        problems=unit_problems,
        title=tr("Unit"),
        new=tr("New unit"),
        added=N_("Unit added"),
        saved=N_("Unit saved"),
    )


def command_noun() -> Noun:
    """Return what the list of commands says and does."""
    return Noun(
        key="commands",
        title=tr("Commands"),
        delete=delete_command,
        restore=restore_command,
        new=tr("New command"),
        empty=tr("No command yet. Add the prefecture or region first."),
        search=tr("Search commands"),
        deleted=N_("Command deleted"),
        restored=N_("Command brought back"),
    )


def command_acts() -> Acts:
    """Return what the form of commands says and does."""
    return Acts(
        blank=CommandDraft,
        draft=command_draft,
        add=add_command,
        revise=revise_command,
        problems=command_problems,
        title=tr("Command"),
        new=tr("New command"),
        added=N_("Command added"),
        saved=N_("Command saved"),
    )


def unit_columns() -> list[Column[UnitRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Unit"), lambda r: words(r.name), "name", stretch=True),
        Column(tr("Kind"), lambda r: words(r.kind), "kind", width=140, spare=True),
        Column(
            *(tr("Command"), lambda r: words(r.command), "command"),
            width=200,
            spare=True,
        ),
        Column(
            *(tr("Strength"), lambda r: figure(r.strength), "strength"),
            align="end",
            width=90,
        ),
        Column(
            *(tr("Reinforcement"), _reinforcement),
            level=lambda r: "info" if r.is_reinforcement else None,
            width=110,
            hidden=True,
        ),
        Column(
            *(tr("Service"), lambda r: label(r.service), "service"),
            width=180,
            hidden=True,
        ),
        Column(
            *(tr("Phone"), lambda r: isolate(phone(r.phone))), width=130, hidden=True
        ),
        Column(
            *(tr("Home city"), lambda r: words(r.home_city), "city"),
            width=120,
            hidden=True,
        ),
    ]


def _reinforcement(row: UnitRow) -> str:
    """Say where a reinforcement comes from."""
    if not row.is_reinforcement:
        return ""
    return words(row.home_city) or tr("Yes")


def command_columns() -> list[Column[CommandRow]]:
    """Return the columns of the list."""
    return [
        Column(
            *(tr("Command"), lambda r: words(r.name), "name"), width=NAME, stretch=True
        ),
        Column(tr("Level"), lambda r: label(r.kind), "kind", width=170, spare=True),
        Column(
            *(tr("Reports to"), lambda r: words(r.parent), "parent"),
            width=220,
            spare=True,
        ),
        Column(tr("City"), lambda r: words(r.city), "city", width=120, spare=True),
        Column(
            *(tr("Units"), lambda r: figure(r.units or None)),
            align="end",
            width=80,
            spare=True,
        ),
        Column(
            *(tr("Strength"), lambda r: figure(r.strength or None)),
            align="end",
            width=90,
            spare=True,
        ),
        Column(tr("Phone"), lambda r: isolate(phone(r.phone)), width=130),
    ]


def new_unit(desk: Desk) -> tuple[Making, Form]:
    """Return the form of a unit made in passing, and what it says."""
    return unit_acts(), unit_form(desk)


def new_command(desk: Desk) -> tuple[Making, Form]:
    """Return the form of a command made in passing, and what it says."""
    return command_acts(), command_form(desk, None)


def unit_form(desk: Desk) -> Form:
    """Return the form of a unit."""
    binds = [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("service", tr("Service"), EnumField(Service)),
        Bind("kind_code", tr("Kind"), ListField(desk.runner, ListKind.UNIT_KIND)),
        Bind(
            "command_id",
            tr("Command"),
            making_field(desk, Named.COMMAND, tr("New command"), new_command),
        ),
        Bind("strength", tr("Strength"), IntegerField(tr("persons"))),
        Bind("phone", tr("Phone"), PhoneField()),
    ]
    origin = [
        Bind(
            *("is_reinforcement", tr("Reinforcement")),
            CheckField(tr("Comes from another city")),
        ),
        Bind("home_city", tr("Home city"), WordsField()),
        Bind("notes", tr("Notes"), LinesField()),
    ]
    return Form([Part(tr("Identity"), binds), Part(tr("Origin"), origin)])


def command_form(desk: Desk, record_id: UUID | None) -> Form:
    """Return the form of a command; it is not offered as the one above itself."""
    above = making_field(
        *(desk, Named.COMMAND, tr("New command"), new_command), ignoring=record_id
    )
    binds = [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("kind", tr("Level"), EnumField(CommandKind)),
        Bind("parent_id", tr("Reports to"), above),
        Bind("city", tr("City"), WordsField()),
        Bind("phone", tr("Phone"), PhoneField()),
    ]
    return Form([Part(tr("Identity"), binds)])


class UnitList(FormList):
    """The list of units."""

    def __init__(self, desk: Desk) -> None:
        self.acts = unit_acts()
        super().__init__(desk, unit_noun(), UNITS, unit_columns())

    def filters(self) -> list[Field]:
        """Filter by service."""
        self.service = EnumField(Service, none=tr("All services"))
        self.service.set_value(None)
        return [self.service]

    def wanted(self, text: str) -> UnitFilter:
        """Return the filter for what was typed and chosen."""
        return UnitFilter(text, self.language(), service=self.service.value())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a unit."""
        return unit_form(self.desk)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen unit."""
        return UnitPanel(self.desk)


class CommandList(FormList):
    """The list of commands."""

    def __init__(self, desk: Desk) -> None:
        self.acts = command_acts()
        super().__init__(desk, command_noun(), COMMANDS, command_columns(), sort="kind")

    def wanted(self, text: str) -> CommandFilter:
        """Return the filter for what was typed."""
        return CommandFilter(text, self.language())

    def form(self, record_id: UUID | None) -> Form:
        """Return the form of a command."""
        return command_form(self.desk, record_id)

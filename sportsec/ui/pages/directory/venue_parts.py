"""Columns and forms of sectors and gates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sportsec.domain.capacity import MAX_RATE_PER_HOUR, SectorCapacity
from sportsec.domain.venues import (
    GateDraft,
    GateKind,
    SectorDraft,
    SectorSide,
    SectorUse,
    Segregation,
    Surface,
)
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.edit_columns import (
    EditColumn,
    read_decimal,
    read_text,
    read_whole,
    read_words,
)
from sportsec.ui.pages.directory.part_form import PartForm
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.state import sectors_in_order
from sportsec.ui.widgets.fields import (
    CheckField,
    DecimalField,
    IntegerField,
    TextField,
)
from sportsec.ui.widgets.fields_choice import ChoiceField, EnumField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


class NumberField(IntegerField):
    """A whole number of a part, narrow enough to stand beside another."""

    chars = 7


class MeasureField(DecimalField):
    """A measure of a part, narrow enough to stand beside another; a `float`."""

    chars = 7

    def __init__(self, unit: str = "") -> None:
        super().__init__(unit, as_float=True)


class FactorField(MeasureField):
    """A factor between 0 and 1; empty counts as 1."""

    def value(self) -> Any:
        """Return the factor."""
        found = super().value()
        return 1.0 if found is None else found


def sector_columns(
    capacity_of: Callable[[UUID], SectorCapacity],
) -> list[EditColumn]:
    """Return the columns of the sectors.

    Args:
        capacity_of: The limits of a sector as they stand.
    """

    def decides(key: UUID, draft: SectorDraft) -> str:
        if draft.use is SectorUse.BUFFER:
            return tr("Kept empty")
        limit = capacity_of(key).binding
        return tr("not known") if limit is None else label(limit)

    def level(key: UUID, draft: SectorDraft) -> str:
        if draft.use is SectorUse.BUFFER:
            return "muted"
        return "warn" if capacity_of(key).binding is None else "info"

    uses = [(one, label(one)) for one in SectorUse]
    end = "end"
    return [
        EditColumn(tr("Code"), lambda _k, d: d.code, "code", read_text, width=64),
        EditColumn(
            tr("Name"), lambda _k, d: words(d.name), "name", read_words, width=0
        ),
        EditColumn(
            tr("Public"), lambda _k, d: label(d.use), "use", choices=uses, width=128
        ),
        EditColumn(
            *(tr("Seats"), lambda _k, d: figure(d.seats), "seats", read_whole),
            align=end,
            width=66,
        ),
        EditColumn(
            *(tr("Standing"), lambda _k, d: figure(d.standing_m2)),
            *("standing_m2", read_decimal),
            align=end,
            width=84,
            is_spare=True,
        ),
        EditColumn(
            *(tr("Safe for"), lambda k, _d: figure(capacity_of(k).final)),
            align=end,
            width=80,
        ),
        EditColumn(tr("Limited by"), decides, level=level, width=150),
    ]


def gate_columns(
    sector_of: Callable[[UUID], SectorDraft | None],
) -> list[EditColumn]:
    """Return the columns of the gates.

    Args:
        sector_of: The sector that a gate leads to.
    """

    def leads_to(_key: UUID, gate: GateDraft) -> str:
        if gate.sector_id is None:
            return tr("The whole stadium")
        sector = sector_of(gate.sector_id)
        return "" if sector is None else sector_text(sector)

    end = "end"
    kinds = [(one, label(one)) for one in GateKind]
    return [
        EditColumn(tr("Code"), lambda _k, d: d.code, "code", read_text, width=64),
        EditColumn(
            tr("Name"), lambda _k, d: words(d.name), "name", read_words, width=0
        ),
        EditColumn(tr("Leads to"), leads_to, width=110),
        EditColumn(
            tr("Kind"), lambda _k, d: label(d.kind), "kind", choices=kinds, width=110
        ),
        EditColumn(
            *(tr("Turnstiles"), lambda _k, d: figure(d.turnstiles)),
            *("turnstiles", read_whole),
            align=end,
            width=90,
        ),
        EditColumn(
            *(tr("Rate"), lambda _k, d: figure(d.rate_per_hour)),
            *("rate_per_hour", read_whole),
            align=end,
            width=70,
        ),
        EditColumn(tr("Per hour"), _hourly, align=end, width=90),
    ]


def _hourly(_key: UUID, draft: GateDraft) -> str:
    if draft.is_emergency_only:
        return tr("emergency")
    if draft.turnstiles is None:
        return tr("not known")
    rate = min(draft.rate_per_hour or MAX_RATE_PER_HOUR, MAX_RATE_PER_HOUR)
    return figure(draft.turnstiles * rate)


def sector_form() -> Form:
    """Return the form of a sector."""
    places = [
        Bind("seats", tr("Usable seats"), NumberField(tr("seats"))),
        Bind("standing_m2", tr("Standing area"), MeasureField(tr("m²"))),
        Bind(
            *("physical_factor", tr("State of the building (P)"), FactorField()),
            hint=tr("0 to 1; 1 where nothing is wrong with the building"),
        ),
        Bind(
            *("management_factor", tr("Management (S)"), FactorField()),
            hint=tr("0 to 1; 1 where stewards and organisation are complete"),
        ),
        Bind("factor_reason", tr("Reason below 1"), WordsField()),
    ]
    minutes = tr("minutes")
    ways_out = [
        Bind("exit_width_m", tr("Width of exits"), MeasureField(tr("m"))),
        Bind(
            *("emergency_width_m", tr("Width in an emergency")),
            MeasureField(tr("m")),
        ),
        Bind(
            *("egress_minutes", tr("Normal exit in")),
            MeasureField(minutes),
            hint=tr("8 minutes at most; 8 if left empty"),
        ),
        Bind(
            *("emergency_minutes", tr("Evacuation in")),
            MeasureField(minutes),
            hint=tr("2.5 to 8 minutes, depending on the fire risk"),
        ),
        Bind("exit_surface", tr("Exit surface"), EnumField(Surface)),
    ]
    return PartForm(
        [
            Part(tr("Sector"), _sector_identity()),
            Part(tr("Places"), places),
            Part(tr("Exits"), ways_out),
            Part(tr("On the plan"), _drawing()),
        ]
    )


def _sector_identity() -> list[Bind]:
    return [
        Bind("code", tr("Code"), TextField(ltr=True, max_length=20), needed=True),
        Bind("use", tr("Public"), EnumField(SectorUse)),
        Bind("name", tr("Name"), WordsField()),
        Bind("segregation", tr("Kept apart by"), EnumField(Segregation)),
        Bind(
            *("segregation_width_m", tr("Width of the gap")),
            MeasureField(tr("m")),
        ),
    ]


def _drawing() -> list[Bind]:
    return [
        Bind("start_degree", tr("Begins at"), MeasureField("°")),
        Bind(
            *("end_degree", tr("Ends at"), MeasureField("°")),
            hint=tr("Degrees clockwise from north"),
        ),
        Bind(
            *("side", tr("Side"), EnumField(SectorSide, none=tr("Not stated"))),
            hint=tr("Without side and degrees the plan says “?”: position not known"),
        ),
        Bind("tier", tr("Tier"), NumberField(tr("from the pitch"))),
    ]


def sector_choices(sectors: Mapping[UUID, SectorDraft]) -> list[tuple[UUID, str]]:
    """Return sectors by code, with what tells which is which, to choose one."""
    return [(key, sector_text(sectors[key])) for key, _ in sectors_in_order(sectors)]


def sector_text(sector: SectorDraft) -> str:
    """Return the code of a sector and its name."""
    return joined(isolate(sector.code), words(sector.name))


class SectorChoiceField(ChoiceField):
    """The sector that a gate leads to; None for the whole ground."""

    def __init__(self) -> None:
        super().__init__([], none=tr("The whole stadium"))


def gate_form(sector: SectorChoiceField) -> Form:
    """Return the form of a gate."""
    gate = [
        Bind("code", tr("Code"), TextField(ltr=True, max_length=20), needed=True),
        Bind("sector_id", tr("Leads to"), sector),
        Bind("name", tr("Name"), WordsField()),
        Bind("degree", tr("On the plan at"), MeasureField("°")),
    ]
    entry = [
        Bind("kind", tr("Kind"), EnumField(GateKind)),
        Bind("turnstiles", tr("Turnstiles"), NumberField()),
        Bind(
            *("rate_per_hour", tr("Rate per turnstile")),
            NumberField(tr("persons an hour"), least=1),
            hint=tr("660 at most; 660 if left empty"),
        ),
        Bind("search_lanes_men", tr("Search lanes, men"), NumberField()),
        Bind("search_lanes_women", tr("Search lanes, women"), NumberField()),
        Bind(
            *("is_emergency_only", tr("Emergency")),
            CheckField(tr("Opens in an emergency only")),
        ),
        Bind(
            *("is_accessible", tr("Access")),
            CheckField(tr("Without steps, for wheelchairs")),
        ),
    ]
    return PartForm([Part(tr("Gate"), gate), Part(tr("Entry"), entry)])

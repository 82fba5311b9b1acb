"""The fields of a match, card by card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.fixtures import (
    LEGS,
    AttendanceRegime,
    FixtureDraft,
    KickOffStatus,
    PlanStatus,
    RegimeAuthority,
    Stake,
    TravelRegime,
)
from sportsec.domain.people import ContactRole
from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.makers import (
    club_field,
    competition_field,
    venue_field,
)
from sportsec.ui.pages.match.fields import HourField, season_field
from sportsec.ui.widgets.fields import CheckField, IntegerField, TextField
from sportsec.ui.widgets.fields_choice import (
    ChoiceField,
    EnumField,
    RecordField,
    TagsField,
)
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


@dataclass(frozen=True, slots=True)
class CardForm:
    """The form of one card.

    Args:
        act: Sentence of the history, an `N_` msgid.
    """

    title: str
    act: str
    form: Form


def match_form(desk: Desk, *, is_new: bool = False) -> Form:
    """Return the form of the match itself: who, where, when.

    Args:
        is_new: Also asks for day, hour and venue, which later move with a reason.
    """
    sides = [
        Bind("competition_id", tr("Competition"), competition_field(desk)),
        Bind("season_id", tr("Season"), _season_field(desk)),
        Bind("round", tr("Round"), TextField(tr("Such as 12, or semi-final"))),
        Bind("leg", tr("Leg"), _leg_field()),
        Bind("home_club_id", tr("Home"), club_field(desk), needed=True),
        Bind("away_club_id", tr("Away"), club_field(desk), needed=True),
    ]
    parts = [Part(tr("Match"), sides)]
    sureness = Bind("kick_off_status", tr("Kick-off status"), EnumField(KickOffStatus))
    neutral = Bind("is_neutral", "", CheckField(tr("On neutral ground")))
    if not is_new:
        return Form([Part(tr("Match"), [*sides, sureness, neutral])])
    day = DateField()
    hour = HourField(day.value)
    day.hour_typed.connect(hour.clock.take)
    hour_hint = tr("Leave it empty while it is not known.")
    parts.append(
        Part(
            tr("Kick-off"),
            [
                Bind("kick_off_date", tr("Day"), day, needed=True),
                Bind("kick_off_at", tr("Time"), hour, hint=hour_hint),
                sureness,
                Bind("venue_id", tr("Stadium"), venue_field(desk)),
                neutral,
            ],
        )
    )
    return Form(parts)


def match_card(desk: Desk) -> CardForm:
    """Return the form of the card that says who plays whom."""
    return CardForm(tr("Match"), N_("Match saved"), match_form(desk))


def public_card(seen: FixtureDraft, sectors: Sequence[tuple[UUID, str]]) -> CardForm:
    """Return the form of public and tickets.

    Args:
        sectors: Of the venue, with what they are called.
    """
    persons = tr("persons")
    regime = [
        Bind("attendance_regime", tr("Public"), EnumField(AttendanceRegime)),
        Bind(
            "regime_authority", tr("Decided by"), EnumField(RegimeAuthority, none="—")
        ),
        Bind("regime_reference", tr("Reference"), TextField()),
        Bind("regime_date", tr("Date of the decision"), DateField()),
        Bind("travel_regime", tr("Collective travel"), EnumField(TravelRegime)),
    ]
    tickets = [
        Bind("capacity_allowed", tr("Capacity allowed"), IntegerField(persons)),
        Bind("tickets_printed", tr("Tickets printed"), IntegerField()),
        Bind("tickets_sold_home", tr("Sold to the home public"), IntegerField()),
        Bind("tickets_sold_away", tr("Sold to the away public"), IntegerField()),
        Bind("complimentary_tickets", tr("Free tickets"), IntegerField()),
    ]
    between = tr("With commas between them, such as: A3, Bouznika")
    away = [
        Bind("away_allocation", tr("Away allocation"), IntegerField()),
        Bind("away_sector_id", tr("Away sector"), ChoiceField(sectors, none="—")),
        Bind("travelling_stewards", tr("Stewards announced"), IntegerField(persons)),
        Bind("away_station", tr("Station of arrival"), TextField()),
        Bind("away_route", tr("Roads and stops"), TextField(), hint=between),
    ]
    gates = HourField(lambda: seen.kick_off_date, seen.kick_off_zone)
    hint = tr("Empty: as computed from public and turnstiles.")
    opening = [Bind("gates_open_at", tr("Gates open"), gates, hint=hint)]
    form = Form(
        [
            Part(tr("Public admitted"), regime),
            Part(tr("Tickets"), tickets),
            Part(tr("Away public"), away),
            Part(tr("Gates"), opening),
        ]
    )
    return CardForm(tr("Public and tickets"), N_("Public and tickets saved"), form)


def stakes_card() -> CardForm:
    """Return the form of what is at stake and what else happens."""
    binds = [
        Bind("stakes", tr("Stakes"), TagsField([(one, label(one)) for one in Stake])),
        Bind("is_decisive_for_both", "", CheckField(tr("Decisive for both clubs"))),
        Bind("concurrent_events", tr("Events at the same time"), WordsField(lines=2)),
        Bind("weather", tr("Weather"), WordsField()),
        Bind("is_broadcast", "", CheckField(tr("Broadcast live"))),
    ]
    form = Form([Part(tr("Stakes and circumstances"), binds)])
    title = tr("Stakes and circumstances")
    return CardForm(title, N_("Stakes and circumstances saved"), form)


def command_card(desk: Desk) -> CardForm:
    """Return the form of who commands, from where."""
    commander, deputy = ContactRole.MATCH_COMMANDER, ContactRole.DEPUTY_COMMANDER
    binds = [
        Bind("commander_id", tr("Commander"), contact_field(desk, commander)),
        Bind("deputy_id", tr("Deputy"), contact_field(desk, deputy)),
        Bind("commander_call_sign", tr("Call sign"), TextField(ltr=True)),
        Bind("command_post", tr("Command post"), WordsField()),
        Bind("command_post_phone", tr("Phone of the command post"), PhoneField()),
        Bind("plan_status", tr("Planning"), EnumField(PlanStatus)),
    ]
    form = Form([Part(tr("Command"), binds)])
    return CardForm(tr("Command"), N_("Command saved"), form)


def order_card() -> CardForm:
    """Return the form of the texts that the briefing prints."""
    one_a_line = tr("Three at most, one per line; they appear on the cover.")
    binds = [
        Bind("key_messages", tr("Key messages"), WordsField(lines=3), hint=one_a_line),
        Bind("situation", tr("Situation"), WordsField(lines=4)),
        Bind("mission", tr("Mission"), WordsField(lines=4)),
        Bind("constraints", tr("Constraints"), WordsField(lines=3)),
    ]
    form = Form([Part(tr("Texts of the order"), binds)])
    return CardForm(tr("Texts of the order"), N_("Texts of the order saved"), form)


def _season_field(desk: Desk) -> RecordField:
    """Return a field that chooses a season or makes one, as those of clubs do."""
    field = season_field(desk.runner)

    def create(typed: str) -> None:
        from sportsec.domain.intake.seasons import season_draft_of  # noqa: PLC0415 - rare
        from sportsec.ui.pages.match.new_season import open_new_season  # noqa: PLC0415

        def chosen(season: UUID) -> None:
            field.set_value(season)
            field.changed.emit()

        open_new_season(field.window(), desk, season_draft_of(typed), chosen)

    field.offer_new(create, tr("New season"))
    return field


def _leg_field() -> ChoiceField:
    return ChoiceField([(leg, tr(said)) for leg, said in LEGS.items()], none="—")

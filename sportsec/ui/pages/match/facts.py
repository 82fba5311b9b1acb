"""The facts of a match file as names and values, card by card."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from sportsec.domain.away import named_places
from sportsec.domain.fixtures import LEGS
from sportsec.domain.task_times import CALLED_OFF
from sportsec.i18n.formats import date_time, hour, long_date, short_date
from sportsec.i18n.phones import phone
from sportsec.queries.match_file import MatchFile
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.match_look import round_text, score_text, when_of, whole
from sportsec.ui.pages.directory.ranges import figure, percent

Pairs = list[tuple[str, str]]

#: Fields whose problems are shown on a card.
FIELDS = {
    "match": ("competition_id", "season_id", "home_club_id", "away_club_id", "leg"),
    "kick_off": ("kick_off_date", "kick_off_at", "venue_id"),
    "public": (
        *("regime_authority", "regime_reference", "travel_regime"),
        *("capacity_allowed", "gates_open_at"),
        *("tickets_printed", "tickets_sold_home", "tickets_sold_away"),
        *("away_allocation", "away_sector_id", "travelling_stewards"),
        *("away_station", "away_route"),
    ),
    "command": ("commander_id", "deputy_id", "plan_status"),
    "order": ("key_messages", "situation", "mission", "constraints"),
}


def match_facts(file: MatchFile) -> Pairs:
    """Return who plays whom, in what."""
    draft, names = file.draft, file.names
    leg = tr(LEGS[draft.leg]) if draft.leg in LEGS else ""
    rounds = " · ".join(part for part in (round_text(draft.round), leg) if part)
    return [
        (tr("Home"), words(names.home)),
        (tr("Away"), words(names.away)),
        (tr("Competition"), words(names.competition)),
        (tr("Season"), isolate(names.season)),
        (tr("Round"), rounds),
        (tr("Number"), isolate(file.ref_no)),
    ]


def kick_off_facts(file: MatchFile) -> Pairs:
    """Return when and where, and the times that follow."""
    draft = file.draft
    holds = file.status not in CALLED_OFF
    times = file.computed.times if holds else None
    zone = ZoneInfo(draft.kick_off_zone)

    def at(moment: datetime | None) -> str:
        return isolate(hour(moment, zone))

    day = draft.kick_off_date
    said = long_date(day, translator().language) if day else ""
    pairs = [(tr("Day"), when_of(file.status, said) if said else "")]
    if holds:  # nobody shall come at the old hour
        pairs += [
            (tr("Kick-off"), at(draft.kick_off_at)),
            (tr("Kick-off status"), label(draft.kick_off_status)),
        ]
    pairs += [
        (tr("Stadium"), _joined(words(file.names.venue), words(file.names.city))),
    ]
    if draft.is_neutral:
        pairs.append((tr("Ground"), tr("On neutral ground")))
    if draft.relocation_reason:
        pairs.append((tr("Moved here because"), draft.relocation_reason))
    if times is not None:
        pairs += [
            (tr("Gates open"), _gates_text(file, times.gates)),
            (tr("Half-time"), tr("about {hour}", hour=at(times.half_time))),
            (tr("Final whistle"), tr("about {hour}", hour=at(times.final_whistle))),
        ]
    return pairs


def _gates_text(file: MatchFile, opening: datetime | None) -> str:
    """Return when the gates open, or that gates are missing to compute it from."""
    draft, zone = file.draft, ZoneInfo(file.draft.kick_off_zone)
    if opening is None:
        is_all_else_known = draft.venue_id and file.facts.expected
        if not is_all_else_known or file.home_score is not None:
            return ""
        return tr("cannot be computed: no turnstile of the stadium is recorded")
    if opening.astimezone(zone).date() != draft.kick_off_date:
        text = isolate(date_time(opening, zone))  # that cannot be right
    else:
        text = isolate(hour(opening, zone))
    is_computed = draft.gates_open_at is None
    return tr("{hour} (computed)", hour=text) if is_computed else text


def public_facts(file: MatchFile) -> Pairs:
    """Return which public is admitted, how many, with what tickets."""
    draft = file.draft
    pairs = [(tr("Public"), label(draft.attendance_regime))]
    authority = label(draft.regime_authority) if draft.regime_authority else ""
    decided = isolate(short_date(draft.regime_date))
    reference = whole(draft.regime_reference)
    known = [part for part in (authority, reference, decided) if part]
    decision = [(tr("Decided by"), "\n".join(known))] if known else []
    return [
        *pairs,
        (tr("Collective travel"), label(draft.travel_regime)),
        *decision,
        *_capacity_facts(file),
        *_ticket_facts(file),
        *_away_facts(file),
    ]


def _capacity_facts(file: MatchFile) -> Pairs:
    computed = file.computed
    deciding = Counter(each.binding for each in computed.sectors if each.binding)
    limits = [
        tr_count("{limit}: {n} sector", "{limit}: {n} sectors", n, limit=label(limit))
        for limit, n in deciding.most_common()
    ]
    safe = figure(computed.capacity)
    if safe and file.facts.safe_capacity is None:
        safe = tr("{n}, without the sectors that lack figures", n=safe)
    return [
        (tr("Capacity allowed"), figure(file.draft.capacity_allowed)),
        (tr("Safe capacity"), safe),
        *([(tr("Limited by"), "\n".join(limits))] if limits else []),
    ]


def _ticket_facts(file: MatchFile) -> Pairs:
    draft = file.draft
    known = [
        (tr("Tickets printed"), draft.tickets_printed),
        (tr("Sold to the home public"), draft.tickets_sold_home),
        (tr("Sold to the away public"), draft.tickets_sold_away),
        (tr("Free tickets"), draft.complimentary_tickets),
    ]
    return [(name, figure(value)) for name, value in known if value is not None]


def _away_facts(file: MatchFile) -> Pairs:
    draft, computed = file.draft, file.computed
    quota = figure(computed.away_quota)
    share = percent(file.facts.away_quota_percent)
    if quota and share:
        quota = tr("{n} ({share} of the places)", n=quota, share=share)
    sector = words(file.facts.away_sector)
    if sector and file.facts.away_sector_capacity is not None:
        places = figure(file.facts.away_sector_capacity)
        sector = tr("{sector} ({n} places)", sector=sector, n=places)
    stewards = figure(draft.travelling_stewards) or "—"
    if computed.stewards_required is not None:
        required = figure(computed.stewards_required)
        stewards = tr(
            "{n} announced, {required} required", n=stewards, required=required
        )
    return [
        (tr("Away allocation"), figure(draft.away_allocation)),
        (tr("Away quota"), quota),
        (tr("Away sector"), sector),
        (tr("Travelling stewards"), stewards),
        (tr("Station of arrival"), "\n".join(named_places(draft.away_station))),
        (tr("Roads and stops"), "\n".join(named_places(draft.away_route))),
    ]


def stakes_facts(file: MatchFile) -> Pairs:
    """Return what is at stake and what happens at the same time."""
    draft = file.draft
    stakes = [label(stake) for stake in draft.stakes]
    if draft.is_decisive_for_both:
        stakes.append(tr("Decisive for both clubs"))
    return [
        (tr("Stakes"), "\n".join(stakes)),
        (tr("Events at the same time"), words(draft.concurrent_events)),
        (tr("Weather"), words(draft.weather)),
        (tr("Television"), tr("Broadcast live") if draft.is_broadcast else ""),
    ]


def command_facts(file: MatchFile) -> Pairs:
    """Return who commands, from where."""
    draft, names = file.draft, file.names
    return [
        (tr("Commander"), words(names.commander)),
        (tr("Deputy"), words(names.deputy)),
        (tr("Call sign"), isolate(draft.commander_call_sign)),
        (tr("Command post"), words(draft.command_post)),
        (tr("Phone of the command post"), isolate(phone(draft.command_post_phone))),
    ]


def result_facts(file: MatchFile) -> Pairs:
    """Return how the match ended; empty while it lies ahead."""
    if file.home_score is None and file.actual_attendance is None:
        return []
    score = score_text(file.home_score, file.away_score)
    return [
        (tr("Result"), _joined(label(file.status), score)),
        (tr("Remark"), file.status_remark),
        (tr("Attendance"), figure(file.actual_attendance)),
        (tr("Away public"), figure(file.actual_away)),
        (tr("Public order"), label(file.outcome) if file.outcome else ""),
        (tr("Note"), words(file.outcome_note)),
    ]


def order_facts(file: MatchFile) -> Pairs:
    """Return the texts that the briefing prints."""
    draft = file.draft
    return [
        (tr("Key messages"), words(draft.key_messages)),
        (tr("Situation"), words(draft.situation)),
        (tr("Mission"), words(draft.mission)),
        (tr("Constraints"), words(draft.constraints)),
    ]


def _joined(*parts: str) -> str:
    # The point stays at the end of a line, never at the beginning of the next.
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)

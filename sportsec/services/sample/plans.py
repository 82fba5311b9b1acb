"""What is planned for a coming match: public, tickets, regime, stakes, rating."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum

from sportsec.domain.away import travelling_stewards
from sportsec.domain.fixtures import (
    AttendanceRegime,
    OutcomeCode,
    PlanStatus,
    RegimeAuthority,
    Stake,
    TravelRegime,
)
from sportsec.domain.groups import RelationKind
from sportsec.domain.risk import RiskCategory
from sportsec.domain.risk_record import MatchRecord, Meeting, Relation
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import (
    Tension,
    clubs,
    distance_km,
    is_derby,
    tension,
)
from sportsec.services.sample.history import History
from sportsec.services.sample.matches import Match
from sportsec.services.sample.mint import lot, pick
from sportsec.services.sample.sources import phrase
from sportsec.services.sample.stadiums import Stadium
from sportsec.services.sample.turnout import Turnout, turnout

_EVENTS = ("event.fair", "event.concert", "event.marathon", "event.market")
_RELATIONS = {
    Tension.FRIENDSHIP: RelationKind.FRIENDSHIP,
    Tension.NEUTRAL: RelationKind.NEUTRAL,
    Tension.RIVALRY: RelationKind.RIVALRY,
    Tension.HOSTILITY: RelationKind.HOSTILITY,
}
#: How far planning has come so many days before the match, at least.
_PROGRESS = (
    (1, PlanStatus.BRIEFED),
    (5, PlanStatus.ORDERED),
    (12, PlanStatus.COORDINATED),
    (20, PlanStatus.ASSESSED),
)
#: Clubs of one region: a match between them is one of neighbours.
_NEIGHBOURS_KM = 130


class Size(IntEnum):
    """How large a deployment is; the order of the columns in the tables."""

    SMALL = 0
    MEDIUM = 1
    LARGE = 2
    DERBY = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A coming match and all that its officers agreed on.

    Args:
        allowed: Public allowed in the stadium, in persons.
    """

    match: Match
    stadium: Stadium
    days: int
    public: Turnout
    allowed: int
    regime: AttendanceRegime = AttendanceRegime.OPEN
    authority: RegimeAuthority | None = None
    travel: TravelRegime = TravelRegime.ALLOWED
    stakes: tuple[Stake, ...] = ()
    is_decisive: bool = False
    event: Words = field(default_factory=Words)

    @property
    def is_derby(self) -> bool:
        """Whether it is the derby of the city."""
        return is_derby(self.match.home, self.match.away)

    @property
    def tension(self) -> Tension:
        """How the two publics stand to each other."""
        return tension(self.match.home, self.match.away)

    @property
    def distance_km(self) -> int:
        """Kilometres that the visitors travel."""
        home, away = clubs()[self.match.home], clubs()[self.match.away]
        return distance_km(home.city, away.city)

    @property
    def status(self) -> PlanStatus:
        """How far the planning has come."""
        for days, status in _PROGRESS:
            if self.days <= days:
                return status
        return PlanStatus.INFORMATION

    @property
    def away_allocation(self) -> int:
        """Tickets set aside for the visitors."""
        if self.travel is TravelRegime.BANNED:
            return 0
        return self.public.visitors if self.is_derby else int(self.allowed * 0.05)

    @property
    def away_tickets(self) -> int:
        """Tickets sold to visitors."""
        return min(self.public.visitors, self.away_allocation)

    @property
    def away_ticketless(self) -> int:
        """Visitors that come without a ticket, in persons."""
        return self.public.ticketless + self.public.visitors - self.away_tickets

    @property
    def stewards(self) -> int | None:
        """Stewards that travel with the visitors; none from one's own city."""
        if self.is_derby or not self.away_tickets:
            return None
        return travelling_stewards(self.away_tickets)

    def record(self, history: History) -> MatchRecord:
        """Return what the record knows, as the rules of the rating take it."""
        met = [
            Meeting(each.match.day, each.code)
            for each in history.meetings(self.match)[:5]
        ]
        grave = [each.played_on for each in met if each.outcome is OutcomeCode.SERIOUS]
        kind = _RELATIONS.get(self.tension)
        is_closed = self.regime is AttendanceRegime.BEHIND_CLOSED_DOORS
        return MatchRecord(
            away=self.public.visitors + self.public.ticketless,
            crowd=0 if is_closed else self.public.crowd,
            capacity=self.allowed,
            regime=self.regime,
            travel_regime=self.travel,
            stakes=self.stakes,
            is_decisive_for_both=self.is_decisive,
            kick_off_at=self.match.at,
            has_concurrent_events=bool(self.event),
            relations=[Relation(Words(), Words(), kind)] if kind else [],
            meetings=met,
            grave_on=grave[0] if grave else None,
        )


def plan_of(match: Match, stadium: Stadium, days: int, history: History) -> Plan:
    """Return the plan of a match.

    Args:
        days: From today to the match.
    """
    regime, authority, travel = _regime(match)
    allowed = stadium.safe // 100 * 100
    if regime is AttendanceRegime.LIMITED:
        allowed = allowed * 6 // 10 // 100 * 100
    public = turnout(match, allowed, "expected")
    if travel is TravelRegime.BANNED:
        public = Turnout(public.crowd - public.visitors, 0, 120)
    if regime is AttendanceRegime.BEHIND_CLOSED_DOORS:
        public = Turnout(0, 0, 0)
    has_event = lot("event", *match.key).random() < 0.2
    return Plan(
        match=match,
        stadium=stadium,
        days=days,
        public=public,
        allowed=allowed,
        regime=regime,
        authority=authority,
        travel=travel,
        stakes=_stakes(match, history),
        event=phrase(pick(_EVENTS, "event", *match.key)) if has_event else Words(),
    )


def _regime(
    match: Match,
) -> tuple[AttendanceRegime, RegimeAuthority | None, TravelRegime]:
    """Decide who may come: a few matches of the season carry a decision."""
    pair = {match.home, match.away}
    if pair == {"CED", "OLI"}:
        return AttendanceRegime.HOME_ONLY, RegimeAuthority.WALI, TravelRegime.BANNED
    if pair == {"SEB", "POT"}:
        closed = AttendanceRegime.BEHIND_CLOSED_DOORS
        return closed, RegimeAuthority.FRMF, TravelRegime.BANNED
    if pair == {"CIG", "EST"}:
        limited = AttendanceRegime.LIMITED
        return limited, RegimeAuthority.MIXED_COMMITTEE, TravelRegime.CONDITIONS
    if tension(*pair) is Tension.HOSTILITY:
        return AttendanceRegime.OPEN, None, TravelRegime.CONDITIONS
    return AttendanceRegime.OPEN, None, TravelRegime.ALLOWED


def _stakes(match: Match, history: History) -> tuple[Stake, ...]:
    found = []
    if is_derby(match.home, match.away):
        found.append(Stake.DERBY)
    elif tension(match.home, match.away) >= Tension.RIVALRY:
        home, away = clubs()[match.home].city, clubs()[match.away].city
        if distance_km(home, away) <= _NEIGHBOURS_KM:
            found.append(Stake.REGIONAL_RIVALRY)
    if match.competition == "cup":
        found.append(Stake.QUALIFICATION)
    elif int(match.round) >= 22:
        table = history.table(match.season, match.day)
        places = (table[match.home][0], table[match.away][0])
        if max(places) <= 3:
            found.append(Stake.TITLE)
        if min(places) >= 14:
            found.append(Stake.RELEGATION)
    return tuple(found)


def size_of(plan: Plan, category: RiskCategory) -> Size:
    """Return how large the deployment is."""
    if plan.is_derby:
        return Size.DERBY
    if category >= RiskCategory.HIGH:
        return Size.LARGE
    if category is RiskCategory.MODERATE or plan.public.crowd > 12_000:
        return Size.MEDIUM
    return Size.SMALL


def hold_back(plan: Plan) -> timedelta:
    """Return how long the visitors are held back after the match."""
    return timedelta(minutes=45 if plan.public.visitors > 1500 else 25)

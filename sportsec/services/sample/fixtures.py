"""Writes the matches of the sample: played, planned in full, and still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.capacity import gates_open_at
from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    FixtureStatus,
    KickOffStatus,
    PlanStatus,
)
from sportsec.domain.kick_off import local_moment
from sportsec.domain.ref_numbers import ref_no, ref_stem
from sportsec.domain.venues import SectorUse
from sportsec.services.sample.clubs import cities, clubs
from sportsec.services.sample.matches import Match
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.numbers import landline
from sportsec.services.sample.plans import Plan
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import phrase, text
from sportsec.services.sample.stadiums import Stadium
from sportsec.services.sample.turnout import outcome, turnout
from sportsec.services.sample.writing import Script
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange

#: Beginning of the references of the sample's cell.
PREFIX = "CAS"
#: Matches of the last days are not closed yet.
_DEBRIEFED_DAYS = 7
#: Revisions of an estimate: days before the match, share of the last figure, source.
_REVISIONS = (
    (21, 0.85, "source.file", Confidence.LOW),
    (10, 1.08, "source.club", Confidence.MEDIUM),
    (4, 1.0, "source.tickets", Confidence.HIGH),
)
_MOVES = ("move.television", "move.security", "move.cup", "move.works")


@dataclass(frozen=True, slots=True)
class Orders:
    """What the plan of a match adds to its record."""

    plan: Plan
    script: Script
    gates: datetime | None
    commander: UUID | None
    deputy: UUID | None


class Fixtures:
    """Adds matches to the rows.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(
        self, rows: Rows, mint: Mint, stadiums: dict[str, Stadium], tongue: str
    ) -> None:
        self._rows = rows
        self._mint = mint
        self._stadiums = stadiums
        self._tongue = tongue
        self._running: dict[str, int] = {}

    def id(self, match: Match) -> UUID:
        """Return the identifier of a match."""
        return self._mint.id("fixture", *match.key)

    def add(self, match: Match, orders: Orders | None = None) -> UUID:
        """Add one match, with its plan where there is one."""
        key = self.id(match)
        values = self._common(match)
        if match.is_played:
            values.update(self._played(match))
        if orders is not None:
            values.update(self._planned(orders))
            self._add_estimates(key, orders.plan)
        if not match.is_played and lot("move", *match.key).random() < 0.12:
            values.update(self._moved(key, match))
        self._rows.add(Fixture, id=key, **values)
        return key

    def _common(self, match: Match) -> dict[str, Any]:
        number = self._running.get(match.season, 0) + 1
        self._running[match.season] = number
        return {
            "ref_no": ref_no(ref_stem(PREFIX, match.season), number),
            "competition_id": self._mint.id("competition", match.competition),
            "season_id": self._mint.id("season", match.season),
            "round": match.round,
            "leg": match.leg,
            "home_club_id": self._mint.id("club", match.home),
            "away_club_id": self._mint.id("club", match.away),
            "venue_id": self._stadiums[match.venue].id,
            "is_neutral": match.is_neutral,
            "kick_off_date": match.day,
            "kick_off_at": match.at,
            "kick_off_status": KickOffStatus.CONFIRMED
            if match.is_played
            else KickOffStatus.PROVISIONAL,
            "status": match.status,
            "home_score": match.home_score,
            "away_score": match.away_score,
            "is_broadcast": True,
        }

    def _played(self, match: Match) -> dict[str, Any]:
        code, note = outcome(match)
        public = turnout(match, self._stadiums[match.venue].safe, "actual")
        is_fresh = (self._mint.today - match.day).days <= _DEBRIEFED_DAYS
        remark = phrase("remark.forfeit").pick(self._tongue)
        is_awarded = match.status is FixtureStatus.AWARDED
        return {
            "outcome": code,
            "outcome_note": note,
            "actual_attendance": public.crowd,
            "actual_away": public.visitors,
            "plan_status": PlanStatus.DEBRIEFED if is_fresh else PlanStatus.CLOSED,
            "status_remark": remark if is_awarded else "",
        }

    def _planned(self, orders: Orders) -> dict[str, Any]:
        plan, script = orders.plan, orders.script
        is_sure = plan.days <= 14
        return {
            "status": FixtureStatus.CONFIRMED if is_sure else FixtureStatus.SCHEDULED,
            "kick_off_status": KickOffStatus.CONFIRMED
            if is_sure
            else KickOffStatus.PROVISIONAL,
            "gates_open_at": orders.gates,
            "travel_regime": plan.travel,
            "attendance_regime": plan.regime,
            **self._decision(plan),
            **self._tickets(plan),
            **self._journey(plan),
            "stakes": plan.stakes,
            "is_decisive_for_both": plan.is_decisive,
            "concurrent_events": plan.event,
            "weather": script.weather,
            "plan_status": plan.status,
            "commander_id": orders.commander,
            "deputy_id": orders.deputy,
            "commander_call_sign": "ATLAS" if orders.commander else "",
            "command_post": text("command_post"),
            "command_post_phone": landline("post", plan.stadium.key),
            "order_version": 2 if plan.days <= 5 else 1,
            "key_messages": script.messages,
            "situation": script.situation,
            "mission": script.mission,
            "constraints": script.constraints,
        }

    def _decision(self, plan: Plan) -> dict[str, Any]:
        """Return who decided a regime, by which paper and when."""
        if plan.authority is None:
            return {}
        number = 100 + lot("regime", *plan.match.key).randrange(300)
        decided = min(plan.match.day - timedelta(9), self._mint.today - timedelta(1))
        paper = f"{number}/{decided.year}"
        return {
            "regime_authority": plan.authority,
            "regime_reference": phrase("regime.reference", number=paper).pick(
                self._tongue
            ),
            "regime_date": decided,
        }

    def _tickets(self, plan: Plan) -> dict[str, Any]:
        """Return the tickets: printed and set aside from the start, sold by now."""
        if plan.regime is AttendanceRegime.BEHIND_CLOSED_DOORS:
            return {"capacity_allowed": 0, "away_allocation": 0}
        # sales open two weeks before; most are sold in the last days
        sold = max(0.0, min(1.0, (16 - plan.days) / 16))
        sold = 1.0 if plan.is_derby else sold
        guests = plan.allowed // 60 // 10 * 10
        residents = max(plan.public.crowd - plan.away_tickets - guests, 0)
        return {
            "capacity_allowed": plan.allowed,
            "tickets_printed": plan.allowed,
            "tickets_sold_home": int(residents * sold),
            "tickets_sold_away": int(plan.away_tickets * sold),
            "complimentary_tickets": guests,
            "away_allocation": plan.away_allocation,
            "away_sector_id": self._away_sector(plan),
            "travelling_stewards": plan.stewards,
        }

    def _journey(self, plan: Plan) -> dict[str, Any]:
        """Return where visitors from another city arrive, and by which road."""
        start, end = clubs()[plan.match.away].city, plan.stadium.city
        if start == end or not plan.away_tickets:
            return {}
        tongue = self._tongue
        facts = {"start": cities()[start].name, "end": cities()[end].name}
        return {
            "away_station": cities()[end].station.pick(tongue),
            "away_route": phrase("journey.road", **facts).pick(tongue),
        }

    def _away_sector(self, plan: Plan) -> UUID:
        """Return the away sector; in a derby the visitors have the south stand."""
        if plan.is_derby:
            return next(
                key for key, each in plan.stadium.sectors.items() if each.code == "S1"
            )
        return plan.stadium.sector(SectorUse.AWAY)

    def _add_estimates(self, fixture: UUID, plan: Plan) -> None:
        """Add the estimates made by today, each revision a row."""
        if plan.regime is AttendanceRegime.BEHIND_CLOSED_DOORS:
            return
        public = plan.public
        figures = {
            EstimateKind.ATTENDANCE: public.crowd,
            EstimateKind.HOME: public.crowd - public.visitors,
            EstimateKind.AWAY_TICKETED: plan.away_tickets,
            EstimateKind.AWAY_TICKETLESS: plan.away_ticketless,
        }
        made = [each for each in _REVISIONS if plan.days <= each[0]] or [_REVISIONS[0]]
        for days, share, source, confidence in made:
            day = min(plan.match.day - timedelta(days), self._mint.today)
            is_last = (days, share) == (made[-1][0], made[-1][1])
            for kind, persons in figures.items():
                figure = persons if is_last else round(persons * share, -1)
                self._rows.add(
                    Estimate,
                    id=self._mint.id("estimate", fixture, kind, days),
                    fixture_id=fixture,
                    kind=kind,
                    persons=figure,
                    source=phrase(source).pick(self._tongue),
                    estimated_on=day,
                    confidence=confidence,
                )

    def _moved(self, fixture: UUID, match: Match) -> dict[str, Any]:
        """Let a match have been moved by a day, with reason and source."""
        chance = lot("moved", *match.key)
        before = match.day + timedelta(chance.choice((-1, 1)))
        at = match.at
        earlier = None if at is None else _same_hour(at, before)
        self._rows.add(
            KickOffChange,
            id=self._mint.id("kick_off_change", fixture),
            fixture_id=fixture,
            changed_at=local_moment(
                min(match.day - timedelta(15), self._mint.today - timedelta(1)),
                time(11),
            ),
            from_date=before,
            from_at=earlier,
            from_venue_id=self._stadiums[match.venue].id,
            to_date=match.day,
            to_at=at,
            to_venue_id=self._stadiums[match.venue].id,
            reason=phrase(chance.choice(_MOVES)).pick(self._tongue),
            source=phrase("source.league").pick(self._tongue),
        )
        return {"kick_off_status": KickOffStatus.CHANGED}


def _same_hour(moment: datetime, day: date) -> datetime:
    return moment + (day - moment.date())


def gates_of(plan: Plan) -> datetime | None:
    """Return when the gates open, by the rule of the stadium."""
    if plan.match.at is None:
        return None
    gates = list(plan.stadium.gates.values())
    return gates_open_at(plan.match.at, plan.public.crowd, gates)

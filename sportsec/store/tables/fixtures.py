"""Fixtures, their estimates and the moves of their kick-off (domain.md §2.2)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    FixtureStatus,
    KickOffStatus,
    OutcomeCode,
    PlanStatus,
    RegimeAuthority,
    Stake,
    TravelRegime,
)
from sportsec.domain.words import Words
from sportsec.store.base import (
    IsoDate,
    Record,
    UtcDateTime,
    coded,
    figure,
    flag,
    note,
    reference,
    several,
    trilingual,
)

_KICK_OFF = {"group": "kick_off"}


def _agenda_index(name: str, *columns: str) -> Index:
    """Return an index that lists the live matches of each value by kick-off.

    The agenda then shows the first page of 100,000 matches without sorting them.
    """
    return Index(
        f"ix_fixture_{name}",
        *(*columns, "kick_off_date", "kick_off_at", "id"),
        sqlite_where=text("deleted_at IS NULL"),
    )


class Fixture(Record):
    """A match and the frame of its policing.

    `kick_off_date` is the local day and always known; `kick_off_at` is the moment
    in UTC, NULL while the hour is not known. Both move together.
    """

    __tablename__ = "fixture"

    ref_no: Mapped[str] = note()
    competition_id: Mapped[UUID | None] = reference("competition", index=False)
    season_id: Mapped[UUID | None] = reference("season", index=False)
    round: Mapped[str] = note()
    leg: Mapped[int | None] = figure("leg", "IN (1, 2)")
    home_club_id: Mapped[UUID | None] = reference("club", index=False)
    away_club_id: Mapped[UUID | None] = reference("club", index=False)
    venue_id: Mapped[UUID | None] = reference("venue", index=False)
    is_neutral: Mapped[bool] = flag()
    relocation_reason: Mapped[str] = note()

    kick_off_date: Mapped[date] = mapped_column(IsoDate, info=_KICK_OFF)
    kick_off_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=_KICK_OFF)
    kick_off_zone: Mapped[str] = mapped_column(
        Text,
        default="Africa/Casablanca",
        server_default="Africa/Casablanca",
        info=_KICK_OFF,
    )
    kick_off_status: Mapped[KickOffStatus] = coded(
        KickOffStatus, KickOffStatus.PROVISIONAL
    )
    gates_open_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    status: Mapped[FixtureStatus] = coded(
        FixtureStatus, FixtureStatus.SCHEDULED, group="status"
    )
    status_remark: Mapped[str] = note(group="status")
    home_score: Mapped[int | None] = figure("home_score", group="score")
    away_score: Mapped[int | None] = figure("away_score", group="score")

    attendance_regime: Mapped[AttendanceRegime] = coded(
        AttendanceRegime, AttendanceRegime.OPEN, group="regime"
    )
    regime_authority: Mapped[RegimeAuthority | None] = coded(
        RegimeAuthority, group="regime"
    )
    regime_reference: Mapped[str] = note(group="regime")
    regime_date: Mapped[date | None] = mapped_column(IsoDate, info={"group": "regime"})
    travel_regime: Mapped[TravelRegime] = coded(TravelRegime, TravelRegime.ALLOWED)

    capacity_allowed: Mapped[int | None] = figure("capacity_allowed")
    tickets_printed: Mapped[int | None] = figure("tickets_printed")
    tickets_sold_home: Mapped[int | None] = figure("tickets_sold_home")
    tickets_sold_away: Mapped[int | None] = figure("tickets_sold_away")
    complimentary_tickets: Mapped[int | None] = figure("complimentary_tickets")
    away_allocation: Mapped[int | None] = figure("away_allocation")
    away_sector_id: Mapped[UUID | None] = reference("sector", index=False)
    travelling_stewards: Mapped[int | None] = figure("travelling_stewards")
    away_station: Mapped[str] = note(added=3)
    away_route: Mapped[str] = note(added=3)
    actual_attendance: Mapped[int | None] = figure("actual_attendance")
    actual_away: Mapped[int | None] = figure("actual_away")

    stakes: Mapped[tuple[Stake, ...]] = several(Stake)
    is_decisive_for_both: Mapped[bool] = flag()
    concurrent_events: Mapped[Words] = trilingual("concurrent_events")
    weather: Mapped[Words] = trilingual("weather")
    is_broadcast: Mapped[bool] = flag()

    plan_status: Mapped[PlanStatus] = coded(PlanStatus, PlanStatus.TO_OPEN)
    commander_id: Mapped[UUID | None] = reference("contact", index=False)
    deputy_id: Mapped[UUID | None] = reference("contact", index=False)
    commander_call_sign: Mapped[str] = note()
    command_post: Mapped[Words] = trilingual("command_post")
    command_post_phone: Mapped[str] = note()
    order_version: Mapped[int] = mapped_column(default=1, server_default="1")

    key_messages: Mapped[Words] = trilingual("key_messages")
    situation: Mapped[Words] = trilingual("situation")
    mission: Mapped[Words] = trilingual("mission")
    constraints: Mapped[Words] = trilingual("constraints")
    outcome: Mapped[OutcomeCode | None] = coded(OutcomeCode, group="outcome")
    outcome_note: Mapped[Words] = trilingual("outcome_note")
    #: Identifier in the feed it came from: a hint only, feeds change it at will.
    feed_uid: Mapped[str] = note()

    __table_args__ = (
        _agenda_index("kick_off"),
        _agenda_index("home", "home_club_id"),
        _agenda_index("away", "away_club_id"),
        _agenda_index("venue", "venue_id"),
        _agenda_index("competition", "competition_id"),
        _agenda_index("season", "season_id"),
        _agenda_index("status", "status"),
        _agenda_index("round", "round"),
        # Live ones are counted as all less these: all is known without a scan.
        Index(
            "ix_fixture_deleted",
            "deleted_at",
            sqlite_where=text("deleted_at IS NOT NULL"),
        ),
    )


class KickOffChange(Record):
    """One move of a fixture: from when and where to when and where, and why."""

    __tablename__ = "kick_off_change"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    from_date: Mapped[date | None] = mapped_column(IsoDate)
    from_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    from_venue_id: Mapped[UUID | None] = reference("venue", index=False)
    to_date: Mapped[date | None] = mapped_column(IsoDate)
    to_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    to_venue_id: Mapped[UUID | None] = reference("venue", index=False)
    reason: Mapped[str] = note()
    source: Mapped[str] = note()


class Estimate(Record):
    """One estimate of a public, in persons; revisions are further rows."""

    __tablename__ = "estimate"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    kind: Mapped[EstimateKind] = coded(EstimateKind, EstimateKind.ATTENDANCE)
    persons: Mapped[int | None] = figure("persons")
    source: Mapped[str] = note()
    estimated_on: Mapped[date | None] = mapped_column(IsoDate)
    confidence: Mapped[Confidence] = coded(Confidence, Confidence.MEDIUM)

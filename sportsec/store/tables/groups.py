"""Supporter groups and what they are to each other (domain.md §2.5)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.groups import (
    Attitude,
    Behaviour,
    GroupKind,
    GroupLegalStatus,
    RelationKind,
    SourceGrade,
    TravelHabit,
)
from sportsec.domain.words import Words
from sportsec.store.base import (
    IsoDate,
    Record,
    coded,
    figure,
    note,
    reference,
    several,
    trilingual,
)


class SupporterGroup(Record):
    """A supporter group; its sizes are ranges with source and date, never points."""

    __tablename__ = "supporter_group"

    name: Mapped[Words] = trilingual("name")
    aliases: Mapped[str] = note()
    club_id: Mapped[UUID | None] = reference("club")
    kind: Mapped[GroupKind] = coded(GroupKind, GroupKind.ULTRAS)
    legal_status: Mapped[GroupLegalStatus] = coded(
        GroupLegalStatus, GroupLegalStatus.UNKNOWN
    )
    founded_year: Mapped[int | None] = figure("founded_year", "BETWEEN 1900 AND 2200")
    usual_sector_id: Mapped[UUID | None] = reference("sector", index=False)
    banner: Mapped[Words] = trilingual("banner")
    colours: Mapped[Words] = trilingual("colours")
    members_low: Mapped[int | None] = figure("members_low", group="members")
    members_high: Mapped[int | None] = figure("members_high", group="members")
    core_low: Mapped[int | None] = figure("core_low", group="core")
    core_high: Mapped[int | None] = figure("core_high", group="core")
    away_low: Mapped[int | None] = figure("away_low", group="away")
    away_high: Mapped[int | None] = figure("away_high", group="away")
    sizes_source: Mapped[str] = note(group="sizes")
    sizes_on: Mapped[date | None] = mapped_column(IsoDate, info={"group": "sizes"})
    attitude_police: Mapped[Attitude | None] = coded(Attitude)
    attitude_stewards: Mapped[Attitude | None] = coded(Attitude)
    attitude_board: Mapped[Attitude | None] = coded(Attitude)
    travel_habits: Mapped[tuple[TravelHabit, ...]] = several(TravelHabit)
    behaviours: Mapped[tuple[Behaviour, ...]] = several(Behaviour)
    sensitive_dates: Mapped[Words] = trilingual("sensitive_dates")
    source_grade: Mapped[SourceGrade | None] = coded(SourceGrade)
    reviewed_on: Mapped[date | None] = mapped_column(IsoDate)
    retention_until: Mapped[date | None] = mapped_column(IsoDate)
    notes: Mapped[str] = note()


class GroupRelation(Record):
    """What two groups are to each other, since when and why."""

    __tablename__ = "group_relation"

    group_id: Mapped[UUID | None] = reference("supporter_group")
    other_group_id: Mapped[UUID | None] = reference("supporter_group")
    kind: Mapped[RelationKind] = coded(RelationKind, RelationKind.NEUTRAL)
    since: Mapped[date | None] = mapped_column(IsoDate)
    reason: Mapped[Words] = trilingual("reason")
    last_event: Mapped[Words] = trilingual("last_event")

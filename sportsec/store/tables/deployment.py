"""Who stands where and when at a fixture (domain.md §2.10, §2.11)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.deployment import CommandLevel, Function, Phase
from sportsec.domain.words import Words
from sportsec.store.base import (
    Record,
    UtcDateTime,
    coded,
    figure,
    flag,
    note,
    reference,
    trilingual,
)


class FixturePhase(Record):
    """A phase of the deployment at one fixture; id from fixture and phase."""

    __tablename__ = "fixture_phase"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    phase: Mapped[Phase] = coded(Phase, Phase.P1)
    starts_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, info={"group": "window"}
    )
    ends_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, info={"group": "window"}
    )
    objective: Mapped[Words] = trilingual("objective")


class Detachment(Record):
    """A body of officers with one named leader, a call sign and a channel."""

    __tablename__ = "detachment"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    unit_id: Mapped[UUID | None] = reference("unit")
    name: Mapped[Words] = trilingual("name")
    headcount: Mapped[int | None] = figure("headcount")
    headcount_present: Mapped[int | None] = figure("headcount_present")
    women: Mapped[int | None] = figure("women")
    function: Mapped[Function | None] = coded(Function)
    command_level: Mapped[CommandLevel] = coded(CommandLevel, CommandLevel.OPERATIONAL)
    is_reserve: Mapped[bool] = flag()
    reserve_trigger: Mapped[Words] = trilingual("reserve_trigger")
    leader_id: Mapped[UUID | None] = reference("contact", index=False)
    leader_name: Mapped[str] = note(personal=True)
    leader_rank: Mapped[str] = note()
    leader_phone: Mapped[str] = note(personal=True)
    call_sign: Mapped[str] = note()
    channel: Mapped[str] = note()
    fallback_channel: Mapped[str] = note()
    arrives_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    leaves_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Post(Record):
    """A place to be held during one phase, and how many it needs.

    The same `code` in another phase is another row of the same place.
    """

    __tablename__ = "post"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    phase: Mapped[Phase] = coded(Phase, Phase.P2)
    code: Mapped[str] = note()
    sector_id: Mapped[UUID | None] = reference("sector", index=False)
    gate_id: Mapped[UUID | None] = reference("gate", index=False)
    place: Mapped[Words] = trilingual("place")
    task: Mapped[Words] = trilingual("task")
    headcount_needed: Mapped[int | None] = figure("headcount_needed")
    relief: Mapped[Words] = trilingual("relief")
    equipment: Mapped[Words] = trilingual("equipment")
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Assignment(Record):
    """Officers of a detachment on a post; id from detachment and post."""

    __tablename__ = "assignment"

    detachment_id: Mapped[UUID | None] = reference("detachment")
    post_id: Mapped[UUID | None] = reference("post")
    headcount: Mapped[int | None] = figure("headcount")

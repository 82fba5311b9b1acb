"""Requests for tifos, banners and drums (domain.md §2.6)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationKind,
    Conformity,
    FireProof,
)
from sportsec.store.base import (
    IsoDate,
    Record,
    UtcDateTime,
    coded,
    figure,
    flag,
    note,
    reference,
)


class AnimationRequest(Record):
    """What a group wants to show at a match, the answer, and what hung on the day."""

    __tablename__ = "animation_request"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    group_id: Mapped[UUID | None] = reference("supporter_group")
    kind: Mapped[AnimationKind] = coded(AnimationKind, AnimationKind.TIFO)
    requested_on: Mapped[date | None] = mapped_column(IsoDate)
    message: Mapped[str] = note()
    dimensions: Mapped[str] = note()
    pieces: Mapped[int | None] = figure("pieces")
    material: Mapped[str] = note()
    fire_proof: Mapped[FireProof] = coded(FireProof, FireProof.UNKNOWN)
    sector_id: Mapped[UUID | None] = reference("sector", index=False)
    gate_id: Mapped[UUID | None] = reference("gate", index=False)
    installs_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    installers: Mapped[int | None] = figure("installers")
    display: Mapped[str] = note()
    removal: Mapped[str] = note()
    covers_exits: Mapped[bool] = flag()
    decision: Mapped[AnimationDecision] = coded(
        AnimationDecision, AnimationDecision.PENDING, group="answer"
    )
    decided_by: Mapped[str] = note(group="answer")
    decided_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, info={"group": "answer"}
    )
    conditions: Mapped[str] = note(group="answer")
    reason: Mapped[str] = note(group="answer")
    conformity: Mapped[Conformity] = coded(
        Conformity, Conformity.UNCHECKED, group="conformity"
    )
    conformity_note: Mapped[str] = note(group="conformity")

"""Risk grids and the assessments made with them (domain.md §2.9, §3.9)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.fixtures import Confidence
from sportsec.domain.groups import SourceGrade
from sportsec.domain.risk import Rater, Stage
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


class RiskGrid(Record):
    """One version of a grid. A grid in use is never edited: it gets a successor."""

    __tablename__ = "risk_grid"

    name: Mapped[Words] = trilingual("name")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    is_active: Mapped[bool] = flag()


class RiskFactor(Record):
    """A factor of a grid: its weight and what the values 0, 2 and 4 mean."""

    __tablename__ = "risk_factor"

    grid_id: Mapped[UUID | None] = reference("risk_grid")
    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    weight: Mapped[int | None] = figure("weight", "> 0")
    anchor_0: Mapped[Words] = trilingual("anchor_0")
    anchor_2: Mapped[Words] = trilingual("anchor_2")
    anchor_4: Mapped[Words] = trilingual("anchor_4")
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class RiskAssessment(Record):
    """One rating of a fixture by one rater at one stage, kept as it was made.

    Categories are 1 low … 4 critical; the overall one is the highest of the three.
    """

    __tablename__ = "risk_assessment"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    grid_id: Mapped[UUID | None] = reference("risk_grid")
    stage: Mapped[Stage] = coded(Stage, Stage.INITIAL)
    rater: Mapped[Rater] = coded(Rater, Rater.POLICE)
    category_inside: Mapped[int | None] = figure("category_inside", "BETWEEN 1 AND 4")
    category_outside: Mapped[int | None] = figure("category_outside", "BETWEEN 1 AND 4")
    category_travel: Mapped[int | None] = figure("category_travel", "BETWEEN 1 AND 4")
    confidence: Mapped[Confidence] = coded(Confidence, Confidence.MEDIUM)
    has_grave_precedent: Mapped[bool] = flag()
    override_reason: Mapped[Words] = trilingual("override_reason")
    summary: Mapped[Words] = trilingual("summary")
    decided_by: Mapped[str] = note()
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RiskItem(Record):
    """The value given to one factor, with its evidence; id from both."""

    __tablename__ = "risk_item"

    assessment_id: Mapped[UUID | None] = reference("risk_assessment")
    factor_id: Mapped[UUID | None] = reference("risk_factor", index=False)
    value: Mapped[int | None] = figure("value", "BETWEEN 0 AND 4")
    evidence: Mapped[Words] = trilingual("evidence")
    source: Mapped[str] = note()
    source_grade: Mapped[SourceGrade | None] = coded(SourceGrade)

"""Questions about risk: grids, the assessments of a match, the category in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.risk import (
    AssessmentDraft,
    Circumstances,
    Factor,
    ItemDraft,
    Rater,
    RiskCategory,
    Scopes,
    Stage,
)
from sportsec.domain.risk_rating import Rating, rate
from sportsec.domain.risk_record import Finding, MatchRecord, circumstances, findings
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import names_of
from sportsec.queries.risk_record import match_record
from sportsec.store.officer import login_name
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.risk import RiskAssessment, RiskFactor, RiskGrid, RiskItem
from sportsec.store.work import Work

_STAGES = list(Stage)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One version of a grid with its factors in order."""

    id: UUID
    name: Words
    version: int
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment as it was made.

    Args:
        items: By the code of their factor; factors never touched are missing.
        rating: An open assessment is rated with what the record knows now, a decided
            one with its own values alone, so that it stays what it was.
    """

    id: UUID
    stage: Stage
    rater: Rater
    grid: GridRow
    draft: AssessmentDraft
    items: Mapping[str, ItemDraft]
    decided_by: str
    decided_at: datetime | None
    rating: Rating

    @property
    def is_decided(self) -> bool:
        """Whether it may no longer be changed."""
        return self.decided_at is not None

    @property
    def scopes(self) -> Scopes | None:
        """The categories chosen, else those suggested."""
        return chosen_scopes(self.draft, self.rating)


@dataclass(frozen=True, slots=True)
class RiskFile:
    """All that the risk page of a match shows.

    Args:
        grid: The active grid; None in a workspace without one.
        assessments: By stage, then in the order in which they were decided.
        decider: Who decided on this match last for the police, else the officer, if he
            gave his name; may be empty.
        commander: Of the match.
        has_come: The day of the match is there, or past.
    """

    fixture_id: UUID
    grid: GridRow | None
    record: MatchRecord
    findings: tuple[Finding, ...]
    assessments: tuple[AssessmentRow, ...]
    decider: str = ""
    commander: Words = Words()
    has_come: bool = False

    @property
    def standing(self) -> AssessmentRow | None:
        """The rating on which the plan stands; None if nothing says a category.

        A decided assessment of the police stands before one still open, a later stage
        before an earlier one, the decision made last before others of its stage: the
        rule of `risk_categories`. What is rated after the match says nothing of it.
        """
        rated = [
            row
            for row in self.assessments
            if row.rater is Rater.POLICE
            and row.stage is not Stage.POST_MATCH
            and row.scopes is not None
        ]
        return max(rated, key=_standing, default=None)


def _standing(row: AssessmentRow) -> tuple[bool, int, datetime, UUID]:
    decided_at = row.decided_at or datetime.min.replace(tzinfo=UTC)
    return row.is_decided, _STAGES.index(row.stage), decided_at, row.id


def chosen_scopes(draft: AssessmentDraft, rating: Rating) -> Scopes | None:
    """Return the three categories: as chosen, else as suggested."""
    parts = []
    for scope in ("inside", "outside", "travel"):
        chosen = getattr(draft, f"category_{scope}")
        category = chosen or getattr(rating.suggested, scope, None)
        if category is None:
            return None
        parts.append(RiskCategory(category))
    return Scopes(*parts)


def risk_file(work: Work, fixture_id: UUID) -> RiskFile:
    """Return everything about the risk of a match.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    record = match_record(work, fixture)
    rows = _assessments(work, fixture_id, record)
    chief = fixture.commander_id
    leads = names_of(work, Contact, [chief]) if chief else {}
    return RiskFile(
        fixture_id=fixture_id,
        grid=active_grid(work),
        record=record,
        findings=findings(record),
        assessments=rows,
        decider=_last_decider(rows) or own_name(work),
        commander=leads.get(chief, Words()) if chief else Words(),
        has_come=has_come(work, fixture),
    )


def has_come(work: Work, fixture: Fixture) -> bool:
    """Say whether the day of a match is there, or past."""
    return fixture.kick_off_date <= local_day(work)


def own_name(work: Work) -> str:
    """Return the name that the officer gave himself; that of a login is nobody's."""
    return "" if work.actor.name == login_name() else work.actor.name


def _last_decider(rows: Sequence[AssessmentRow]) -> str:
    decided = [
        (row.decided_at, row.decided_by)
        for row in rows
        if row.rater is Rater.POLICE and row.decided_at and row.decided_by.strip()
    ]
    return max(decided)[1] if decided else ""


def active_grid(work: Work) -> GridRow | None:
    """Return the grid that new assessments use: the latest active one."""
    query = (
        select(RiskGrid.id)
        .where(RiskGrid.is_active, RiskGrid.deleted_at.is_(None))
        .order_by(RiskGrid.version.desc(), RiskGrid.id.desc())
    )
    grid_id = work.session.scalars(query).first()
    return None if grid_id is None else grids(work, [grid_id])[grid_id]


def grids(work: Work, ids: Collection[UUID | None]) -> dict[UUID, GridRow]:
    """Return grids with their factors, also such as were replaced."""
    factors: dict[UUID | None, list[Factor]] = defaultdict(list)
    query = (
        select(RiskFactor)
        .where(RiskFactor.grid_id.in_(ids), RiskFactor.deleted_at.is_(None))
        .order_by(RiskFactor.position, RiskFactor.code, RiskFactor.id)
    )
    for row in work.session.scalars(query):
        factors[row.grid_id].append(
            Factor(
                id=row.id,
                code=row.code,
                weight=row.weight or 1,
                name=row.name,
                anchor_0=row.anchor_0,
                anchor_2=row.anchor_2,
                anchor_4=row.anchor_4,
            )
        )
    found = work.session.scalars(select(RiskGrid).where(RiskGrid.id.in_(ids)))
    return {
        grid.id: GridRow(grid.id, grid.name, grid.version, tuple(factors[grid.id]))
        for grid in found
    }


def items_of(
    work: Work, assessment_ids: Collection[UUID], codes: Collection[str] = ()
) -> dict[UUID, Any]:
    """Return the items of assessments by the code of their factor.

    Args:
        codes: Of the factors asked for; none for all.
    """
    query = (
        select(RiskItem, RiskFactor.code)
        .join(RiskFactor, RiskItem.factor_id == RiskFactor.id)
        .where(RiskItem.assessment_id.in_(assessment_ids))
        .where(RiskItem.deleted_at.is_(None))
    )
    if codes:
        query = query.where(RiskFactor.code.in_(codes))
    found: dict[UUID | None, dict[str, ItemDraft]] = defaultdict(dict)
    for item, code in work.session.execute(query):
        found[item.assessment_id][code] = draft_of(ItemDraft, item)
    return {key: found[key] for key in assessment_ids}


def _assessments(
    work: Work, fixture_id: UUID, record: MatchRecord
) -> tuple[AssessmentRow, ...]:
    query = select(RiskAssessment).where(
        RiskAssessment.fixture_id == fixture_id, RiskAssessment.deleted_at.is_(None)
    )
    found = sorted(work.session.scalars(query), key=_in_time)
    items = items_of(work, [row.id for row in found])
    used = grids(work, {row.grid_id for row in found})
    return tuple(
        _row(row, used[row.grid_id], items[row.id], record)
        for row in found
        if row.grid_id in used
    )


def _in_time(row: RiskAssessment) -> tuple[int, bool, datetime, UUID]:
    """Return what orders assessments: by stage, and in each as they were decided."""
    decided_at = row.decided_at or datetime.min.replace(tzinfo=UTC)
    return _STAGES.index(row.stage), row.decided_at is None, decided_at, row.id


def _row(
    row: RiskAssessment,
    grid: GridRow,
    items: Mapping[str, ItemDraft],
    record: MatchRecord,
) -> AssessmentRow:
    facts = circumstances(record, has_grave_precedent=row.has_grave_precedent)
    if row.decided_at is not None:
        facts = Circumstances(
            is_decisive_for_both=facts.is_decisive_for_both,
            is_behind_closed_doors=facts.is_behind_closed_doors,
            has_grave_precedent=row.has_grave_precedent,
        )
    values = {code: item.value for code, item in items.items()}
    return AssessmentRow(
        id=row.id,
        stage=row.stage,
        rater=row.rater,
        grid=grid,
        draft=draft_of(AssessmentDraft, row),
        items=items,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        rating=rate(grid.factors, values, facts),
    )


def assessment_row(work: Work, assessment_id: UUID) -> AssessmentRow:
    """Return one assessment.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    row = work.get(RiskAssessment, assessment_id)
    fixture = work.get(Fixture, row.fixture_id)
    found: Sequence[AssessmentRow] = _assessments(
        work, fixture.id, match_record(work, fixture)
    )
    return next(each for each in found if each.id == assessment_id)

"""Acts on the risk grid: a grid in use is never edited, it gets a successor."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import Invalid
from sportsec.domain.identity import new_id
from sportsec.domain.problems import blocking
from sportsec.domain.risk import FactorDraft
from sportsec.domain.risk_grid import check_grid
from sportsec.domain.words import Words
from sportsec.services.drafts import apply_draft
from sportsec.store.tables.risk import RiskFactor, RiskGrid
from sportsec.store.work import Work


def publish_grid(work: Work, name: Words, factors: Sequence[FactorDraft]) -> UUID:
    """Make a new version of the grid the active one and return its id.

    Assessments made with earlier versions keep theirs.

    Args:
        factors: In the order in which they are rated.

    Raises:
        Invalid: A rule is broken.
    """
    if problems := blocking(check_grid(factors)):
        raise Invalid(problems)
    live = select(RiskGrid).where(RiskGrid.deleted_at.is_(None))
    versions = [0]
    for old in work.session.scalars(live):
        old.is_active = False
        versions.append(old.version)
    grid = RiskGrid(id=new_id(), name=name, version=max(versions) + 1, is_active=True)
    work.add(grid)
    for position, draft in enumerate(factors):
        factor = RiskFactor(id=new_id(), grid_id=grid.id, position=position)
        apply_draft(work.add(factor), draft)
    return grid.id

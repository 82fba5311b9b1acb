"""What of a match is to be seen to for its paper alone: approval and language."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sportsec.domain.calendar_moves import is_approved
from sportsec.domain.fixtures import PlanStatus
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.paper_checks import check_approval, check_wording
from sportsec.domain.problems import Problem
from sportsec.queries.animations import requests_of
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

_COLUMN = "plan_status"
#: All that was ever said of it, by us or by another cell.
_SAID = """SELECT kind, val FROM journal_op
WHERE row = ?1 AND (kind = 'I' OR col = ?2)"""


def paper_problems(
    work: Work, fixture_id: UUID, languages: Collection[str]
) -> tuple[Problem, ...]:
    """Return as warnings what makes the paper of a match other than it looks.

    Args:
        languages: Codes of the languages of the paper.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    found: list[Problem] = []
    if fixture.status in AHEAD and not is_approved(fixture.plan_status):
        was = _was_approved(work, fixture_id)
        found += check_approval(fixture.plan_status, was_approved=was)
    for row in requests_of(work, fixture_id):
        found += check_wording(row.draft, row.answer, row.group, languages)
    return tuple(found)


def _was_approved(work: Work, fixture_id: UUID) -> bool:
    """Say whether the order of a match was approved at any time."""
    fields = shapes()[Fixture.__tablename__].registers[_COLUMN]
    rows = work.connection.execute(_SAID, (fixture_id.bytes, _COLUMN))
    said = (value_of(kind, val, _COLUMN, fields)[0] for kind, val in rows)
    return any(is_approved(PlanStatus(each)) for each in said)

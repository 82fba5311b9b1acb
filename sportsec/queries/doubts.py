"""What the overview of a match warns of: nothing that keeps anybody from going on."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.estimate_rules import check_sum
from sportsec.domain.problems import Problem
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.queries.risk_record import latest_estimates
from sportsec.store.work import Work


def match_doubts(work: Work, fixture_id: UUID) -> list[Problem]:
    """Return the warnings of a match and its estimates; those of its texts are a lack.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    draft = fixture_draft(work, fixture_id)
    found = fixture_problems(work, draft, fixture_id)
    return [*found, *check_sum(latest_estimates(work, fixture_id))]

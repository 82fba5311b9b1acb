"""What the overview of a match warns of: nothing that keeps anybody from going on."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.estimate_rules import check_sum
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.problems import Problem
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.queries.risk_record import latest_estimates
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def match_doubts(work: Work, fixture_id: UUID) -> list[Problem]:
    """Return the warnings of a match and its estimates; those of its texts are a lack.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    draft = fixture_draft(work, fixture_id)
    found = fixture_problems(work, draft, fixture_id)
    return [*found, *check_sum(latest_estimates(work, fixture_id))]


def total_doubts(work: Work, fixture_id: UUID) -> tuple[Problem, ...]:
    """Return as a warning that the total on which a rating counts is not its parts.

    Of a match that is not ahead nothing is said: it is rated no more.
    """
    match = work.session.get(Fixture, fixture_id)
    if match is None or match.status not in AHEAD:
        return ()
    return tuple(check_sum(latest_estimates(work, fixture_id)))

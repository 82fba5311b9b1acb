"""What the estimates of a match say against its plan and its rating."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.estimate_rules import check_sum
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.queries.risk_outrun import outrun_ratings
from sportsec.queries.risk_record import latest_estimates
from sportsec.store.work import Work

#: Fields of the match whose rules speak of the public that is expected.
_EXPECTED = frozenset(
    {"capacity_allowed", "away_sector_id", "travelling_stewards", "travel_regime"}
)


def estimate_effects(work: Work, fixture_id: UUID) -> tuple[Problem, ...]:
    """Say what is to be looked at once the public of a match was estimated anew.

    That the rating no longer holds comes first: it decides the means.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    found: list[Problem] = []
    if fixture_id in outrun_ratings(work, [fixture_id]):
        text = N_("The rating was decided on other figures: rate the match anew")
        found.append(Problem(None, text, Level.WARN))
    found += check_sum(latest_estimates(work, fixture_id))
    draft = fixture_draft(work, fixture_id)
    for problem in fixture_problems(work, draft, fixture_id):
        if problem.field in _EXPECTED and problem.level is Level.WARN:
            found.append(problem)
    return tuple(found)

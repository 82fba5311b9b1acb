"""Putting the stadium of a club into its matches that wait for one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.errors import Invalid
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.home_ground import matches_without_ground
from sportsec.services.fixtures import revise_fixture
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work


def play_at_home(work: Work, club_id: UUID) -> int:
    """Put the home stadium into the coming home matches without one; count them.

    Matches that it does not fit, such as more places allowed than it has, stay as they
    are.

    Raises:
        NotFound: The club was deleted meanwhile.
        Invalid: It fits none of them.
    """
    ground = work.get(Club, club_id).home_venue_id
    refused: Invalid | None = None
    done = 0
    for match in matches_without_ground(work, club_id):
        seen = fixture_draft(work, match)
        try:  # the rules speak before anything is written
            revise_fixture(work, match, replace(seen, venue_id=ground), seen=seen)
        except Invalid as error:
            refused = error
        else:
            done += 1
    if refused is not None and not done:
        raise refused
    return done

"""Promises and decisions that give a figure which has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.old_figures import old_figures_in
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import open_wordings
from sportsec.queries.former_figures import figures_changed_at, former_figures
from sportsec.queries.risk_record import latest_estimates
from sportsec.queries.written_at import written_at
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work


def outdated_promises(work: Work, fixture_id: UUID) -> Sequence[UUID]:
    """Return open promises and decisions that give a figure as it was before.

    Only those worded before it changed: "2,342 tickets instead of 3,030" is right.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    if fixture.status not in AHEAD or fixture.kick_off_date < local_day(work):
        return []
    former = former_figures(work, fixture, latest_estimates(work, fixture_id))
    if not former:
        return []
    changed = figures_changed_at(work, fixture_id)
    found = []
    for key, wording in open_wordings(work, fixture_id):
        stamps = [changed.get(each.what, 0) for each in old_figures_in(wording, former)]
        if not stamps:
            continue
        if written_at(work.connection, Commitment, key, "wording") < max(stamps):
            found.append(key)
    return found

"""Which match the search leads to when tifos are looked for."""

from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.fixtures import FixtureStatus
from sportsec.queries.animations import next_with_requests
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture, a_group, a_request

WITHDRAWN = {"decision": AnimationDecision.WITHDRAWN}
CANCELLED = {"status": FixtureStatus.CANCELLED}


@pytest.mark.parametrize(
    ("day", "match", "request_", "is_next"),
    [
        (date(2026, 11, 23), {}, {}, True),  # today
        (date(2026, 11, 22), {}, {}, False),
        (date(2026, 11, 28), CANCELLED, {}, False),
        (date(2026, 11, 28), {}, WITHDRAWN, False),
        (date(2026, 11, 28), {}, {"deleted_at": NOW}, False),
        (date(2026, 12, 12), {}, {}, False),  # another is sooner
    ],
)
def test_the_first_match_to_come_of_which_a_request_stands(
    workspace: Workspace,
    day: date,
    match: dict[str, object],
    request_: dict[str, object],
    *,
    is_next: bool,
) -> None:
    with workspace.writing() as work:
        atlas, rif = a_club(work), a_club(work, "Rif")
        group = a_group(work, atlas)
        usual = a_fixture(work, atlas, rif)
        other = a_fixture(
            work, rif, atlas, kick_off_date=day, kick_off_at=None, **match
        )
        a_request(work, usual, group)
        a_request(work, other, group, **request_)
        work.commit("Requests added")
        wanted = other.id if is_next else usual.id
    with workspace.reading() as work:
        assert next_with_requests(work) == wanted


def test_without_requests_there_is_no_such_match(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_fixture(work, a_club(work), a_club(work, "Rif"))
        work.commit("Match added")
    with workspace.reading() as work:
        assert next_with_requests(work) is None

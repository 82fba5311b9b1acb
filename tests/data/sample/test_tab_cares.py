"""What shows the record is read again when anything that it shows was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from sportsec.queries.before_printing import open_points
from sportsec.queries.briefing.read import briefing_rows
from sportsec.queries.home import home_state
from sportsec.queries.match_header import match_head
from sportsec.queries.match_steps import match_steps
from sportsec.queries.task_list import task_lists
from sportsec.store.journal.shape import shapes
from sportsec.store.tables.deployment import Post
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.pages.home.page import HomePage
from sportsec.ui.pages.match.page import COUNTED, MatchPage
from sportsec.ui.pages.match.tabs import TABS

Read = Callable[[Work, UUID], object]
#: Nobody sees another grid in what was rated by the present one.
_STEADY = {"risk_grid", "risk_factor"}
_OF_TABS = {spec.key: spec.cares for spec in TABS}


def _tables_read(workspace: Workspace, read: Read) -> set[str]:
    """Return the tables of records that are asked for some matches ahead."""
    asked: list[str] = []
    with workspace.reading() as work:
        query = select(Fixture.id).join(Post, Post.fixture_id == Fixture.id)
        ahead = query.where(Fixture.kick_off_at > work.now).distinct().limit(5)
        matches = list(work.session.scalars(ahead))
        assert matches
        work.connection.set_trace_callback(asked.append)
        for match in matches:
            read(work, match)
        work.connection.set_trace_callback(None)
    named = re.findall(r"\b(?:FROM|JOIN)\s+\"?(\w+)", "\n".join(asked))
    return {*named} & {*shapes()}


@pytest.mark.parametrize(
    ("cares", "read"),
    [
        (_OF_TABS["briefing"], briefing_rows),
        (_OF_TABS["briefing"], open_points),
        (_OF_TABS["tasks"], lambda work, match: task_lists(work, [match])),
        (MatchPage.cares | COUNTED, match_steps),
        (MatchPage.cares, match_head),
        (HomePage.cares, lambda work, _match: home_state(work)),
    ],
    ids=["paper", "before printing", "tasks", "steps", "head", "home"],
)
def test_it_cares_for_all_tables_that_it_reads(
    sample: Workspace, cares: frozenset[str], read: Read
) -> None:
    assert _tables_read(sample, read) - _STEADY - cares == set()

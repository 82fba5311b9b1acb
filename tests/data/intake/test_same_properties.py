"""Whatever lines change in matches they are said to be, one undo gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sportsec.domain.fixtures import EstimateKind, PlanStatus
from sportsec.domain.intake.preview import NewNames
from sportsec.domain.intake.programme import ProgrammeLine
from sportsec.queries.history_undo import undo_stack
from sportsec.services.history import undo_act
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.work import Work
from tests.builders import NOW, a_competition
from tests.data.intake.programmes import SATURDAY, Frame, a_frame, line, of
from tests.founding import new_workspace

Row = tuple[object, ...]
clubs = st.permutations(["Raja", "Wydad"])
lines = st.builds(
    lambda sides, days, hour: line(
        sides[0], sides[1], SATURDAY + timedelta(days=days), hour
    ),
    clubs,
    st.integers(-3, 3),
    st.sampled_from([None, time(17), time(20)]),
)
files = st.lists(lines, min_size=1, max_size=3).map(
    lambda found: [each._replace(number=n) for n, each in enumerate(found, 1)]
)
figures = st.fixed_dictionaries(
    {
        "away_allocation": st.sampled_from([None, 1200]),
        "tickets_sold_home": st.sampled_from([None, 9000]),
        "away_route": st.sampled_from(["", "A3"]),
        "plan_status": st.sampled_from([PlanStatus.TO_OPEN, PlanStatus.ORDERED]),
    }
)


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Frame, Frame]]:
    """A league, and a cup of the same season."""
    workspace = new_workspace(tmp_path_factory.mktemp("same"), clock=lambda: NOW)
    league = a_frame(workspace)
    with workspace.writing() as work:
        cup = a_competition(work, "Coupe")
        work.session.flush()
        key = cup.id
        work.commit("Begin")
    yield league, replace(league, competition=key)
    workspace.close()


def state(work: Work) -> list[list[Row]]:
    """Return all live rows that an intake may touch."""
    found = []
    for table in (Fixture, Estimate, KickOffChange):
        rows = select(*table.__table__.c)
        query = rows.where(table.deleted_at.is_(None)).order_by(table.id)
        found.append([tuple(row) for row in work.session.execute(query)])
    return found


def undo(frame: Frame) -> None:
    with frame.workspace.writing() as work:
        step = undo_stack(work).undo
        assert step is not None
        undo_act(work, step.act)
        work.commit("Undone", undoes=step.act)


@settings(max_examples=20, deadline=None)
@given(lines, figures, files)
def test_one_undo_gives_the_known_matches_back_as_they_were(
    frames: tuple[Frame, Frame],
    known: ProgrammeLine,
    noted: dict[str, object],
    found: list[ProgrammeLine],
) -> None:
    league, cup = frames
    cup.take(of([known]))
    with league.workspace.writing() as work:
        match = work.session.query(Fixture).where(Fixture.deleted_at.is_(None)).one()
        for name, value in noted.items():
            setattr(match, name, value)
        kind = EstimateKind.AWAY_TICKETED
        work.add(Estimate(fixture_id=match.id, kind=kind, persons=900))
        work.commit("Noted")
    with league.workspace.writing() as work:
        before = state(work)
        asked = league.choices(new_clubs=NewNames.CREATE)
        seen = preview(work, of(found), asked)
        same = {each.key: each.may_be for each in seen.lines if each.may_be}
        seen = preview(work, of(found), replace(asked, same=same))
        result = accept(work, seen)
        work.commit("Take in")
        meant = [each.fixture_id for each in seen.lines if each.fixture_id]
    assert len(meant) == len(set(meant))
    assert seen.writes == len((*result.new, *result.moved, *result.changed))
    if seen.writes:
        undo(league)
    with league.workspace.reading() as work:
        assert state(work) == before
    undo(league)  # what was noted, and the match: the next example begins anew
    undo(league)

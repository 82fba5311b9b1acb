"""Undoing acts and doing them again: what the officer did is taken back, no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.clubs import ClubDraft
from sportsec.domain.errors import Invalid
from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.history_ops import Gap
from sportsec.queries.history_record import record_history
from sportsec.queries.history_undo import undo_stack
from sportsec.queries.trash import TRASH, TrashFilter
from sportsec.services.clubs import add_club, delete_club, revise_club
from sportsec.services.history import (
    redo_last,
    restore_record,
    restore_value,
    undo_act,
    undo_last,
)
from sportsec.store.base import Record
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_fixture, a_group, a_request

DRAFT = ClubDraft(name=Words("الأطلس", "Atlas", "Atlas"), founded_year=1949)


def act(workspace: Workspace, title: str, job: Callable[[Work], Any]) -> Any:
    """Carry out an act; return what the job returned."""
    with workspace.writing() as work:
        result = job(work)
        work.commit(title)
    return result


def undo(workspace: Workspace) -> None:
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))


def redo(workspace: Workspace) -> None:
    with workspace.writing() as work:
        work.commit("Done again", undoes=redo_last(work))


def take_back(workspace: Workspace, number: int) -> int:
    """Undo an act; return the number of the act that does so."""
    with workspace.writing() as work:
        undo_act(work, number)
        work.commit("Undone", undoes=number)
        assert work.sealed is not None
        return work.sealed.act


def founded(workspace: Workspace, club: UUID) -> int | None:
    with workspace.reading() as work:
        return work.get(Club, club).founded_year


def clubs(workspace: Workspace) -> int:
    with workspace.reading() as work:
        live = select(Club.id).where(Club.deleted_at.is_(None))
        return len(list(work.session.scalars(live)))


def last_act(workspace: Workspace) -> int:
    with workspace.reading() as work:
        step = undo_stack(work).undo
        assert step is not None
        return step.act


def dump(workspace: Workspace) -> dict[str, list[Any]]:
    """Return all live rows; the moment of a deletion says nothing."""
    with workspace.reading() as work:
        return {
            table.name: sorted(
                tuple(map(repr, row))
                for row in work.session.execute(select(table))
                if row.deleted_at is None
            )
            for table in Record.metadata.sorted_tables
        }


@pytest.fixture
def club(workspace: Workspace) -> UUID:
    made: UUID = act(workspace, "Club added", lambda work: add_club(work, DRAFT))
    return made


def revise(workspace: Workspace, club: UUID, **changes: Any) -> int:
    with workspace.writing() as work:
        row = work.get(Club, club)
        seen = replace(DRAFT, founded_year=row.founded_year, code=row.code)
        revise_club(work, club, replace(seen, **changes), seen=seen)
        work.commit("Club saved")
    return last_act(workspace)


def test_acts_are_undone_one_after_the_other_and_done_again(
    workspace: Workspace, club: UUID
) -> None:
    revise(workspace, club, founded_year=1950)
    undo(workspace)
    assert founded(workspace, club) == 1949
    undo(workspace)
    assert clubs(workspace) == 0
    redo(workspace)
    redo(workspace)
    assert founded(workspace, club) == 1950


def test_something_new_leaves_nothing_to_do_again(
    workspace: Workspace, club: UUID
) -> None:
    revise(workspace, club, founded_year=1950)
    undo(workspace)
    revise(workspace, club, code="AT")
    with workspace.reading() as work:
        assert undo_stack(work).redo is None


def test_an_act_in_the_middle_is_undone_where_nothing_stands_on_it(
    workspace: Workspace, club: UUID
) -> None:
    middle = revise(workspace, club, founded_year=1950)
    revise(workspace, club, code="AT")
    take_back(workspace, middle)
    assert founded(workspace, club) == 1949
    with workspace.reading() as work:
        assert work.get(Club, club).code == "AT"


def test_an_act_that_later_ones_stand_on_is_refused(
    workspace: Workspace, club: UUID
) -> None:
    middle = revise(workspace, club, founded_year=1950)
    revise(workspace, club, founded_year=1951)
    with pytest.raises(Invalid) as refused:
        take_back(workspace, middle)
    assert refused.value.problems[0].facts["record"] == DRAFT.name
    undo(workspace)
    take_back(workspace, middle)
    assert founded(workspace, club) == 1949


def test_an_act_is_undone_only_once(workspace: Workspace, club: UUID) -> None:
    act_number = revise(workspace, club, founded_year=1950)
    take_back(workspace, act_number)
    with pytest.raises(Invalid):
        take_back(workspace, act_number)


def test_what_others_need_is_not_undone(workspace: Workspace, club: UUID) -> None:
    added = last_act(workspace)

    def plan(work: Work) -> None:
        a_fixture(work, work.get(Club, club), a_club(work))

    act(workspace, "Match added", plan)
    with pytest.raises(Invalid):
        take_back(workspace, added)


def test_a_change_of_a_record_deleted_since_is_not_undone(
    workspace: Workspace, club: UUID
) -> None:
    changed = revise(workspace, club, founded_year=1950)
    act(workspace, "Club deleted", lambda work: delete_club(work, club))
    with pytest.raises(Invalid):
        take_back(workspace, changed)


def test_a_value_is_restored_from_the_history(workspace: Workspace, club: UUID) -> None:
    revise(workspace, club, founded_year=1950)
    revise(workspace, club, founded_year=1951)
    with workspace.reading() as work:
        newest, *_ = record_history(work, "club", club).episodes
    (change,) = newest.changes
    assert (change.field, change.old, change.new) == ("founded_year", 1950, 1951)
    act(workspace, "Value restored", lambda work: restore_value(work, change.op))
    assert founded(workspace, club) == 1950


def test_a_restored_value_is_told_what_it_does_not_go_with(
    workspace: Workspace,
) -> None:
    def plan(work: Work) -> UUID:
        fixture = a_fixture(work, a_club(work, "Home"), a_club(work, "Away"))
        fixture.gates_open_at = fixture.kick_off_at - timedelta(hours=3)
        work.session.flush()
        return fixture.id

    def move(work: Work) -> None:
        fixture = work.get(Fixture, match)
        for name in ("kick_off_at", "gates_open_at"):
            setattr(fixture, name, getattr(fixture, name) + timedelta(days=1))
        fixture.kick_off_date += timedelta(days=1)

    match = act(workspace, "Match planned", plan)
    act(workspace, "Match moved", move)
    with workspace.reading() as work:
        newest, *_ = record_history(work, "fixture", match).episodes
    (gates,) = (each for each in newest.changes if each.field == "gates_open_at")
    found = act(workspace, "Value restored", lambda work: restore_value(work, gates.op))
    told = [each.field for each in found.problems]
    assert told == ["gates_open_at"]  # said, not refused
    with workspace.reading() as work:
        fixture = work.get(Fixture, match)
        assert fixture.kick_off_at - fixture.gates_open_at > timedelta(days=1)


def test_what_came_back_with_a_value_is_told(workspace: Workspace) -> None:
    """An answer comes back as one; what stood so already is not told."""

    def ask(work: Work) -> UUID:
        home = a_club(work, "Home")
        match = a_fixture(work, home, a_club(work, "Away"))
        request = a_request(work, match, a_group(work, home))
        work.session.flush()
        return request.id

    def refuse(work: Work) -> None:
        request = work.get(AnimationRequest, asked)
        request.decision, request.reason = AnimationDecision.REFUSED, "Too late"

    asked = act(workspace, "Request added", ask)
    act(workspace, "Answered", refuse)
    with workspace.reading() as work:
        newest, *_ = record_history(work, "animation_request", asked).episodes
    (reason,) = (each for each in newest.changes if each.field == "reason")
    found = act(
        workspace, "Value restored", lambda work: restore_value(work, reason.op)
    )
    pending = AnimationDecision.PENDING
    assert dict(found.fields) == {"decision": pending, "reason": ""}


def test_a_deleted_record_is_brought_back(workspace: Workspace, club: UUID) -> None:
    act(workspace, "Club deleted", lambda work: delete_club(work, club))
    with workspace.reading() as work:
        assert list(TRASH.ids(work, TrashFilter("atlas"), by("-time"), None)) == [club]
        for key in TRASH.groupable:
            (one,) = TRASH.groups(work, TrashFilter("atlas"), by(key)[0])
            assert (one.name is not None, one.count) == (True, 1)
            assert TRASH.groups(work, TrashFilter("rif"), by(key)[0]) == []
    act(workspace, "Record restored", lambda work: restore_record(work, "club", club))
    assert founded(workspace, club) == 1949


def in_trash(workspace: Workspace) -> list[UUID]:
    with workspace.reading() as work:
        found = list(TRASH.ids(work, TrashFilter(), by("-time"), None))
        assert TRASH.count(work, TrashFilter()) == len(found)
        return found


def test_what_nobody_deleted_is_not_in_the_trash(
    workspace: Workspace, club: UUID
) -> None:
    undoing = take_back(workspace, last_act(workspace))
    assert clubs(workspace) == 0
    assert in_trash(workspace) == []
    take_back(workspace, undoing)
    act(workspace, "Club deleted", lambda work: delete_club(work, club))
    assert in_trash(workspace) == [club]
    take_back(workspace, take_back(workspace, last_act(workspace)))
    assert clubs(workspace) == 0  # deleted once more
    assert in_trash(workspace) == [club]


STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "year", "code", "delete")), st.integers(0, 5)),
    min_size=1,
    max_size=8,
)


def test_a_value_of_another_field_is_never_written_back(
    workspace: Workspace, club: UUID
) -> None:
    """A file may say that a change stands on one of another field of the record."""
    revise(workspace, club, code="ATL")
    number = revise(workspace, club, founded_year=1951)
    act(workspace, "Journal spoilt", lambda work: stand_on(work, 1951, "ATL"))
    with workspace.reading() as work:
        newest, *_ = record_history(work, "club", club).episodes
    (change,) = newest.changes
    assert (change.old, change.new) == (Gap.UNKNOWN, 1951)
    with pytest.raises(Invalid):
        take_back(workspace, number)
    assert founded(workspace, club) == 1951


def stand_on(work: Work, value: object, other: object) -> None:
    """Let the change that wrote a value name the one of another value as its past."""
    work.connection.execute(
        "UPDATE journal_op SET base = (SELECT op FROM journal_op WHERE val = ?2)"
        " WHERE val = ?1",
        (value, other),
    )


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_undoing_all_and_doing_all_again_comes_back_to_the_same(
    workspace: Workspace, steps: list[tuple[str, int]]
) -> None:
    before, done = dump(workspace), 0
    for kind, number in steps:
        done += _step(workspace, kind, number)
    after = dump(workspace)
    for _ in range(done):
        undo(workspace)
    assert dump(workspace) == before
    for _ in range(done):
        redo(workspace)
    assert dump(workspace) == after
    for _ in range(done):
        undo(workspace)
    assert dump(workspace) == before


def _step(workspace: Workspace, kind: str, number: int) -> int:
    """Do something at random; return how many acts it made."""
    with workspace.writing() as work:
        live = select(Club).where(Club.deleted_at.is_(None)).order_by(Club.id)
        found = list(work.session.scalars(live))
        if kind == "add" or not found:
            a_club(work, f"Club {number} {len(found)}")
        elif kind == "year":
            found[number % len(found)].founded_year = 1950 + number
        elif kind == "code":
            found[number % len(found)].code = str(number)
        else:
            work.delete(found[number % len(found)])
        work.commit("Club saved")
        return int(work.sealed is not None and work.sealed.ops > 0)

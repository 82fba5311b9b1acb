"""What the same acts made stand against each other is one question with one answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from sportsec.domain.conflicts import DELETED, Question, take
from sportsec.domain.fixtures import MoveDraft
from sportsec.domain.phases import Phase
from sportsec.queries.conflict_registers import standing
from sportsec.queries.conflicts import (
    count_conflicts,
    count_questions,
    open_conflicts,
    open_questions,
)
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.inbox import count_inbox
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.services.history import undo_last
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.deployment import Detachment, FixturePhase
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_venue
from tests.data.sync.conftest import Cell

HOUR = timedelta(hours=1)
KICK_OFF = datetime(2027, 3, 20, 19, tzinfo=UTC)
PHASES = (Phase.P1, Phase.P2, Phase.P3)
#: The kick-off, the gates, the times of three phases and two detachments.
FIELDS = 1 + 1 + 3 + 2
MOVED = "Match moved"


def a_planned_match(work: Work) -> tuple[UUID, UUID]:
    home, away, venue = a_club(work), a_club(work, "Ocean FC"), a_venue(work)
    work.session.flush()
    match = a_fixture(
        work,
        *(home, away),
        venue_id=venue.id,
        kick_off_date=KICK_OFF.date(),
        kick_off_at=KICK_OFF,
        gates_open_at=KICK_OFF - 3 * HOUR,
    )
    work.session.flush()
    for at, phase in enumerate(PHASES):
        begins = KICK_OFF + (at - 2) * HOUR
        work.add(
            FixturePhase(
                fixture_id=match.id,
                phase=phase,
                starts_at=begins,
                ends_at=begins + HOUR,
            )
        )
    for _ in range(2):
        work.add(Detachment(fixture_id=match.id, arrives_at=KICK_OFF - 4 * HOUR))
    return match.id, venue.id


def move(cell: Cell, match: UUID, by: timedelta) -> None:
    def job(work: Work) -> None:
        seen = fixture_draft(work, match)
        wanted = MoveDraft(
            date(2027, 3, 20), KICK_OFF + by, seen.venue_id, "Télévision"
        )
        reschedule_fixture(work, match, wanted, seen=seen)

    cell.act(job, MOVED)


def hours(cell: Cell, match: UUID) -> list[timedelta]:
    """Return by how much the match and all of its plan are moved."""
    with cell.workspace.reading() as work:
        found = work.get(Fixture, match)
        assert found.kick_off_at is not None
        assert found.gates_open_at is not None
        moved = [
            found.kick_off_at - KICK_OFF,
            found.gates_open_at - KICK_OFF + 3 * HOUR,
        ]
        phases = select(FixturePhase).order_by(FixturePhase.phase)
        for at, phase in enumerate(work.session.scalars(phases)):
            assert phase.starts_at is not None
            assert phase.ends_at is not None
            begins = KICK_OFF + (at - 2) * HOUR
            moved += [phase.starts_at - begins, phase.ends_at - begins - HOUR]
        for arrives in work.session.scalars(select(Detachment.arrives_at)):
            assert arrives is not None
            moved.append(arrives - KICK_OFF + 4 * HOUR)
    return moved


def asked(cell: Cell) -> list[Question]:
    with cell.workspace.reading() as work:
        found = open_questions(work)
        assert len(found) == count_questions(work) == count_inbox(work)
        fields = [each for question in found for each in question.fields]
        assert len(fields) == count_conflicts(work)
        acts = standing(work).acts
        assert all(acts[each.record, each.register] == each.acts for each in fields)
    return found


def answer(cell: Cell, question: Question, *, ours: bool) -> None:
    version = next(each for each in question.head.versions if each.is_ours is ours)

    def job(work: Work) -> None:
        assert decide(work, question.answer(version)) == len(question.fields)
        work.commit(DECIDED, saw_all=True)

    cell.now[0] += timedelta(minutes=1)
    with cell.workspace.writing() as work:
        job(work)


@pytest.fixture
def moved(pair: tuple[Cell, Cell], tmp_path: Path) -> tuple[Cell, Cell, UUID]:
    """Return two cells of which ours knows that both moved the match."""
    ours, theirs = pair
    match, _venue = ours.act(a_planned_match)
    theirs.receive(ours.send(tmp_path / "a.ssx", theirs))
    move(ours, match, HOUR)
    move(theirs, match, 2 * HOUR)
    return ours, theirs, match


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_match_moved_in_two_cells_is_one_question(
    moved: tuple[Cell, Cell, UUID], tmp_path: Path, *, is_ours: bool
) -> None:
    ours, theirs, match = moved
    ours.receive(theirs.send(tmp_path / "b.ssx", ours))
    (question,) = asked(ours)
    assert len(question.fields) == FIELDS
    assert (question.head.record, question.head.register) == (match, "@kick_off")
    assert {each.title for each in question.head.versions} == {MOVED}
    assert {each.reason for each in question.head.versions} == {"Télévision"}

    answer(ours, question, ours=is_ours)
    assert asked(ours) == []
    assert set(hours(ours, match)) == {HOUR if is_ours else 2 * HOUR}
    # it travels, and nothing is asked there either
    theirs.receive(ours.send(tmp_path / "c.ssx", theirs))
    assert hours(theirs, match) == hours(ours, match)
    assert asked(theirs) == []

    # one act: one undo asks again, for all
    ours.now[0] += timedelta(minutes=1)
    with ours.workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    (again,) = asked(ours)
    assert len(again.fields) == FIELDS
    answer(ours, again, ours=not is_ours)
    assert set(hours(ours, match)) == {2 * HOUR if is_ours else HOUR}


def test_what_was_changed_on_top_of_a_move_belongs_to_it(
    moved: tuple[Cell, Cell, UUID], tmp_path: Path
) -> None:
    ours, theirs, match = moved
    later = KICK_OFF + 5 * HOUR

    def job(work: Work) -> None:
        query = select(FixturePhase).where(FixturePhase.phase == Phase.P3)
        work.session.scalars(query).one().ends_at = later

    theirs.act(job)
    ours.receive(theirs.send(tmp_path / "b.ssx", ours))
    (question,) = asked(ours)
    answer(ours, question, ours=False)
    assert hours(ours, match) == hours(theirs, match)
    assert len(set(hours(ours, match))) == 2


def test_one_field_can_be_decided_alone(
    moved: tuple[Cell, Cell, UUID], tmp_path: Path
) -> None:
    ours, theirs, match = moved
    ours.receive(theirs.send(tmp_path / "b.ssx", ours))
    (question,) = asked(ours)
    gates = next(each for each in question.fields if each.register == "gates_open_at")
    version = next(each for each in gates.versions if each.is_ours)
    with ours.workspace.writing() as work:
        decide(work, [take(gates, version)])
        work.commit(DECIDED, saw_all=True)
    (left,) = asked(ours)
    assert len(left.fields) == FIELDS - 1
    assert hours(ours, match)[1] == HOUR


def test_acts_on_several_records_ask_once_for_each(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    ours, theirs = pair
    clubs = [ours.club(name) for name in ("Atlas", "Rif")]
    theirs.receive(ours.send(tmp_path / "a.ssx", theirs))

    def written(text: str) -> Callable[[Work], Any]:
        def job(work: Work) -> None:
            for each in clubs:
                club = work.get(Club, each)
                club.notes, club.code = text, text[:3]

        return job

    ours.act(written("ours"))
    theirs.act(written("theirs"))
    theirs.change(clubs[0], notes="theirs, once more")
    ours.change(clubs[1], city=replace(Club().city, fr="Fès"))
    theirs.change(clubs[1], city=replace(Club().city, fr="Oujda"))
    ours.receive(theirs.send(tmp_path / "b.ssx", ours))
    found = asked(ours)
    fields = [{field.register for field in each.fields} for each in found]
    assert sorted(map(len, fields)) == [1, 2, 2]
    assert {"city_fr"} in fields
    with ours.workspace.reading() as work:
        (mine, *_) = open_questions(work, clubs[1], limit=1)
        assert mine.head.record == clubs[1]
        assert len(open_conflicts(work)) == 5


@pytest.mark.parametrize("keeps", [True, False])
def test_a_match_deleted_here_and_moved_there_is_one_question(
    pair: tuple[Cell, Cell], tmp_path: Path, *, keeps: bool
) -> None:
    ours, theirs = pair
    match, _venue = ours.act(a_planned_match)
    theirs.receive(ours.send(tmp_path / "a.ssx", theirs))
    move(ours, match, HOUR)

    def delete(work: Work) -> None:
        for kind in (FixturePhase, Detachment, Fixture):
            for each in work.session.scalars(select(kind)):
                work.delete(each)

    theirs.act(delete)
    ours.receive(theirs.send(tmp_path / "b.ssx", ours))
    (question,) = asked(ours)
    assert question.head.record == match
    assert {each.register for each in question.fields} == {DELETED}
    answer(ours, question, ours=keeps)
    assert asked(ours) == []
    with ours.workspace.reading() as work:
        for kind in (FixturePhase, Detachment, Fixture):
            deleted = set(work.session.scalars(select(kind.deleted_at)))
            assert (deleted == {None}) is keeps

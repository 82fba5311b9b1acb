"""Undoing a decision opens the conflict again, here and in the other cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.conflicts import DELETED, Conflict, Decision, Side, enter, take
from sportsec.queries.conflicts import open_conflicts
from sportsec.queries.history_undo import undo_stack
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.history import (
    redo_last,
    restore_record,
    undo_act,
    undo_last,
)
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
DAY = timedelta(days=1)


@dataclass
class Parted:
    """Two cells that said different things of one club; ours knows of both.

    Args:
        received: The act in which ours took their file in.
    """

    ours: Cell
    theirs: Cell
    club: UUID
    received: int
    folder: Path

    def tell(self) -> int:
        """Send all of ours to theirs; return the act that takes it in."""
        path = self.folder / f"{self.ours.now[0]:%d%H%M}.ssx"
        return self.theirs.receive(self.ours.send(path, self.theirs)).acts[0]

    def code(self) -> Any:
        return self.ours.read(self.club, "code")


def part(
    pair: Pair,
    folder: Path,
    first: Callable[[Cell, UUID], None],
    second: Callable[[Cell, UUID], None],
    *,
    is_ours_first: bool,
) -> Parted:
    """Let two cells say different things of one club, without knowing of each other."""
    ours, theirs = pair
    club = ours.club("Atlas", code="BASE")
    theirs.receive(ours.send(folder / "a.ssx", theirs))
    ours.send(folder / "open.ssx")
    ours.now[0] = theirs.now[0] = ours.now[0] + DAY
    (theirs if is_ours_first else ours).now[0] += DAY / 2
    first(ours, club)
    second(theirs, club)
    (act,) = ours.receive(theirs.send(folder / "b.ssx", ours)).acts
    assert len(inbox(ours)) == 1
    ours.now[0] = theirs.now[0] = ours.now[0] + DAY
    return Parted(ours, theirs, club, act, folder)


def inbox(cell: Cell) -> list[Conflict]:
    with cell.workspace.reading() as work:
        return open_conflicts(work)


def values(cell: Cell) -> list[set[Any]]:
    """Return what stands against what, conflict by conflict."""
    return [
        {each.values[conflict.register] for each in conflict.versions}
        for conflict in inbox(cell)
    ]


def undoing(cell: Cell, job: Callable[[Work], int]) -> int:
    """Undo or redo; return the number of the act that does."""
    with cell.workspace.writing() as work:
        work.commit("Undone", undoes=job(work))
        assert work.sealed is not None
        return work.sealed.act


def take_back(cell: Cell, number: int) -> int:
    def job(work: Work) -> int:
        undo_act(work, number)
        return number

    return undoing(cell, job)


def resolve(cell: Cell, decided: Callable[[Conflict], Decision]) -> None:
    (conflict,) = inbox(cell)
    cell.now[0] += timedelta(minutes=1)
    with cell.workspace.writing() as work:
        decide(work, [decided(conflict)])
        work.commit(DECIDED, saw_all=True)
    assert inbox(cell) == []


def choose(conflict: Conflict, chosen: str) -> Decision:
    if chosen == "another":
        return enter(conflict, {"code": "THIRD"})
    version = conflict.version(Side(chosen))
    assert version is not None
    return take(conflict, version)


CHOICES = pytest.mark.parametrize("chosen", ["ours", "theirs", "another"])


@pytest.fixture(params=[True, False], ids=["theirs shown", "ours shown"])
def coded(pair: Pair, tmp_path: Path, request: pytest.FixtureRequest) -> Parted:
    """Two cells that gave one club two codes."""
    return part(
        *(pair, tmp_path),
        lambda ours, club: ours.change(club, code="OURS"),
        lambda theirs, club: theirs.change(club, code="THEIRS"),
        is_ours_first=request.param,
    )


@CHOICES
def test_the_conflict_is_open_again(coded: Parted, chosen: str) -> None:
    ours, shown = coded.ours, coded.code()
    (before,) = inbox(ours)
    resolve(ours, lambda conflict: choose(conflict, chosen))
    decided = coded.code()
    undoing(ours, undo_last)
    (again,) = inbox(ours)
    assert values(ours) == [{"OURS", "THEIRS"}]
    assert coded.code() == shown
    assert again.base == before.base  # and who said what, in which cell, and when
    assert [replace(each, op=0) for each in again.versions] == [
        replace(each, op=0) for each in before.versions
    ]
    undoing(ours, redo_last)
    assert values(ours) == []
    assert coded.code() == decided
    undoing(ours, undo_last)
    assert values(ours) == [{"OURS", "THEIRS"}]
    resolve(ours, lambda conflict: choose(conflict, chosen))
    assert coded.code() == decided


@CHOICES
def test_it_is_open_in_the_other_cell_too(coded: Parted, chosen: str) -> None:
    ours, theirs = coded.ours, coded.theirs
    resolve(ours, lambda conflict: choose(conflict, chosen))
    coded.tell()
    assert values(theirs) == []
    undoing(ours, undo_last)
    coded.tell()
    assert values(theirs) == [{"OURS", "THEIRS"}]
    assert ours.fingerprint() == theirs.fingerprint()
    undoing(ours, redo_last)
    coded.tell()
    assert values(theirs) == []
    assert ours.fingerprint() == theirs.fingerprint()


@CHOICES
def test_then_the_file_is_undone_and_our_own_value_remains(
    coded: Parted, chosen: str
) -> None:
    ours = coded.ours
    resolve(ours, lambda conflict: choose(conflict, chosen))
    undoing(ours, undo_last)
    undone = take_back(ours, coded.received)
    assert (coded.code(), values(ours)) == ("OURS", [])
    again = take_back(ours, undone)
    assert values(ours) == [{"OURS", "THEIRS"}]
    take_back(ours, again)
    assert (coded.code(), values(ours)) == ("OURS", [])
    undoing(ours, undo_last)  # what we wrote ourselves
    assert (coded.code(), values(ours)) == ("BASE", [])


def test_a_decision_that_arrived_goes_with_its_file(coded: Parted) -> None:
    theirs = coded.theirs
    resolve(coded.ours, lambda conflict: choose(conflict, "ours"))
    act = coded.tell()
    assert theirs.read(coded.club, "code") == "OURS"
    take_back(theirs, act)
    assert theirs.read(coded.club, "code") == "THEIRS"
    assert values(theirs) == []


def test_what_a_third_cell_says_meanwhile_stands_beside_both(
    coded: Parted, make_cell: Callable[[str], Cell]
) -> None:
    ours, third = coded.ours, make_cell("Oujda")
    for one, another in ((ours, third), (third, ours)):
        one.trusts(another)
    third.receive(coded.folder / "open.ssx")
    third.change(coded.club, code="OUJDA")
    resolve(ours, lambda conflict: choose(conflict, "another"))
    (received,) = ours.receive(third.send(coded.folder / "third.ssx", ours)).acts
    assert values(ours) == [{"THIRD", "OUJDA"}]
    undone = take_back(ours, received)
    assert (coded.code(), values(ours)) == ("THIRD", [])
    take_back(ours, undone)
    take_back(ours, decision_of(ours))
    assert values(ours) == [{"OURS", "THEIRS", "OUJDA"}]


def decision_of(cell: Cell) -> int:
    with cell.workspace.reading() as work:
        query = "SELECT max(act) FROM journal_act WHERE title = ?"
        return int(work.connection.execute(query, (DECIDED,)).fetchone()[0])


@pytest.fixture(params=[True, False], ids=["deleted here", "deleted there"])
def deleted(pair: Pair, tmp_path: Path, request: pytest.FixtureRequest) -> Parted:
    """Two cells of which one deleted a club while the other gave it a code."""

    def delete(cell: Cell, club: UUID) -> None:
        cell.act(lambda work: work.delete(work.get(Club, club)))

    def edit(cell: Cell, club: UUID) -> None:
        cell.change(club, code="EDITED")

    acts = (delete, edit) if request.param else (edit, delete)
    return part(pair, tmp_path, *acts, is_ours_first=True)


DELETES = pytest.mark.parametrize("deletes", [True, False], ids=["deleted", "kept"])


def let(cell: Cell, *, deletes: bool) -> None:
    def decision(conflict: Conflict) -> Decision:
        (one,) = [each for each in conflict.versions if each.is_deletion is deletes]
        return take(conflict, one)

    resolve(cell, decision)


def is_open(cell: Cell) -> bool:
    registers = [each.register for each in inbox(cell)]
    assert registers in ([], [DELETED])
    return bool(registers)


@DELETES
def test_a_deletion_stands_against_the_edit_again(
    deleted: Parted, *, deletes: bool
) -> None:
    ours, theirs = deleted.ours, deleted.theirs
    (before,) = inbox(ours)
    let(ours, deletes=deletes)
    decided = ours.fingerprint()
    deleted.tell()
    undoing(ours, undo_last)
    assert is_open(ours)
    (again,) = inbox(ours)
    assert [replace(each, op=0) for each in again.versions] == [
        replace(each, op=0) for each in before.versions
    ]
    assert ours.read(deleted.club, "deleted_at") is None
    deleted.tell()
    assert is_open(theirs)
    assert ours.fingerprint() == theirs.fingerprint()
    undoing(ours, redo_last)
    assert not is_open(ours)
    assert (ours.read(deleted.club, "deleted_at") is not None) is deletes
    deleted.tell()
    assert not is_open(theirs)
    assert ours.fingerprint() == theirs.fingerprint()
    assert decided


@DELETES
@pytest.mark.parametrize("decides", [True, False])
def test_undoing_the_file_lets_what_was_ours_stand(
    deleted: Parted, *, deletes: bool, decides: bool
) -> None:
    ours = deleted.ours
    if decides:
        let(ours, deletes=deletes)
        undoing(ours, undo_last)
    undone = take_back(ours, deleted.received)
    assert not is_open(ours)
    is_gone = ours.read(deleted.club, "deleted_at") is not None
    assert is_gone is (ours.read(deleted.club, "code") == "BASE")
    again = take_back(ours, undone)
    assert is_open(ours)
    take_back(ours, again)
    assert not is_open(ours)
    assert (ours.read(deleted.club, "deleted_at") is not None) is is_gone


def test_a_record_brought_back_and_edited_goes_again(pair: Pair) -> None:
    """Undoing an ordinary restoring makes no conflict with what was written since."""
    ours, _ = pair
    club = ours.club("Atlas")
    ours.act(lambda work: work.delete(work.get(Club, club)))
    ours.act(lambda work: restore_record(work, "club", club), "Record brought back")
    with ours.workspace.reading() as work:
        step = undo_stack(work).undo
    assert step is not None
    ours.change(club, code="LATER")
    take_back(ours, step.act)
    assert not is_open(ours)
    assert ours.read(club, "deleted_at") is not None

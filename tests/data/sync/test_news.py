"""A file tells what its cell has undone, and decided against ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.conflicts import Side, enter, take
from sportsec.domain.exchange_received import Fate, Told
from sportsec.domain.words import Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.history import undo_act, undo_last
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
FES = Words(fr="Fès")


def told(cell: Cell, *files: Path) -> Told:
    """Return what files tell; the preview and the taking in tell the same."""
    preview = cell.look(*files).preview
    assert preview is not None
    result = cell.receive(*files)
    assert result.told == preview.told
    return preview.told


def undone(cell: Cell, *files: Path) -> list[tuple[Words, str, bool]]:
    return [(each.cell, each.title, each.is_redo) for each in told(cell, *files).undone]


def take_back(cell: Cell, act: int | None = None) -> int:
    def job(work: Work) -> int:
        return undo_last(work) if act is None else undo_act(work, act) and act

    with cell.workspace.writing() as work:
        work.commit("Undone", undoes=job(work))
        assert work.sealed is not None
        return work.sealed.act


def test_an_undo_is_told_by_its_sentence(pair: Pair, tmp_path: Path) -> None:
    ours, theirs = pair
    club = theirs.club("Atlas", code="OLD")
    theirs.change(club, code="NEW")
    assert undone(ours, theirs.send(tmp_path / "1", ours)) == []
    undoing = take_back(theirs)
    (act,) = told(ours, theirs.since(tmp_path / "2", ours)).undone
    assert (act.cell, act.title, act.is_redo) == (FES, "Club saved", False)
    assert act.about is not None
    assert act.about.id == club
    assert ours.read(club, "code") == "OLD"
    take_back(theirs, undoing)
    files = theirs.since(tmp_path / "3", ours)
    assert undone(ours, files) == [(FES, "Club saved", True)]
    assert ours.read(club, "code") == "NEW"


def test_the_undo_of_our_own_file_is_told(pair: Pair, tmp_path: Path) -> None:
    ours, theirs = pair
    club = ours.club("Atlas")
    (received,) = theirs.receive(ours.send(tmp_path / "1", theirs)).acts
    take_back(theirs, received)
    (act,) = told(ours, theirs.send(tmp_path / "2", ours)).undone
    assert act.title == "File received"
    assert ours.read(club, "deleted_at") is not None


def test_what_was_done_and_undone_in_between_is_not_told(
    pair: Pair, tmp_path: Path
) -> None:
    ours, theirs = pair
    club = theirs.club("Atlas", code="OLD")
    ours.receive(theirs.send(tmp_path / "1", ours))
    theirs.change(club, code="NEW")
    undoing = take_back(theirs)
    assert undone(ours, theirs.since(tmp_path / "2", ours)) == []
    take_back(theirs, undoing)
    take_back(theirs, theirs_last(theirs))
    assert undone(ours, theirs.since(tmp_path / "3", ours)) == []


def theirs_last(cell: Cell) -> int:
    with cell.workspace.reading() as work:
        query = "SELECT max(act) FROM journal_act WHERE ops > 0"
        return int(work.connection.execute(query).fetchone()[0])


@pytest.fixture
def parted(pair: Pair, tmp_path: Path) -> tuple[Cell, Cell, UUID]:
    """Two cells with two codes for one club; theirs knows of both."""
    ours, theirs = pair
    club = ours.club("Atlas", code="BASE")
    theirs.receive(ours.send(tmp_path / "a", theirs))
    ours.receive(theirs.send(tmp_path / "b", ours))
    ours.change(club, code="OURS")
    theirs.change(club, code="THEIRS")
    theirs.receive(ours.since(tmp_path / "c", theirs))
    return ours, theirs, club


def resolve(cell: Cell, chosen: str) -> None:
    with cell.workspace.writing() as work:
        (conflict,) = open_conflicts(work)
        if chosen in {"ours", "theirs"}:
            version = conflict.version(Side(chosen))
            assert version is not None
            decision = take(conflict, version)
        else:
            decision = enter(conflict, {"code": chosen})
        decide(work, [decision])
        work.commit(DECIDED, saw_all=True)


@pytest.mark.parametrize(("chosen", "code"), [("ours", "THEIRS"), ("3RD", "3RD")])
def test_a_decision_against_us_is_told_with_both_values(
    parted: tuple[Cell, Cell, UUID], tmp_path: Path, chosen: str, code: str
) -> None:
    ours, theirs, club = parted
    resolve(theirs, chosen)
    (decided,) = told(ours, theirs.since(tmp_path / "d", ours)).decided
    assert (decided.cell, decided.record.record) == (FES, club)
    assert decided.record.label == Words(fr="Atlas")
    ((column, old, new, *_),) = decided.record.fields
    assert (column, old, new) == ("code", "OURS", code)


def test_it_is_told_too_where_we_knew_of_the_conflict(
    parted: tuple[Cell, Cell, UUID], tmp_path: Path
) -> None:
    ours, theirs, _ = parted
    assert told(ours, theirs.since(tmp_path / "d", ours)) == Told()
    resolve(theirs, "ours")
    assert len(told(ours, theirs.since(tmp_path / "e", ours)).decided) == 1


def test_a_decision_for_our_value_is_not_told(
    parted: tuple[Cell, Cell, UUID], tmp_path: Path
) -> None:
    ours, theirs, club = parted
    resolve(theirs, "theirs")
    assert told(ours, theirs.since(tmp_path / "d", ours)) == Told()
    assert ours.read(club, "code") == "OURS"


def test_an_ordinary_change_of_our_value_is_no_decision(
    pair: Pair, tmp_path: Path
) -> None:
    ours, theirs = pair
    club = ours.club("Atlas", code="OURS")
    theirs.receive(ours.send(tmp_path / "a", theirs))
    theirs.change(club, code="THEIRS")
    assert told(ours, theirs.send(tmp_path / "b", ours)) == Told()


def delete(cell: Cell, club: UUID) -> None:
    cell.act(lambda work: work.delete(work.get(Club, club)))


@pytest.mark.parametrize("we_delete", [True, False])
def test_a_decision_about_a_deletion_is_told(
    pair: Pair, tmp_path: Path, *, we_delete: bool
) -> None:
    ours, theirs = pair
    club = ours.club("Atlas")
    theirs.receive(ours.send(tmp_path / "a", theirs))
    ours.receive(theirs.send(tmp_path / "b", ours))
    one, other = (ours, theirs) if we_delete else (theirs, ours)
    delete(one, club)
    other.change(club, code="EDIT")
    theirs.receive(ours.since(tmp_path / "c", theirs))
    resolve(theirs, "ours")
    (decided,) = told(ours, theirs.since(tmp_path / "d", ours)).decided
    fate = Fate.RESTORED if we_delete else Fate.DELETED
    assert (decided.record.fate, decided.record.fields) == (fate, ())


def test_of_each_kind_some_records_are_listed(pair: Pair, tmp_path: Path) -> None:
    ours, theirs = pair

    def many(work: Work) -> None:
        club: Any = work.add(Club(name=Words(fr="Atlas")))
        work.session.flush()
        for n in range(600):
            work.add(ClubAlias(club_id=club.id, text=f"{n}", folded=f"{n}"))
            work.add(Club(name=Words(fr=f"Club {n}")))

    theirs.act(many)
    preview = ours.look(theirs.send(tmp_path / "a", ours)).preview
    assert preview is not None
    shown = {each.table for each in preview.changes}
    assert shown == {kind.table for kind in preview.kinds}
    assert preview.more == sum(
        n for kind in preview.kinds for n in kind.counts.values()
    ) - len(preview.changes)

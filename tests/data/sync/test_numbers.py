"""The numbers of files: what is missing, what came before, what is numbered anew."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import UUID

from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.exchange_received import Judgement, Place
from sportsec.queries.peers import list_cells, said_to_have
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]


def judged(cell: Cell, file: Path) -> Judgement:
    return cell.look(file).judgements[file]


def standing(cell: Cell, file: Path) -> tuple[Place, list[int]]:
    found = judged(cell, file)
    return found.place, list(found.missing)


def sentences(cell: Cell, file: Path) -> list[str]:
    return [found.message for found in judged(cell, file).findings]


def put_back(cell: Cell, backup: Path) -> None:
    cell.close()
    shutil.copy(backup, cell.folder / "sportsec.db")
    cell.open()


def backed_up(cell: Cell, backup: Path) -> Path:
    cell.close()
    shutil.copy(cell.folder / "sportsec.db", backup)
    cell.open()
    return backup


def test_a_file_that_brought_nothing_is_not_missing(pair: Pair, tmp_path: Path) -> None:
    one, other = pair

    def make(work: Work) -> UUID:
        fixture = a_fixture(work, a_club(work, "Home"), a_club(work, "Away"))
        work.session.flush()
        return fixture.id

    pack = Scope(ScopeKind.MATCH, one.act(make, "Match planned"))
    other.receive(one.send(tmp_path / "1.ssx", other))
    empty = one.send(tmp_path / "2.ssx", other, scope=pack)
    with other.workspace.reading() as work:
        position = work.position
    assert other.receive(empty).acts == ()
    with other.workspace.reading() as work:
        assert work.position == position
    assert standing(other, empty) == (Place.AGAIN, [])
    one.club("B")
    third = one.send(tmp_path / "3.ssx", other)
    assert standing(other, third) == (Place.NEXT, [])
    assert len(other.receive(third).acts) == 1


def test_files_for_anybody_are_counted_apart(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    for number in range(1, 6):
        one.club(f"Club {number}")
        opened = one.send(tmp_path / f"open{number}.ssx")
    other.receive(opened)
    for number in (1, 2, 3):
        one.club(f"Other {number}")
        addressed = one.send(tmp_path / f"{number}.ssx", other)
        assert standing(other, addressed) == (Place.NEXT, [])
        other.receive(addressed)
    lost = one.send(tmp_path / "lost.ssx", other)
    one.club("Z")
    assert standing(other, one.send(tmp_path / "5.ssx", other)) == (Place.GAP, [4])
    other.receive(lost)
    assert standing(other, addressed) == (Place.AGAIN, [])


def test_what_a_cell_has_is_heard_from_files_of_either_count(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    for number in range(3):
        one.send(tmp_path / f"lost{number}.ssx")
    one.club("A")
    other.receive(one.send(tmp_path / "open.ssx"))
    one.club("B")
    other.receive(one.send(tmp_path / "addressed.ssx", other))
    with one.workspace.reading() as here, other.workspace.reading() as there:
        rid, tno = one.workspace.identity.rid, here.position
        # the act that counts a file is not in it
        assert said_to_have(there, one.key)[rid][1] == (tno & 0xFFFFFFFF) - 1
        (row,) = (each for each in list_cells(there) if each.key == one.key)
        assert row.received == 1


def test_an_older_file_says_nothing_of_what_its_cell_has(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    one.club("A")
    older = one.send(tmp_path / "1.ssx", other)
    one.club("B")
    other.receive(one.send(tmp_path / "2.ssx", other))
    with other.workspace.reading() as work:
        known = said_to_have(work, one.key)
    assert standing(other, older) == (Place.OLDER, [])
    other.receive(older)
    with other.workspace.reading() as work:
        assert said_to_have(work, one.key) == known


def test_after_a_backup_was_put_back_numbers_begin_anew(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    one.club("A")
    other.receive(one.send(tmp_path / "1.ssx", other))
    backup = backed_up(one, tmp_path / "backup.db")
    for number in (2, 3):
        one.club(f"Lost {number}")
        late = one.send(tmp_path / f"{number}.ssx", other)
        other.receive(late)
    put_back(one, backup)
    made = one.club("New")
    again = one.send(tmp_path / "2b.ssx", other)
    assert standing(other, again) == (Place.ANEW, [])
    assert any("put back from a backup" in each for each in sentences(other, again))
    assert not any("Older" in each for each in sentences(other, again))
    other.receive(again)
    assert other.read(made, "name_fr") == "New"
    one.club("Lost on the way")
    one.send(tmp_path / "3b.ssx", other)
    one.club("After it")
    assert standing(other, one.send(tmp_path / "4b.ssx", other)) == (Place.GAP, [3])
    with other.workspace.reading() as work:
        assert one.workspace.identity.rid in said_to_have(work, one.key)

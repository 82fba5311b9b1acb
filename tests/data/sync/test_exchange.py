"""Cells exchange files: in any order, in part, again, and with what goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason, Scope, ScopeKind, Sealing
from sportsec.domain.exchange_received import SHOWN, Fate, Place
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.queries.peers import list_cells
from sportsec.services.history import undo_act
from sportsec.services.peers import revoke_cell, trust_cell
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
Make = Callable[[str], Cell]


def swap(one: Cell, other: Cell, folder: Path) -> None:
    """Hand each other everything, twice: the second time nothing can be missing."""
    for turn in range(2):
        other.receive(one.send(folder / f"there{turn}.ssx", other))
        one.receive(other.send(folder / f"back{turn}.ssx", one))


def test_a_record_arrives_and_both_cells_are_alike(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("Atlas")
    result = other.receive(one.send(tmp_path / "a.ssx", other))
    assert other.read(club, "name_fr") == "Atlas"
    assert len(result.acts) == 1
    assert result.backup is not None
    swap(one, other, tmp_path)
    assert one.state() == other.state()
    assert one.fingerprint() == other.fingerprint()


def test_the_preview_says_what_accepting_does(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    one.club("Atlas")
    file = one.send(tmp_path / "a.ssx", other)
    before = other.state(), other.fingerprint()
    seen = other.look(file)
    assert (other.state(), other.fingerprint()) == before
    assert seen.preview is not None
    assert seen.preview.kinds == other.receive(file).kinds
    assert seen.preview.count(Fate.NEW) == 2  # the club, and the cell itself


def test_what_was_undone_and_done_again_elsewhere_is_no_change(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    many = 2 * SHOWN + 100
    names = [Words(fr=f"Club {number}") for number in range(many)]
    ids = [new_id() for _name in names]

    def add(work: Work) -> None:
        for identity, name in zip(ids, names, strict=True):
            work.add(Club(id=identity, name=name))

    one.act(add)
    (received,) = other.receive(one.send(tmp_path / "a.ssx", other)).acts
    for _again in range(2):  # taken back, and taken in again
        with other.workspace.writing() as work:
            undo_act(work, received)
            work.commit("Undone", undoes=received)
            assert work.sealed is not None
            received = work.sealed.act
    other.change(ids[0], code="ONE")
    seen = one.look(other.send(tmp_path / "b.ssx", one)).preview
    assert seen is not None
    assert [each.record for each in seen.changes if each.table == "club"] == [ids[0]]
    assert seen.count(Fate.CHANGED) == 1


def test_edits_of_different_fields_merge(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("Atlas")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.change(club, code="ATL")
    other.change(club, notes="seen")
    swap(one, other, tmp_path)
    for cell in pair:
        assert (cell.read(club, "code"), cell.read(club, "notes")) == ("ATL", "seen")


def test_one_field_edited_by_both_is_a_conflict(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("Atlas")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.change(club, code="ONE")
    other.change(club, code="TWO")
    file = one.send(tmp_path / "b.ssx", other)
    seen = other.look(file).preview
    assert seen is not None
    assert seen.count(Fate.CONFLICT) == 1
    (first, *_) = seen.changes
    assert (first.record, first.fate) == (club, Fate.CONFLICT)
    assert [field.column for field in first.fields if field.is_conflict] == ["code"]
    assert other.receive(file).conflicts == 1
    swap(one, other, tmp_path)
    assert one.read(club, "code") == other.read(club, "code")
    assert one.state() == other.state()


def test_only_what_is_new_goes_once_the_other_told(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    for name in "ABC":
        one.club(name)
    swap(one, other, tmp_path)
    club = one.club("D")
    file = one.since(tmp_path / "since.ssx", other)
    (found,) = other.look(file).judgements.values()
    assert (found.changes, found.new_changes) == (1, 1)
    other.receive(file)
    assert other.read(club, "name_fr") == "D"


def test_a_missing_file_is_named(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    swap(one, other, tmp_path)
    one.send(tmp_path / "lost.ssx", other)
    (found,) = other.look(one.send(tmp_path / "b.ssx", other)).judgements.values()
    assert (found.place, list(found.missing)) == (Place.GAP, [3])


def test_files_come_in_any_order(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("A")
    first = one.send(tmp_path / "1.ssx", other)
    one.change(club, code="X")
    second = one.send(tmp_path / "2.ssx", other)
    result = other.receive(second, first)
    assert [file.number for file in result.files] == [1, 2]
    assert other.read(club, "code") == "X"


def test_a_file_taken_in_again_writes_nothing(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    one.club("A")
    file = one.send(tmp_path / "a.ssx", other)
    other.receive(file)
    with other.workspace.reading() as work:
        position = work.position
    result = other.receive(file)
    assert (result.acts, result.backup) == ((), None)
    with other.workspace.reading() as work:
        assert work.position == position
    assert other.look(file).judgements[file].place is Place.AGAIN


def test_an_older_file_undoes_nothing(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("A", code="old")
    older = one.send(tmp_path / "1.ssx", other)
    one.change(club, code="new")
    other.receive(one.send(tmp_path / "2.ssx", other))
    assert other.look(older).judgements[older].place is Place.OLDER
    other.receive(older)
    assert other.read(club, "code") == "new"


def test_a_match_pack_holds_what_it_needs(pair: Pair, tmp_path: Path) -> None:
    from tests.builders import a_club, a_competition, a_fixture, a_season, a_venue

    one, other = pair
    elsewhere = one.club("Elsewhere")

    def make(work):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        values = {
            "competition_id": a_competition(work),
            "season_id": a_season(work),
            "venue_id": a_venue(work),
        }
        home, away = a_club(work, "Home"), a_club(work, "Away")
        work.session.flush()
        ids = {name: record.id for name, record in values.items()}
        fixture = a_fixture(work, home, away, **ids)
        work.session.flush()
        return fixture.id, home.id

    fixture, home = one.act(make, "Match planned")
    pack = Scope(ScopeKind.MATCH, fixture)
    other.receive(one.send(tmp_path / "m.ssx", other, scope=pack))
    assert other.read(home, "name_fr") == "Home"
    assert other.read(elsewhere, "name_fr") is None
    other.change(home, code="HOM")
    swap(one, other, tmp_path)
    assert one.read(home, "code") == "HOM"
    assert one.state() == other.state()


def test_personal_values_come_later(pair: Pair, tmp_path: Path) -> None:
    one, other = pair

    def make(work):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        person = work.add(Contact(name_latin="A. Person", rank="major"))
        work.session.flush()
        return person.id

    person = one.act(make, "Contact saved")

    def name() -> tuple[str, str]:
        with other.workspace.reading() as work:
            query = "SELECT name_latin, rank FROM contact WHERE id = ?"
            row = work.connection.execute(query, (person.bytes,)).fetchone()
        return tuple(row)

    file = one.send(tmp_path / "a.ssx", other, with_personal=False)
    assert b"A. Person" not in file.read_bytes()
    other.receive(file)
    assert name() == ("", "major")
    swap(one, other, tmp_path)
    assert name() == ("A. Person", "major")
    assert one.fingerprint() == other.fingerprint()


def test_kinds_left_out_come_with_the_next_file(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    club = one.club("A")
    file = one.send(tmp_path / "a.ssx", other)
    result = other.receive(file, left_out={"club"})
    assert {kind.table: kind.counts for kind in result.kinds}["club"] == {
        Fate.LEFT_OUT: 1
    }
    assert other.read(club, "name_fr") is None
    swap(one, other, tmp_path)
    assert other.read(club, "name_fr") == "A"


def test_a_file_for_others_stays_closed(pair: Pair, make_cell: Make) -> None:
    one, other = pair
    third = make_cell("Rabat")
    file = one.send(third.folder / "a.ssx", other)
    refused = third.look(file).refusals[file]
    assert isinstance(refused, BadFile)
    assert refused.reason is FileRefusal.SEALED_FOR_OTHERS


def test_an_unknown_sender_is_shown_but_not_taken_in(
    make_cell: Make, tmp_path: Path
) -> None:
    one, other = make_cell("Casablanca"), make_cell("Fès")
    club = one.club("A")
    file = one.send(tmp_path / "a.ssx")
    seen = other.look(file)
    assert seen.preview is not None
    assert seen.preview.count(Fate.NEW) == 2
    assert seen.judgements[file].needs_trust
    result = other.receive(file)
    assert (len(result.refused), result.acts, result.backup) == (1, (), None)
    other.act(lambda work: trust_cell(work, one.key), "Cell trusted")
    other.receive(file)
    assert other.read(club, "name_fr") == "A"
    with other.workspace.reading() as work:
        (known,) = list_cells(work)
    assert (known.name, known.can_be_sealed_for) == (Words(fr="Casablanca"), True)


def test_a_revoked_cell_is_refused_also_by_way_of_others(
    pair: Pair, make_cell: Make, tmp_path: Path
) -> None:
    one, other = pair
    third = make_cell("Rabat")
    for cell in pair:
        third.trusts(cell)
    early = one.club("early")
    third.receive(one.send(tmp_path / "a.ssx"))
    third.act(lambda work: revoke_cell(work, one.key), "Trust withdrawn")
    late = one.club("late")
    direct = one.send(tmp_path / "b.ssx")
    assert not third.look(direct).judgements[direct].can_be_accepted
    other.receive(direct)
    third.receive(other.send(tmp_path / "c.ssx"))
    assert third.read(early, "name_fr") == "early"
    assert third.read(late, "name_fr") is None


def test_changes_travel_by_way_of_a_third_cell(
    pair: Pair, make_cell: Make, tmp_path: Path
) -> None:
    one, other = pair
    third = make_cell("Rabat")
    third.trusts(other)
    club = one.club("A")
    other.receive(one.send(tmp_path / "a.ssx", other))
    third.receive(other.send(tmp_path / "b.ssx"))
    assert third.read(club, "name_fr") == "A"


def test_a_database_put_back_gets_its_changes_again(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    one.club("A")
    one.workspace.close()
    shutil.copy(one.folder / "sportsec.db", tmp_path / "backup.db")
    one.workspace = Workspace.open(one.folder, clock=lambda: one.now[0])
    lost = one.club("B")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.workspace.close()
    shutil.copy(tmp_path / "backup.db", one.folder / "sportsec.db")
    one.workspace = Workspace.open(one.folder, clock=lambda: one.now[0])
    made = one.club("C")
    one.receive(other.send(tmp_path / "b.ssx", one))
    assert one.read(lost, "name_fr") == "B"
    swap(one, other, tmp_path)
    assert other.read(made, "name_fr") == "C"
    assert one.state() == other.state()


def test_a_whole_folder_put_back_takes_a_new_name(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    one.club("A")
    one.workspace.close()
    shutil.copytree(one.folder, tmp_path / "image")
    one.workspace = Workspace.open(one.folder, clock=lambda: one.now[0])
    lost = one.club("B")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.workspace.close()
    shutil.rmtree(one.folder)
    shutil.copytree(tmp_path / "image", one.folder)
    one.workspace = Workspace.open(one.folder, clock=lambda: one.now[0])
    one.receive(other.send(tmp_path / "b.ssx", one))
    assert one.read(lost, "name_fr") == "B"
    made = one.club("C")
    swap(one, other, tmp_path)
    assert other.read(made, "name_fr") == "C"
    assert one.state() == other.state()


def test_our_own_file_is_nothing_new(pair: Pair, tmp_path: Path) -> None:
    one, _ = pair
    one.club("A")
    assert one.receive(one.send(tmp_path / "a.ssx")).acts == ()


def test_a_passphrase_opens(pair: Pair, tmp_path: Path) -> None:
    from sportsec.sync.receive import look

    one, other = pair
    one.club("A")
    words = "four words that nobody guesses"
    file = tmp_path / "a.ssx"
    one.send(file, sealing=Sealing.PASSPHRASE, passphrase=words)
    with other.workspace.writing() as work:
        assert not look(work, [(file, words)]).refusals
    refused = other.look(file).refusals[file]
    assert isinstance(refused, BadFile)
    assert refused.reason is FileRefusal.NEEDS_PASSPHRASE


def test_nothing_in_the_scope_is_refused(pair: Pair, tmp_path: Path) -> None:
    one, _ = pair
    with pytest.raises(BadFile) as refused:
        one.send(tmp_path / "a.ssx", scope=Scope(ScopeKind.REGION, city="Nowhere"))
    assert refused.value.reason is ExchangeReason.NOTHING_IN_SCOPE
    assert not (tmp_path / "a.ssx").exists()


def test_a_region_is_known_by_every_name_of_it(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    both = one.club("A", city=Words(ar="فاس", fr="Fès"))
    arabic = one.club("B", city=Words(ar="فاس"))
    far = one.club("C", city=Words(fr="Oujda"))
    region = Scope(ScopeKind.REGION, city="fes")
    other.receive(one.send(tmp_path / "a.ssx", other, scope=region))
    assert other.read(both, "name_fr") == "A"
    assert other.read(arabic, "name_fr") == "B"
    assert other.read(far, "name_fr") is None


def test_what_one_act_changes_and_deletes_is_deleted_everywhere(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    """The deletion covers what its own act wrote."""
    one, other = pair
    club = one.club("Atlas")

    def change_and_delete(work: Work) -> None:
        run = work.connection.execute
        run("UPDATE club SET code = 'ATL' WHERE id = ?", (club.bytes,))
        gone = "2026-11-23T09:00:00.000000Z"
        run("UPDATE club SET deleted_at = ? WHERE id = ?", (gone, club.bytes))

    one.act(change_and_delete)
    other.receive(one.send(tmp_path / "a.ssx", other))
    assert one.read(club, "deleted_at") is not None
    assert other.read(club, "deleted_at") is not None

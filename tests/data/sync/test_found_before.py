"""What random histories have found, each as the smallest history that shows it.

The first six broke the prototype (exchange.md §13); the others were found here. Every
state is held against the definition besides.
"""

from __future__ import annotations

from contextlib import closing
from typing import cast
from uuid import UUID

from sportsec.domain.conflicts import Decision
from sportsec.domain.twins import Verdict
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.twins import call_twins
from sportsec.store.engine import connect
from sportsec.store.journal import purge
from sportsec.store.journal.verify import verify_chain
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE
from tests.convergence.carrying import RECEIVED, Parcel, put_in
from tests.convergence.holding import assert_holds
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
GONE = "2026-11-23T09:00:00.000000Z"
ITEM = UUID(int=5 << 76 | 2 << 62 | 1).bytes
CLUB = UUID(int=7 << 76 | 2 << 62 | 1).bytes


def run(cell: Cell, sql: str, *values: object) -> None:
    cell.act(lambda work: work.connection.execute(sql, values))
    held(cell)


def held(cell: Cell) -> None:
    with closing(connect(cell.folder / DATABASE, writable=False)) as eye:
        assert_holds(eye)


def ask(cell: Cell, sql: str, *values: object) -> object:
    with closing(connect(cell.folder / DATABASE, writable=False)) as eye:
        row = eye.execute(sql, values).fetchone()
    return row and row[0]


def parcel(cell: Cell, wanted: str = "true") -> Parcel:
    with closing(connect(cell.folder / DATABASE, writable=False)) as eye:
        return Parcel(eye, wanted)


def hand(one: Cell, other: Cell, wanted: str = "true") -> None:
    """Hand over some operations, also such as no file would hold alone."""
    take(other, parcel(one, wanted))


def take(cell: Cell, some: Parcel) -> None:
    with cell.workspace.writing() as work:
        if put_in(work, some):
            work.commit(RECEIVED, detail={})
    held(cell)


def insert_item(cell: Cell, name: str) -> None:
    sql = "INSERT INTO list_item (id, kind, code, name_fr) VALUES (?, 'rank', 'x', ?)"
    run(cell, sql, ITEM, name)


def test_a_record_inserted_twice_can_be_deleted(pair: Pair) -> None:
    """1: a deletion stands in the place of every head, whatever is shown."""
    one, other = pair
    insert_item(other, "a")
    insert_item(one, "a")
    run(one, "UPDATE list_item SET deleted_at = ? WHERE id = ?", GONE, ITEM)
    hand(one, other)
    query = "SELECT deleted_at FROM list_item WHERE id = ?"
    assert ask(other, query, ITEM) is None
    run(other, "UPDATE list_item SET deleted_at = ? WHERE id = ?", GONE, ITEM)
    hand(other, one)
    for cell in pair:
        assert ask(cell, query, ITEM) == GONE
        heads = "SELECT count(*) FROM journal_head WHERE row = ? AND col = 'deleted_at'"
        assert ask(cell, heads, ITEM) == 1


def test_an_edit_stands_in_the_place_of_all_that_equal_what_is_shown(
    pair: Pair,
) -> None:
    one, other = pair
    insert_item(one, "a")
    insert_item(other, "a")
    hand(one, other)
    run(other, "UPDATE list_item SET name_fr = 'b' WHERE id = ?", ITEM)
    query = "SELECT count(*) FROM journal_head WHERE row = ? AND col = 'name_fr'"
    assert ask(other, query, ITEM) == 1


def test_a_record_inserted_here_shows_where_it_was_waited_for(pair: Pair) -> None:
    """2: a reference that came before its record waits for it."""
    one, other = pair
    venue = UUID(int=9 << 76 | 2 << 62 | 1).bytes
    run(one, "INSERT INTO venue (id) VALUES (?)", venue)
    run(one, "INSERT INTO club (id, home_venue_id) VALUES (?, ?)", CLUB, venue)
    hand(one, other, "tbl = 'club'")
    query = "SELECT home_venue_id FROM club WHERE id = ?"
    assert ask(other, query, CLUB) is None
    run(other, "INSERT INTO venue (id) VALUES (?)", venue)
    assert ask(other, query, CLUB) == venue


def test_a_reference_written_anew_waits_for_nothing(pair: Pair) -> None:
    """3: what it waited for comes later, and must not take its place."""
    one, other = pair
    venue, better = (UUID(int=9 << 76 | 2 << 62 | n).bytes for n in (1, 2))
    run(one, "INSERT INTO venue (id) VALUES (?)", venue)
    run(one, "INSERT INTO club (id, home_venue_id) VALUES (?, ?)", CLUB, venue)
    hand(one, other, "tbl = 'club'")
    run(other, "INSERT INTO venue (id) VALUES (?)", better)
    run(other, "UPDATE club SET home_venue_id = ? WHERE id = ?", better, CLUB)
    hand(one, other)
    assert ask(other, "SELECT home_venue_id FROM club WHERE id = ?", CLUB) == better


def test_edits_that_come_before_the_insert(pair: Pair) -> None:
    """4: a record with heads known earlier shows its insert where it has none."""
    one, other = pair
    run(one, "INSERT INTO club (id, code, notes) VALUES (?, 'a', 'kept')", CLUB)
    run(one, "UPDATE club SET code = 'b' WHERE id = ?", CLUB)
    hand(one, other, "tbl = 'club' AND kind = 'U'")
    assert ask(other, "SELECT 1 FROM club WHERE id = ?", CLUB) is None
    hand(one, other)
    assert ask(other, "SELECT code || notes FROM club WHERE id = ?", CLUB) == "bkept"


def test_the_chain_holds_over_a_file_whose_beginning_is_missing(pair: Pair) -> None:
    """5: acts are verified each by itself where the one before is not known."""
    one, other = pair
    for code in "abc":
        row = UUID(int=ord(code)).bytes
        run(one, "INSERT INTO club (id, code) VALUES (?, ?)", row, code)
    query = "SELECT max(act) FROM journal_act WHERE ops > 0"
    last = ask(one, query)
    hand(one, other, f"act = {last}")
    with closing(connect(other.folder / DATABASE, writable=False)) as eye:
        assert verify_chain(eye) == []
    run(other, "INSERT INTO club (id, code) VALUES (?, 'd')", UUID(int=4).bytes)
    hand(one, other)
    with closing(connect(other.folder / DATABASE, writable=False)) as eye:
        assert verify_chain(eye) == []


def test_a_form_opened_before_an_import_and_saved_after_it(pair: Pair) -> None:
    """6: both values stand; neither buries the other."""
    one, other = pair
    run(one, "INSERT INTO club (id, code) VALUES (?, 'a')", CLUB)
    hand(one, other)
    with other.workspace.reading() as work:
        seen = work.position
    run(one, "UPDATE club SET code = 'theirs' WHERE id = ?", CLUB)
    hand(one, other)

    def save(work: Work) -> None:
        work.saw(UUID(bytes=CLUB), seen)
        work.connection.execute("UPDATE club SET code = 'ours' WHERE id = ?", (CLUB,))

    other.act(save)
    held(other)
    query = "SELECT count(*) FROM journal_head WHERE row = ? AND col = 'code'"
    assert ask(other, query, CLUB) == 2


# -- found by the machine


def two_clubs(pair: Pair) -> tuple[UUID, UUID]:
    one, other = pair
    elder, younger = (UUID(int=7 << 76 | 2 << 62 | n) for n in (1, 2))
    for club in (elder, younger):
        run(one, "INSERT INTO club (id, code) VALUES (?, 'a')", club.bytes)
    hand(one, other)
    return elder, younger


def decided(cell: Cell, clubs: tuple[UUID, UUID], verdict: Verdict) -> None:
    cell.act(lambda work: call_twins(work, "club", *clubs, verdict), "Pair decided")
    held(cell)


def test_a_pair_decided_in_two_ways_is_shown_the_same_everywhere(pair: Pair) -> None:
    """The decision is inserted twice: which one counts is known before it is used."""
    clubs = two_clubs(pair)
    one, other = pair
    decided(one, clubs, Verdict.SAME)
    decided(other, clubs, Verdict.DIFFERENT)
    there, back = parcel(one), parcel(other)
    take(other, there)
    take(one, back)
    query = "SELECT verdict FROM twin"
    assert ask(one, query) == ask(other, query)
    query = "SELECT deleted_at FROM club WHERE id = ?"
    assert ask(one, query, clubs[1].bytes) == ask(other, query, clubs[1].bytes)


def test_what_the_elder_of_twins_is_given_its_younger_holds_too(pair: Pair) -> None:
    clubs = two_clubs(pair)
    one, _ = pair
    decided(one, clubs, Verdict.SAME)
    run(one, "UPDATE club SET notes = 'b' WHERE id = ?", clubs[0].bytes)
    assert ask(one, "SELECT notes FROM club WHERE id = ?", clubs[1].bytes) == "b"


def test_a_younger_twin_waits_for_no_decision_of_its_own(pair: Pair) -> None:
    """It was deleted there and edited here; then it became one with another."""
    clubs = two_clubs(pair)
    one, other = pair
    run(one, "UPDATE club SET deleted_at = ? WHERE id = ?", GONE, clubs[1].bytes)
    run(other, "UPDATE club SET code = 'b' WHERE id = ?", clubs[1].bytes)
    hand(one, other)
    query = "SELECT count(*) FROM journal_revived WHERE row = ?"
    assert ask(other, query, clubs[1].bytes) == 1
    decided(other, clubs, Verdict.SAME)
    assert ask(other, query, clubs[1].bytes) == 0


def heads_of(cell: Cell, club: UUID) -> object:
    query = "SELECT count(*) FROM journal_head WHERE row = ? AND col = 'code'"
    return ask(cell, query, club.bytes)


def position_of(cell: Cell) -> int:
    with cell.workspace.reading() as work:
        return work.position


def test_a_conflict_of_twins_seen_before_an_import_is_decided_after_it(
    pair: Pair,
) -> None:
    """The values of both were shown, so the decision stands in the place of both."""
    clubs = two_clubs(pair)
    one, other = pair
    run(one, "UPDATE club SET code = 'b' WHERE id = ?", clubs[1].bytes)
    decided(one, clubs, Verdict.SAME)
    assert heads_of(one, clubs[0]) == 2
    seen = position_of(one)
    insert_item(other, "a")
    hand(other, one)
    chosen = "SELECT op FROM journal_op WHERE row = ? AND kind = 'I'"
    decision = Decision(
        *("club", clubs[0], "code", seen), op=cast(int, ask(one, chosen, CLUB))
    )
    with one.workspace.writing() as work:
        decide(work, [decision])
        work.commit(DECIDED, saw_all=True)
    held(one)
    assert heads_of(one, clubs[0]) == 1


def test_a_form_buries_nothing_of_a_twin_that_it_did_not_show(pair: Pair) -> None:
    """The records were joined by a file that came while the form was open."""
    clubs = two_clubs(pair)
    one, other = pair
    seen = position_of(one)
    run(other, "UPDATE club SET code = 'b' WHERE id = ?", clubs[1].bytes)
    decided(other, clubs, Verdict.SAME)
    hand(other, one)

    def save(work: Work) -> None:
        work.saw(clubs[0], seen)
        sql = "UPDATE club SET code = 'c' WHERE id = ?"
        work.connection.execute(sql, (clubs[0].bytes,))

    one.act(save)
    held(one)
    assert heads_of(one, clubs[0]) == 2


def test_what_a_pair_taken_apart_gives_back_is_taken_in_at_once(pair: Pair) -> None:
    """A value came with the decision that its record is not the purged one."""
    one, other = pair
    elder, younger = (UUID(int=7 << 76 | 2 << 62 | n) for n in (1, 2))
    for row in (elder, younger):
        run(one, "INSERT INTO contact (id, name_latin) VALUES (?, 'a')", row.bytes)
    one.act(lambda work: call_twins(work, "contact", elder, younger, Verdict.SAME))
    hand(one, other)
    why = purge.reason("request", "12/2026")
    one.act(lambda work: purge.purge(work.connection, "contact", elder.bytes, "", why))
    other.act(
        lambda work: call_twins(work, "contact", elder, younger, Verdict.DIFFERENT)
    )
    run(other, "UPDATE contact SET phone = '1' WHERE id = ?", younger.bytes)
    some = parcel(other)
    take(one, some)
    assert ask(one, "SELECT phone FROM contact WHERE id = ?", younger.bytes) == "1"
    with one.workspace.writing() as work:
        assert put_in(work, some) is None

"""Well signed files that say what no program of ours would: each is refused by name.

The thousands of `tests.long.hostile` found what these keep.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sportsec.domain.exchange import Sealing, SendWish
from sportsec.store.journal import canon
from sportsec.store.journal.clock import END, FOLLOWED
from sportsec.store.journal.standing import STANDING
from sportsec.store.tables.clubs import Club
from sportsec.sync.export import send
from sportsec.sync.receive import look, receive
from tests.convergence.holding import assert_holds
from tests.long.importing import Stage, stage
from tests.long.letters import Letter, Row

Spoil = Callable[[Letter], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("stage") / "cells") as cells:
        yield cells


@pytest.fixture
def cells(made: Stage) -> Stage:
    """Return cells of which the reader took nothing in yet."""
    made.forget()
    return made


def fate(cells: Stage, spoil: Spoil, *, after: Spoil = lambda _letter: None) -> str:
    """Spoil a true file, sign it anew, and let the reader take it in."""
    letter = cells.letter.copy()
    spoil(letter)
    letter.sign()
    after(letter)
    return cells.fate(letter)


def new_ops(cells: Stage, letter: Letter, **wanted: object) -> list[Row]:
    """Return the attacker's operations that the reader does not know."""
    return [
        op
        for op in letter.rows("op")
        if letter.signs_for(op["op"] >> 32)
        and op["act"] not in cells.prey.known
        and all(op[name] == value for name, value in wanted.items())
    ]


def new_acts(cells: Stage, letter: Letter) -> list[Row]:
    acts = [act for act in letter.rows("act") if letter.signs_for(act["act"] >> 32)]
    return [act for act in acts if act["act"] not in cells.prey.known]


def test_the_true_file_is_taken_in(cells: Stage) -> None:
    assert fate(cells, lambda _letter: None) == "taken in"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("club", "code", 5),
        ("club", "code", b"code"),
        ("club", "founded_year", 1700),
        ("club", "founded_year", "1950"),
        ("club", "founded_year", 1950.5),
        ("club", "home_venue_id", b"short"),
        ("club", "home_venue_id", "00" * 16),
        ("club", "deleted_at", "yesterday"),
        ("club", "deleted_at", "9999-12-31T23:59:59.000000Z"),
        ("contact", "is_reachable_on_match_day", 2),
        ("contact", "valid_from", "2026-02-30"),
        ("fixture", "tickets_printed", 1 << 40),
        ("fixture", "@kick_off", "{}"),
        ("fixture", "@kick_off", '{"kick_off_date":"tomorrow"}'),
        ("fixture", "leg", 3),
        ("supporter_group", "behaviours", "{}"),
        ("club_alias", "folded", None),
    ],
)
def test_a_value_that_the_record_cannot_hold(
    table: str, column: str, value: object, cells: Stage
) -> None:
    def spoil(letter: Letter) -> None:
        op = new_ops(cells, letter, kind="U")[-1]
        op |= {"tbl": table, "row": bytes(16), "col": column, "val": value}

    assert fate(cells, spoil) == "bad_values"


@pytest.mark.parametrize(
    "said",
    [
        {"phone": "0600000000"},
        {"club_id": "not hex at all"},
        {"club_id": " 0" * 16},
        {"is_reachable_on_match_day": True},
        {"rank": ["a"]},
        {"rank": "a\0"},
        {"rank": "\ud800"},
    ],
)
def test_an_insert_that_the_record_cannot_hold(
    said: dict[str, Any], cells: Stage
) -> None:
    """Personal values stand apart, or no purge would find them."""

    def spoil(letter: Letter) -> None:
        new_ops(cells, letter, kind="I", tbl="contact")[-1]["val"] = json.dumps(said)

    assert fate(cells, spoil) == "bad_values"


def test_an_insert_without_what_must_be_there(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        new_ops(cells, letter, kind="I", tbl="fixture")[-1]["val"] = "{}"

    assert fate(cells, spoil) == "bad_values"


def test_columns_of_a_newer_version_are_kept(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        op = new_ops(cells, letter, kind="U", tbl="club")[-1]
        op |= {"col": "newer_column", "val": "x" * 100}

    assert fate(cells, spoil) == "taken in"


def test_what_a_newer_version_says_of_our_columns_waits_for_the_update(
    cells: Stage,
) -> None:

    def spoil(letter: Letter) -> None:
        new_ops(cells, letter, kind="U", tbl="club")[-1] |= {"col": "code", "val": 5}
        letter.cover = replace(letter.cover, version="99.0")

    assert fate(cells, spoil) == "needs_update"


def test_a_member_of_a_newer_version_is_taken_in_and_not_shown(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        op = new_ops(cells, letter, kind="U", tbl="fixture")[-1]
        op |= {"col": "travel_regime", "val": "by_balloon"}

    assert fate(cells, spoil) == "taken in"


def test_one_identifier_is_not_of_two_tables(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        op = new_ops(cells, letter, kind="I", tbl="club")[-1]
        venue = next(row for table, row in cells.prey.rows if table == "venue")
        op["row"] = venue

    assert fate(cells, spoil) == "bad_values"


def test_only_personal_values_are_erased(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        op = new_ops(cells, letter, kind="U", tbl="club")[-1]
        op |= {"kind": "P", "col": "code", "val": "{}", "base": None}

    assert fate(cells, spoil) == "bad_values"


def test_changes_do_not_stand_on_each_other(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        updates = new_ops(cells, letter, kind="U", tbl="club", col="notes")
        one = updates[0]
        other = next(op for op in updates if op["op"] >> 32 != one["op"] >> 32)
        other |= {"row": one["row"], "base": one["op"]}
        one["base"] = other["op"]

    assert fate(cells, spoil) == "circle"


def test_acts_do_not_undo_each_other(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        acts = new_acts(cells, letter)
        acts[0]["undoes"], acts[-1]["undoes"] = acts[-1]["act"], acts[0]["act"]

    assert fate(cells, spoil) == "circle"


@pytest.mark.parametrize(
    ("hlc", "end"),
    [
        (END, "bad_clock"),
        (END - 1, "taken in"),
        (FOLLOWED, "taken in"),
        (0, "bad_clock"),
    ],
)
def test_no_clock_leaves_the_others_without_a_moment(
    hlc: int, end: str, cells: Stage
) -> None:
    """After each that is taken in, the reader's own next act is looked at too."""

    def spoil(letter: Letter) -> None:
        new_acts(cells, letter)[-1]["hlc"] = hlc

    assert fate(cells, spoil) == end


def test_every_signature_is_looked_at(cells: Stage) -> None:
    """Also one that the next act vouches for: it goes on alone in a part."""

    def after(letter: Letter) -> None:
        new_acts(cells, letter)[0]["signature"] = bytes(64)

    assert fate(cells, lambda _letter: None, after=after) == "broken_chain"


@pytest.mark.parametrize("name", ["upto_op", "upto_act"])
def test_a_file_holds_all_that_it_says_to_hold(name: str, cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        span = next(
            each for each in letter.rows("span") if letter.signs_for(each["number"])
        )
        span[name] += 1

    assert fate(cells, spoil) == "bad_counts"


def test_a_replica_stands_in_a_file_once(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        letter.rows("replica").append({**letter.rows("replica")[0], "number": 99})

    assert fate(cells, spoil) == "bad_values"


def test_the_number_of_a_file_takes_no_memory(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        number = {cells.prey.cell_key: canon.COUNT}
        recipients = (cells.prey.cell_key,)
        letter.cover = replace(letter.cover, number=number, recipients=recipients)

    assert fate(cells, spoil) == "taken in"


def test_records_of_two_tables_are_not_one(cells: Stage) -> None:
    def spoil(letter: Letter) -> None:
        twin = new_ops(cells, letter, kind="I", tbl="twin")[-1]
        said = json.loads(twin["val"])
        contact = next(row for table, row in cells.prey.rows if table == "contact")
        twin["val"] = json.dumps(said | {"second_id": contact.hex().upper()})

    assert fate(cells, spoil) == "taken in"


def test_changes_dated_ahead_are_told_of(cells: Stage, tmp_path: Path) -> None:
    letter = cells.letter.copy()
    wall = datetime(2035, 1, 1, tzinfo=UTC).timestamp() * 1000
    new_acts(cells, letter)[-1]["wall"] = int(wall)
    letter.sign()
    letter.write(tmp_path / "ahead.ssx")
    with cells.reader.writing() as work:
        found = look(work, [(tmp_path / "ahead.ssx", "")])
    (judgement,) = found.judgements.values()
    assert judgement.can_be_accepted
    ((_, ahead),) = judgement.ahead
    assert ahead.days > 2000
    assert any("fast" in each.message for each in judgement.findings)


def test_what_others_will_write_cannot_be_replaced_beforehand(
    cells: Stage, tmp_path: Path
) -> None:
    """Only within one register does a change replace another."""
    letter = cells.letter.copy()
    with cells.honest.writing() as work:
        club = work.session.scalars(select(Club).order_by(Club.id)).first()
        assert club is not None
        identity = club.id
        query = f"SELECT seq FROM {STANDING}"
        (seq,) = work.connection.execute(query).fetchone()
    rids = {rid: number for number, rid in letter.rids.items()}
    to_come = rids[cells.honest.identity.rid] << 32 | seq + 1
    op = new_ops(cells, letter, kind="U", tbl="club")[-1]
    op |= {"base": to_come, "col": "notes"}
    letter.sign()
    letter.write(tmp_path / "false.ssx")
    with cells.reader.writing() as work:
        receive(work, [(tmp_path / "false.ssx", "")])
    with cells.honest.writing() as work:
        work.get(Club, identity).code = "true"
        work.commit("Record saved")
    with cells.honest.writing() as work:
        send(work, SendWish(sealing=Sealing.OPEN), tmp_path / "true.ssx")
    with cells.reader.writing() as work:
        receive(work, [(tmp_path / "true.ssx", "")])
    with cells.reader.reading() as work:
        state = assert_holds(work.connection)
        key = (cells.honest.identity.rid, seq + 1)
        assert any(key in heads for heads in state.heads.values())

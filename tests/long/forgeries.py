"""False files, each from a seed: what a cell may say whose program is its own."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.clock import END, TICKS
from sportsec.store.journal.shape import shapes
from sportsec.sync.value_kinds import holds
from tests.long.letters import Letter, Row

Draw = random.Random


@dataclass(frozen=True)
class Prey:
    """What an attacker may know of the cell that receives.

    Args:
        rows: Table and identifier of records there.
        rid: The name of its own replica.
        cell_key: Of that cell.
        known: Acts of the letter that it has: to tell them otherwise is found out.
    """

    rows: list[tuple[str, bytes]]
    rid: bytes
    cell_key: bytes
    known: frozenset[int] = frozenset()


VALUES: list[Any] = [
    *(None, 0, 1, -1, 1 << 31, (1 << 63) - 1, -(1 << 63), 1.5, 1e308, -0.0),
    *(
        "",
        "x",
        "'",
        "''; DROP TABLE club; --",
        "2026-13-45",
        "2026-12-01",
        "9999-12-31",
    ),
    *("2026-12-01T18:00:00.000000Z", "9999-12-31T23:59:59.999999Z", "2026-12-01T18:00"),
    *("{}", "[]", "null", "NaN", '{"a":NaN}', '{"a":1e999}', '{"a":"\\ud800"}'),
    *('{"a":"\\u0000"}', "[" * 5000, '{"a":' * 2000, '{"a":1,"a":2}', "x" * 70_000),
    *("same", "other", "club", "sqlite_master", "\u202e\u2066", "%s %d {0} {x}"),
    *(b"", b"x", bytes(16), bytes(32), b"\xff" * 16, "00" * 16, "zz" * 16, " 00" * 11),
    *(10**18, "9" * 400, '{"a":' + "9" * 400 + "}"),
]
#: What JSON can say besides.
NESTED: list[Any] = [True, False, [1], {"a": 1}, [[[[]]]], 10**30, float("nan")]
TABLES = [
    *("club", "contact", "fixture", "twin", "venue", "list_item", "cell", "estimate"),
    *("sqlite_master", "sqlite_schema", "journal_op", "journal_state", "name_index"),
    *("", "x" * 64, "newer_table", "club; DROP TABLE club", "club--", "CLUB", "main"),
]
COLUMNS = [
    *("id", "", "deleted_at", "@kick_off", "@", "rowid", "code", "name_fr", "phone"),
    *("founded_year", "home_venue_id", "folded", "verdict", "tbl", "first_id", "notes"),
    *("notes = 1 --", "name_latin", "newer_column", "@newer", "is_active", "CODE"),
]


def forged(letter: Letter, prey: Prey, seed: int) -> tuple[str, Letter]:
    """Return a false file, and how it was made."""
    draw, letter = Draw(seed), letter.copy()
    names = list(WAYS)
    weights = [WAYS[each][0] for each in names]
    chosen = draw.choices(names, weights, k=draw.choice([1, 1, 1, 1, 1, 2, 3]))
    resigned = draw.random() < 0.95
    with suppress(IndexError, ValueError):  # the way before took away what it needs
        for name in chosen:
            WAYS[name][1](letter, prey, draw)
    # What cannot even be signed is a file that nobody could have sent.
    if resigned:
        letter.sign()
    for name in chosen:
        AFTER.get(name, _nothing)(letter, prey, draw)
    return chosen[0] if len(chosen) == 1 else "several", letter


def _nothing(_letter: Letter, _prey: Prey, _draw: Draw) -> None:
    pass


def _own(letter: Letter, prey: Prey, table: str = "op") -> list[Row]:
    """Return the rows that the attacker can sign, and that are new to the receiver."""
    return [
        each
        for each in letter.rows(table)
        if letter.signs_for(each[table] >> 32) and each["act"] not in prey.known
    ]


def _any_op(letter: Letter, prey: Prey, draw: Draw) -> Row:
    """Return an operation; most often one that the attacker can sign."""
    is_own = draw.random() < 0.95
    return draw.choice(_own(letter, prey) if is_own else letter.rows("op"))


def _some_number(letter: Letter, draw: Draw, table: str = "op") -> int:
    """Return the number of an operation or act: known, to come, or unheard of."""
    known: int = draw.choice(letter.rows(table))[table]
    return known + draw.choice([0, 0, 0, 1, -1, 5, 1000, 1 << 32, -(1 << 32)])


def _some_row(letter: Letter, prey: Prey, draw: Draw) -> bytes:
    some = draw.choice(letter.rows("op"))["row"]
    choices = [some, some, draw.choice(prey.rows)[1], draw.randbytes(16), bytes(16)]
    return draw.choice(choices)


def _junk(draw: Draw) -> Any:
    return draw.choice(VALUES)


def _fitting(table_name: str, register_name: str, draw: Draw) -> Any:
    """Return a value that a register can hold, so that later checks are reached."""
    shape = shapes().get(table_name)
    fields = shape.registers.get(register_name) if shape else None
    if fields is None:
        return draw.choice(["", "x", 5, None])
    said = {}
    for each in fields:
        good = [
            one for one in VALUES if one is None or holds(table_name, each.name, one)
        ]
        said[each.name] = draw.choice(good)
    return json.dumps(said) if register_name.startswith("@") else said[register_name]


# -- operations


def value(letter: Letter, prey: Prey, draw: Draw) -> None:
    op = _any_op(letter, prey, draw)
    is_good = draw.random() < 0.5
    op["val"] = _fitting(op["tbl"], op["col"], draw) if is_good else _junk(draw)


def insert_field(letter: Letter, prey: Prey, draw: Draw) -> None:
    inserts = [each for each in _own(letter, prey) if each["kind"] == "I"]
    op = draw.choice(inserts)
    said = json.loads(op["val"] or "{}")
    columns = list(shapes()[op["tbl"]].columns) if op["tbl"] in shapes() else COLUMNS
    for _ in range(draw.choice([1, 2, 5])):
        found = draw.choice([*VALUES, *NESTED])
        said[draw.choice([*columns, draw.choice(COLUMNS)])] = (
            found.hex() if isinstance(found, bytes) else found
        )
    op["val"] = json.dumps(said)


def register(letter: Letter, prey: Prey, draw: Draw) -> None:
    op = _any_op(letter, prey, draw)
    known = shapes().get(op["tbl"])
    choices = [*(known.registers if known else ()), draw.choice(COLUMNS)]
    op["col"] = draw.choice(choices)
    if draw.random() < 0.5:
        op["val"] = _junk(draw)


def table(letter: Letter, prey: Prey, draw: Draw) -> None:
    wanted = draw.choice(TABLES)
    op = _any_op(letter, prey, draw)
    for each in _own(letter, prey) if draw.random() < 0.5 else [op]:
        if each["row"] == op["row"]:
            each["tbl"] = wanted


def row(letter: Letter, prey: Prey, draw: Draw) -> None:
    _any_op(letter, prey, draw)["row"] = _some_row(letter, prey, draw)


def kind(letter: Letter, prey: Prey, draw: Draw) -> None:
    op = _any_op(letter, prey, draw)
    op["kind"] = draw.choice("IUPJx")
    if draw.random() < 0.5:
        op["col"] = "" if op["kind"] == "I" else draw.choice(COLUMNS)
        op["base"] = None if op["kind"] != "U" else op["base"]


def base(letter: Letter, prey: Prey, draw: Draw) -> None:
    op = _any_op(letter, prey, draw)
    some = draw.choice(letter.rows("op"))["op"]
    number = _some_number(letter, draw)
    op["base"] = draw.choice([None, op["op"], number, some, some, some])


def ring(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Let changes of two replicas of the attacker stand on each other in a circle."""
    updates = [each for each in _own(letter, prey) if each["kind"] == "U"]
    one = draw.choice(updates)
    same = (one["row"], one["col"])
    others = [
        each
        for each in updates
        if (each["row"], each["col"]) == same and each["op"] >> 32 != one["op"] >> 32
    ]
    other = draw.choice(others or updates)
    for name in ("tbl", "row", "col", "val"):
        other[name] = one[name]
    one["base"], other["base"] = other["op"], one["op"]


def further(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Claim to replace or cover operations: known, to come, and of others."""
    preds = letter.rows("pred")
    if preds and draw.random() < 0.2:
        del preds[draw.randrange(len(preds))]
    is_careful = draw.random() < 0.8
    for _ in range(draw.choice([1, 3, 20])):
        op = _any_op(letter, prey, draw)
        pred = draw.choice([op["op"], _some_number(letter, draw)])
        rel = draw.choice("SC")
        if is_careful:  # only the meaning is false
            if op["kind"] != "U":
                continue
            rel = "C" if op["col"] == "deleted_at" and op["val"] else "S"
            if pred >> 32 == op["op"] >> 32 and pred >= op["op"]:
                pred = op["op"] - 1
        preds.append({"op": op["op"], "pred": pred, "rel": rel})


def withhold(letter: Letter, prey: Prey, draw: Draw) -> None:
    for _ in range(draw.choice([1, 3])):
        op = _any_op(letter, prey, draw)
        if draw.random() < 0.7:
            op["digest"] = canon.digest_of(op["salt"] or b"", op["val"])
            op["val"] = op["salt"] = None
        else:
            op["digest"] = draw.randbytes(32)


def twice(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Insert a record once more, as itself or as one of another table."""
    source = draw.choice([each for each in letter.rows("op") if each["kind"] == "I"])
    again = dict(source)
    if draw.random() < 0.3:
        again["row"] = draw.choice(prey.rows)[1]
    if draw.random() < 0.3:
        again["tbl"] = draw.choice(TABLES)
    append(letter, prey, draw, [again])


def more(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Add an act of changes that are well made and mean harm."""
    ops = []
    for _ in range(draw.choice([1, 3, 10])):
        table_name, row_id = draw.choice(
            [
                *[
                    (each["tbl"], each["row"])
                    for each in draw.sample(_own(letter, prey), 3)
                ],
                draw.choice(prey.rows),
                (draw.choice(TABLES), draw.randbytes(16)),
            ]
        )
        shape = shapes().get(table_name)
        columns = list(shape.registers) if shape else COLUMNS
        op = {"kind": draw.choice("UUUUUUUP"), "tbl": table_name, "row": row_id}
        op["col"] = draw.choice(columns)
        is_good = draw.random() < 0.85
        op["val"] = _fitting(table_name, op["col"], draw) if is_good else _junk(draw)
        op["base"] = draw.choice(letter.rows("op"))["op"]
        if op["kind"] == "P":
            junk = ["", "phone  notes", draw.choice(columns), [], 5, " ", "a\tb"]
            registers = draw.choice(["phone name_latin", "", draw.choice(junk)])
            op["val"] = json.dumps({"basis": "x", "registers": registers})
            op["col"], op["base"] = draw.choice(["", "phone", op["col"]]), None
        ops.append(op)
    append(letter, prey, draw, ops)


def twins(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Call records the same that are not even of one kind, or not there."""
    ops = []
    for _ in range(draw.choice([1, 2, 4])):
        said = {
            "tbl": draw.choice([*TABLES[:4], draw.choice(TABLES)]),
            "first_id": _some_row(letter, prey, draw).hex().upper(),
            "second_id": _some_row(letter, prey, draw).hex().upper(),
        }
        if draw.random() < 0.2:
            said[draw.choice(list(said))] = draw.choice(["x", None, 5])
        ops.append(
            {
                "kind": "I",
                "tbl": "twin",
                "row": draw.randbytes(16),
                "col": "",
                "val": json.dumps(said),
                "base": None,
            }
        )
    append(letter, prey, draw, ops)


def append(letter: Letter, prey: Prey, draw: Draw, ops: list[Row]) -> None:
    """Add an act of these operations to a replica that the attacker signs for."""
    last = max(
        (each for each in _own(letter, prey, "act") if each["ops"]),
        key=lambda each: (draw.random() < 0.5, each["act"]),
    )
    number = last["act"] >> 32
    acts = [each for each in letter.rows("act") if each["act"] >> 32 == number]
    last = max(acts, key=lambda each: each["act"])
    first = last["first"] + last["ops"]
    act = {**last, "act": last["act"] + 1, "hlc": last["hlc"] + 1, "first": first}
    act |= {"ops": len(ops), "undoes": None, "prev": last["chain"]}
    letter.rows("act").append(act)
    for place, each in enumerate(ops):
        letter.rows("op").append(
            {
                "digest": None,
                "salt": bytes(16),
                **each,
                "op": first + place,
                "act": act["act"],
            }
        )
    for span in letter.rows("span"):
        if span["number"] == number:
            span["upto_act"] = act["act"] & canon.COUNT
            span["upto_op"] = (first + len(ops) - 1) & canon.COUNT


# -- acts


def clock(letter: Letter, prey: Prey, draw: Draw) -> None:
    years = [0, 1, 1 << 16, END - 1, END, END + 1, (1 << 62), -1, END // 2]
    for act in draw.sample(_own(letter, prey, "act"), draw.choice([1, 1, 3])):
        if draw.random() < 0.7:
            act["hlc"] = draw.choice([*years, act["hlc"] + (1 << TICKS + 40)])
        else:
            wall = [0, -1, 253_402_300_799_999, 253_402_300_800_000, 1 << 62, 1]
            act["wall"] = draw.choice(wall)


def undoing(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Let acts undo each other."""
    one, other = draw.sample(_own(letter, prey, "act"), 2)
    one["undoes"], other["undoes"] = other["act"], one["act"]


def saying(letter: Letter, prey: Prey, draw: Draw) -> None:
    act = draw.choice(_own(letter, prey, "act"))
    texts = [each for each in VALUES if isinstance(each, str) and len(each) < 9000]
    name = draw.choice(["actor", "title", "detail", "version"])
    act[name] = draw.choice([*texts, None, 5])
    if draw.random() < 0.5:
        act["undoes"] = _some_number(letter, draw, "act")


def bounds(letter: Letter, prey: Prey, draw: Draw) -> None:
    act = draw.choice(_own(letter, prey, "act"))
    name = draw.choice(["first", "ops", "act", "prev"])
    if name == "prev":
        act["prev"] = draw.choice([bytes(32), bytes(16), draw.randbytes(32)])
    else:
        act[name] += draw.choice([1, -1, 100, 1 << 31, -(1 << 32)])


def missing(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Leave out operations or acts, with or without what stands for them."""
    match draw.randrange(4):
        case 0:
            rows = letter.rows("op")
            gone = rows.pop(draw.randrange(len(rows)))
            leaf = draw.randbytes(32)
            letter.rows("stub").append({"op": gone["op"], "leaf": leaf})
        case 1:
            rows = letter.rows(draw.choice(["op", "act"]))
            del rows[draw.randrange(len(rows))]
        case 2:
            act = draw.choice(letter.rows("act"))
            letter.rows("act").remove(act)
            kept = [each for each in letter.rows("op") if each["act"] != act["act"]]
            letter.tables["op"] = kept
        case _:
            place = draw.randrange(1, len(letter.rows("act")))
            for each in letter.rows("act")[place:]:
                kept = [op for op in letter.rows("op") if op["act"] != each["act"]]
                letter.tables["op"] = kept
            del letter.rows("act")[place:]


def another_history(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Tell again what the receiver knows, otherwise."""
    act = draw.choice(_own(letter, prey, "act"))
    act["wall"] += 1
    value(letter, prey, draw)


def spans(letter: Letter, prey: Prey, draw: Draw) -> None:
    rows = letter.rows("span")
    if draw.random() < 0.2:
        rows.clear()
        return
    span = draw.choice(rows)
    name = draw.choice(["since_op", "upto_op", "since_act", "upto_act"])
    span[name] = max(0, span[name] + draw.choice([1, -1, 10, 1000, canon.COUNT]))


def replicas(letter: Letter, prey: Prey, draw: Draw) -> None:
    one, other = draw.choices(letter.rows("replica"), k=2)
    match draw.randrange(6):
        case 0:
            one["rid"] = draw.choice([prey.rid, draw.randbytes(16), other["rid"]])
        case 1:
            one["cell_key"] = draw.choice([prey.cell_key, other["cell_key"], None])
        case 2:
            one["certificate"] = draw.choice([bytes(64), other["certificate"], None])
        case 3:
            one["name"] = draw.choice(
                ["", "{", "[]", '{"fr":5}', "x" * 60_000, "\u202e"]
            )
        case 4:
            one["rid"], other["rid"] = other["rid"], one["rid"]
        case _:
            number = draw.choice([1 << 30, 99, 0x7FFFFFFF])
            letter.rows("replica").append({**one, "number": number})


def cover(letter: Letter, prey: Prey, draw: Draw) -> None:
    sheet = letter.cover
    seen = dict.fromkeys([*sheet.seen, prey.rid], (canon.COUNT, canon.COUNT))
    letter.cover = draw.choice(
        [
            replace(sheet, seen=seen),
            replace(sheet, upto=seen),
            replace(sheet, full=not sheet.full),
            replace(sheet, personal=not sheet.personal),
            replace(sheet, schema="9999_newer", version="99.0"),
            replace(sheet, schema="0001_first", version="0.0.1"),
            replace(sheet, min_reader=99),
            replace(sheet, format=99),
            replace(sheet, recipients=(draw.randbytes(32),)),
            replace(sheet, recipients=(prey.cell_key,), number={prey.cell_key: 7}),
            replace(sheet, number={b"": canon.COUNT}),
            replace(sheet, made=sheet.made.replace(year=2035)),
        ]
    )


def miscount(letter: Letter, prey: Prey, draw: Draw) -> None:
    counts = dict(letter.cover.counts)
    counts[draw.choice([*counts, "x"])] = draw.choice([0, 1, canon.COUNT])
    letter.cover = replace(letter.cover, counts=counts)


def signature(letter: Letter, prey: Prey, draw: Draw) -> None:
    """Spoil one signature or hash among good ones."""
    act = draw.choice(letter.rows("act"))
    name = draw.choice(["signature", "chain", "prev"])
    act[name] = draw.randbytes(64 if name == "signature" else 32)


Way = Callable[[Letter, Prey, Draw], None]
#: How a letter is falsified, and how often.
WAYS: dict[str, tuple[float, Way]] = {
    "value": (8, value),
    "insert": (10, insert_field),
    "register": (8, register),
    "table": (5, table),
    "row": (6, row),
    "kind": (4, kind),
    "base": (6, base),
    "ring": (5, ring),
    "further": (8, further),
    "withhold": (5, withhold),
    "twice": (7, twice),
    "more": (12, more),
    "twins": (7, twins),
    "clock": (6, clock),
    "undoing": (2, undoing),
    "saying": (4, saying),
    "bounds": (3, bounds),
    "missing": (5, missing),
    "another history": (3, another_history),
    "spans": (4, spans),
    "replicas": (4, replicas),
    "cover": (4, cover),
    "counts": (1, _nothing),
    "signature": (2, _nothing),
}
#: What is spoiled once everything was signed.
AFTER: dict[str, Way] = {"counts": miscount, "signature": signature}

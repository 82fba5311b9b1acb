"""Fields that the same acts made stand against each other, under one answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from sportsec.domain.conflicts import (
    Conflict,
    ConflictKind,
    Unreadable,
    Version,
    questions_of,
)
from sportsec.domain.words import Words

AT = datetime(2026, 11, 23, tzinfo=UTC)
MATCH, PHASE = UUID(int=1), UUID(int=2)


def test_what_no_side_changed_is_left_out_in_short() -> None:
    kind, name = ConflictKind.VALUES, "@kick_off"
    sides = tuple(
        Version(
            *(op, {"day": 1, "hour": hour}, "", AT, Words(), op == 1, op == 1),
            acts=frozenset({op}),
        )
        for op, hour in ((1, 20), (2, 21))
    )
    whole = Conflict(
        *(kind, "fixture", MATCH, Words(), name, ("day", "hour"), sides),
        base={"day": 1, "hour": 19},
    )
    short = whole.in_short()
    assert [each.values for each in short.versions] == [{"hour": 20}, {"hour": 21}]
    assert short.base == {"hour": 19}
    assert replace(whole, base={}).in_short().versions == sides


def version(op: int, *acts: int, value: object = "") -> Version:
    return Version(
        *(op, {"x": value}, "", AT, Words(), acts[0] == 1, op == 1),
        acts=frozenset(acts),
    )


def conflict(register: str, *versions: Version, part: bool = False) -> Conflict:
    table, record = ("fixture_phase", PHASE) if part else ("fixture", MATCH)
    return Conflict(
        *(ConflictKind.VALUES, table, record, Words(), register, ("x",), versions),
        owner=("fixture", MATCH),
    )


def test_fields_of_the_same_acts_are_one_question_named_after_the_gravest() -> None:
    both = (version(1, 1), version(2, 2))
    found = questions_of(
        [
            conflict("@times", *both, part=True),
            conflict("gates_open_at", *both),
            conflict("notes", version(1, 1), version(3, 3)),
            conflict("@kick_off", *both),
        ]
    )
    names = [[each.register for each in question.fields] for question in found]
    assert names == [["@kick_off", "gates_open_at", "@times"], ["notes"]]


def test_where_a_side_has_not_one_readable_value_the_field_stays_open() -> None:
    head = conflict("@kick_off", version(1, 1), version(2, 2, 3))
    clear = conflict("gates_open_at", version(1, 1), version(4, 2, 3))
    two = conflict("@times", version(1, 1), version(5, 2), version(6, 3), part=True)
    kept = version(7, 2, 3, value=Unreadable.WITHHELD)
    (question,) = questions_of([head, clear, two, conflict("x", version(1, 1), kept)])
    theirs = question.answer(head.versions[1])
    assert [(each.register, each.op) for each in theirs] == [
        ("@kick_off", 2),
        ("gates_open_at", 4),
    ]
    assert len(question.answer(head.versions[0])) == 4

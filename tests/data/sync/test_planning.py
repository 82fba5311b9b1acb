"""What is shown before a file is written, and what a withheld value looks like."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.exchange import Scope, ScopeKind, Sealing, SendPlan, SendWish
from sportsec.domain.exchange_received import Fate, FieldChange
from sportsec.queries.peers import cell_by_key
from sportsec.store.tables.people import Contact
from sportsec.sync.planning import plan_of
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]


def plan(cell: Cell, wish: SendWish) -> SendPlan:
    with cell.workspace.reading() as work:
        return plan_of(work, wish)


def a_person(cell: Cell, **values: Any) -> UUID:
    def make(work: Any) -> UUID:
        found = work.add(Contact(name_latin="Rachid", **values))
        work.session.flush()
        return UUID(str(found.id))

    return UUID(str(cell.act(make)))


def test_since_says_when_the_addressee_told_what_it_has(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    wish = SendWish(Scope(ScopeKind.SINCE), to=(other.key,))
    one.club("A")
    assert plan(one, wish).since is None
    other.receive(one.send(tmp_path / "a.ssx", other))
    other.send(tmp_path / "b.ssx", one)
    made = other.now[0]
    one.receive(tmp_path / "b.ssx")
    one.club("B")
    planned = plan(one, wish)
    assert planned.since == made
    assert [kind.table for kind in planned.kinds] == ["club"]
    with one.workspace.reading() as work:
        cell = cell_by_key(work, other.key)
        assert cell is not None
        assert cell.seen_at == made
    assert plan(one, SendWish(to=(other.key,))).since is None


@pytest.mark.parametrize("with_personal", [True, False])
def test_every_personal_field_is_named_before_it_goes(
    pair: Pair, *, with_personal: bool
) -> None:
    one, _ = pair
    a_person(one)
    wish = SendWish(with_personal=with_personal, sealing=Sealing.OPEN)
    kinds = {kind.table: kind for kind in plan(one, wish).kinds}
    kind = kinds["contact"]
    assert "name_latin" in (kind.fields if with_personal else kind.withheld)
    assert not set(kind.fields) & set(kind.withheld)
    assert bool(kind.withheld) is not with_personal


def fields_of(cell: Cell, file: Path, record: UUID) -> tuple[Fate, list[FieldChange]]:
    preview = cell.look(file).preview
    assert preview is not None
    change = next(each for each in preview.changes if each.record == record)
    return change.fate, list(change.fields)


def test_a_value_kept_back_is_shown_as_such(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    person = a_person(one, notes="seen often")
    fate, fields = fields_of(
        other, one.send(tmp_path / "a.ssx", other, with_personal=False), person
    )
    assert fate is Fate.NEW
    assert {each.column for each in fields if each.is_withheld} >= {"name_latin"}
    other.receive(one.send(tmp_path / "b.ssx", other))

    def rename(work: Any) -> None:
        work.session.get_one(Contact, person).notes = "seen never"

    one.act(rename)
    fate, fields = fields_of(
        other, one.send(tmp_path / "c.ssx", other, with_personal=False), person
    )
    assert fate is Fate.CHANGED
    assert [(each.column, each.is_withheld) for each in fields] == [("notes", True)]
    other.receive(tmp_path / "c.ssx")
    fate, fields = fields_of(other, one.send(tmp_path / "d.ssx", other), person)
    assert [(each.column, each.new, each.is_withheld) for each in fields] == [
        ("notes", "seen never", False)
    ]

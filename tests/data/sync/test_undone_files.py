"""Undoing a file received restores exactly the record before, whatever it brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sportsec.domain.conflicts import take
from sportsec.domain.errors import Invalid
from sportsec.domain.words import Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.history import UNCHANGED, restore_record, undo_act
from sportsec.services.undo_plan import NEEDED
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell

#: What is done, to which of the clubs, with what.
Step = tuple[str, int, int]
KINDS = ("add", "code", "both", "name", "alias", "delete", "restore", "decide")
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 3), st.integers(0, 2)), max_size=7
)
_folders = count()


def do(cell: Cell, steps: Sequence[Step]) -> None:
    for kind, which, number in steps:
        if kind == "decide":
            _decide(cell, which, number)
        else:
            cell.act(lambda work, step=(kind, which, number): _do(work, *step))


def _do(work: Work, kind: str, which: int, number: int) -> None:
    is_gone = Club.deleted_at.is_not(None)
    wanted = is_gone if kind == "restore" else ~is_gone
    found = list(work.session.scalars(select(Club).where(wanted).order_by(Club.id)))
    if kind == "add" or not found:
        work.add(Club(name=Words(fr=f"Club {number}")))
        return
    club = found[which % len(found)]
    if kind == "restore":
        restore_record(work, "club", club.id)
    elif kind == "delete":
        work.delete(club)
    elif kind == "alias":
        text = f"Spelling {number}"  # both cells may have it, as two records
        work.add(ClubAlias(club_id=club.id, text=text, folded=text.lower()))
    elif kind == "name":
        club.name = Words(fr=f"Name {number}")
    else:
        club.code = f"C{number}"
        if kind == "both":
            club.founded_year = 1950 + number


def _decide(cell: Cell, which: int, number: int) -> None:
    with cell.workspace.writing() as work:
        waiting = sorted(open_conflicts(work), key=lambda each: each.key)
        if waiting:
            conflict = waiting[which % len(waiting)]
            versions = conflict.versions
            decide(work, [take(conflict, versions[number % len(versions)])])
            work.commit(DECIDED, saw_all=True)


def stands(cell: Cell) -> Any:
    """Return what is in the record and not in the trash, and what is undecided."""
    live = {
        table: [row for row in rows if _is_live(cell, table, row[0])]
        for table, rows in cell.state().items()
    }
    with cell.workspace.reading() as work:
        waiting = {
            (each.record, each.register, frozenset(chain(*map(_said, each.versions))))
            for each in open_conflicts(work)
        }
    return live, waiting


def _said(version: Any) -> list[str]:
    """Return what is said, each value alone: two may have said one of them."""
    if version.is_deletion:
        return ["deleted"]
    return [f"{name} {value!r}" for name, value in version.values.items()]


def _is_live(cell: Cell, table: str, record: bytes) -> bool:
    with cell.workspace.reading() as work:
        query = f"SELECT deleted_at FROM {table} WHERE id = ?"
        return bool(work.connection.execute(query, (record,)).fetchone() == (None,))


def take_back(cell: Cell, number: int) -> int | None:
    """Undo an act; None where it did nothing, or what is left needs what would go."""
    with cell.workspace.writing() as work:
        try:
            undo_act(work, number)
        except Invalid as error:
            if {each.message for each in error.problems} in ({NEEDED}, {UNCHANGED}):
                return None
            raise
        work.commit("Undone", undoes=number)
        assert work.sealed is not None
        return work.sealed.act


@settings(
    max_examples=12,
    derandomize=True,  # `tests.long.undoing` looks for others
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(common=STEPS, ours=STEPS, theirs=STEPS, later=STEPS)
@example(  # a deletion of ours beside their edit, decided there, and once more
    common=[("add", 0, 0), ("add", 0, 1)],
    ours=[("delete", 0, 0), ("code", 0, 1)],
    theirs=[("code", 0, 2), ("both", 1, 0)],
    later=[("decide", 0, 1), ("decide", 0, 0)],
)
@example(  # their deletion of what we edited, and an edit of what they deleted before
    common=[("add", 0, 0), ("add", 0, 1)],
    ours=[("both", 0, 1), ("delete", 1, 0)],
    theirs=[("code", 0, 0), ("delete", 0, 0), ("alias", 1, 0)],
    later=[("restore", 0, 0), ("decide", 0, 0), ("delete", 0, 0)],
)
@example(  # both gave the record one value, beside a deletion that knew of neither
    common=[("add", 0, 0), ("add", 0, 0)],
    ours=[("delete", 1, 0)],
    theirs=[("both", 1, 2)],
    later=[("both", 1, 0)],
)
@example(  # two values of one field, in the place of a decision, beside a deletion
    common=[("add", 0, 0), ("add", 0, 0), ("restore", 1, 2)],
    ours=[("both", 1, 0), ("delete", 1, 2)],
    theirs=[("both", 1, 1)],
    later=[("code", 0, 2), ("code", 1, 1), ("delete", 0, 2)],
)
@example(  # a deletion that stands again covers what it covered when written back
    common=[("add", 0, 0), ("add", 0, 0)],
    ours=[("name", 0, 1), ("restore", 2, 2)],
    theirs=[("name", 2, 2), ("delete", 3, 2), ("add", 3, 2), ("delete", 0, 1)],
    later=[("both", 3, 0), ("add", 2, 2)],
)
@example(  # a deletion covers a value that was itself written back
    common=[("add", 0, 0), ("restore", 2, 2)],
    ours=[("delete", 0, 0), ("both", 0, 1)],
    theirs=[("both", 3, 2)],
    later=[("code", 1, 0), ("delete", 0, 1)],
)
@example(  # a deletion beside which a decision is undone
    common=[("add", 0, 0), ("add", 0, 0)],
    ours=[("name", 0, 2), ("delete", 0, 0)],
    theirs=[("name", 0, 0), ("add", 0, 0)],
    later=[("name", 3, 0), ("add", 0, 0)],
)
def test_the_record_is_exactly_as_before(
    make_cell: Callable[[str], Cell],
    tmp_path: Path,
    common: list[Step],
    ours: list[Step],
    theirs: list[Step],
    later: list[Step],
) -> None:
    undone_exactly(make_cell, tmp_path, common, ours, theirs, later)


def undone_exactly(
    make_cell: Callable[[str], Cell], folder: Path, *history: Sequence[Step]
) -> None:
    """Exchange files between two cells that do all this; undo each file received.

    Args:
        history: What both have, what each does, and what each does after that, the
            one backwards.
    """
    common, ours, theirs, later = history
    number = next(_folders)
    one, other = make_cell(f"one {number}"), make_cell(f"other {number}")
    one.trusts(other)
    other.trusts(one)
    do(one, common)
    other.receive(one.send(folder / f"{number} a.ssx", other))
    do(one, ours)
    do(other, theirs)
    _taken_and_undone(one, other.send(folder / f"{number} b.ssx", one))
    other.receive(one.send(folder / f"{number} c.ssx", other))
    do(other, later)
    do(one, later[::-1])
    _taken_and_undone(one, other.send(folder / f"{number} d.ssx", one))


def _taken_and_undone(cell: Cell, file: Path) -> None:
    """Take a file in, undo it, do it again, and once more; leave it taken in."""
    before = stands(cell)
    acts = cell.receive(file).acts
    if not acts:
        return
    after = stands(cell)
    act: int | None = acts[0]
    for expected in (before, after, before, after):
        assert act is not None
        act = take_back(cell, act)
        if act is None and expected is before:
            return
        assert stands(cell) == expected

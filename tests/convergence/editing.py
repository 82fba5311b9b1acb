"""What an officer does in one cell: edits, deletes, pairs, purges, undoes, decides."""

from __future__ import annotations

from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sportsec.domain.conflicts import DELETED, Decision
from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.twins import Verdict
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.history import redo_last, undo_act, undo_last
from sportsec.services.twins import call_twins
from sportsec.store.journal.purge import purge
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work
from tests.convergence import records, versions
from tests.convergence.carrying import RECEIVED
from tests.convergence.cells import Cell
from tests.convergence.journal import numbering
from tests.convergence.ledger import STATISTICS
from tests.convergence.machine import (
    CELLS,
    Form,
    Machine,
    cell,
    index,
    number,
    steps,
    table,
)

_KINDS = ("insert", "change", "change", "change", "refer", "delete", "restore")
_GONE = "2026-12-01T10:00:00.000000Z"
_WHY = '{"basis": "request", "decision": "12/2026"}'


edits = st.lists(
    st.tuples(st.sampled_from(_KINDS), cell, table, index, number, number),
    min_size=3,
    max_size=8,
)


class Editing(Machine):
    """Acts of one cell alone."""

    @rule(edits=edits)
    def edit(self, edits: list[tuple[str, int, int, int, int, int]]) -> None:
        """Several acts of several cells, each of one record."""
        for kind, c, t, i, n, m in edits:
            getattr(self, f"_{kind}")(self.cells[c], self.table(t), i, n, m)

    @rule(edits=edits)
    def edit_more(self, edits: list[tuple[str, int, int, int, int, int]]) -> None:
        """Let edits be frequent among the rules."""
        self.edit(edits)

    @rule(c=cell, t=table, i=index, n=number, m=number)
    def edit_together(self, c: int, t: int, i: int, n: int, m: int) -> None:
        """All cells that have a record change one field of it, mostly."""
        name = self.table(t)
        if row := self.cells[c].pick(name, i):
            for place, each in enumerate(self.cells):
                if row in each.state.rows.get(name, {}) and row in each.rows(name):
                    if place == n % 8:
                        self._put_into_trash(each, name, row)
                    else:
                        self._write(each, name, row, n + place, m)

    def _insert(self, where: Cell, name: str, _i: int, n: int, _m: int) -> None:
        row = self.new_row(name, n)
        if row in where.state.rows.get(name, {}):
            return
        values = {"id": row, **records.values_for(name, n, row)}
        for (of, column), target in records.REFERENCES.items():
            if of == name:
                values[column] = where.pick(target, -1 if n % 3 else n)
        with where.acting() as work:
            records.plain_insert(work, name, values)

    def _change(self, where: Cell, name: str, i: int, n: int, m: int) -> None:
        if row := where.pick(name, i):
            self._write(where, name, row, n, m)

    def _write(self, where: Cell, name: str, row: bytes, n: int, m: int) -> None:
        columns = records.PLAIN[name]
        column = columns[
            max(0, m % 6 - 3) % len(columns)
        ]  # mostly the first: there they meet
        values = {column: records.value_for(column, n, row)}
        if name == "fixture" and m % 4 == 3:
            values = records.kick_off(n)
        with where.acting() as work:
            records.WAYS[(n + m) % len(records.WAYS)](work, name, row, values)
            if m % 5 == 0:
                again = {columns[0]: records.value_for(columns[0], m, row)}
                records.plain_update(work, name, row, again)

    def _refer(self, where: Cell, name: str, i: int, n: int, m: int) -> None:
        columns = [column for of, column in records.REFERENCES if of == name]
        row = where.pick(name, i)
        if columns and row:
            column = columns[m % len(columns)]
            # Mostly the newest record, which the fewest know.
            target = where.pick(records.REFERENCES[name, column], -1 if n % 3 else n)
            with where.acting() as work:
                value = target if n % 5 else None
                records.plain_update(work, name, row, {column: value})

    def _delete(self, where: Cell, name: str, i: int, _n: int, _m: int) -> None:
        if row := where.pick(name, i):
            self._put_into_trash(where, name, row)

    def _put_into_trash(self, where: Cell, name: str, row: bytes) -> None:
        with where.acting() as work:
            records.plain_update(work, name, row, {"deleted_at": _GONE})
        STATISTICS["deleted"] += 1

    def _restore(self, where: Cell, name: str, i: int, _n: int, _m: int) -> None:
        if row := where.pick(name, i, live=False):
            with where.acting() as work:
                records.plain_update(work, name, row, {"deleted_at": None})
            STATISTICS["restored"] += 1

    @rule(c=cell, i=index, n=number, refers=st.booleans())
    def write_what_is_newer(self, c: int, i: int, n: int, *, refers: bool) -> None:
        """Write to what only the version to come knows."""
        where = self.cells[c]
        club = where.pick("club", i)
        if not where.is_newer or club is None:
            return
        chant = where.pick("chant", i)
        with where.acting() as work:
            if n % 3 == 0:
                values = {"id": self.new_row("chant", n), "text": str(n)}
                values |= {"club_id": club} if refers else {}
                records.plain_insert(work, "chant", values)
            elif n % 3 == 1 and chant:
                mark = _GONE if n % 5 == 0 else None
                values = {"text": str(n), "deleted_at": mark}
                records.plain_update(work, "chant", chant, values)
            else:
                records.plain_update(work, "club", club, {versions.COLUMN: str(n)})
        STATISTICS["writes of the version to come"] += 1

    @rule(
        c=cell,
        name=st.sampled_from(["club", "contact"]),
        i=index,
        j=index,
        verdict=st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT]),
    )
    def pair(self, c: int, name: str, i: int, j: int, verdict: Verdict) -> None:
        where = self.cells[c]
        one, two = where.pick(name, i), where.pick(name, j)
        if one is None or two is None or one == two:
            return
        with where.acting("Pair decided") as work:
            call_twins(work, name, UUID(bytes=one), UUID(bytes=two), verdict)
        STATISTICS[f"pairs called {verdict.value}"] += 1

    @rule(c=cell, step=steps, i=index, j=index, swapped=st.booleans())
    def pair_in_two_ways(
        self, c: int, step: int, i: int, j: int, *, swapped: bool
    ) -> None:
        """Two cells decide about one pair, each in its own way."""
        where, other = self.cells[c], self.cells[(c + step) % CELLS]
        one, two = where.pick("club", i), where.pick("club", j)
        both = set(other.state.rows.get("club", {}))
        if one is None or two is None or one == two or not {one, two} <= both:
            return
        verdicts = [Verdict.SAME, Verdict.DIFFERENT]
        for each, verdict in zip((where, other), verdicts, strict=True):
            said = verdict if not swapped else verdicts[1 - verdicts.index(verdict)]
            with each.acting("Pair decided") as work:
                call_twins(work, "club", UUID(bytes=one), UUID(bytes=two), said)
        STATISTICS["pairs decided in two ways"] += 1

    @rule(c=cell, i=index, register=st.sampled_from(["", "", "phone"]))
    def purge(self, c: int, i: int, register: str) -> None:
        where = self.cells[c]
        row = where.pick("contact", i, live=i % 4 > 0)
        if row is None or i % 3:
            return
        with where.acting("Personal values purged") as work:
            purge(work.connection, "contact", row, register, _WHY)
        STATISTICS["purges"] += 1
        self.find_nothing_erased(where)

    def find_nothing_erased(self, where: Cell) -> None:
        """No byte of the database holds what was purged."""
        texts = self.ledger.erased(where.state)
        if texts:
            found = where.bytes_of_file()
            assert not [text for text in texts if text in found]
            STATISTICS["files searched for erased values"] += 1

    # -- undo

    @rule(c=cell, i=index, of_files=st.booleans())
    def undo(self, c: int, i: int, *, of_files: bool) -> None:
        where = self.cells[c]
        wanted = f"title {'=' if of_files else '<>'} ?"
        acts = where.ask(
            "SELECT act FROM journal_act WHERE act >> 32 = (SELECT self"
            f" FROM journal_state) AND {wanted} ORDER BY act DESC LIMIT 8",
            RECEIVED,
        )
        if acts:
            self._undoing(where, lambda work: _undone(work, acts[i % len(acts)][0]))

    @rule(c=cell, again=st.booleans())
    def undo_or_redo_last(self, c: int, *, again: bool) -> None:
        self._undoing(self.cells[c], redo_last if again else undo_last)

    def _undoing(self, where: Cell, job) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        name = getattr(job, "__name__", "")
        what = {"redo_last": "redone", "undo_last": "undone last"}.get(name, "undone")
        try:
            with where.workspace.writing() as work:
                act = job(work)
                query = "SELECT title FROM journal_act WHERE act = ?"
                title = work.connection.execute(query, (act,)).fetchone()[0]
                work.commit("Undone", undoes=act)
        except Invalid:
            STATISTICS["undo refused"] += 1
        else:
            STATISTICS[what] += 1
            STATISTICS["undone: a file received"] += title == RECEIVED
        where.note({})
        where.check()

    # -- forms and decisions

    @rule(c=cell, i=index, t=table)
    def open_form(self, c: int, i: int, t: int) -> None:
        where, name = self.cells[c], self.table(t)
        if row := where.pick(name, i):
            with where.workspace.reading() as work:
                position = work.position
            knew = frozenset(where.known)
            self.forms.append(Form(c, where.incarnation, name, row, position, knew))

    @rule(j=index, n=number, m=number)
    def save_form(self, j: int, n: int, m: int) -> None:
        if not self.forms:
            return
        form = self.forms.pop(j % len(self.forms))
        where = self.cells[form.cell]
        if form.incarnation != where.incarnation or not self._is_there(where, form):
            return
        columns = records.PLAIN[form.table]
        column = columns[m % len(columns)]
        values = {column: records.value_for(column, n, form.row)}
        if form.table == "fixture" and m % 3 == 0:
            values = records.kick_off(n)
        register = where.state.layout.shapes[form.table].register_of[next(iter(values))]
        before = where.state.heads.get((form.row, register), frozenset())
        written = len(self.ledger.places[form.row, register])
        with where.acting(opened={form.row: form.knew}) as work:
            work.saw(UUID(bytes=form.row), form.position)
            records.session_update(work, form.table, form.row, values)
        STATISTICS["forms saved"] += 1
        if unseen := before - form.knew:
            STATISTICS["forms saved over what was not seen"] += 1
            if written < len(self.ledger.places[form.row, register]):
                assert unseen <= where.state.heads[form.row, register]

    def _is_there(self, where: Cell, form: Form) -> bool:
        return form.row in where.state.rows.get(
            form.table, {}
        ) and form.row in where.rows(form.table)

    @rule(c=cell, i=index, j=index, later=st.booleans())
    def decide_conflict(self, c: int, i: int, j: int, *, later: bool) -> None:
        """Take one of the values; sometimes long after they were shown."""
        where = self.cells[c]
        known = shapes()
        waiting = sorted(
            (row, register)
            for row, register in where.state.conflicts
            for name, rows in where.state.rows.items()
            if row in rows and register in known.get(name, _NONE).registers
        )
        if not waiting:
            return
        row, register = waiting[i % len(waiting)]
        name = next(n for n, rows in where.state.rows.items() if row in rows)
        with where.workspace.reading() as work:
            position = work.position
        heads = sorted(where.state.heads[row, register])
        key = heads[j % len(heads)]
        replicas = {rid: n for n, rid in numbering(where.eye).items()}
        decision = Decision(
            *(name, UUID(bytes=row), register, position),
            op=replicas[key[0]] << 32 | key[1],
        )
        seen = frozenset(where.known)
        if later:
            self.everything((c + 1 + j % 3) % CELLS, CELLS - 1 - j % 3)
        self._decide(where, decision, seen)

    def _decide(self, where: Cell, decision: Decision, seen) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        place = decision.record.bytes, decision.register
        before = where.state.heads.get(place, frozenset())
        # A deletion is decided against all that was edited beside it.
        weighed = {
            key
            for (row, register), heads in where.state.heads.items()
            if row == place[0] and decision.register in {register, DELETED}
            for key in heads
        }
        try:
            with where.acting(
                DECIDED, opened={decision.record.bytes: seen}, saw_all=True
            ) as work:
                decide(work, [decision])
        except (Invalid, NotFound):
            where.check()
            STATISTICS["decisions refused"] += 1
            return
        STATISTICS["conflicts decided"] += 1
        after = where.state.heads.get(place, frozenset())
        if decision.register != DELETED:
            assert before - seen <= after
            STATISTICS["decided what had grown since"] += bool(before - seen)
        if weighed <= seen:
            assert place not in where.state.conflicts


_NONE = next(iter(shapes().values())).__class__("", ())


def _undone(work: Work, act: int) -> int:
    undo_act(work, act)
    return act

"""What Ctrl+Z would undo and Ctrl+Y redo: the officer's own acts in this database.

The stack is read off the journal, newest act first. An act that undoes another is not
undone itself by Ctrl+Z: Ctrl+Y takes it back, until something new is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from sportsec.domain.history import FINAL, FOUNDING, OUTSIDE, UndoStack, UndoStep
from sportsec.queries.history_acts import facts
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Acts looked at; nobody presses Ctrl+Z more often.
DEPTH = 500
_act = journal.act.c


def undo_stack(work: Work) -> UndoStack:
    """Return what the actor can undo and redo next.

    Acts of other officers on this PC, and of other cells, are undone in the history.
    """
    taken_back: set[int] = set()
    undo = redo = None
    may_redo = True
    for row in _latest(work):
        is_standing = row.act not in taken_back
        if row.undoes is not None and is_standing:
            taken_back.add(row.undoes)
        if row.actor != work.actor.name:
            continue
        if row.undoes is None:
            may_redo = False
            if is_standing and row.title not in FINAL:
                undo = _step(row.act, row)
                break
        elif may_redo and is_standing and redo is None:
            redo = _redo(work, row)
    return UndoStack(undo, redo)


def _latest(work: Work) -> Iterator[Any]:
    """Yield the acts of this database, newest first, down to its founding."""
    self = work.session.scalar(select(journal.state.c.self))
    if self is None:
        return
    columns = (_act.act, _act.undoes, _act.actor, _act.title, _act.detail)
    own = _act.act.between(self << 32, (self + 1 << 32) - 1)
    query = select(*columns).where(own, _did_something())
    query = query.order_by(_act.act.desc()).limit(DEPTH)
    for row in work.session.execute(query):
        if row.title in FOUNDING:
            return
        yield row


def _did_something() -> ColumnElement[bool]:
    """Leave out acts without changes, such as sending a file: nothing is undone.

    A file taken in has no changes of its own, but those that arrived with it.
    """
    brought = select(journal.arrival.c.receipt)
    return or_(_act.ops > 0, _act.undoes.is_not(None), _act.act.in_(brought))


def _redo(work: Work, undoing: Any) -> UndoStep | None:
    """Return the step that takes an undo back; None where it is a redo itself."""
    columns = (_act.undoes, _act.title, _act.detail)
    query = select(*columns).where(_act.act == undoing.undoes)
    target = work.session.execute(query).one_or_none()
    if target is None or target.undoes is not None:
        return None
    return _step(undoing.act, target)


def _step(act: int, sentence: Any) -> UndoStep:
    return UndoStep(act, sentence.title or OUTSIDE, facts(sentence.detail))

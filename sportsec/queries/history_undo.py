"""What Ctrl+Z would undo and Ctrl+Y redo: the officer's own acts in this database.

The stack is read off the journal, newest act first. An act that undoes another is not
undone itself by Ctrl+Z: Ctrl+Y takes it back, until something new is done.

Two acts made in one go can be a pair: the first says so in its detail, the second has
the next number. They are undone and redone together, by the number of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from sportsec.domain.history import FINAL, FOUNDING, OUTSIDE, UndoStack, UndoStep
from sportsec.queries.history_acts import facts
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Acts looked at; nobody presses Ctrl+Z more often.
DEPTH = 500
#: In the detail of an act: the one after it belongs with it.
WITH_NEXT = "with_next"
_act = journal.act.c


def undo_stack(work: Work) -> UndoStack:
    """Return what the actor can undo and redo next.

    Acts of other officers on this PC, and of other cells, are undone in the history.
    """
    taken_back: set[int] = set()
    undo = redo = None
    may_redo = True
    last: Any = None
    for row in _latest(work):
        is_standing = row.act not in taken_back
        if row.undoes is not None and is_standing:
            taken_back.add(row.undoes)
        if row.actor != work.actor.name:
            continue
        last = last or row
        if row.undoes is None:
            may_redo = False
            if is_standing and row.title not in FINAL:
                behind = last.title if last.title in FINAL else ""
                undo = replace(_step(first_of(work, row.act), row), behind=behind)
                break
        elif may_redo and is_standing and redo is None:
            redo = _redo(work, first_of(work, row.act))
    return UndoStack(undo, redo)


def first_of(work: Work, act: int) -> int:
    """Return the first act of a pair; the act itself where it is in none."""
    return act - 1 if second_of(work, act - 1) is not None else act


def second_of(work: Work, act: int) -> int | None:
    """Return the act that belongs with the one before it; None where there is none."""
    detail = work.session.scalar(select(_act.detail).where(_act.act == act))
    if not facts(detail).get(WITH_NEXT):
        return None
    return work.session.scalar(select(_act.act).where(_act.act == act + 1))


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


def _redo(work: Work, undoing: int) -> UndoStep | None:
    """Return the step that takes an undo back; None where it is a redo itself."""
    columns = (_act.undoes, _act.title, _act.detail)
    undone = select(_act.undoes).where(_act.act == undoing).scalar_subquery()
    query = select(*columns).where(_act.act == undone)
    target = work.session.execute(query).one_or_none()
    if target is None or target.undoes is not None:
        return None
    return _step(undoing, target)


def _step(act: int, sentence: Any) -> UndoStep:
    return UndoStep(act, sentence.title or OUTSIDE, facts(sentence.detail))

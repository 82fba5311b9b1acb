"""Whether a meeting still is what its minutes said when they were signed.

The journal knows it: what the meeting, those invited and what was decided held then is
compared with what they hold now. A change that was taken back is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.meetings import Signature
from sportsec.queries.history_acts import undone_by
from sportsec.queries.history_ops import Op, ops_of_rows, values_in
from sportsec.store.journal.shape import DELETED, shapes
from sportsec.store.tables import journal
from sportsec.store.tables.liaison import Commitment, Meeting, Participant
from sportsec.store.work import Work

_SIGNATURE = "signature"
#: Table → what the minutes say of its records. What became of a decision afterwards
#: is no part of what was signed.
_SAID: Mapping[str, tuple[str, ...]] = {
    "meeting": (
        *("fixture_id", "kind", "meets_at", "place", "chair", "minutes_keeper"),
        *("agenda", "discussion"),
    ),
    "participant": (
        *("contact_id", "organisation_id", "person", "function", "presence"),
    ),
    "commitment": (
        *("kind", "is_ours", "contact_id", "club_id", "group_id", "organisation_id"),
        *("wording", "responsible", "due_on"),
    ),
}
_act = journal.act.c

#: When an act was done, to be compared with others.
_Moment = tuple[int, int]


def is_changed_since_signed(work: Work, meeting_id: UUID) -> bool:
    """Say whether something that signed minutes say was changed after the signing.

    Of minutes that are not noted as signed nothing was. Nor was it by what waits in
    this work: it is no act yet.
    """
    if work.get(Meeting, meeting_id).signature is not Signature.SIGNED:
        return False
    ops = ops_of_rows(work, [meeting_id, *_parts(work, meeting_id)])
    when = _moments(work, {op.act for op in ops})
    ops = sorted(
        (op for op in ops if op.kind != "P" and op.act in when),
        key=lambda op: (when[op.act], op.id),
    )
    signed = _signed_at(work, meeting_id, ops, when)
    if signed is None:
        return False
    of_row: dict[UUID, list[Op]] = defaultdict(list)
    for op in ops:
        of_row[op.row].append(op)
    return any(
        _said(op for op in some if when[op.act] <= signed) != _said(some)
        for some in of_row.values()
    )


# ---- inside


def _parts(work: Work, meeting_id: UUID) -> Sequence[UUID]:
    """Return who was invited and what was decided, those deleted since among them."""
    return [
        each
        for table in (Participant, Commitment)
        for each in work.session.scalars(
            select(table.id).where(table.meeting_id == meeting_id)
        )
    ]


def _moments(work: Work, acts: Iterable[int]) -> dict[int, _Moment]:
    query = select(_act.act, _act.hlc).where(_act.act.in_(acts))
    return {row.act: (row.hlc or 0, row.act) for row in work.session.execute(query)}


def _signed_at(
    work: Work, meeting_id: UUID, ops: Iterable[Op], when: Mapping[int, _Moment]
) -> _Moment | None:
    """Return when the minutes were last noted as signed, by an act that stands.

    An act that takes another back signs nothing: it shows what was signed before.
    """
    acts = {
        op.act
        for op in ops
        if op.row == meeting_id and values_in(op).get(_SIGNATURE) == Signature.SIGNED
    }
    undoing = select(_act.act).where(_act.act.in_(acts), _act.undoes.is_not(None))
    acts -= {*work.session.scalars(undoing), *undone_by(work, acts)}
    return max((when[act] for act in acts), default=None)


def _said(ops: Iterable[Op]) -> Mapping[str, Any] | None:
    """Return what operations on one record let the minutes say; None for nothing."""
    held: dict[str, Any] = {}
    table = ""
    for op in ops:
        held |= values_in(op)
        table = op.tbl
    if not table or held.get(DELETED) is not None:
        return None
    fields = shapes()[table].columns
    return {name: held.get(name, fields[name].default) for name in _SAID[table]}

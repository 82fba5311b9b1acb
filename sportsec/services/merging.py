"""Making one record of two that stand for one thing, value by value.

First both take the values chosen, then they are called the same: what refers to the
younger follows to the elder, and nothing is left to decide. Both histories stay. These
are two acts, so that taking them back in turn gives each record its own values again;
they are a pair, so that one undo does it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Table, select, update

from sportsec.domain.errors import NotFound
from sportsec.domain.twins import Verdict
from sportsec.domain.words import N_
from sportsec.queries.history_undo import WITH_NEXT
from sportsec.services.history import undo_act
from sportsec.services.twins import call_twins
from sportsec.store.base import Record
from sportsec.store.journal.shape import DELETED, shapes
from sportsec.store.work import Work

#: Sentences of the acts.
EVENED = N_("Values of two records made the same")
MERGED = N_("Two records made one")
TAKEN_APART = N_("One record made two again")


def merge_records(
    work: Work, table: str, first: UUID, second: UUID, taken: Mapping[str, UUID]
) -> tuple[int, ...]:
    """Make two records one; return the acts, for `take_apart`.

    Args:
        taken: Register → the one of the two whose value stays. Where the two differ
            and nothing is said, the elder's stays, unless it is empty.

    Raises:
        NotFound: One of them is not there any more.
    """
    owner = Record.metadata.tables[table]
    elder, younger = sorted((first, second))
    acts: list[int] = []
    is_evened = _even_out(work, owner, (elder, younger), taken)
    work.seal(EVENED, detail={WITH_NEXT: True} if is_evened else None)
    if work.sealed is not None:
        acts.append(work.sealed.act)
    call_twins(work, table, elder, younger, Verdict.SAME)
    work.seal(MERGED, detail={})  # an act in any case: the first says that it follows
    if work.sealed is not None:
        acts.append(work.sealed.act)
    work.note_touched(table, "twin")
    return tuple(dict.fromkeys(acts))


def take_apart(work: Work, acts: Sequence[int]) -> None:
    """Take a merge back: two records again, each with the values it had.

    Raises:
        Invalid: Something later stands on it.
    """
    first = acts[0]
    undo_act(work, first)
    work.seal(TAKEN_APART, undoes=first, saw_all=True)


def _even_out(
    work: Work, owner: Table, pair: tuple[UUID, UUID], taken: Mapping[str, UUID]
) -> bool:
    """Give both records the value that stays, in every register where they differ.

    Returns:
        Whether they differed.
    """
    work.session.flush()
    query = select(owner).where(owner.c.id.in_(pair), owner.c[DELETED].is_(None))
    found = {row["id"]: row for row in work.session.execute(query).mappings()}
    for record in pair:
        if record not in found:
            raise NotFound(owner.name, record)
    changes: dict[UUID, dict[str, object]] = {record: {} for record in pair}
    for register, fields in shapes()[owner.name].registers.items():
        if register == DELETED:
            continue
        values = {
            record: {field.name: found[record][field.name] for field in fields}
            for record in pair
        }
        source = taken.get(register) or _fuller(pair, values)
        other = pair[1] if source == pair[0] else pair[0]
        if values[source] != values[other]:
            changes[other] |= values[source]
    for record, given in changes.items():
        if given:
            work.session.execute(
                update(owner).where(owner.c.id == record).values(**given)
            )
    work.session.expire_all()
    return any(changes.values())


def _fuller(
    pair: tuple[UUID, UUID], values: Mapping[UUID, Mapping[str, object]]
) -> UUID:
    """Return the elder, unless only the younger says something."""
    elder, younger = pair
    said = {
        record: any(value not in {None, "", ()} for value in values[record].values())
        for record in pair
    }
    return younger if said[younger] and not said[elder] else elder

"""Which record an officer means: by identifier, number of a match, or name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.history_changes import mentions
from sportsec.queries.search import search
from sportsec.queries.trash import TRASH, TrashFilter
from sportsec.store.base import Record
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Records offered where a name is not clear.
_OFFERED = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A record that may be meant."""

    kind: str
    id: UUID
    name: Words


def find_record(work: Work, text: str) -> list[Found]:
    """Return the records that a text may mean; one where it is clear.

    Deleted records are found too, by their identifier or where no other is so called.
    """
    keys = _by_id(work, text) or _by_number(work, text)
    if keys:
        return [Found(m.kind, m.id, m.name) for m in mentions(work, keys).values()]
    hits = [Found(hit.kind, hit.id, hit.title) for hit in search(work, text, _OFFERED)]
    exact = [
        hit for hit in hits if text.strip() in (hit.name.ar, hit.name.fr, hit.name.en)
    ]
    if hits:
        return exact if len(exact) == 1 else hits
    gone = TRASH.ids(work, TrashFilter(text), by("-time"), _OFFERED)
    rows = [row.record for row in TRASH.rows(work, gone)]
    return [Found(row.kind, row.id, row.name) for row in rows]


def _by_id(work: Work, text: str) -> list[tuple[str, UUID]]:
    try:
        record = UUID(text.strip())
    except ValueError:
        return []
    for table in Record.metadata.sorted_tables:
        if work.session.scalar(select(table.c.id).where(table.c.id == record)):
            return [(table.name, record)]
    return []


def _by_number(work: Work, text: str) -> list[tuple[str, UUID]]:
    query = select(Fixture.id).where(
        Fixture.ref_no == text.strip(), Fixture.ref_no != ""
    )
    return [("fixture", one) for one in work.session.scalars(query.limit(_OFFERED))]

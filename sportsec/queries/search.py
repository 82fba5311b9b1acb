"""Search in the whole record: people, clubs, places, units, and their matches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from sportsec.domain.folding import fold
from sportsec.domain.words import Words
from sportsec.i18n.formats import short_date
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.clock import local_day
from sportsec.queries.named import INDEX, names_matching
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.units import Command, Unit
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

#: Names looked at before the best are chosen; more would not help a reader.
_LOOKED_AT = 60
#: Matches shown beside the names.
_MATCHES = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    Args:
        kind: Its table, such as "club".
        subtitle: What tells it from its namesakes.
    """

    kind: str
    id: UUID
    title: Words
    subtitle: Words


def search(work: Work, text: str, limit: int = 20) -> list[Hit]:
    """Return the records whose names hold every word typed, the best first.

    A name that begins with the words comes before one that holds them elsewhere.
    Matches follow: those to come first, then the latest played.

    Args:
        text: In any script, with or without vowel signs and accents.
    """
    wanted = fold(text)
    if not wanted:
        return []
    found = work.session.execute(
        names_matching(text, INDEX.c.kind, INDEX.c.record, INDEX.c.folded).limit(
            _LOOKED_AT
        )
    ).all()
    ranked = sorted(found, key=lambda row: _rank(row.folded, wanted))
    matches = list(_matches(work, text))
    kept = ranked[: limit - len(matches)]
    return [*_titled(work, [(row.kind, row.record) for row in kept]), *matches]


def _rank(folded: str, wanted: str) -> tuple[int, int]:
    """Return how far a name is from what was typed; smaller is better."""
    place = f" {folded}".find(f" {wanted}")
    if place == 0:
        return 0, len(folded)
    return (1 if place > 0 else 2), len(folded)


def _titled(work: Work, wanted: Sequence[tuple[str, UUID]]) -> Iterator[Hit]:
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for kind, record in wanted:
        by_kind[kind].append(record)
    found = {
        record: (title, subtitle)
        for kind, ids in by_kind.items()
        for record, title, subtitle in _READERS[kind](work, ids)
    }
    for kind, record in wanted:
        if record in found:
            title, subtitle = found[record]
            yield Hit(kind, record, title, subtitle)


Titles = Iterable[tuple[UUID, Words, Words]]


def _own(kind: Any, beside: InstrumentedAttribute[Words] | None) -> Any:
    """Return a reader of records that carry both texts themselves."""

    def read(work: Work, ids: Sequence[UUID]) -> Titles:
        columns = (
            (kind.id, kind.name) if beside is None else (kind.id, kind.name, beside)
        )
        rows = work.session.execute(select(*columns).where(kind.id.in_(ids)))
        return ((row[0], row[1], Words() if beside is None else row[2]) for row in rows)

    return read


def _groups(work: Work, ids: Sequence[UUID]) -> Titles:
    query = (
        select(SupporterGroup.id, SupporterGroup.name, Club.name)
        .outerjoin(Club, SupporterGroup.club_id == Club.id)
        .where(SupporterGroup.id.in_(ids))
    )
    return ((row[0], row[1], row[2]) for row in work.session.execute(query))


def _units(work: Work, ids: Sequence[UUID]) -> Titles:
    query = (
        select(Unit.id, Unit.name, Command.name)
        .outerjoin(Command, Unit.command_id == Command.id)
        .where(Unit.id.in_(ids))
    )
    return ((row[0], row[1], row[2]) for row in work.session.execute(query))


def _contacts(work: Work, ids: Sequence[UUID]) -> Titles:
    venue = aliased(Venue)
    query = (
        select(
            *(Contact.id, Contact.name_ar, Contact.name_latin),
            *(Organisation.name, Club.name, SupporterGroup.name, venue.name),
        )
        .outerjoin(Organisation, Contact.organisation_id == Organisation.id)
        .outerjoin(Club, Contact.club_id == Club.id)
        .outerjoin(SupporterGroup, Contact.group_id == SupporterGroup.id)
        .outerjoin(venue, Contact.venue_id == venue.id)
        .where(Contact.id.in_(ids))
    )
    for record, arabic, latin, *bodies in work.session.execute(query):
        body = next((each for each in bodies if each), Words())
        yield record, Words(arabic, latin, latin), body


_READERS = {
    "competition": _own(Competition, None),
    "club": _own(Club, Club.city),
    "venue": _own(Venue, Venue.city),
    "organisation": _own(Organisation, Organisation.city),
    "command": _own(Command, Command.city),
    "supporter_group": _groups,
    "unit": _units,
    "contact": _contacts,
}


def _matches(work: Work, text: str) -> Iterator[Hit]:
    today = local_day(work)
    coming = AgendaFilter(text=text, starts_on=today)
    ids = list(AGENDA.ids(work, coming, "kick_off", False, _MATCHES))
    if len(ids) < _MATCHES:
        every = AgendaFilter(text=text)
        latest = AGENDA.ids(work, every, "kick_off", True, _MATCHES)
        ids += [one for one in latest if one not in ids]
    for row in AGENDA.rows(work, ids[:_MATCHES]):
        sides = (
            f"{row.home.pick(code)} – {row.away.pick(code)}"
            for code in ("ar", "fr", "en")
        )
        day = short_date(row.kick_off_date)
        yield Hit("fixture", row.id, Words(*sides), Words(day, day, day))

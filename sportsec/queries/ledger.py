"""Promises and decisions, calls and visits of all matches, as lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from sportsec.domain.commitments import (
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.folding import fold
from sportsec.domain.liaison import LiaisonKind
from sportsec.domain.listing import Order
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import (
    CommitmentRow,
    commitment_row,
    selected_commitments,
)
from sportsec.queries.liaison import EntryRow, entry_row, selected_entries
from sportsec.queries.named import found_by_name, name_key
from sportsec.queries.named_source import (
    Identified,
    NamedSource,
    Shared,
    Wanted,
    coded,
    ranked,
)
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment, LiaisonEntry
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work

Row = TypeVar("Row", bound=Identified)
W = TypeVar("W", bound=Wanted)

#: Letters that a reader takes for the same. SQLite replaces them ten times as fast as
#: `fold` folds a long text; capitals with accents are rare in the middle of one.
_ALIKE = {
    **dict.fromkeys("أإآ", "ا"),
    "ى": "ي",
    "ة": "ه",
    **dict.fromkeys("éèêëÉ", "e"),
    **dict.fromkeys("àâ", "a"),
    "ç": "c",
    "î": "i",
    "ï": "i",
    "ô": "o",
    "ù": "u",
    "û": "u",
    "’": "'",
}


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """Promises and decisions wanted.

    Args:
        text: In the wording, or the name of who is bound, who sees to it, the clubs.
        state: Only those of which this became.
        late_on: Only those that are late on this day.
    """

    text: str = ""
    language: str = "ar"
    state: CommitmentState | None = None
    late_on: date | None = None


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Calls, visits and messages wanted.

    Args:
        text: In what was said, or the name of with whom, or of the clubs.
        only_unanswered: Only those that nobody answered.
    """

    text: str = ""
    language: str = "ar"
    kind: LiaisonKind | None = None
    only_unanswered: bool = False


class _Ledger(NamedSource[Row, W]):
    """A list whose records have no names; a moment decides between equals."""

    def usual(self) -> Sequence[ColumnElement[Any]]:
        """Return the order that the list has by itself."""
        raise NotImplementedError

    def _statements(self, wanted: W, order: Order) -> Iterator[Select[UUID]]:
        orders = self.orders(wanted.language)
        known = [sort for sort in order if sort.key in orders]
        keys = [(orders[sort.key], sort.descending) for sort in known]
        ways = [(key.desc() if down else key.asc()).nulls_last() for key, down in keys]
        query = select(self.table.id).where(*self._conditions(wanted))
        yield query.order_by(*ways, *self.usual(), self.table.id)


class CommitmentSource(_Ledger[CommitmentRow, CommitmentFilter]):
    """The list of promises and decisions: late ones first, the closed last."""

    table = Commitment
    groupable = frozenset({"state", "topic", "kind"})

    def usual(self) -> Sequence[ColumnElement[Any]]:
        """Order as `in_order` of the domain: the earliest day of all is late first."""
        columns = Commitment.__table__.c
        is_open = columns.state == CommitmentState.OPEN
        due = case((is_open, columns.due_on))
        return (~is_open, due.asc().nulls_last(), columns.closed_on.desc().nulls_last())

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[CommitmentRow]:
        """Read promises and decisions with who is bound, and their match."""
        today = local_day(work)
        query = selected_commitments().where(Commitment.id.in_(ids))
        return [commitment_row(row, today) for row in work.session.execute(query)]

    def filters(self, wanted: CommitmentFilter) -> list[ColumnElement[bool]]:
        """Keep what became the same, or is late."""
        found: list[ColumnElement[bool]] = []
        if wanted.state is not None:
            found.append(Commitment.state == wanted.state)
        if wanted.late_on is not None:
            found.append(Commitment.state == CommitmentState.OPEN)
            found.append(Commitment.due_on < wanted.late_on)
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by day, state, subject, kind, match, who is bound or sees to it."""
        columns = Commitment.__table__.c
        parties = (
            columns[name]
            for name in ("contact_id", "club_id", "group_id", "organisation_id")
        )
        return {
            "due_on": columns.due_on,
            "state": ranked(CommitmentState, columns.state),
            "topic": ranked(CommitmentTopic, columns.topic),
            "kind": ranked(CommitmentKind, columns.kind),
            "match": _day_of_match(columns.fixture_id),
            "bound": func.coalesce(*(name_key(each, language) for each in parties)),
            "responsible": func.nullif(columns.responsible, ""),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by state, subject or kind."""
        del language
        columns = Commitment.__table__.c
        names = ("state", "topic", "kind")
        return {name: coded(columns[name]) for name in names}

    def search(self, text: str) -> ColumnElement[bool]:
        """Find by words of the text, or by the name of who is bound."""
        columns = Commitment.__table__.c
        told = func.concat(columns.wording, " ", columns.responsible)
        return or_(
            _holds(told, text),
            _of_clubs(columns.fixture_id, text),
            columns.contact_id.in_(_people(text)),
            *(
                columns[name].in_(found_by_name(kind, text))
                for name, kind in (
                    ("club_id", "club"),
                    ("group_id", "supporter_group"),
                    ("organisation_id", "organisation"),
                )
            ),
        )


class EntrySource(_Ledger[EntryRow, EntryFilter]):
    """The list of calls, visits and messages: the latest first."""

    table = LiaisonEntry
    groupable = frozenset({"kind"})

    def usual(self) -> Sequence[ColumnElement[Any]]:
        """Begin with the latest."""
        return (LiaisonEntry.happened_at.desc().nulls_last(),)

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[EntryRow]:
        """Read calls with whom, and their match."""
        query = selected_entries().where(LiaisonEntry.id.in_(ids))
        return [entry_row(row) for row in work.session.execute(query)]

    def filters(self, wanted: EntryFilter) -> list[ColumnElement[bool]]:
        """Keep one kind, or what nobody answered."""
        found: list[ColumnElement[bool]] = []
        if wanted.kind is not None:
            found.append(LiaisonEntry.kind == wanted.kind)
        if wanted.only_unanswered:
            found.append(LiaisonEntry.is_reached.is_(False))
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by moment, kind, match or with whom."""
        columns = LiaisonEntry.__table__.c
        name = name_key(columns.contact_id, language)
        return {
            "happened_at": columns.happened_at,
            "kind": ranked(LiaisonKind, columns.kind),
            "match": _day_of_match(columns.fixture_id),
            "who": func.coalesce(name, func.nullif(columns.with_whom, "")),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by kind."""
        del language
        return {"kind": coded(LiaisonEntry.__table__.c.kind)}

    def search(self, text: str) -> ColumnElement[bool]:
        """Find by words of what was said, or by the name of with whom."""
        columns = LiaisonEntry.__table__.c
        return or_(
            _holds(func.concat(columns.gist, " ", columns.with_whom), text),
            _of_clubs(columns.fixture_id, text),
            columns.contact_id.in_(_people(text)),
        )


COMMITMENTS, ENTRIES = CommitmentSource(), EntrySource()


def _day_of_match(fixture_id: ColumnElement[Any]) -> ColumnElement[date]:
    day = select(Fixture.kick_off_date).where(Fixture.id == fixture_id)
    return day.scalar_subquery()


def _of_clubs(fixture_id: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Return the condition that a club of the match is called so."""
    clubs = found_by_name("club", text)
    sides = (Fixture.home_club_id, Fixture.away_club_id)
    return fixture_id.in_(select(Fixture.id).where(or_(*(s.in_(clubs) for s in sides))))


def _people(text: str) -> Select[UUID]:
    """Select who is called so, or works at a place that is."""
    places = (
        (Contact.club_id, "club"),
        (Contact.group_id, "supporter_group"),
        (Contact.organisation_id, "organisation"),
        (Contact.venue_id, "venue"),
    )
    named = (column.in_(found_by_name(kind, text)) for column, kind in places)
    own = Contact.id.in_(found_by_name("contact", text))
    return select(Contact.id).where(or_(own, *named))


def _holds(told: ColumnElement[str], text: str) -> ColumnElement[bool]:
    """Return the condition that a text holds every word typed."""
    for letter, plain in _ALIKE.items():
        told = func.replace(told, letter, plain)
    words = fold(text).split()
    return and_(*(told.icontains(word, autoescape=True) for word in words))

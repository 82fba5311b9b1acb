"""How a search shows meetings, calls and promises: their day and their match."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum, IntEnum
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sportsec.domain.finding import Nearness, Typed
from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.folding import fold
from sportsec.domain.liaison import LiaisonKind
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.queries.search_hits import UNKNOWN, Hit, between, id_of

_MEETING, _CALL = "meeting", "liaison_entry"
#: The tables of which records have no name of their own.
ARRANGED = (_MEETING, _CALL)
_PROMISE = "commitment"
#: What these tables hold is told in sentences.
_TOLD = (*ARRANGED, _PROMISE)
#: A call is called by its first sentence: a word inside of it names nothing.
_CALLED = {_MEETING: Nearness.WORD, _CALL: Nearness.PREFIX}
#: More of one kind would crowd out the records that are called so.
MOST_ARRANGED = 3
_ZONE = ZoneInfo(HOME_ZONE)
_APART = " · "
#: What is read of one, and what ranks it.
_Row = tuple[Any, ...]
_Rank = tuple[bool, int, bool, int]
_MATCH = """one.fixture_id, home.name_ar, home.name_fr, home.name_en, away.name_ar,
 away.name_fr, away.name_en"""
_JOINED = """LEFT JOIN fixture ON fixture.id = one.fixture_id
 LEFT JOIN club home ON home.id = fixture.home_club_id
 LEFT JOIN club away ON away.id = fixture.away_club_id"""
#: The driver prepares these once; it would take longer than answering them.
_READ = {
    _MEETING: f"""SELECT one.id, one.kind, one.meets_at, '', one.place, '', '',
 {_MATCH} FROM meeting one {_JOINED} WHERE one.id IN ({{}})""",  # noqa: S608 - our own constants
    _CALL: f"""SELECT one.id, one.kind, one.happened_at, one.gist, one.with_whom,
 contact.name_ar, contact.name_latin, {_MATCH} FROM liaison_entry one {_JOINED}
 LEFT JOIN contact ON contact.id = one.contact_id WHERE one.id IN ({{}})""",  # noqa: S608 - our own constants
    _PROMISE: f"""SELECT one.id, one.due_on, {_MATCH} FROM commitment one {_JOINED}
 WHERE one.id IN ({{}})""",  # noqa: S608 - our own constants
}
_KINDS: dict[str, dict[str, Enum]] = {
    _MEETING: {kind.value: kind for kind in MeetingKind},
    _CALL: {kind.value: kind for kind in LiaisonKind},
}


class _Order(IntEnum):
    """Where a hit stands among those of other kinds."""

    NAMED = 0  #: a record with a name, where no meeting or call is called so
    CALLED_SO = 1  #: a meeting or call that is called what was typed
    CALLED_OTHERWISE = 2  #: a record with another name, beside such a meeting or call
    PROMISE = 3
    TOLD = 4  #: a meeting or call found by its match, its people or its words


def told(
    driver: Any,
    found: Sequence[tuple[str, bytes]],
    words: Sequence[str],
    today: date,
    recent: Sequence[UUID] = (),
) -> list[Hit]:
    """Return the best of some meetings and calls, the best first.

    A meeting is called by its kind, a call by what was said and with whom. Of each
    the best few are kept, and the last of these says that others follow: those opened
    lately, then those called what was typed, those to come and the latest.

    Args:
        found: Kind and number of each.
        words: Typed ones, folded.
        today: Of the officer.
        recent: Opened last.
    """
    typed = Typed(words)
    best: list[tuple[_Rank, Hit]] = []
    for kind in ARRANGED:
        records = [record for each, record in found if each == kind]
        if records:
            rows = _read(driver, kind, records)
            ranked = [(_rank(kind, row, typed, today, recent), row) for row in rows]
            ranked.sort(key=itemgetter(0))
            hits = [(rank, _hit(kind, row)) for rank, row in ranked[:MOST_ARRANGED]]
            if len(ranked) > MOST_ARRANGED:
                hits[-1] = hits[-1][0], hits[-1][1]._replace(more_follow=True)
            best += hits
    best.sort(key=itemgetter(0))
    return [hit for _, hit in best]


def recalled(driver: Any, hits: Sequence[Hit]) -> list[Hit]:
    """Return all of some hits, with what is told of meetings, calls and promises."""
    found: dict[UUID, Hit] = {}
    for kind in ARRANGED:
        records = [hit.id.bytes for hit in hits if hit.kind == kind]
        if records:
            told_of = (_hit(kind, row) for row in _read(driver, kind, records))
            found |= {hit.id: hit for hit in told_of}
    return dated(driver, [found.get(hit.id, hit) for hit in hits])


def dated(driver: Any, hits: Sequence[Hit]) -> list[Hit]:
    """Return all of some hits, those of promises with the day due and the match.

    Many promises of a season are worded alike.
    """
    records = [hit.id.bytes for hit in hits if hit.kind == _PROMISE]
    if not records:
        return [*hits]
    rows = {id_of(row[0]): row for row in _read(driver, _PROMISE, records)}
    return [_dated(hit, rows[hit.id]) if hit.id in rows else hit for hit in hits]


def _dated(hit: Hit, row: _Row) -> Hit:
    _, due_on, match, *names = row
    day = short_date(date.fromisoformat(due_on)) if due_on else ""
    sides = between(tuple(names)) if match else Words()
    lines = (
        _APART.join(filter(None, (day, sides.pick(code), hit.subtitle.pick(code))))
        for code in LANGUAGES
    )
    return hit._replace(subtitle=Words(*lines))


def named_first(
    hits: Sequence[Hit], words: Sequence[str], nearly: Sequence[Hit] = ()
) -> list[Hit]:
    """Return hits in their order, those told in sentences after all that has a name.

    They are found by the clubs of their match: who types two clubs means the match.
    Those that are called so come before what is called otherwise.

    Args:
        nearly: Hits that hold other spellings.
    """
    found = [*hits, *nearly]
    if all(hit.kind not in _TOLD for hit in found):
        return found
    typed = Typed(words)
    called = {
        hit.id
        for hit in found
        if hit.kind in _CALLED and _nearness(typed, hit.title) <= _CALLED[hit.kind]
    }

    def place(hit: Hit) -> _Order:
        if called and hit.id in called:
            return _Order.CALLED_SO
        if hit.kind in ARRANGED:
            return _Order.TOLD
        if hit.kind == _PROMISE:
            return _Order.PROMISE
        if called and _nearness(typed, hit.title) is Nearness.NONE:
            return _Order.CALLED_OTHERWISE
        return _Order.NAMED

    return sorted(found, key=place)


def means_arranged(words: Sequence[str]) -> bool:
    """Say whether meetings or calls of some kind are called what was typed."""
    return f"\n{' '.join(words)}" in _called_kinds()


@cache
def _called_kinds() -> str:
    """Return what each kind is called, folded, in each language.

    Each stands behind a line feed, with an article and without.
    """
    names = (
        fold(_kind(table, code).pick(each))
        for table, kinds in _KINDS.items()
        for code in kinds
        for each in LANGUAGES
    )
    return "".join(f"\n{name}\n{name.removeprefix('ال')}" for name in names)


def _nearness(typed: Typed, title: Words) -> Nearness:
    """Return how what something is called fits."""
    return typed.nearness(map(fold, {title.ar, title.fr, title.en}), "")


def _read(driver: Any, kind: str, records: Sequence[bytes]) -> list[_Row]:
    query = _reading(kind, len(records))
    rows: list[_Row] = driver.execute(query, records).fetchall()
    return rows


@lru_cache(maxsize=100)
def _reading(kind: str, count: int) -> str:
    return _READ[kind].format(", ".join("?" * count))


def _rank(
    kind: str, row: _Row, typed: Typed, today: date, recent: Sequence[UUID]
) -> _Rank:
    one, what, at, gist, *_ = row
    days = (_local_day(at) - today).days if at else 0
    is_recent = bool(recent) and id_of(one) in recent
    near = _nearness(typed, _called(kind, what, gist))
    return not is_recent, near, days < 0, abs(days)


def _hit(kind: str, row: _Row) -> Hit:
    one, what, at, gist, with_whom, ar, latin, match, *names = row
    latin, ar = latin or ar or with_whom, ar or latin or with_whom
    day = short_date(_local_day(at)) if at else ""
    sides = between(tuple(names)) if match else Words()
    beside = Words(
        _APART.join(filter(None, (day, sides.ar, ar))),
        _APART.join(filter(None, (day, sides.fr, latin))),
        _APART.join(filter(None, (day, sides.en, latin))),
    )
    return Hit(kind, id_of(one), _called(kind, what, gist), beside)


@lru_cache(maxsize=1_000)
def _called(kind: str, what: str, gist: str) -> Words:
    """Return what a meeting or call is called: what was said, or else its kind."""
    title = gist.strip().partition("\n")[0]
    return Words(title, title, title) if title else _kind(kind, what)


@cache
def _kind(table: str, code: str) -> Words:
    """Return what a kind is called; what this version does not know has no name."""
    kind = _KINDS[table].get(code)
    if kind is None:
        return Words(UNKNOWN, UNKNOWN, UNKNOWN)
    return Words(**{each: label(translator(each), kind) for each in LANGUAGES})


@lru_cache(maxsize=1_000)
def _local_day(at: str) -> date:
    return datetime.fromisoformat(at).astimezone(_ZONE).date()

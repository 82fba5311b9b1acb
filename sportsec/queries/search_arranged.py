"""How a search shows meetings and calls: their kind, their day and their match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.liaison import LiaisonKind
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.queries.search_hits import UNKNOWN, Hit

_MEETING, _CALL = "meeting", "liaison_entry"
#: The tables of which records have no name of their own.
ARRANGED = (_MEETING, _CALL)
#: More of one kind would crowd out the records that are called so.
_MOST = 3
_ZONE = ZoneInfo(HOME_ZONE)
_APART = " · "
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
}
_KINDS: dict[str, dict[str, Enum]] = {
    _MEETING: {kind.value: kind for kind in MeetingKind},
    _CALL: {kind.value: kind for kind in LiaisonKind},
}


def told(driver: Any, hits: Sequence[Hit]) -> list[Hit]:
    """Return hits in their order; a meeting or call says what, when and of which match.

    A meeting is called by its kind, a call by what was said and with whom. Of many of
    one kind the first few are kept, and the last of these says that others follow.
    """
    found: dict[UUID, Hit] = {}
    left_out: set[UUID] = set()
    for kind in ARRANGED:
        ids = [hit.id for hit in hits if hit.kind == kind]
        if ids:
            shown, more = ids[:_MOST], ids[_MOST:]
            found |= {hit.id: hit for hit in _read(driver, kind, shown)}
            left_out.update(more)
            if more:
                found[shown[-1]] = replace(found[shown[-1]], more_follow=True)
    if not found:
        return [*hits]
    return [found.get(hit.id, hit) for hit in hits if hit.id not in left_out]


def named_first(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits in their order, meetings and calls after all that has a name.

    They are found by the clubs of their match: who types two clubs means the match.
    """
    return sorted(hits, key=lambda hit: hit.kind in ARRANGED)


def _read(driver: Any, kind: str, ids: Sequence[UUID]) -> Iterator[Hit]:
    query = _READ[kind].format(", ".join("?" * len(ids)))
    rows = driver.execute(query, [each.bytes for each in ids])
    for one, what, at, gist, with_whom, ar, latin, match, *names in rows:
        title = gist.strip().partition("\n")[0]
        called = Words(title, title, title) if title else _kind(kind, what)
        who = (ar or latin or with_whom, *[latin or ar or with_whom] * 2)
        day = _day(at) if at else ""
        sides = _sides(tuple(names)) if match else ("", "", "")
        lines = (
            _APART.join(part for part in parts if part)
            for parts in zip((day, day, day), sides, who, strict=True)
        )
        yield Hit(kind, UUID(bytes=one), called, Words(*lines))


@cache
def _kind(table: str, code: str) -> Words:
    """Return what a kind is called; what this version does not know has no name."""
    kind = _KINDS[table].get(code)
    if kind is None:
        return Words(UNKNOWN, UNKNOWN, UNKNOWN)
    return Words(**{each: label(translator(each), kind) for each in LANGUAGES})


@lru_cache(maxsize=1_000)
def _sides(names: tuple[str | None, ...]) -> tuple[str, ...]:
    """Return "home – away" in each language; the same matches come again and again."""
    home, away = (Words(*(name or "" for name in each)) for each in _halves(names))
    return tuple(
        f"{home.pick(code) or UNKNOWN} – {away.pick(code) or UNKNOWN}"
        for code in LANGUAGES
    )


def _halves(names: tuple[str | None, ...]) -> tuple[tuple[str | None, ...], ...]:
    return names[:3], names[3:]


@lru_cache(maxsize=1_000)
def _day(at: str) -> str:
    return short_date(datetime.fromisoformat(at).astimezone(_ZONE).date())

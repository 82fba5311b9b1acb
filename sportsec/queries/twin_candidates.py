"""Records of different origins that are alike: by name, by ear, by what is played."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_keys import Name, name_of
from sportsec.domain.intake.matching_sounds import sounds_alike
from sportsec.domain.words import LANGUAGES
from sportsec.queries.following import Changed
from sportsec.store.work import Work

Pair = tuple[UUID, UUID]

#: Days by which two programmes may differ about one match.
TOLERANCE = timedelta(days=3)

#: Table with names in three languages → the city that must not contradict.
_NAMED = {
    "club": "city",
    "venue": "city",
    "supporter_group": "",
    "organisation": "city",
    "competition": "",
    "command": "city",
    "unit": "home_city",
}
#: Tables whose names the index of names holds.
_INDEXED = (*_NAMED, "contact")
#: Tables that are looked through.
COMPARED = (*_INDEXED, "season", "fixture")
#: One key shared by more records is no hint that two of them are the same.
_CROWD = 6

#: The cell that made a record, and every other one that made it with the same name.
_ORIGINS = """(SELECT json_group_array(DISTINCT o.op >> 32) FROM journal_op o
  WHERE o.row = {row} AND o.kind = 'I')"""
_KEYS_OF_ALL = """SELECT kind, {key} AS key FROM name_index
 WHERE {key} <> '' GROUP BY kind, {key} HAVING count(*) BETWEEN 2 AND {crowd}"""
_KEYS_OF_SOME = """SELECT DISTINCT kind, {key} AS key FROM name_index
 WHERE {key} <> '' AND record IN (SELECT unhex(value) FROM json_each(:rows))"""
_SAME_NAME = """SELECT n.kind, n.{key}, n.record, {origins}
FROM ({keys}) k CROSS JOIN name_index n ON n.kind = k.kind AND n.{key} = k.key
ORDER BY n.kind, n.{key}"""
_CITIES = "SELECT id, {city}_ar, {city}_fr, {city}_en FROM {table} WHERE id IN ({ids})"

_MATCH = "f.competition_id, f.season_id, f.home_club_id, f.away_club_id"
_MATCHES_OF_ALL = "fixture f"
_MATCHES_OF_SOME = """(SELECT DISTINCT {match} FROM fixture f
  WHERE f.id IN (SELECT unhex(value) FROM json_each(:rows))) k
CROSS JOIN fixture f ON f.home_club_id = k.home_club_id
 AND f.away_club_id IS k.away_club_id AND f.competition_id IS k.competition_id
 AND f.season_id IS k.season_id"""
_SAME_MATCH = """SELECT {match}, f.day, f.id, {origins} FROM (
 SELECT {match}, f.kick_off_date AS day, f.id,
  lag(f.kick_off_date) OVER same AS earlier, lead(f.kick_off_date) OVER same AS later
 FROM {source} WHERE f.deleted_at IS NULL AND f.home_club_id IS NOT NULL
 WINDOW same AS (PARTITION BY {match} ORDER BY f.kick_off_date)) f
WHERE julianday(day) - julianday(earlier) <= {days}
 OR julianday(later) - julianday(day) <= {days} ORDER BY day"""


class _One(NamedTuple):
    """A record that may be one of a pair."""

    id: UUID
    origins: frozenset[int]


def name_pairs(
    work: Work, changed: Changed | None, *, own: bool = False
) -> Iterator[tuple[str, Pair]]:
    """Yield records of one name whose cities do not contradict.

    Args:
        own: Those that one cell made both of; else only those of different origins.
    """
    some = None if changed is None else _rows(changed, _INDEXED)
    if some is not None and not some:
        return
    keys = _KEYS_OF_ALL if some is None else _KEYS_OF_SOME
    for language in LANGUAGES:
        key = f"sort_{language}"
        query = _SAME_NAME.format(
            key=key,
            keys=keys.format(key=key, crowd=_CROWD),
            origins=_ORIGINS.format(row="n.record"),
        )
        for kind, records in _groups(work, query, some, width=2):
            if kind[0] in _INDEXED and len(records) <= _CROWD:
                table = str(kind[0])
                pairs = _by_origin([one for _, one in records], own=own)
                yield from ((table, each) for each in _near(work, table, pairs))


def pairs_by_ear(
    work: Work, changed: Changed | None, *, own: bool = False
) -> Iterator[tuple[str, Pair]]:
    """Yield records of which one has its name in Arabic only, the other in Latin.

    Args:
        own: As for `name_pairs`.
    """
    for table in _NAMED:
        if changed is not None and table not in changed:
            continue
        arabic: dict[str, list[tuple[UUID, Name]]] = defaultdict(list)
        latin: dict[str, list[tuple[UUID, Name]]] = defaultdict(list)
        query = f"""SELECT id, name_ar, coalesce(nullif(name_fr, ''), name_en)
FROM {table} WHERE deleted_at IS NULL
 AND (coalesce(name_ar, '') = '') <> (coalesce(name_fr, '') || name_en = '')"""  # noqa: S608 - our own constants
        for record, ar, written in work.connection.execute(query).fetchall():
            bones, name = _heard(ar or written)
            if len(bones) > 1:
                (arabic if ar else latin)[bones].append((UUID(bytes=record), name))
        alike = [
            (one, other)
            for bones in arabic.keys() & latin.keys()
            for one, said in arabic[bones][:_CROWD]
            for other, written in latin[bones][:_CROWD]
            if _sounds_like(said, written)
        ]
        if changed is not None:
            rows = changed[table]
            alike = [each for each in alike if rows.intersection(each)]
        origins = _origins(work, {one for each in alike for one in each})
        for one, other in alike:
            if bool(origins[one] & origins[other]) is own:
                yield table, _pair(one, other)


def season_pairs(work: Work, changed: Changed | None) -> Iterator[tuple[str, Pair]]:
    """Yield seasons of one label; there are few, so all are always looked at."""
    if changed is not None and "season" not in changed:
        return
    by_label: dict[str, list[UUID]] = defaultdict(list)
    query = "SELECT id, label FROM season WHERE deleted_at IS NULL"
    for record, label in work.connection.execute(query).fetchall():
        if label:
            by_label[fold(label)].append(UUID(bytes=record))
    for records in by_label.values():
        if 1 < len(records) <= _CROWD:
            origins = _origins(work, set(records))
            ones = [_One(each, origins[each]) for each in records]
            pairs = _by_origin(ones, own=False)
            yield from (("season", each) for each in pairs)


def match_pairs(work: Work, changed: Changed | None) -> Iterator[tuple[str, Pair]]:
    """Yield matches of the same clubs in one season, nearly on the same day."""
    some = None if changed is None else _rows(changed, ("fixture",))
    if some is not None and not some:
        return
    source = _MATCHES_OF_ALL if some is None else _MATCHES_OF_SOME
    query = _SAME_MATCH.format(
        match=_MATCH,
        source=source.format(match=_MATCH),
        origins=_ORIGINS.format(row="f.id"),
        days=TOLERANCE.days,
    )
    for _key, records in _groups(work, query, some, width=4):
        yield from (("fixture", each) for each in _near_days(records))


# ---- inside


def _rows(changed: Changed, tables: Iterable[str]) -> str:
    """Return the changed records of some tables as JSON; empty without any."""
    ids = [row.hex for table in tables for row in changed.get(table, ())]
    return json.dumps(ids) if ids else ""


Members = list[tuple[Sequence[Any], _One]]


def _groups(
    work: Work, query: str, rows: str | None, *, width: int
) -> Iterator[tuple[Sequence[Any], Members]]:
    """Yield the records that share a key: what else was read of each, and itself."""
    values = {} if rows is None else {"rows": rows}
    groups: dict[Sequence[Any], Members] = defaultdict(list)
    for row in work.connection.execute(query, values).fetchall():
        record, origins = row[-2:]
        one = _One(UUID(bytes=record), frozenset(json.loads(origins)))
        groups[tuple(row[:width])].append((row[width:-2], one))
    return iter(groups.items())


def _by_origin(records: Sequence[_One], *, own: bool) -> list[Pair]:
    """Return the pairs that one cell made both of, or those that none did."""
    return [
        _pair(one.id, other.id)
        for one, other in combinations(records, 2)
        if bool(one.origins & other.origins) is own
    ]


def _pair(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _near(work: Work, table: str, pairs: list[Pair]) -> Iterator[Pair]:
    """Yield pairs whose cities, where both are known, have a name in common."""
    city = _NAMED.get(table)
    if not city or not pairs:
        yield from pairs
        return
    ids = [*{one for pair in pairs for one in pair}]
    query = _CITIES.format(city=city, table=table, ids=", ".join("?" * len(ids)))
    rows = work.connection.execute(query, [each.bytes for each in ids]).fetchall()
    cities = {
        UUID(bytes=record): {fold(text) for text in names if text} - {""}
        for record, *names in rows
    }
    for one, other in pairs:
        here, there = cities.get(one, set()), cities.get(other, set())
        if not here or not there or here & there:
            yield one, other


def _near_days(records: Members) -> Iterator[Pair]:
    """Yield pairs of matches nearly on one day; they come in the order of days."""
    dated = [(date.fromisoformat(rest[0]), one) for rest, one in records]
    for at, (day, one) in enumerate(dated):
        for next_day, other in dated[at + 1 :]:
            if next_day - day > TOLERANCE:
                break
            if not one.origins & other.origins:
                yield _pair(one.id, other.id)


@lru_cache(maxsize=1 << 14)
def _heard(text: str) -> tuple[str, Name]:
    """Return what is left of a name by ear, and its words."""
    name = name_of(text, frozenset())
    return " ".join(word.sound.bones for word in name.words), name


def _sounds_like(said: Name, written: Name) -> bool:
    both = zip(said.words, written.words, strict=False)
    return all(sounds_alike(one.sound, other.sound) for one, other in both)


def _origins(work: Work, records: set[UUID]) -> dict[UUID, frozenset[int]]:
    """Return which replicas inserted each record."""
    made = _ORIGINS.format(row="unhex(value)")
    query = f"SELECT value, {made} FROM json_each(?)"  # noqa: S608 - our own constants
    ids = json.dumps([each.hex for each in records])
    rows = work.connection.execute(query, (ids,)).fetchall()
    return {UUID(hex=row): frozenset(json.loads(made)) for row, made in rows}

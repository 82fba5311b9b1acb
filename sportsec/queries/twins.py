"""Pairs of records that two cells may have made of one thing (exchange.md §15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_keys import Name, name_of
from sportsec.domain.intake.matching_sounds import sounds_alike
from sportsec.domain.words import LANGUAGES, N_
from sportsec.queries.record_labels import labels_of
from sportsec.store.base import Record
from sportsec.store.tables import journal
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.twins import Twin
from sportsec.store.work import Work

#: Days by which two programmes may differ about one match.
TOLERANCE = timedelta(days=3)
SAME_MATCH = N_("Same competition, season and clubs, nearly the same day")
SAME_NAME = N_("Same name")
SAME_SOUND = N_("Same name in Arabic and in Latin letters")

_LIKENESS = {SAME_NAME: 1.0, SAME_MATCH: 0.9, SAME_SOUND: 0.7}

#: Table → columns of a name, columns of a city that must not contradict.
_NAMED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "club": (("name",), ("city",)),
    "venue": (("name",), ("city",)),
    "supporter_group": (("name",), ()),
    "organisation": (("name",), ("city",)),
    "competition": (("name",), ()),
    "command": (("name",), ("city",)),
    "unit": (("name",), ("home_city",)),
}
#: Table → single columns that name its records.
_LABELLED = {"season": ("label",), "contact": ("name_ar", "name_latin")}
#: One key shared by more records is no hint that two of them are the same.
_CROWD = 6

Pair = tuple[UUID, UUID]


def propose_twins(work: Work) -> list[TwinPair]:
    """Return the pairs nobody has decided about, clubs and venues before matches.

    Only records of different origins are twins: one cell does not make a thing twice
    without meaning it.
    """
    decided = {
        (row.first_id, row.second_id)
        for row in work.session.execute(
            select(Twin.first_id, Twin.second_id).where(Twin.deleted_at.is_(None))
        )
    }
    found: list[tuple[str, Pair, str]] = []
    for table in (*_NAMED, *_LABELLED):
        keys = _name_keys(work, table)
        found += [(table, pair, SAME_NAME) for pair in _pairs(keys)]
        found += [(table, pair, SAME_SOUND) for pair in _by_ear(work, table)]
    found += [("fixture", pair, SAME_MATCH) for pair in _match_pairs(work)]
    first_reasons = {(table, pair): why for table, pair, why in reversed(found)}
    found = [
        (table, pair, why)
        for (table, pair), why in reversed(first_reasons.items())
        if pair not in decided
    ]
    origins = _origins(work, {record for _, pair, _ in found for record in pair})
    found = [
        (table, pair, why)
        for table, pair, why in found
        if not origins.get(pair[0], set()) & origins.get(pair[1], set())
    ]
    return _labelled(work, found)


def _name_keys(work: Work, table: str) -> Iterator[tuple[str, UUID]]:
    """Yield each record with the keys of its names and city."""
    owner = Record.metadata.tables[table]
    names, cities = _NAMED.get(table, ((), ()))
    plain = _LABELLED.get(table, ())
    columns = [f"{name}_{code}" for name in names for code in LANGUAGES] + list(plain)
    beside = [f"{name}_{code}" for name in cities for code in LANGUAGES]
    query = select(owner.c.id, *(owner.c[name] for name in (*columns, *beside)))
    for row in work.session.execute(query.where(owner.c.deleted_at.is_(None))):
        values = list(row)
        texts = {fold(text) for text in values[1 : 1 + len(columns)] if text}
        places = {fold(text) for text in values[1 + len(columns) :] if text}
        for text in texts - {""}:
            for place in places or {""}:
                yield f"{text}\x1f{place}", values[0]


def _by_ear(work: Work, table: str) -> Iterator[Pair]:
    """Yield records of which one has its name in Arabic only, the other in Latin."""
    if table not in _NAMED:
        return
    owner = Record.metadata.tables[table]
    names = [owner.c[f"name_{code}"] for code in LANGUAGES]
    query = select(owner.c.id, *names).where(owner.c.deleted_at.is_(None))
    arabic: dict[str, list[tuple[UUID, Name]]] = defaultdict(list)
    latin: dict[str, list[tuple[UUID, Name]]] = defaultdict(list)
    for record, ar, fr, en in work.session.execute(query):
        if bool(ar) == bool(fr or en):
            continue  # with names in both scripts it would have been found already
        name = name_of(ar or fr or en, frozenset())
        bones = " ".join(word.sound.bones for word in name.words)
        if len(bones) > 1:
            (arabic if ar else latin)[bones].append((record, name))
    for bones in arabic.keys() & latin.keys():
        for one, said in arabic[bones][:_CROWD]:
            for other, written in latin[bones][:_CROWD]:
                sounds = zip(said.words, written.words, strict=False)
                if all(sounds_alike(a.sound, b.sound) for a, b in sounds):
                    yield _ordered(one, other)


def _match_pairs(work: Work) -> Iterator[Pair]:
    query = select(
        *(Fixture.id, Fixture.competition_id, Fixture.season_id),
        *(Fixture.home_club_id, Fixture.away_club_id, Fixture.kick_off_date),
    ).where(Fixture.deleted_at.is_(None), Fixture.home_club_id.is_not(None))
    same = defaultdict(list)
    for row in work.session.execute(query):
        same[tuple(row)[1:5]].append((row.kick_off_date, row.id))
    for matches in same.values():
        matches.sort()
        for (day, one), (next_day, other) in combinations(matches, 2):
            if next_day - day <= TOLERANCE:
                yield _ordered(one, other)


def _pairs(keys: Iterable[tuple[str, UUID]]) -> Iterator[Pair]:
    records = defaultdict(set)
    for key, record in keys:
        records[key].add(record)
    for alike in records.values():
        if 1 < len(alike) <= _CROWD:
            for one, other in combinations(sorted(alike), 2):
                yield _ordered(one, other)


def _ordered(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _origins(work: Work, records: set[UUID]) -> dict[UUID, set[int]]:
    """Return which replicas inserted each record."""
    table = journal.op.c
    found: dict[UUID, set[int]] = defaultdict(set)
    for record in records:
        query = select(table.op).where(table.row == record.bytes, table.kind == "I")
        found[record] = {op >> 32 for op in work.session.scalars(query)}
    return found


def _labelled(work: Work, found: list[tuple[str, Pair, str]]) -> list[TwinPair]:
    by_table: dict[str, set[UUID]] = defaultdict(set)
    for table, pair, _ in found:
        by_table[table].update(pair)
    names = {table: labels_of(work, table, ids) for table, ids in by_table.items()}
    return [
        TwinPair(
            *(table, one, other, names[table][one], names[table][other], why),
            likeness=_LIKENESS[why],
        )
        for table, (one, other), why in found
        if one in names[table] and other in names[table]
    ]

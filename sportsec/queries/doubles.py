"""Records of the directory that look like one thing entered twice.

What two cells made of one thing waits in the inbox (see `twins`); here are also those
that one cell made both of. Neither is asked about again once it was answered.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.folding import fold
from sportsec.domain.words import Words
from sportsec.queries.following import Changed, Followed
from sportsec.queries.near_names import pairs_of_near_names
from sportsec.queries.telling import telling
from sportsec.queries.twin_candidates import Pair, name_pairs, pairs_by_ear
from sportsec.queries.twins import (
    CHOSEN,
    NEAR_NAME,
    SAME_NAME,
    SAME_NUMBER,
    SAME_SOUND,
    Found,
    labelled,
    open_pairs,
    ordered,
    undecided,
)
from sportsec.store.work import Work

PEOPLE = "contact"
_NAMED = frozenset(
    {
        *("club", "venue", "supporter_group", "organisation", "competition"),
        *("command", "unit"),
    }
)
#: Tables that are looked through.
COMPARED = _NAMED | {PEOPLE}
#: A number of more people than this is that of a switchboard.
_SHARED = 4
#: Words of a name shorter than this tell nobody apart.
_TELLING = 3

_SHARING = """WITH numbered AS (SELECT phone AS number, id FROM contact
  WHERE deleted_at IS NULL AND phone <> ''
 UNION SELECT other_phone, id FROM contact
  WHERE deleted_at IS NULL AND other_phone <> '')
SELECT json_group_array(hex(id)) FROM numbered {some}
GROUP BY number HAVING count(*) BETWEEN 2 AND {shared}"""
_OF_SOME = """WHERE number IN (SELECT number FROM numbered
  WHERE id IN (SELECT unhex(value) FROM json_each(?)))"""
_PEOPLE = """SELECT id, name_ar, name_latin, phone, other_phone,
 club_id, group_id, venue_id, organisation_id
FROM contact WHERE deleted_at IS NULL
 AND id IN (SELECT unhex(value) FROM json_each(?))"""


class _Person(NamedTuple):
    """What tells whether two people may be one: names, numbers, where they belong."""

    names: tuple[str, str]
    numbers: set[str]
    places: set[bytes]


def doubles(work: Work, table: str = "", record: UUID | None = None) -> list[TwinPair]:
    """Return the pairs that look alike, those most alike first.

    Args:
        table: Only pairs of this one; empty for all that have a list in the directory.
        record: Only the pairs that this one is part of.
    """
    tables = {table} if table else COMPARED
    found = {
        each: why
        for each, why in _open(work).items()
        if each[0] in tables and (record is None or record in each[1])
    }
    pairs = labelled(work, ordered(found))
    return sorted(pairs, key=lambda pair: -pair.likeness)


def chosen_pair(work: Work, table: str, first: UUID, second: UUID) -> list[TwinPair]:
    """Return two records of a table as a pair; nothing if one is not there any more."""
    return labelled(work, {(table, (first, second)): CHOSEN})


def told_apart(work: Work, pairs: Iterable[TwinPair]) -> Mapping[UUID, Words]:
    """Return what tells the records of pairs apart, where anything does."""
    by_table: dict[str, set[UUID]] = defaultdict(set)
    for pair in pairs:
        by_table[pair.table].update((pair.first, pair.second))
    found: dict[UUID, Words] = {}
    for table, ids in by_table.items():
        found.update(telling(work, table, ids))
    return found


def double_counts(work: Work, table: str) -> Mapping[UUID, int]:
    """Return how many others each record of a table looks like; 0 is left out."""
    counts: dict[UUID, int] = defaultdict(int)
    for kind, pair in _open(work):
        if kind == table:
            for record in pair:
                counts[record] += 1
    return dict(counts)


# ---- inside


def _open(work: Work) -> Found:
    own = undecided(work, _FOLLOWED.of(work))
    return {**own, **open_pairs(work)}


def _build(work: Work) -> Found:
    return _pairs(work, None)


def _follow(work: Work, last: Found, changed: Changed) -> Found | None:
    if "twin" in changed:
        return None  # what was two records may be one now, or two again
    again = {table: rows for table, rows in changed.items() if table in COMPARED}
    if not again:
        return last
    rows = {row for some in again.values() for row in some}
    kept = {each: why for each, why in last.items() if not rows.intersection(each[1])}
    return {**_pairs(work, again), **kept}


_FOLLOWED = Followed(_build, _follow)


def _pairs(work: Work, changed: Changed | None) -> Found:
    found: Found = {}
    for why, some in (
        (NEAR_NAME, pairs_of_near_names(work, changed)),
        (SAME_SOUND, pairs_by_ear(work, changed, own=True)),
        (SAME_NAME, name_pairs(work, changed, own=True)),
    ):
        found.update(dict.fromkeys(some, why))
    return {
        **{each: why for each, why in found.items() if each[0] in _NAMED},
        **_people_pairs(
            work, [pair for kind, pair in found if kind == PEOPLE], changed
        ),
    }


def _people_pairs(work: Work, named: list[Pair], changed: Changed | None) -> Found:
    """Return the pairs of people: of one name, of which some may be one, or number."""
    rows = None if changed is None else changed.get(PEOPLE, set())
    if rows is not None and not rows:
        return {}
    sharing = [*_sharing(work, rows)]
    people = _people(work, {one for pair in (*named, *sharing) for one in pair})
    found = {(PEOPLE, pair): SAME_NAME for pair in named if _may_be_one(people, pair)}
    for pair in sharing:
        if (rows is None or rows.intersection(pair)) and _similar(people, pair):
            found.setdefault((PEOPLE, pair), SAME_NUMBER)
    return found


def _sharing(work: Work, rows: set[UUID] | None) -> Iterator[Pair]:
    """Yield the pairs of people who share a number with some, or with anyone."""
    query = _SHARING.format(some="" if rows is None else _OF_SOME, shared=_SHARED)
    values = () if rows is None else (_json(rows),)
    for (found,) in work.connection.execute(query, values).fetchall():
        yield from combinations(sorted(UUID(hex=each) for each in json.loads(found)), 2)


def _people(work: Work, ids: set[UUID]) -> dict[UUID, _Person]:
    rows = work.connection.execute(_PEOPLE, (_json(ids),)).fetchall()
    return {
        UUID(bytes=row[0]): _Person(
            (row[1], row[2]), {*row[3:5]} - {"", None}, {*row[5:]} - {None}
        )
        for row in rows
    }


def _json(ids: set[UUID]) -> str:
    return json.dumps([each.hex for each in ids])


def _may_be_one(people: Mapping[UUID, _Person], pair: Pair) -> bool:
    """Say whether two people of one name may be one: many bear the same name."""
    one, other = (people.get(each) for each in pair)
    if one is None or other is None:
        return False
    return (
        not one.places
        or not other.places
        or bool(one.places & other.places or one.numbers & other.numbers)
    )


def _similar(people: Mapping[UUID, _Person], pair: Pair) -> bool:
    """Say whether two names share a word, or have no script in common."""
    common = False
    for here, there in zip(*(people[each].names for each in pair), strict=True):
        one, other = (
            {word for word in fold(name or "").split() if len(word) >= _TELLING}
            for name in (here, there)
        )
        if one & other:
            return True
        common = common or bool(one and other)
    return not common

"""Records of the directory that look like one thing entered twice.

What two cells made of one thing waits in the inbox (see `twins`); here are also those
that one cell made both of. Neither is asked about again once it was answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.folding import fold
from sportsec.queries.following import Changed, Followed
from sportsec.queries.twin_candidates import Pair, name_pairs, pairs_by_ear
from sportsec.queries.twins import (
    SAME_NAME,
    SAME_NUMBER,
    SAME_SOUND,
    Found,
    labelled,
    open_pairs,
    ordered,
    undecided,
)
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work

#: Tables that are looked through.
COMPARED = frozenset(
    {
        *("club", "venue", "supporter_group", "organisation", "competition"),
        *("command", "unit", "contact"),
    }
)
#: A number of more people than this is that of a switchboard.
_SHARED = 4
#: Words of a name shorter than this tell nobody apart.
_TELLING = 3


def doubles(work: Work, table: str, record: UUID | None = None) -> list[TwinPair]:
    """Return the pairs of a table that look alike, those most alike first.

    Args:
        record: Only the pairs that this one is part of.
    """
    found = {
        each: why
        for each, why in _open(work).items()
        if each[0] == table and (record is None or record in each[1])
    }
    pairs = labelled(work, ordered(found))
    return sorted(pairs, key=lambda pair: -pair.likeness)


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
        (SAME_SOUND, pairs_by_ear(work, changed, own=True)),
        (SAME_NAME, name_pairs(work, changed, own=True)),
    ):
        found.update(dict.fromkeys(some, why))
    if changed is None or "contact" in changed:
        people = _people(work)
        found = {
            each: why
            for each, why in found.items()
            if each[0] != "contact" or _may_be_one(people, each[1])
        }
        rows = None if changed is None else changed["contact"]
        for pair in _of_one_number(people):
            if rows is None or rows.intersection(pair):
                found.setdefault(("contact", pair), SAME_NUMBER)
    return {each: why for each, why in found.items() if each[0] in COMPARED}


def _people(work: Work) -> dict[UUID, Any]:
    columns = (Contact.name_ar, Contact.name_latin, Contact.phone, Contact.other_phone)
    places = (
        *(Contact.club_id, Contact.group_id),
        *(Contact.venue_id, Contact.organisation_id),
    )
    query = select(Contact.id, *columns, *places).where(Contact.deleted_at.is_(None))
    return {row.id: row for row in work.session.execute(query)}


def _may_be_one(people: Mapping[UUID, Any], pair: Pair) -> bool:
    """Say whether two people of one name may be one: many bear the same name."""
    one, other = (people.get(each) for each in pair)
    if one is None or other is None:
        return False
    here, there = ({*row[5:]} - {None} for row in (one, other))
    return (
        not here or not there or bool(here & there or _numbers(one) & _numbers(other))
    )


def _of_one_number(people: Mapping[UUID, Any]) -> Iterator[Pair]:
    by_number: dict[str, list[UUID]] = defaultdict(list)
    for key in sorted(people):
        for number in _numbers(people[key]):
            by_number[number].append(key)
    for keys in by_number.values():
        if 1 < len(keys) <= _SHARED:
            for one, other in combinations(keys, 2):
                if _similar(people[one], people[other]):
                    yield one, other


def _numbers(person: Any) -> set[str]:
    return {person.phone, person.other_phone} - {"", None}


def _similar(one: Any, other: Any) -> bool:
    """Say whether two names share a word, or have no script in common."""
    common = False
    for name in ("name_ar", "name_latin"):
        here, there = (
            {word for word in fold(getattr(row, name)).split() if len(word) >= _TELLING}
            for row in (one, other)
        )
        if here & there:
            return True
        common = common or bool(here and there)
    return not common

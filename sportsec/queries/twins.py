"""Pairs of records that two cells may have made of one thing (exchange.md §15)."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.words import N_
from sportsec.queries.following import Changed, Followed
from sportsec.queries.record_labels import labels_of
from sportsec.queries.twin_candidates import (
    COMPARED,
    Pair,
    match_pairs,
    name_pairs,
    pairs_by_ear,
    season_pairs,
)
from sportsec.store.tables.twins import Twin
from sportsec.store.work import Work

SAME_MATCH = N_("Same competition, season and clubs, nearly the same day")
SAME_NAME = N_("Same name")
SAME_SOUND = N_("Same name in Arabic and in Latin letters")
CHOSEN = N_("You chose these two")
NEAR_NAME = N_("Nearly the same name")
SAME_NUMBER = N_("Same phone number, similar name")

_LIKENESS = {
    CHOSEN: 1.0,
    SAME_NAME: 1.0,
    SAME_MATCH: 0.9,
    SAME_NUMBER: 0.8,
    SAME_SOUND: 0.7,
    NEAR_NAME: 0.6,
}

#: Order in which they are asked: clubs and venues decide what is the same match.
_ORDER = (
    *("club", "venue", "supporter_group", "organisation", "competition"),
    *("command", "unit", "season", "contact", "fixture"),
)
#: Table and pair → why they may be the same.
Found = dict[tuple[str, Pair], str]


def propose_twins(work: Work) -> list[TwinPair]:
    """Return the pairs nobody has decided about, clubs and venues before matches.

    Only records of different origins are twins: one cell does not make a thing twice
    without meaning it.
    """
    return labelled(work, open_pairs(work))


def count_twins(work: Work) -> int:
    """Return how many pairs nobody has decided about."""
    return len(open_pairs(work))


def open_pairs(work: Work) -> Found:
    """Return the pairs of different origins that nobody has decided about."""
    return undecided(work, _FOLLOWED.of(work))


def undecided(work: Work, found: Found) -> Found:
    """Leave out the pairs that were called the same, or different."""
    if not found:
        return found
    answered = select(Twin.first_id, Twin.second_id).where(Twin.deleted_at.is_(None))
    decided = {(row.first_id, row.second_id) for row in work.session.execute(answered)}
    return {each: why for each, why in found.items() if each[1] not in decided}


def ordered(found: Found) -> Found:
    """Put pairs in the order in which they are asked."""
    places = {table: at for at, table in enumerate(_ORDER)}
    by_kind = sorted(found, key=lambda each: (places[each[0]], each[1]))
    return {each: found[each] for each in by_kind}


def labelled(work: Work, found: Found) -> list[TwinPair]:
    """Say what the records of pairs are called; pairs with a deleted one are left."""
    by_table: dict[str, set[UUID]] = defaultdict(set)
    for table, pair in found:
        by_table[table].update(pair)
    names = {table: labels_of(work, table, ids) for table, ids in by_table.items()}
    return [
        TwinPair(
            *(table, one, other, names[table][one], names[table][other], why),
            likeness=_LIKENESS[why],
        )
        for (table, (one, other)), why in found.items()
        if one in names[table] and other in names[table]
    ]


# ---- inside


def _build(work: Work) -> Found:
    return ordered(_pairs(work, None))


def _follow(work: Work, last: Found, changed: Changed) -> Found | None:
    if "twin" in changed:
        return None  # what refers to two records may refer to one now
    again = {table: rows for table, rows in changed.items() if table in COMPARED}
    if not again:
        return last
    rows = {row for some in again.values() for row in some}
    kept = {each: why for each, why in last.items() if not rows.intersection(each[1])}
    return ordered({**_pairs(work, again), **kept})


_FOLLOWED = Followed(_build, _follow)


def _pairs(work: Work, changed: Changed | None) -> Found:
    """Return pairs of the whole record, or those that some records are part of."""
    found: Found = {}
    for why, some in (
        (SAME_SOUND, pairs_by_ear(work, changed)),
        (SAME_NAME, name_pairs(work, changed)),
        (SAME_NAME, season_pairs(work, changed)),
        (SAME_MATCH, match_pairs(work, changed)),
    ):
        found.update(dict.fromkeys(some, why))
    return found

"""Records of one town whose names are nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.alike import Bare, bare, near_pairs, nearly_same
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.following import Changed
from sportsec.queries.named import names_of, twin_of
from sportsec.queries.twin_candidates import Pair
from sportsec.store.base import Record
from sportsec.store.work import Work

#: Table → columns of where a record is at home; those of people are not compared, as
#: a letter makes another person.
_HOMES = {
    "club": ("city_ar", "city_fr", "city_en"),
    "venue": ("city_ar", "city_fr", "city_en"),
    "organisation": ("city_ar", "city_fr", "city_en"),
    "command": ("city_ar", "city_fr", "city_en"),
    "unit": ("home_city_ar", "home_city_fr", "home_city_en"),
    "supporter_group": ("hex(club_id)",),
    "competition": (),
}


class _Named(NamedTuple):
    id: UUID
    names: tuple[Bare, ...]
    homes: frozenset[str]


def pairs_of_near_names(
    work: Work, changed: Changed | None
) -> Iterator[tuple[str, Pair]]:
    """Yield the records whose names are nearly one and whose towns do not contradict.

    Args:
        changed: Only pairs with one of these; all of them without.
    """
    for table in _HOMES:
        if changed is not None and table not in changed:
            continue
        known = {each.id: each for each in _known(work, table)}
        for one, other in near_pairs((each.id, each.names) for each in known.values()):
            is_asked = changed is None or not changed[table].isdisjoint((one, other))
            if is_asked and _may_be_near(known[one].homes, known[other].homes):
                yield table, (min(one, other), max(one, other))


def near_twin_of(
    work: Work,
    owner: type[Record],
    name: Words,
    home: Words | UUID | None,
    ignoring: UUID | None = None,
) -> Words | None:
    """Return the name of another record that reads the same, or else nearly so.

    Args:
        home: Its city, or the club of a group.
    """
    same = twin_of(work, owner, name, ignoring)
    own = [words for words in map(bare, _texts(name)) if words]
    if same is not None or not own:
        return same
    homes = _homes([home.hex] if isinstance(home, UUID) else _texts(home or Words()))
    for each in _known(work, owner.__tablename__):
        is_near = any(nearly_same(one, other) for one in own for other in each.names)
        if is_near and each.id != ignoring and _may_be_near(homes, each.homes):
            return names_of(work, owner, [each.id]).get(each.id)
    return None


def _known(work: Work, table: str) -> Iterator[_Named]:
    columns = ", ".join(("id", *(f"name_{code}" for code in LANGUAGES), *_HOMES[table]))
    query = f"SELECT {columns} FROM {table} WHERE deleted_at IS NULL"  # noqa: S608 - our own constants
    width = len(LANGUAGES)
    for record, *texts in work.connection.execute(query).fetchall():
        names = dict.fromkeys(bare(text) for text in texts[:width] if text)
        yield _Named(
            UUID(bytes=record),
            tuple(words for words in names if words),
            _homes(texts[width:]),
        )


def _homes(texts: list[str]) -> frozenset[str]:
    return frozenset(fold(text) for text in texts if text)


def _texts(words: Words) -> list[str]:
    return [getattr(words, code) for code in LANGUAGES]


def _may_be_near(here: frozenset[str], there: frozenset[str]) -> bool:
    return not here or not there or not here.isdisjoint(there)

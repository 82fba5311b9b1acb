"""The cities of the stadiums, as a filter of the agenda."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.relation_map import city_key
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


def city_choices(work: Work, text: str, language: str) -> list[tuple[str, Words]]:
    """Return the cities whose name holds what was typed, in the order of names.

    Each comes with the key that tells it from others, however it is written.
    """
    typed = fold(text)
    found = _cities(work, language).items()
    fitting = [(key, city) for key, city in found if typed in _folded(city)]
    return sorted(fitting, key=lambda each: fold(each[1].pick(language)))


def city_name(work: Work, key: str, language: str) -> Words:
    """Return what a city is called; empty if no stadium lies there."""
    return _cities(work, language).get(key, Words())


def venues_in(work: Work, keys: Collection[str]) -> list[UUID]:
    """Return the stadiums of cities."""
    return [venue for venue, key, _city in _places(work) if key in keys]


def _cities(work: Work, language: str) -> dict[str, Words]:
    """Return the cities by their keys, as a stadium has them in the language."""
    cities: dict[str, Words] = {}
    for _venue, key, city in _places(work):
        if key not in cities or not cities[key].has(language):
            cities[key] = city
    return cities


def _places(work: Work) -> Iterator[tuple[UUID, str, Words]]:
    """Yield the live stadiums whose city is known."""
    query = select(Venue.id, Venue.city).where(Venue.deleted_at.is_(None))
    for venue, city in work.session.execute(query.order_by(Venue.id)):
        key = city_key(city)
        if key:
            yield venue, key, city


def _folded(city: Words) -> str:
    return " ".join(fold(getattr(city, code)) for code in LANGUAGES)

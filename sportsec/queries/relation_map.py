"""The groups of the record and what they are to each other, as one picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.folding import fold
from sportsec.domain.groups import GroupKind, RelationKind
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MapFilter:
    """Groups wanted; those that they have a relation with are shown beside them.

    Args:
        city: Folded; "" for all cities.
        kinds: Relations drawn; what has none of them is left as it stands.
        clubs: Whether the clubs are drawn too.
    """

    club_id: UUID | None = None
    city: str = ""
    kinds: frozenset[RelationKind] = frozenset(RelationKind)
    clubs: bool = True


@dataclass(frozen=True, slots=True)
class MapGroup:
    """One group; `beside` says that it is shown for its relation alone."""

    id: UUID
    name: Words
    kind: GroupKind
    club_id: UUID | None
    club: Words
    beside: bool


@dataclass(frozen=True, slots=True)
class MapClub:
    """One club of the groups shown."""

    id: UUID
    name: Words
    city: Words


@dataclass(frozen=True, slots=True)
class MapRelation:
    """What two of the groups shown are to each other."""

    id: UUID
    first: UUID
    second: UUID
    kind: RelationKind
    since: date | None
    reason: Words
    last_event: Words


@dataclass(frozen=True, slots=True)
class RelationMap:
    """The picture, in an order that does not change from one question to the next."""

    groups: tuple[MapGroup, ...] = ()
    clubs: tuple[MapClub, ...] = ()
    relations: tuple[MapRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class MapPlaces:
    """What the picture can be narrowed to: clubs that have groups, and their cities.

    Args:
        cities: Folded spelling and name.
    """

    clubs: tuple[MapClub, ...] = ()
    cities: tuple[tuple[str, Words], ...] = ()


def relation_map(work: Work, wanted: MapFilter) -> RelationMap:
    """Return the groups wanted, their counterparts, and all relations among these."""
    clubs: dict[UUID | None, MapClub] = {each.id: each for each in _clubs(work)}
    known = list(_groups(work, clubs))
    relations = [each for each in _relations(work) if each.kind in wanted.kinds]
    inside = {each.id for each in known if _is_wanted(each, clubs, wanted)}
    beside = {
        end
        for each in relations
        if inside & {each.first, each.second}
        for end in (each.first, each.second)
    } - inside
    groups = tuple(
        MapGroup(
            *(each.id, each.name, each.kind, each.club_id, each.club),
            beside=each.id in beside,
        )
        for each in known
        if each.id in inside | beside
    )
    shown = {each.id for each in groups}
    own = {each.club_id for each in groups}
    return RelationMap(
        groups,
        tuple(each for each in clubs.values() if wanted.clubs and each.id in own),
        tuple(each for each in relations if {each.first, each.second} <= shown),
    )


def map_places(work: Work, language: str) -> MapPlaces:
    """Return what the picture can be narrowed to, in the order of names."""
    owners = set(
        work.session.scalars(
            select(SupporterGroup.club_id).where(SupporterGroup.deleted_at.is_(None))
        )
    )
    clubs = [each for each in _clubs(work) if each.id in owners]
    cities = {key: each.city for each in clubs if (key := city_key(each.city))}

    def by_name(name: Words) -> str:
        return fold(name.pick(language))

    return MapPlaces(
        tuple(sorted(clubs, key=lambda each: by_name(each.name))),
        tuple(sorted(cities.items(), key=lambda each: by_name(each[1]))),
    )


def city_key(city: Words) -> str:
    """Return what tells a city from others, however it is written."""
    spelled = (fold(getattr(city, code)) for code in reversed(LANGUAGES))
    return next((each for each in spelled if each), "")


# ---- inside


def _is_wanted(
    group: MapGroup, clubs: Mapping[UUID | None, MapClub], wanted: MapFilter
) -> bool:
    if wanted.club_id is not None and group.club_id != wanted.club_id:
        return False
    if not wanted.city:
        return True
    club = clubs.get(group.club_id)
    return club is not None and city_key(club.city) == wanted.city


def _clubs(work: Work) -> Iterable[MapClub]:
    query = (
        select(Club.id, Club.name, Club.city)
        .where(Club.deleted_at.is_(None))
        .order_by(Club.id)
    )
    return [MapClub(*row) for row in work.session.execute(query)]


def _groups(work: Work, clubs: Mapping[UUID | None, MapClub]) -> Iterable[MapGroup]:
    group = SupporterGroup
    query = (
        select(group.id, group.name, group.kind, group.club_id)
        .where(group.deleted_at.is_(None))
        .order_by(group.id)
    )
    for row in work.session.execute(query):
        club = clubs.get(row.club_id)
        name = club.name if club else Words()
        yield MapGroup(*row, club=name, beside=False)


def _relations(work: Work) -> Iterable[MapRelation]:
    owner = GroupRelation
    query = (
        select(
            *(owner.id, owner.group_id, owner.other_group_id, owner.kind),
            *(owner.since, owner.reason, owner.last_event),
        )
        .where(
            owner.deleted_at.is_(None),
            owner.group_id.is_not(None),
            owner.other_group_id.is_not(None),
            owner.group_id != owner.other_group_id,
        )
        .order_by(owner.id)
    )
    rows: Iterable[Any] = work.session.execute(query)  # both ends are there
    return [MapRelation(*row) for row in rows]

"""Questions about supporter groups: the list, and what groups are to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from sportsec.domain.codes import code_order
from sportsec.domain.groups import (
    STRAINED,
    GroupDraft,
    GroupKind,
    GroupLegalStatus,
    RelationDraft,
    RelationKind,
)
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import found_by_name, name_key, names_of
from sportsec.queries.named_source import NamedSource, Shared, coded, ranked, referred
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.tables.venues import Sector, Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class GroupFilter:
    """Groups wanted: those whose name or club was typed, of one club or kind."""

    text: str = ""
    language: str = "ar"
    club_id: UUID | None = None
    kind: GroupKind | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of the list; sizes in persons.

    Args:
        strained: How many rivalries and hostilities it has.
    """

    id: UUID
    name: Words
    kind: GroupKind
    members_low: int | None
    members_high: int | None
    away_low: int | None
    away_high: int | None
    reviewed_on: date | None
    retention_until: date | None
    core_low: int | None
    core_high: int | None
    founded_year: int | None
    legal_status: GroupLegalStatus
    club: Words
    relations: int
    strained: int


class GroupSource(NamedSource[GroupRow, GroupFilter]):
    """The list of supporter groups."""

    table = SupporterGroup
    groupable = frozenset({"club", "kind", "legal_status"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[GroupRow]:
        """Read groups with their club and the number of their relations."""
        group = SupporterGroup
        query = (
            select(
                *(group.id, group.name, group.kind),
                *(group.members_low, group.members_high),
                *(group.away_low, group.away_high),
                *(group.reviewed_on, group.retention_until),
                *(group.core_low, group.core_high),
                *(group.founded_year, group.legal_status),
                Club.name.label("club"),
            )
            .outerjoin(Club, group.club_id == Club.id)
            .where(group.id.in_(ids))
        )
        kinds = _relation_kinds(work, ids)
        for row in work.session.execute(query):
            known = kinds.get(row.id, [])
            yield GroupRow(
                id=row.id,
                name=row.name,
                kind=row.kind,
                members_low=row.members_low,
                members_high=row.members_high,
                away_low=row.away_low,
                away_high=row.away_high,
                reviewed_on=row.reviewed_on,
                retention_until=row.retention_until,
                core_low=row.core_low,
                core_high=row.core_high,
                founded_year=row.founded_year,
                legal_status=row.legal_status,
                club=row.club or Words(),
                relations=len(known),
                strained=sum(kind in STRAINED for kind in known),
            )

    def filters(self, wanted: GroupFilter) -> list[ColumnElement[bool]]:
        """Keep groups of one club or kind."""
        found: list[ColumnElement[bool]] = []
        if wanted.club_id is not None:
            found.append(SupporterGroup.club_id == wanted.club_id)
        if wanted.kind is not None:
            found.append(SupporterGroup.kind == wanted.kind)
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by club, kind, size, age, legal status or a day of the file."""
        columns = SupporterGroup.__table__.c
        return {
            "club": name_key(columns.club_id, language),
            "members": func.coalesce(columns.members_high, columns.members_low),
            "reviewed_on": columns.reviewed_on,
            "retention_until": columns.retention_until,
            "kind": ranked(GroupKind, columns.kind),
            "core": func.coalesce(columns.core_high, columns.core_low),
            "away": func.coalesce(columns.away_high, columns.away_low),
            "founded": columns.founded_year,
            "legal_status": ranked(GroupLegalStatus, columns.legal_status),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by club, kind or legal status."""
        del language
        columns = SupporterGroup.__table__.c
        return {
            "club": referred(columns.club_id, Club),
            "kind": coded(columns.kind),
            "legal_status": coded(columns.legal_status),
        }

    def search(self, text: str) -> ColumnElement[bool]:
        """Find a group by its name or by its club's."""
        clubs = found_by_name("club", text)
        return or_(super().search(text), SupporterGroup.club_id.in_(clubs))


GROUPS = GroupSource()


def group_draft(work: Work, group_id: UUID) -> GroupDraft:
    """Return a group as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(GroupDraft, work.get(SupporterGroup, group_id))


@dataclass(frozen=True, slots=True)
class RelationRow:
    """What another group is to this one."""

    id: UUID
    draft: RelationDraft
    other: Words


def relations_of(work: Work, group_id: UUID) -> list[RelationRow]:
    """Return the relations of a group, the worst first, then by age."""
    own, other = GroupRelation.group_id, GroupRelation.other_group_id
    query = (
        select(GroupRelation)
        .where(or_(own == group_id, other == group_id))
        .where(GroupRelation.deleted_at.is_(None))
        .order_by(GroupRelation.since, GroupRelation.id)
    )
    drafts = {
        each.id: relation_draft(each, group_id) for each in work.session.scalars(query)
    }
    others = [d.other_group_id for d in drafts.values() if d.other_group_id]
    names = names_of(work, SupporterGroup, others)
    found = [
        RelationRow(key, draft, names.get(draft.other_group_id, Words()))
        for key, draft in drafts.items()
        if draft.other_group_id is not None
    ]
    worst_first = list(reversed(RelationKind))
    return sorted(found, key=lambda row: worst_first.index(row.draft.kind))


def relation_draft(relation: GroupRelation, group_id: UUID) -> RelationDraft:
    """Return a relation as one of its two groups sees it."""
    ends = (relation.group_id, relation.other_group_id)
    other = ends[1] if ends[0] == group_id else ends[0]
    return RelationDraft(
        other, relation.kind, relation.since, relation.reason, relation.last_event
    )


@dataclass(frozen=True, slots=True)
class SectorChoice:
    """A sector that a group may call its own."""

    id: UUID
    code: str
    name: Words
    venue: Words


def sectors_of_club(work: Work, club_id: UUID | None) -> list[SectorChoice]:
    """Return the sectors of a club's ground, by code; none without a ground."""
    query = (
        select(Sector.id, Sector.code, Sector.name, Venue.name)
        .join(Venue, Sector.venue_id == Venue.id)
        .join(Club, Club.home_venue_id == Venue.id)
        .where(Club.id == club_id, Sector.deleted_at.is_(None))
        .order_by(Sector.id)
    )
    found = [SectorChoice(*row) for row in work.session.execute(query)]
    return sorted(found, key=lambda sector: code_order(sector.code))


def sector_choice(work: Work, sector_id: UUID) -> SectorChoice | None:
    """Return one sector, also of another ground; None if there is none."""
    query = (
        select(Sector.id, Sector.code, Sector.name, Venue.name)
        .join(Venue, Sector.venue_id == Venue.id)
        .where(Sector.id == sector_id)
    )
    row = work.session.execute(query).first()
    return SectorChoice(*row) if row else None


def _relation_kinds(
    work: Work, ids: Sequence[UUID]
) -> dict[UUID | None, list[RelationKind]]:
    wanted = set(ids)
    own, other = GroupRelation.group_id, GroupRelation.other_group_id
    query = (
        select(own, other, GroupRelation.kind)
        .where(or_(own.in_(wanted), other.in_(wanted)))
        .where(GroupRelation.deleted_at.is_(None))
    )
    found: dict[UUID | None, list[RelationKind]] = {one: [] for one in wanted}
    for first, second, kind in work.session.execute(query):
        for end in {first, second}:
            if end in found:
                found[end].append(kind)
    return found

"""Supporter groups and what they are to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.groups import (
    Attitude,
    Behaviour,
    GroupDraft,
    GroupKind,
    RelationDraft,
    RelationKind,
    TravelHabit,
)
from sportsec.domain.identity import new_id
from sportsec.domain.listing import by
from sportsec.domain.problems import Level
from sportsec.domain.words import Words
from sportsec.queries.groups import (
    GROUPS,
    GroupFilter,
    group_draft,
    relations_of,
    sector_choice,
    sectors_of_club,
)
from sportsec.services.groups import (
    add_group,
    add_relation,
    delete_group,
    delete_relation,
    group_problems,
    relation_problems,
    restore_group,
    restore_relation,
    revise_group,
    revise_relation,
)
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.work import Work
from tests.builders import a_club, a_group, a_sector, a_venue

DRAFT = GroupDraft(
    name=Words("ألفا", "Alpha", ""),
    aliases="A05",
    members_low=200,
    members_high=300,
    sizes_source="cellule",
    sizes_on=date(2026, 9, 1),
    attitude_police=Attitude.DISTANT,
    travel_habits=(TravelHabit.ORGANISED_BUS, TravelHabit.TRAIN),
    behaviours=(Behaviour.PYRO, Behaviour.TIFO),
    sensitive_dates=Words(fr="12 mai"),
)


def test_a_group_keeps_what_was_entered(work: Work) -> None:
    group_id = add_group(work, DRAFT)
    work.commit("test")
    work.session.expire_all()
    assert group_draft(work, group_id) == DRAFT


def test_a_range_upside_down_is_refused(work: Work) -> None:
    with pytest.raises(Invalid):
        add_group(work, replace(DRAFT, members_low=301))


def test_a_group_is_revised_and_found_by_its_other_name(work: Work) -> None:
    group_id = add_group(work, DRAFT)
    revise_group(work, group_id, replace(DRAFT, aliases="Brigade 05"), seen=DRAFT)
    work.session.flush()
    assert list(GROUPS.ids(work, GroupFilter("brigade"), by("name"), None)) == [
        group_id
    ]


def test_groups_are_filtered_by_club_and_kind_and_found_by_club(work: Work) -> None:
    atlas, rif = a_club(work, "Atlas"), a_club(work, "Rif")
    one = a_group(work, atlas, "Alpha")
    two = a_group(work, rif, "Beta", kind=GroupKind.ASSOCIATION)
    work.session.flush()

    def found(**values: object) -> list[object]:
        wanted = replace(GroupFilter(language="fr"), **values)  # type: ignore[arg-type]  # by name
        return list(GROUPS.ids(work, wanted, by("club"), None))

    assert found() == [one.id, two.id]
    assert found(club_id=atlas.id) == [one.id]
    assert found(kind=GroupKind.ASSOCIATION) == [two.id]
    assert found(text="rif") == [two.id]


@pytest.fixture
def pair(work: Work) -> tuple[SupporterGroup, SupporterGroup]:
    club = a_club(work)
    one, two = a_group(work, club, "Alpha"), a_group(work, club, "Beta")
    work.session.flush()
    return one, two


def test_a_relation_is_seen_from_both_sides(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    one, two = pair
    draft = RelationDraft(two.id, RelationKind.RIVALRY, None, Words(fr="bâche volée"))
    add_relation(work, one.id, draft)
    work.session.flush()
    (here,) = relations_of(work, one.id)
    (there,) = relations_of(work, two.id)
    assert (here.draft, here.other) == (draft, Words(fr="Beta"))
    assert there.draft == replace(draft, other_group_id=one.id)
    (row,) = GROUPS.rows(work, [two.id])
    assert (row.relations, row.strained) == (1, 1)


def test_two_cells_write_the_same_relation(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    one, two = pair
    first = add_relation(work, one.id, RelationDraft(two.id, RelationKind.ALLIANCE))
    work.session.flush()
    delete_relation(work, first)
    work.session.flush()
    again = add_relation(work, two.id, RelationDraft(one.id, RelationKind.HOSTILITY))
    work.session.flush()
    assert again == first
    assert relations_of(work, one.id)[0].draft.kind is RelationKind.HOSTILITY


def test_a_second_relation_between_the_same_groups_is_refused(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    one, two = pair
    add_relation(work, one.id, RelationDraft(two.id))
    work.session.flush()
    with pytest.raises(Invalid):
        add_relation(work, two.id, RelationDraft(one.id))


def test_a_relation_is_revised_from_either_side(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    one, two = pair
    key = add_relation(work, one.id, RelationDraft(two.id, RelationKind.FRIENDSHIP))
    work.session.flush()
    (there,) = relations_of(work, two.id)
    wanted = replace(there.draft, kind=RelationKind.NEUTRAL)
    assert relation_problems(work, wanted, two.id, key) == []
    revise_relation(work, two.id, key, wanted, seen=there.draft)
    work.session.flush()
    relation = work.get(GroupRelation, key)
    assert (relation.group_id, relation.other_group_id) == (one.id, two.id)
    assert relation.kind is RelationKind.NEUTRAL
    other = replace(there.draft, kind=RelationKind.RIVALRY, reason=Words(fr="x"))
    with pytest.raises(StaleWrite):
        revise_relation(work, two.id, key, other, seen=there.draft)


def test_a_relation_goes_and_comes_back_with_its_group(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    one, two = pair
    key = add_relation(work, one.id, RelationDraft(two.id))
    work.session.flush()
    delete_group(work, two.id)
    work.session.flush()
    assert relations_of(work, one.id) == []
    restore_group(work, two.id)
    work.session.flush()
    assert [row.id for row in relations_of(work, one.id)] == [key]
    delete_relation(work, key)
    restore_relation(work, key)
    work.session.flush()
    assert len(relations_of(work, one.id)) == 1


def test_no_relation_with_a_group_that_is_gone(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    with pytest.raises(NotFound):
        add_relation(work, pair[0].id, RelationDraft(new_id()))


def test_the_worst_relations_stand_first(work: Work) -> None:
    club = a_club(work)
    own = a_group(work, club, "Own")
    kinds = (RelationKind.NEUTRAL, RelationKind.HOSTILITY, RelationKind.ALLIANCE)
    for kind in kinds:
        other = a_group(work, club, kind.value)
        work.session.flush()
        add_relation(work, own.id, RelationDraft(other.id, kind))
        work.session.flush()
    assert [row.draft.kind for row in relations_of(work, own.id)] == [
        RelationKind.HOSTILITY,
        RelationKind.NEUTRAL,
        RelationKind.ALLIANCE,
    ]


def test_a_group_chooses_among_the_sectors_of_its_ground(work: Work) -> None:
    ground = a_venue(work)
    sector = a_sector(work, ground, "N", name=Words(fr="Nord"))
    club = a_club(work, home_venue_id=ground.id)
    work.session.flush()
    (choice,) = sectors_of_club(work, club.id)
    assert (choice.id, choice.code, choice.venue) == (sector.id, "N", ground.name)
    assert sector_choice(work, sector.id) == choice
    assert sectors_of_club(work, None) == []
    assert sector_choice(work, new_id()) is None


def test_a_group_of_the_same_name_is_told(
    work: Work, pair: tuple[SupporterGroup, SupporterGroup]
) -> None:
    draft = GroupDraft(name=Words(fr="ALPHA"), club_id=pair[0].club_id)
    assert [p.level for p in group_problems(work, draft)] == [Level.WARN]

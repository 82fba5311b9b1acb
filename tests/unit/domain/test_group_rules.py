"""Rules about supporter groups and their relations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.group_rules import check_group, check_relation
from sportsec.domain.groups import GroupDraft, RelationDraft, RelationKind
from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.words import Words

TODAY = date(2026, 11, 23)
GROUP = GroupDraft(name=Words(fr="Alpha"), club_id=new_id())
SIZED = replace(GROUP, sizes_source="RG", sizes_on=TODAY)


def fields(problems: list[Problem]) -> list[str | None]:
    return [problem.field for problem in problems]


def test_a_group_with_name_and_club_is_fine() -> None:
    assert check_group(GROUP, TODAY) == []


@pytest.mark.parametrize("size", ["members", "core", "away"])
def test_sizes_are_ranges_from_low_to_high(size: str) -> None:
    right: dict[str, Any] = {f"{size}_low": 100, f"{size}_high": 150}
    good = replace(SIZED, **right)
    bad = replace(SIZED, **{**right, f"{size}_low": 151})
    assert check_group(good, TODAY) == []
    assert fields(check_group(bad, TODAY)) == [f"{size}_low", f"{size}_high"]
    assert blocking(check_group(bad, TODAY))


def test_sizes_need_source_and_date() -> None:
    found = check_group(replace(GROUP, core_low=50), TODAY)
    assert fields(found) == ["sizes_source", "sizes_on"]
    assert not blocking(found)


def test_no_size_is_below_zero() -> None:
    found = check_group(replace(SIZED, core_low=-1, members_low=0), TODAY)
    assert fields(found) == ["core_low"]


def test_core_and_travellers_are_part_of_the_members() -> None:
    found = check_group(
        replace(SIZED, members_high=200, core_high=250, away_high=201), TODAY
    )
    assert fields(found) == ["core_high", "away_high"]
    assert not blocking(found)


def test_a_file_is_reviewed_every_season_and_not_kept_for_ever() -> None:
    day = timedelta(days=1)
    fresh = replace(GROUP, reviewed_on=TODAY - 365 * day, retention_until=TODAY)
    old = replace(GROUP, reviewed_on=TODAY - 366 * day, retention_until=TODAY - day)
    assert check_group(fresh, TODAY) == []
    assert fields(check_group(old, TODAY)) == ["reviewed_on", "retention_until"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": Words()}, "name"),
        ({"club_id": None}, "club_id"),
        ({"founded_year": 1899}, "founded_year"),
        ({"reviewed_on": date(2026, 11, 24)}, "reviewed_on"),
    ],
)
def test_what_no_group_can_have_is_told(values: dict[str, Any], field: str) -> None:
    assert fields(check_group(replace(GROUP, **values), TODAY)) == [field]


def test_a_relation_joins_two_different_groups_once() -> None:
    own, known, other = new_id(), new_id(), new_id()
    assert check_relation(RelationDraft(other), own, {known}, TODAY) == []
    for wrong in (own, known, None):
        found = check_relation(RelationDraft(wrong), own, {known}, TODAY)
        assert fields(found) == ["other_group_id"]
        assert blocking(found)


@pytest.mark.parametrize("kind", [RelationKind.RIVALRY, RelationKind.HOSTILITY])
def test_a_quarrel_wants_its_reason(kind: RelationKind) -> None:
    bare = RelationDraft(new_id(), kind)
    told = replace(bare, reason=Words(ar="باش"))
    (found,) = check_relation(bare, new_id(), (), TODAY)
    assert (found.field, found.level) == ("reason", Level.WARN)
    assert check_relation(told, new_id(), (), TODAY) == []


def test_no_relation_begins_tomorrow() -> None:
    draft = RelationDraft(new_id(), since=TODAY + timedelta(days=1))
    assert fields(check_relation(draft, new_id(), (), TODAY)) == ["since"]


sizes = st.one_of(st.none(), st.integers(0, 5000))


@given(low=sizes, high=sizes)
def test_a_range_blocks_exactly_when_it_is_upside_down(
    low: int | None, high: int | None
) -> None:
    draft = replace(SIZED, members_low=low, members_high=high)
    upside_down = low is not None and high is not None and low > high
    assert bool(blocking(check_group(draft, TODAY))) is upside_down

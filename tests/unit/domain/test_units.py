"""Rules about commands, units and lists."""

from __future__ import annotations

from typing import Any

import pytest

from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level
from sportsec.domain.units import (
    CommandDraft,
    ListItemDraft,
    UnitDraft,
    check_command,
    check_list_item,
    check_unit,
)
from sportsec.domain.words import Words

NAME = Words(fr="Corps urbain")


def test_a_command_does_not_stand_under_itself() -> None:
    own, below, above = new_id(), new_id(), new_id()
    assert check_command(CommandDraft(NAME, parent_id=above), {own, below}) == []
    for wrong in (own, below):
        draft = CommandDraft(NAME, parent_id=wrong)
        found = check_command(draft, {own, below})
        assert [problem.field for problem in found] == ["parent_id"]


@pytest.mark.parametrize(
    ("values", "field", "level"),
    [
        ({"name": Words()}, "name", Level.BLOCK),
        ({"strength": -1}, "strength", Level.BLOCK),
        ({"kind_code": "submarine"}, "kind_code", Level.WARN),
        ({"is_reinforcement": True}, "home_city", Level.WARN),
    ],
)
def test_what_is_wrong_with_a_unit_is_told_at_its_field(
    values: dict[str, Any], field: str, level: Level
) -> None:
    draft = UnitDraft(**{"name": NAME, "kind_code": "mounted", **values})
    (found,) = check_unit(draft, {"mounted"})
    assert (found.field, found.level) == (field, level)


def test_a_unit_with_a_name_is_fine() -> None:
    assert check_unit(UnitDraft(NAME, strength=40), ()) == []


def test_an_entry_of_a_list_needs_a_name() -> None:
    assert check_list_item(ListItemDraft(name=NAME)) == []
    assert check_list_item(ListItemDraft())[0].field == "name"

"""Commands, units and the editable lists as the officer edits them (§1.10, §2.10)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.checks import check_name
from sportsec.domain.deployment import CommandKind, ListKind, Service
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words


@dataclass(frozen=True, slots=True)
class CommandDraft(Draft):
    """A command of the territorial organisation."""

    name: Words = Words()
    kind: CommandKind = CommandKind.REGIONAL
    parent_id: UUID | None = None
    city: Words = Words()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class UnitDraft(Draft):
    """A unit that can give detachments.

    Args:
        kind_code: Code of the list of kinds of units.
        strength: Officers it has, in persons.
        is_reinforcement: Whether it comes from another city.
    """

    name: Words = Words()
    command_id: UUID | None = None
    service: Service = Service.DGSN
    kind_code: str = ""
    strength: int | None = None
    home_city: Words = Words()
    is_reinforcement: bool = False
    phone: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ListItemDraft(Draft):
    """An entry of an editable list; its code is made once and stays."""

    kind: ListKind = ListKind.RANK
    code: str = ""
    name: Words = Words()
    position: int = 0


def check_command(
    draft: CommandDraft, below: Collection[UUID] = (), twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a command.

    Args:
        below: The command itself and all that stand under it.
        twin: Name of another command that reads the same.
    """
    found = check_name(draft.name, twin)
    if draft.parent_id in below:
        text = N_("A command cannot report to itself")
        found.append(Problem("parent_id", text))
    return found


def check_unit(
    draft: UnitDraft, kinds: Collection[str], twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a unit.

    Args:
        kinds: Codes of the list of kinds of units.
        twin: Name of another unit that reads the same.
    """
    found = check_name(draft.name, twin)
    if (draft.strength or 0) < 0:
        text = N_("A figure below zero makes no sense")
        found.append(Problem("strength", text))
    if draft.kind_code and draft.kind_code not in kinds:
        text = N_("This kind is not on the list of kinds of units")
        found.append(Problem("kind_code", text, Level.WARN))
    if draft.is_reinforcement and not draft.home_city:
        text = N_("Say from which city the reinforcement comes")
        found.append(Problem("home_city", text, Level.WARN))
    return found


def check_list_item(draft: ListItemDraft, twin: Words | None = None) -> list[Problem]:
    """Say what is wrong with an entry of a list.

    Args:
        twin: Another entry of the same list that reads the same.
    """
    return check_name(draft.name, twin)

"""Questions about commands, their units and the editable lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from sportsec.domain.deployment import CommandKind, ListKind, Service
from sportsec.domain.units import CommandDraft, ListItemDraft, UnitDraft
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.list_items import list_key, list_names, listed
from sportsec.queries.named import found_by_name, name_key, words_key
from sportsec.queries.named_source import (
    NamedSource,
    Shared,
    coded,
    ranked,
    referred,
    written,
)
from sportsec.store.tables.people import Contact
from sportsec.store.tables.units import Command, ListItem, Unit
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Units wanted: those whose name or command was typed, of one service."""

    text: str = ""
    language: str = "ar"
    command_id: UUID | None = None
    service: Service | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the list; strength in persons."""

    id: UUID
    name: Words
    service: Service
    kind: Words
    strength: int | None
    home_city: Words
    is_reinforcement: bool
    phone: str
    command: Words


def unit_strength(work: Work, unit_id: UUID) -> int | None:
    """Return how many persons a unit has; None while that is not known."""
    return work.session.scalar(select(Unit.strength).where(Unit.id == unit_id))


class UnitSource(NamedSource[UnitRow, UnitFilter]):
    """The list of units."""

    table = Unit
    groupable = frozenset({"command", "service", "kind", "city"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[UnitRow]:
        """Read units with their kind and command."""
        kinds = list_names(work, ListKind.UNIT_KIND)
        query = (
            select(
                *(Unit.id, Unit.name, Unit.service, Unit.kind_code, Unit.strength),
                *(Unit.home_city, Unit.is_reinforcement, Unit.phone),
                Command.name.label("command"),
            )
            .outerjoin(Command, Unit.command_id == Command.id)
            .where(Unit.id.in_(ids))
        )
        for row in work.session.execute(query):
            yield UnitRow(
                row.id,
                row.name,
                row.service,
                kinds.get(row.kind_code) or Words(fr=row.kind_code),
                row.strength,
                row.home_city,
                row.is_reinforcement,
                row.phone,
                row.command or Words(),
            )

    def filters(self, wanted: UnitFilter) -> list[ColumnElement[bool]]:
        """Keep units of one command or service."""
        found: list[ColumnElement[bool]] = []
        if wanted.command_id is not None:
            found.append(Unit.command_id == wanted.command_id)
        if wanted.service is not None:
            found.append(Unit.service == wanted.service)
        return found

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by command, service, kind, strength or home city."""
        columns = Unit.__table__.c
        return {
            "command": name_key(columns.command_id, language),
            "service": ranked(Service, columns.service),
            "kind": list_key(columns.kind_code, ListKind.UNIT_KIND),
            "strength": columns.strength,
            "city": words_key(Unit, "home_city", language),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by command, service, kind or home city."""
        del language
        columns = Unit.__table__.c
        return {
            "command": referred(columns.command_id, Command),
            "service": coded(columns.service),
            "kind": listed(columns.kind_code, ListKind.UNIT_KIND),
            "city": written(Unit, "home_city"),
        }

    def search(self, text: str) -> ColumnElement[bool]:
        """Find a unit by its name or by its command's."""
        commands = found_by_name("command", text)
        return or_(super().search(text), Unit.command_id.in_(commands))


UNITS = UnitSource()


def unit_draft(work: Work, unit_id: UUID) -> UnitDraft:
    """Return a unit as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(UnitDraft, work.get(Unit, unit_id))


@dataclass(frozen=True, slots=True)
class CommandFilter:
    """Commands wanted: those whose name was typed."""

    text: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command of the list.

    Args:
        strength: Persons of its own units, as far as known.
    """

    id: UUID
    name: Words
    kind: CommandKind
    city: Words
    phone: str
    parent: Words
    units: int
    strength: int


class CommandSource(NamedSource[CommandRow, CommandFilter]):
    """The list of commands."""

    table = Command
    groupable = frozenset({"kind", "parent", "city"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[CommandRow]:
        """Read commands with the one above them and what their units add up to."""
        above = aliased(Command)
        query = (
            select(
                *(Command.id, Command.name, Command.kind, Command.city, Command.phone),
                above.name.label("above"),
            )
            .outerjoin(above, Command.parent_id == above.id)
            .where(Command.id.in_(ids))
        )
        sums = _units_of(work, ids)
        for row in work.session.execute(query):
            units, strength = sums.get(row.id, (0, 0))
            yield CommandRow(*row[:5], row.above or Words(), units, strength)

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by level, the command above, or city."""
        columns = Command.__table__.c
        return {
            "kind": ranked(CommandKind, columns.kind),
            "parent": name_key(columns.parent_id, language),
            "city": words_key(Command, "city", language),
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by level, the command above, or city."""
        del language
        columns = Command.__table__.c
        return {
            "kind": coded(columns.kind),
            "parent": referred(columns.parent_id, Command),
            "city": written(Command, "city"),
        }


COMMANDS = CommandSource()


def command_draft(work: Work, command_id: UUID) -> CommandDraft:
    """Return a command as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(CommandDraft, work.get(Command, command_id))


def commands_below(work: Work, command_id: UUID) -> set[UUID]:
    """Return a command and all that stand under it."""
    query = select(Command.id, Command.parent_id).where(Command.deleted_at.is_(None))
    children: dict[UUID | None, list[UUID]] = defaultdict(list)
    for child, parent in work.session.execute(query):
        children[parent].append(child)
    found, waiting = set[UUID](), [command_id]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += children[here]
    return found


@dataclass(frozen=True, slots=True)
class ListItemRow:
    """One entry of an editable list, and how many records use it."""

    id: UUID
    draft: ListItemDraft
    uses: int


def list_items(work: Work, kind: ListKind) -> list[ListItemRow]:
    """Return the entries of a list in the cell's own order."""
    query = (
        select(ListItem)
        .where(ListItem.kind == kind, ListItem.deleted_at.is_(None))
        .order_by(ListItem.position, ListItem.code)
    )
    uses = list_uses(work, kind)
    return [
        ListItemRow(item.id, draft_of(ListItemDraft, item), uses.get(item.code, 0))
        for item in work.session.scalars(query)
    ]


def list_uses(work: Work, kind: ListKind) -> dict[str, int]:
    """Count the live records that use each code of a list."""
    owner, column = (
        (Unit, Unit.kind_code)
        if kind is ListKind.UNIT_KIND
        else (Contact, Contact.rank)
    )
    query = select(column, func.count()).where(owner.deleted_at.is_(None))
    return {row[0]: row[1] for row in work.session.execute(query.group_by(column))}


def _units_of(work: Work, ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    query = (
        select(Unit.command_id, func.count(), func.coalesce(func.sum(Unit.strength), 0))
        .where(Unit.command_id.in_(ids), Unit.deleted_at.is_(None))
        .group_by(Unit.command_id)
    )
    rows = work.session.execute(query)
    return {row[0]: (row[1], row[2] or 0) for row in rows if row[0]}

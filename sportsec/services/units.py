"""Acts on commands, units and the editable lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sportsec.domain.checks import folded_names
from sportsec.domain.deployment import ListKind
from sportsec.domain.errors import Invalid
from sportsec.domain.folding import fold
from sportsec.domain.identity import natural_id, new_id
from sportsec.domain.problems import Problem
from sportsec.domain.units import (
    CommandDraft,
    ListItemDraft,
    UnitDraft,
    check_command,
    check_list_item,
    check_unit,
)
from sportsec.domain.words import N_, Words
from sportsec.i18n.phones import kept
from sportsec.queries.list_items import list_names
from sportsec.queries.near_names import near_twin_of
from sportsec.queries.units import commands_below, list_items, list_uses
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.units import Command, ListItem, Unit
from sportsec.store.work import Work

_IN_USE = {
    ListKind.RANK: N_("Contacts have this rank ({count})"),
    ListKind.UNIT_KIND: N_("Units are of this kind ({count})"),
}


def command_problems(
    work: Work, draft: CommandDraft, command_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other commands."""
    below = commands_below(work, command_id) if command_id is not None else ()
    twin = near_twin_of(work, Command, draft.name, draft.city, command_id)
    return check_command(draft, below, twin)


def add_command(work: Work, draft: CommandDraft) -> UUID:
    """Add a command and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(command_problems(work, draft))
    record = work.add(Command(id=new_id()))
    apply_draft(record, replace(draft, phone=kept(draft.phone)))
    return record.id


def revise_command(
    work: Work, command_id: UUID, draft: CommandDraft, *, seen: CommandDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The command as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Command, command_id)
    refuse_blocking(command_problems(work, draft, command_id))
    apply_draft(record, replace(draft, phone=kept(draft.phone)), seen)


def delete_command(work: Work, command_id: UUID) -> None:
    """Delete a command.

    Raises:
        Invalid: Units or commands still need it.
    """
    put_in_trash(work, work.get(Command, command_id))


def restore_command(work: Work, command_id: UUID) -> None:
    """Bring a deleted command back."""
    take_from_trash(work, Command, command_id)


def unit_problems(
    work: Work, draft: UnitDraft, unit_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other units."""
    twin = near_twin_of(work, Unit, draft.name, draft.home_city, unit_id)
    return check_unit(draft, list_names(work, ListKind.UNIT_KIND), twin)


def add_unit(work: Work, draft: UnitDraft) -> UUID:
    """Add a unit and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(unit_problems(work, draft))
    record = work.add(Unit(id=new_id()))
    apply_draft(record, replace(draft, phone=kept(draft.phone)))
    return record.id


def revise_unit(
    work: Work, unit_id: UUID, draft: UnitDraft, *, seen: UnitDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The unit as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Unit, unit_id)
    refuse_blocking(unit_problems(work, draft, unit_id))
    apply_draft(record, replace(draft, phone=kept(draft.phone)), seen)


def delete_unit(work: Work, unit_id: UUID) -> None:
    """Delete a unit.

    Raises:
        Invalid: Detachments still need it.
    """
    put_in_trash(work, work.get(Unit, unit_id))


def restore_unit(work: Work, unit_id: UUID) -> None:
    """Bring a deleted unit back."""
    take_from_trash(work, Unit, unit_id)


def list_item_problems(
    work: Work, draft: ListItemDraft, item_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with an entry, also compared with the others of its list."""
    names = folded_names(draft.name)
    twins = (
        row.draft.name
        for row in list_items(work, draft.kind)
        if row.id != item_id and names & folded_names(row.draft.name)
    )
    return check_list_item(draft, next(twins, None))


def add_list_item(work: Work, draft: ListItemDraft) -> UUID:
    """Add an entry at the end of its list and return its id.

    Its code is made from its name once and never changes, so that two cells which
    add the same entry make the same row.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(list_item_problems(work, draft))
    code = draft.code or _code_of(draft.name)
    key = natural_id("list_item", draft.kind, code)
    last = max((row.draft.position for row in list_items(work, draft.kind)), default=-1)
    item = work.session.get(ListItem, key)
    if item is None:
        item = work.add(ListItem(id=key))
    elif item.deleted_at is None:
        text = N_("{name} already exists: is it the same?")
        raise Invalid([Problem("name", text, facts={"name": item.name})])
    item.deleted_at = None
    apply_draft(item, replace(draft, code=code, position=last + 1))
    return key


def revise_list_item(
    work: Work, item_id: UUID, draft: ListItemDraft, *, seen: ListItemDraft
) -> None:
    """Give an entry another name; its list and code stay.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    item = work.get(ListItem, item_id)
    refuse_blocking(list_item_problems(work, draft, item_id))
    apply_draft(item, replace(draft, kind=item.kind, code=item.code), seen)


def order_list(work: Work, ids: Sequence[UUID]) -> None:
    """Put the entries of a list into this order."""
    for position, item_id in enumerate(ids):
        item = work.get(ListItem, item_id)
        if item.position != position:
            item.position = position


def delete_list_item(work: Work, item_id: UUID) -> None:
    """Delete an entry of a list.

    Raises:
        Invalid: Units or contacts still use it.
    """
    item = work.get(ListItem, item_id)
    count = list_uses(work, item.kind).get(item.code, 0)
    if count:
        raise Invalid([Problem(None, _IN_USE[item.kind], facts={"count": count})])
    work.delete(item)


def restore_list_item(work: Work, item_id: UUID) -> None:
    """Bring a deleted entry back."""
    take_from_trash(work, ListItem, item_id)


def _code_of(name: Words) -> str:
    """Return the code of a new entry: its name in Latin letters where it has one."""
    return re.sub(r"\W+", "_", fold(name.pick("en"))).strip("_")

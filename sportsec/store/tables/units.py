"""Commands, their units, and the lists that the cell edits itself (domain.md §2.10)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.deployment import CommandKind, ListKind, Service
from sportsec.domain.words import Words
from sportsec.store.base import Record, coded, figure, flag, note, reference, trilingual


class Command(Record):
    """A command of the territorial organisation."""

    __tablename__ = "command"

    name: Mapped[Words] = trilingual("name")
    kind: Mapped[CommandKind] = coded(CommandKind, CommandKind.REGIONAL)
    parent_id: Mapped[UUID | None] = reference("command")
    city: Mapped[Words] = trilingual("city")
    phone: Mapped[str] = note()


class Unit(Record):
    """A unit that can give detachments; `kind_code` names a list item."""

    __tablename__ = "unit"

    name: Mapped[Words] = trilingual("name")
    command_id: Mapped[UUID | None] = reference("command")
    service: Mapped[Service] = coded(Service, Service.DGSN)
    kind_code: Mapped[str] = note()
    strength: Mapped[int | None] = figure("strength")
    home_city: Mapped[Words] = trilingual("home_city")
    is_reinforcement: Mapped[bool] = flag()
    phone: Mapped[str] = note()
    notes: Mapped[str] = note()


class ListItem(Record):
    """An entry of an editable list (ranks, kinds of units); id from kind and code."""

    __tablename__ = "list_item"

    kind: Mapped[ListKind] = coded(ListKind, ListKind.RANK)
    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    position: Mapped[int] = mapped_column(default=0, server_default="0")

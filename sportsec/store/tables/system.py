"""The cell itself, and what this PC remembers for itself."""

from __future__ import annotations

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from sportsec.domain.words import Words
from sportsec.store.base import Record, note, trilingual


class Cell(Record):
    """The cell that owns the workspace; exactly one row is its own."""

    __tablename__ = "cell"

    name: Mapped[Words] = trilingual("name")
    command_name: Mapped[Words] = trilingual("command_name")
    city: Mapped[Words] = trilingual("city")
    ref_prefix: Mapped[str] = note()
    zone: Mapped[str] = mapped_column(
        Text, default="Africa/Casablanca", server_default="Africa/Casablanca"
    )


class Local(DeclarativeBase):
    """Tables of this PC alone: never journalled, never exchanged."""

    metadata = MetaData()


class Setting(Local):
    """A remembered choice: its key, and its value as JSON."""

    __tablename__ = "local_setting"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)

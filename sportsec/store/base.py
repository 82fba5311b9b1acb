"""What every table shares: identifier, trash mark, and the types of its columns."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import (
    Composite,
    DeclarativeBase,
    Mapped,
    composite,
    mapped_column,
)

from sportsec.domain.identity import new_id
from sportsec.domain.words import LANGUAGES, Words


class Id(TypeDecorator[UUID]):
    """A UUID kept as its 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Give SQLite the bytes."""
        return None if value is None else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Give the program the UUID."""
        return None if value is None else UUID(bytes=value)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as ISO text in UTC; naive ones are refused."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Refuse naive times; write a fixed width so that text order is time order."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime given to the store")
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return an aware moment in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class IsoDate(TypeDecorator[date]):
    """A calendar day, kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write YYYY-MM-DD."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)


class Code(TypeDecorator[StrEnum]):
    """A member of a domain enumeration, kept as its value.

    A cell with a newer program may have sent a value that is no member yet. It stays in
    the file, untouched; until the program is brought up to date, `otherwise` is shown.
    """

    impl = Text
    cache_ok = True

    def __init__(
        self, members: type[StrEnum], otherwise: StrEnum | None = None
    ) -> None:
        super().__init__()
        self.members = members
        self.otherwise = otherwise

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write the value; a text that is no member is refused."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Return the member."""
        if value is None:
            return None
        try:
            return self.members(value)
        except ValueError:  # of a newer version
            return self.otherwise


class Codes(TypeDecorator[tuple[StrEnum, ...]]):
    """A set of members, kept as a sorted JSON list so that equal sets are equal."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Write the values; nothing is an empty list."""
        return json.dumps(sorted({self.members(each).value for each in value or ()}))

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[StrEnum, ...]:
        """Return the members in the order of their values, those that are known."""
        known = set(self.members)
        found = (each for each in json.loads(value or "[]") if each in known)
        return tuple(self.members(each) for each in found)


class Record(DeclarativeBase):
    """A row of the shared record: named by a UUIDv7, deleted only by a mark.

    Rules that keep two cells' rows mergeable (exchange.md §2): references may be
    NULL and are checked at commit; nothing the officer types is UNIQUE; a CHECK
    looks at one column only.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    id: Mapped[UUID] = mapped_column(
        Id, primary_key=True, default=new_id, sort_order=-1
    )
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, sort_order=1)


def _words(*texts: str | None) -> Words:
    """Make `Words` of three columns; an outer join that found nothing gives NULLs."""
    return Words(*(text or "" for text in texts))


def trilingual(name: str) -> Composite[Words]:
    """Declare three text columns `name_ar`, `name_fr`, `name_en` as one `Words`."""
    return composite(
        _words,
        *(
            mapped_column(
                f"{name}_{code}", Text, default="", server_default="", nullable=False
            )
            for code in LANGUAGES
        ),
    )


def reference(target: str, *, index: bool = True) -> Any:
    """Declare a reference: NULL where unknown, checked when the act commits."""
    return mapped_column(
        Id,
        ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"),
        index=index,
    )


def coded(members: type[StrEnum], default: StrEnum | None = None, **info: Any) -> Any:
    """Declare a column that holds one member of `members`, NULL where unknown.

    No SQL CHECK lists the members: a newer cell may send one that this version
    does not know, and its file must still be taken in (exchange.md §8).
    """
    return mapped_column(
        Code(members, default),
        default=default,
        server_default=default.value if default is not None else None,
        info=info,
    )


def several(members: type[StrEnum]) -> Any:
    """Declare a column that holds a set of members."""
    return mapped_column(Codes(members), default=(), server_default="[]")


def note(*, added: int = 0, **info: Any) -> Any:
    """Declare a text column that is empty rather than NULL.

    Args:
        added: Number of the migration that added it: SQLite puts it behind the others.
    """
    return mapped_column(
        Text, default="", server_default="", sort_order=added, info=info
    )


def figure(
    name: str, rule: str = ">= 0", default: float | None = None, **info: Any
) -> Any:
    """Declare a number that is unknown (NULL) or satisfies `rule`."""
    return mapped_column(
        CheckConstraint(f"{name} {rule}", name=name),
        default=default,
        server_default=None if default is None else str(default),
        info=info,
    )


def flag(*, default: bool = False) -> Any:
    """Declare a yes-or-no column."""
    return mapped_column(default=default, server_default=str(int(default)))

"""A field in which the officer enters a value of his own for one column."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sportsec.queries.field_values import ColumnKind
from sportsec.queries.pickers import Named
from sportsec.ui.language import label
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import (
    CheckField,
    DecimalField,
    IntegerField,
    LinesField,
    TextField,
)
from sportsec.ui.widgets.fields_choice import EnumField, TagsField
from sportsec.ui.widgets.fields_time import DateField, DateTimeField

#: Columns that hold texts of several lines.
_LONG = ("notes", "situation", "mission", "constraints", "key_messages", "summary")


def field_for(runner: Runner, column: str, kind: ColumnKind) -> Field | None:
    """Return a field for a column; None where only the values there can be taken."""
    if kind.is_several:
        return TagsField([(one, label(one)) for one in _members(kind)])
    if issubclass(kind.type, Enum):
        return EnumField(kind.type, none="—" if kind.can_be_empty else "")
    if kind.type is UUID:
        named = {each.value: each for each in Named}.get(kind.target)
        return named_field(runner, named) if named else None
    plain: dict[type, Any] = {
        bool: CheckField,
        int: IntegerField,
        float: lambda: DecimalField(as_float=True),
        date: DateField,
        datetime: DateTimeField,
        str: LinesField if column.startswith(_LONG) else TextField,
    }
    made = plain.get(kind.type)
    return made() if made else None


def _members(kind: ColumnKind) -> list[Enum]:
    return list(kind.type) if issubclass(kind.type, Enum) else []

"""Values of the record in words: what stood in a field, what stands there now."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sportsec.domain.fixtures import LEGS
from sportsec.domain.plain_text import without_turns
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import N_, Words
from sportsec.i18n.formats import date_time, hour, number, short_date
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.labels import label, labelled
from sportsec.i18n.phones import phone
from sportsec.i18n.translator import Translator

#: Said instead of a value that is not there.
EMPTY = N_("empty")
#: Figures that are no amounts: nobody writes a year in thousands.
_YEARS = "_year"
#: Moments of a day that has a column of its own.
_HOURS = {"kick_off_at"}
#: Columns that hold a category of risk as a number.
_CATEGORIES = {"category_inside", "category_outside", "category_travel"}


def value_words(t: Translator, column: str, value: Any) -> str:
    """Return a value as an officer reads it.

    Args:
        column: Of the record; some numbers mean something by it.
        value: As attributes of records give it; references as `Words` of their record.
    """
    if value in (None, "", ()):
        return t(EMPTY)
    if meant := _meant(t, column, value):
        return meant
    if isinstance(value, tuple):
        return t(", ").join(_member(t, each) for each in value)
    if isinstance(value, Enum):
        return _member(t, value)
    if column.endswith("phone") and isinstance(value, str):
        return t.isolate(phone(without_turns(value)))
    return _plain(t, value)


def _meant(t: Translator, column: str, value: Any) -> str:
    """Return what a figure means in its column; nothing where it is just a figure."""
    if column in _CATEGORIES and value in tuple(RiskCategory):
        return label(t, RiskCategory(value))
    if column == "tbl":
        return kind_label(t, str(value))
    if column in _HOURS and isinstance(value, datetime):
        return t.isolate(hour(value))
    if column.endswith(_YEARS) and isinstance(value, int):
        return t.isolate(str(value))
    return t(LEGS[value]) if column == "leg" and value in LEGS else ""


def _plain(t: Translator, value: Any) -> str:
    if isinstance(value, Words):
        return t.pick(value) or t(EMPTY)
    if isinstance(value, UUID):
        return t("a record that is not here")
    if isinstance(value, datetime | date | int | float):
        return _figure(t, value)
    return without_turns(str(value))


def _figure(t: Translator, value: date | float) -> str:
    if isinstance(value, bool):
        return t("Yes") if value else t("No")
    if isinstance(value, datetime):
        return t.isolate(date_time(value))
    if isinstance(value, date):
        return t.isolate(short_date(value))
    exact = Decimal(str(value)).normalize().as_tuple().exponent
    decimals = max(0, -exact) if isinstance(exact, int) else 0
    return t.isolate(number(value, t.language, decimals=decimals))


def _member(t: Translator, member: Any) -> str:
    if isinstance(member, Enum) and type(member) in labelled():
        return label(t, member)
    return t.isolate(str(member))

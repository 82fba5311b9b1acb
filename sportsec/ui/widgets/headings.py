"""What stands in the heading of a group of rows."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtCore import Qt

from sportsec.domain.listing import Group, Month
from sportsec.domain.words import Words
from sportsec.i18n.formats import day_name, month_name, number, short_date
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.widgets.columns import HEADING_ROLE

_SAID = {
    *(HEADING_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole),
}


def heading_data(column: str, group: Group, role: int, *, closed: bool) -> str | None:
    """Return one aspect of a heading, the same in all cells of its line."""
    if role in _SAID:
        return heading_text(column, group)
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return tr("Collapsed group") if closed else tr("Expanded group")
    return None


def heading_text(column: str, group: Group) -> str:
    """Return the name of a group and how many rows it has.

    Args:
        column: Head of the column that the list is grouped by.
    """
    count = isolate(number(group.count, translator().language))
    return f"{_name(column, group.name)}  ·  {count}"


def _name(column: str, name: object) -> str:
    language = translator().language
    text = ""
    if isinstance(name, Words):
        text = words(name)
    elif isinstance(name, Month):
        month = month_name(name.first.month, language)
        text = f"{month} {isolate(str(name.first.year))}"
    elif isinstance(name, Enum):
        text = label(name)
    elif isinstance(name, date):
        text = f"{day_name(name, language)} {isolate(short_date(name))}"
    elif name is not None:
        text = isolate(str(name))
    return text or tr("{column}: none", column=column)

"""The days of a season as a table: a row for each month, a square for each day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from sportsec.i18n.formats import month_name
from sportsec.queries.agenda_heat import Heat, HeatDay
from sportsec.ui.language import translator
from sportsec.ui.pages.agenda.wording import letter_of, spoken_heat

#: A month that begins on a Sunday needs 6 + 31 squares.
COLUMNS = 37
DAY_ROLE = Qt.ItemDataRole.UserRole
_A_MONDAY = date(2026, 11, 23)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HeatModel(QAbstractTableModel):
    """The days of a season, by month and by place in the week."""

    def __init__(self) -> None:
        super().__init__()
        self.heat: Heat | None = None
        self.today = date.min

    def show_heat(self, heat: Heat, today: date) -> None:
        """Take another season."""
        self.beginResetModel()
        self.heat, self.today = heat, today
        self.endResetModel()

    def day_at(self, index: _Index) -> HeatDay | None:
        """Return the day of a square; None beside the month and the season."""
        if self.heat is None or not index.isValid():
            return None
        first = self.heat.months[index.row()]
        number = index.column() - first.weekday() + 1
        try:
            return self.heat.days.get(first.replace(day=number))
        except ValueError:
            return None

    def index_of(self, day: date) -> QModelIndex:
        """Return the square of a day; no valid one outside the season."""
        months = self.heat.months if self.heat is not None else ()
        first = day.replace(day=1)
        if first not in months:
            return QModelIndex()
        return self.index(months.index(first), first.weekday() + day.day - 1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of months."""
        return 0 if parent.isValid() or self.heat is None else len(self.heat.months)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of squares of a row."""
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only days can be stood at."""
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a day, or what is said of it."""
        day = self.day_at(index)
        if day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.count or "")
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken_heat(day)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the months, and the first letters of the weekdays."""
        if role != Qt.ItemDataRole.DisplayRole or self.heat is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            month = self.heat.months[section]
            name = month_name(month.month, translator().language)
            return f"{name} {month.year}".capitalize()
        return self.letters()[section % 7]

    @staticmethod
    def letters() -> list[str]:
        """Return the letters of the weekdays, from Monday on."""
        return [letter_of(_A_MONDAY + timedelta(day)) for day in range(7)]

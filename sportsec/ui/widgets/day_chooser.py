"""The days of a month to choose from, below the field of a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl, locale, tr
from sportsec.ui.theme import colour, scaled

GAP, EDGE = 4, 8
#: Least room of a day, in pixels at the usual text size.
WIDE, HIGH = 40, 34
_WAYS = {
    "qt_calendar_prevmonth": ("back", "Earlier days"),
    "qt_calendar_nextmonth": ("forward", "Later days"),
}


class DayChooser(QFrame):
    """Closes when a day is chosen, or when something else is clicked.

    Signals:
        chosen: The `date`.
    """

    chosen = Signal(object)

    def __init__(self, shown: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(locale())
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        for each in (self.calendar, *self.calendar.findChildren(QTableView)):
            each.setAccessibleName(tr("Choose a day"))
        if shown is not None:
            self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.addWidget(self.calendar)
        self._dress()
        self._make_room()

    def open_below(self, field: QWidget) -> None:
        """Show it under a field, from where the field begins."""
        self.adjustSize()
        corner = field.rect().bottomRight() if is_rtl() else field.rect().bottomLeft()
        place = field.mapToGlobal(corner + QPoint(0, GAP))
        if is_rtl():
            place -= QPoint(self.width(), 0)
        room = field.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()

    def _dress(self) -> None:
        """Wear the colours of the program; Qt writes the end of a week in red."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colour("text"))
        head.setForeground(colour("soft"))
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setHeaderTextFormat(head)
        for name, (image, text) in _WAYS.items():
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(image))
                button.setToolTip(tr(text))
                button.setAccessibleName(tr(text))

    def _make_room(self) -> None:
        """Give each day the room of the longest name of a weekday."""
        names = (
            locale().standaloneDayName(n, locale().FormatType.ShortFormat)
            for n in range(1, 8)
        )
        metrics = self.calendar.fontMetrics()
        widest = max(metrics.horizontalAdvance(name) for name in names)
        wide = max(scaled(WIDE), widest + scaled(EDGE))
        self.calendar.setMinimumSize(7 * wide + EDGE, 8 * scaled(HIGH))

"""The head of a day on a board, and the line below it that says what clashes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from sportsec.domain.day_clashes import Clash
from sportsec.domain.risk import RiskCategory
from sportsec.i18n.formats import day_and_month, hour, short_date
from sportsec.queries.agenda_days import DayOnBoard
from sportsec.ui.icons import draw_icon
from sportsec.ui.language import further, isolate, translator
from sportsec.ui.match_look import CATEGORY_LEVELS
from sportsec.ui.pages.agenda.match_card import clash_level
from sportsec.ui.pages.agenda.wording import (
    clash_words,
    day_marks,
    letter_of,
    short_day,
    shortest_day,
)
from sportsec.ui.theme import colour
from sportsec.ui.widgets.shapes import draw_shape
from sportsec.ui.widgets.shortened import shortened

_SMALLER = 0.88
#: Ways to write a day of a week: whole, without the article, by a letter, no name.
FORMS = 4
_LETTER = 2
#: Letters of a feast that tell it; with fewer beside it, the sun is left out.
_TELLING = 3


class DayHead(QWidget):
    """Which day it is, when the sun sets, which feast it is, what has no room.

    Signals:
        pressed: Of a month: what has no room shall be shown.
        reformed: The day may be written longer or shorter than before.

    Args:
        compact: Without the name of the weekday, which stands above the column.
    """

    pressed = Signal()
    reformed = Signal()

    def __init__(self, *, compact: bool) -> None:
        super().__init__()
        self._compact = compact
        self._titles: tuple[str, ...] = ("",)
        self._kept = FORMS
        self._marks = self._sunset = ""
        self._ink = "text"
        self.hidden = 0
        self.gravest: RiskCategory | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_day(self, shown: DayOnBoard, *, is_today: bool, is_outside: bool) -> None:
        """Show the head of a day."""
        day = shown.day
        number = isolate(str(day.day))
        title = number if self._compact else f"{short_day(day)} {day.day}"
        self._titles = (title,)
        # The month is said where one begins, and where reading begins.
        if day.day == 1 or not (self._compact or day.weekday()):
            self._titles = _with_month(day, title, compact=self._compact)
        if not self._compact:
            shorter = (shortest_day(day), letter_of(day))
            self._titles += tuple(f"{name} {day.day}" for name in shorter)
            self._titles += (number,)  # cut, the name would be left without it
        self._marks = day_marks(shown.holidays, is_ramadan=shown.is_ramadan)
        self._sunset = hour(shown.sunset)
        self._ink = "accent" if is_today else "faint" if is_outside else "text"
        self.updateGeometry()
        self.update()

    def show_hidden(self, count: int, gravest: RiskCategory | None) -> None:
        """Say how many matches there is no room for, and their highest category."""
        if (count, gravest) != (self.hidden, self.gravest):
            self.hidden, self.gravest = count, gravest
            self.update()
            hand, usual = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(hand if self._leads_on() else usual)
            self.reformed.emit()

    def forms(self) -> int:
        """Return how many of its shortest forms have room, at least two; of a week."""
        room, small = self.width() - 4, QFontMetrics(self._small())
        room -= self._sunset_width(small) if self.is_sun_above() else self._aside(small)
        width = QFontMetrics(self._bold()).horizontalAdvance
        return max(_LETTER, sum(width(each) < room for each in self._titles[-FORMS:]))

    def keep_to(self, forms: int) -> None:
        """Take one of so many of its shortest forms, as its neighbours do.

        A row with "الأربعاء" and "خميس" would read as two kinds of days.
        """
        if forms != self._kept:
            self._kept = forms
            self.update()

    def sizeHint(self) -> QSize:
        """Return two lines for a week, one more for a feast in a month."""
        first, second = self._heights()
        return QSize(40, first + second if self._is_two_lines() else first)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the head is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the day may have another form."""
        super().resizeEvent(event)
        self.reformed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to what has no room here, where all has room."""
        super().mouseReleaseEvent(event)
        if self._leads_on() and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        line, lower = self._heights()
        bold = self._bold()
        small = self._small()
        first = QRect(2, 0, self.width() - 4, line)
        second = QRect(2, line, self.width() - 4, lower)
        painter.setFont(small)
        if not self._is_two_lines():
            first = self._draw_ends(painter, first)
        elif self.is_sun_above():
            first = self._draw_sunset(painter, first)
            second = self._draw_more(painter, second)
        else:
            first = self._draw_more(painter, first)
            if self.is_feast_told():
                second = self._draw_sunset(painter, second)
        title = self._fitting(first.width()) or self._titles[-1]
        painter.setFont(bold)
        self._draw_start(painter, first, title, self._ink)
        painter.setFont(small)
        self._draw_start(painter, second, self._marks, "level_info_ink")
        painter.end()

    def is_sun_above(self) -> bool:
        """Say whether the sun gives its place beside the name of a feast up."""
        small, room = QFontMetrics(self._small()), self.width() - 4
        beside = room - self._sunset_width(small)
        is_tight = small.horizontalAdvance(self._marks) > beside
        return is_tight and bool(self._sunset and self._fitting(beside))

    def is_feast_told(self) -> bool:
        """Say whether the name of a feast is still told with the sun beside it."""
        small = QFontMetrics(self._small())
        told = self._marks
        if len(told) > _TELLING:
            told = f"{told[:_TELLING]}…"
        beside = self.width() - 4 - self._sunset_width(small)
        return small.horizontalAdvance(told) <= beside

    def _leads_on(self) -> bool:
        return self._compact and self.hidden > 0

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * _SMALLER)
        return small

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _fitting(self, room: int) -> str:
        """Return the longest way to write the day that fits; empty if none does."""
        letters = QFontMetrics(self._bold())
        is_whole = self._kept >= FORMS
        for title in self._titles if is_whole else self._titles[-self._kept :]:
            if letters.horizontalAdvance(title) < room:
                return title
        return ""

    def _heights(self) -> tuple[int, int]:
        """Return the height of both lines; a month has no room between them."""
        metrics = self.fontMetrics()
        if not self._compact:
            return metrics.height() + 1, metrics.height() + 1
        return round(metrics.ascent() * 1.3), round(metrics.ascent() * 1.15)

    def _is_two_lines(self) -> bool:
        return bool(self._marks) or not self._compact

    # ---- inside; places are counted from the side where reading begins

    def _draw_ends(self, painter: QPainter, row: QRect) -> QRect:
        """Draw all in one line; the sun only where the day has room beside it."""
        metrics = painter.fontMetrics()
        beside = metrics.horizontalAdvance(self._more()) + 12
        beside += self._mark_edge(metrics) if self.gravest is not None else 0
        if self._fitting(row.width() - beside - self._sunset_width(metrics)):
            row = self._draw_sunset(painter, row)
        return self._draw_more(painter, row)

    def _more(self) -> str:
        return further(self.hidden) if self.hidden else ""

    def _draw_more(self, painter: QPainter, row: QRect) -> QRect:
        """Draw how many matches there is no room for, after the mark of the gravest.

        Returns the room that is left.
        """
        if not self.hidden:
            return row
        if self.gravest is None:
            return self._draw_end(painter, row, self._more(), "accent")
        level = CATEGORY_LEVELS[self.gravest]
        rest = self._draw_end(painter, row, self._more(), f"level_{level}_ink")
        edge = self._mark_edge(painter.fontMetrics())
        place = QRect(rest.right() - edge, row.center().y() - edge // 2, edge, edge)
        ink = colour(f"level_{level}_ink")
        draw_shape(painter, level, QRectF(self._visual(place)), ink)
        return rest.adjusted(0, 0, -edge - 4, 0)

    def _aside(self, metrics: QFontMetrics) -> int:
        """Return the room that `_draw_more` takes."""
        if not self.hidden:
            return 0
        mark = self._mark_edge(metrics) + 4 if self.gravest is not None else 0
        return metrics.horizontalAdvance(self._more()) + 6 + mark

    @staticmethod
    def _mark_edge(metrics: QFontMetrics) -> int:
        return metrics.ascent() - 2

    def _sunset_width(self, metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance(self._sunset) + metrics.ascent() + 10

    def _draw_sunset(self, painter: QPainter, row: QRect) -> QRect:
        """Draw when the sun sets, if that is known; return the room that is left."""
        if not self._sunset:
            return row
        rest = self._draw_end(painter, row, isolate(self._sunset), "soft")
        edge = painter.fontMetrics().ascent()
        place = QRect(rest.right() - edge, row.center().y() - edge // 2, edge, edge)
        ink = colour("soft").name()
        ratio = self.devicePixelRatioF()
        image = draw_icon("sunset", round(edge * ratio), ink)
        painter.drawPixmap(self._visual(place), image)
        return rest.adjusted(0, 0, -edge - 4, 0)

    def _draw_end(self, painter: QPainter, row: QRect, text: str, ink: str) -> QRect:
        """Draw a text at the end of a row; return the room that is left."""
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        place = QRect(row.right() - width, row.y(), width, row.height())
        self._draw(painter, place, text, ink)
        return row.adjusted(0, 0, -width - 4, 0)

    def _draw_start(self, painter: QPainter, row: QRect, text: str, ink: str) -> None:
        shown = shortened(text, painter.fontMetrics(), row.width())
        self._draw(painter, row, shown, ink)

    def _draw(self, painter: QPainter, place: QRect, text: str, ink: str) -> None:
        painter.setPen(colour(ink))
        leading = Qt.AlignmentFlag.AlignLeading
        align = QStyle.visualAlignment(self.layoutDirection(), leading)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._visual(place), align | middle, text)

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def _with_month(day: date, title: str, *, compact: bool) -> tuple[str, ...]:
    """Return how a day is written with its month, the longest way first."""
    named = day_and_month(day, translator().language)
    figures = isolate(short_date(day)[:5])
    if compact:
        return named, figures
    return f"{short_day(day)} {named}", f"{short_day(day)} {figures}", title


class ClashLine(QWidget):
    """Says at the foot of a day what clashes there, with the shape of its level."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._level = "warn"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_kinds(self, kinds: Sequence[Clash]) -> None:
        """Say what clashes; nothing where nothing does."""
        self.text = clash_words(kinds)
        self.setToolTip(self.text)
        self.setAccessibleName(self.text)
        if kinds:
            self._level = clash_level(tuple(kinds))
        self.setVisible(bool(kinds))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line, no higher than its letters."""
        return QSize(40, round(self.fontMetrics().ascent() * 1.25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * _SMALLER)
        painter.setFont(small)
        ink = colour(f"level_{self._level}_ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"level_{self._level}"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        edge = painter.fontMetrics().ascent() - 2
        mark = QRect(4, self.rect().center().y() - edge // 2, edge, edge)
        direction = self.layoutDirection()
        placed = QStyle.visualRect(direction, self.rect(), mark)
        draw_shape(painter, self._level, QRectF(placed), ink)
        rest = self.rect().adjusted(edge + 9, 0, -2, 0)
        shown = shortened(self.text, painter.fontMetrics(), rest.width())
        painter.setPen(ink)
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
        place = QStyle.visualRect(direction, self.rect(), rest)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

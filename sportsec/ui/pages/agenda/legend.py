"""What the marks of a board mean: shapes of the categories, shades of the season."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sportsec.domain.calendar_days import HEATS
from sportsec.domain.risk import RiskCategory
from sportsec.ui.language import label, tr
from sportsec.ui.match_look import CATEGORY_LEVELS
from sportsec.ui.pages.agenda.season import draw_feast
from sportsec.ui.pages.agenda.state import View
from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.cards import Mark, text_label
from sportsec.ui.widgets.shapes import draw_shape

#: Edge of a mark; between it and its name; between what is named. For plain text.
_EDGE, _GAP, _APART = 11, 4, 12


class Legend(QWidget):
    """Explains the marks of the month and of the season; a week has words beside them.

    The month has the shapes in the ink of their categories, the season those of the
    grave ones in the ink of its squares, and its frames of feasts and of Ramadan.
    """

    def __init__(self) -> None:
        super().__init__()
        self.month = _row(*(_named(each) for each in RiskCategory))
        grave = (each for each in RiskCategory if each >= RiskCategory.HIGH)
        self.season = _row(
            *(_named(each, ink="heat_0_ink") for each in grave),
            (DayMark(is_feast=True), text_label(tr("Holiday"), "caption")),
            (DayMark(is_feast=False), text_label(tr("Ramadan"), "caption")),
            (
                text_label(tr("Fewer"), "caption"),
                HeatLegend(),
                text_label(tr("More"), "caption"),
            ),
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.month)
        box.addWidget(self.season)
        self.show_for(View.WEEK)

    def show_for(self, view: View) -> None:
        """Explain the marks of one way of seeing the matches."""
        self.month.setVisible(view is View.MONTH)
        self.season.setVisible(view is View.SEASON)
        self.setVisible(view in {View.MONTH, View.SEASON})


def _named(category: RiskCategory, ink: str = "") -> tuple[QWidget, ...]:
    """Return the mark of a category and its name."""
    level = CATEGORY_LEVELS[category]
    mark = _InkMark(level, ink) if ink else Mark(level, _EDGE)
    return mark, text_label(label(category), "caption")


def _row(*parts: tuple[QWidget, ...]) -> QWidget:
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(scaled(_APART))
    for part in parts:
        named = QHBoxLayout()
        named.setSpacing(scaled(_GAP))
        for widget in part:
            named.addWidget(widget)
        box.addLayout(named)
    return row


class _InkMark(Mark):
    """The shape of a level in an ink that is not the level's."""

    def __init__(self, level: str, ink: str) -> None:
        super().__init__(level, _EDGE)
        self._ink = ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        box = QRectF(0, 0, scaled(_EDGE) - 1, scaled(_EDGE) - 1)
        box.moveCenter(QRectF(self.rect()).center())
        draw_shape(painter, self.level, box, colour(self._ink))
        painter.end()


class DayMark(QWidget):
    """A square of the season as it frames a feast, or else a day of Ramadan."""

    def __init__(self, *, is_feast: bool) -> None:
        super().__init__()
        self._is_feast = is_feast
        edge = scaled(_EDGE) + 2
        self.setFixedSize(edge, edge)
        signals().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Qt.PenStyle.SolidLine if self._is_feast else Qt.PenStyle.DotLine
        painter.setPen(QPen(colour("level_info_ink"), 1.2, line))
        painter.setBrush(colour("heat_0"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5)
        painter.drawRoundedRect(box, 3, 3)
        if self._is_feast:
            draw_feast(painter, box, self.layoutDirection())
        painter.end()


class HeatLegend(QWidget):
    """What the shades of the heat-calendar mean, in words at both ends."""

    def __init__(self) -> None:
        super().__init__()
        self._edge, self._gap = scaled(_EDGE), 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The stronger the colour, the more matches"))
        signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of the shades."""
        width = (HEATS + 1) * (self._edge + self._gap) - self._gap
        return QSize(width + 1, self._edge + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shades, the empty one where reading begins."""
        painter = QPainter(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for heat in range(HEATS + 1):
            place = HEATS - heat if rtl else heat
            painter.setPen(colour("line_strong"))
            painter.setBrush(colour(f"heat_{heat}"))
            x = place * (self._edge + self._gap)
            painter.drawRect(x, 0, self._edge, self._edge)
        painter.end()

"""A match as a card on a day: an hour, two sides, its category, what clashes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sportsec.domain.day_clashes import OFF, Clash
from sportsec.queries.agenda_days import BoardMatch
from sportsec.ui.language import label, words
from sportsec.ui.match_look import CATEGORY_LEVELS
from sportsec.ui.pages.agenda.wording import (
    clash_words,
    hour_of,
    short_sides_of,
    shortest_sides_of,
    status_of,
)
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.shapes import draw_shape
from sportsec.ui.widgets.shortened import in_two_lines, shortened

MATCH_ROLE = Qt.ItemDataRole.UserRole
PAD, GAP, STRIPE = 6, 4, 4
#: What a card has less than its day, for its lines; how far the rest of a name stands.
FRAME, INDENT = 2 * PAD + 1, 8
#: Width of a day, in pixels, from which on a category stands beside the hour.
NARROW = 126
#: A city that has two matches is told, a stadium that has two is a warning.
_LEVELS = {Clash.CITY: "info"}

_Index = QModelIndex | QPersistentModelIndex


class _Line(NamedTuple):
    """A line of a card; without a level it is a name, or the rest of one."""

    text: str
    level: str = ""
    indent: int = 0


def clash_level(kinds: tuple[Clash, ...]) -> str:
    """Return how grave clashes are, by the gravest."""
    return _LEVELS.get(kinds[0], "warn")


class MatchCard(QStyledItemDelegate):
    """Draws the cards of one day.

    Args:
        compact: As the month shows a match: in one line, in two where the hour and the
            sides have no room beside each other.
    """

    def __init__(self, parent: QListView, *, compact: bool) -> None:
        super().__init__(parent)
        self.compact = compact

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a card; it is as wide as its day."""
        line = option.fontMetrics.height()
        shown = option.widget
        width = shown.viewport().width() if isinstance(shown, QListView) else 0
        if self.compact:
            is_one = _in_one_line(index.data(MATCH_ROLE), option, width - FRAME)
            return QSize(40, line if is_one else 2 * line)
        lines = len(_lines(index.data(MATCH_ROLE), option, width - FRAME))
        return QSize(40, (lines + 1) * (line + 1) + 2 * PAD + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw one card."""
        match: BoardMatch = index.data(MATCH_ROLE)
        shown = option.widget
        high = shown.viewport().height() if isinstance(shown, QListView) else 0
        is_below = self.compact and option.rect.top() > 0
        if is_below and not self.is_told(option, index, high):
            return  # the head of the day says how many there are besides
        state = option.state
        gap = 1 if self.compact else GAP // 2
        box = option.rect.adjusted(1, gap, -1, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        # Else two codes alone would be read from the left on an Arabic screen.
        painter.setLayoutDirection(option.direction)
        current = bool(state & QStyle.StateFlag.State_Selected)
        _draw_ground(painter, box, match, option.direction, current=current)
        inner = box.adjusted(PAD, 0, -PAD + 2, 0)
        inner = _visual(option, box, inner.adjusted(1, 0, 0, 0))
        if self.compact:
            _draw_short(painter, option, inner, match)
        else:
            _draw_card(painter, option, inner.adjusted(0, PAD, 0, -PAD), match)
        painter.restore()

    def is_told(self, option: QStyleOptionViewItem, index: _Index, high: int) -> bool:
        """Say whether a card can be read: when the match is, and who plays.

        The first in sight is shown as far as there is room, if only by its hour.

        Args:
            high: How high what shows the cards is, in pixels.
        """
        box, line = option.rect, option.fontMetrics.height()
        if box.top() <= 0:
            return bool(box.top() == 0 and line <= high)
        if self.compact:
            return bool(box.bottom() <= high)  # its last row of pixels is a gap
        room = box.width() - FRAME
        lines = _lines(index.data(MATCH_ROLE), option, room)
        names = max(at for at, each in enumerate(lines, start=1) if not each.level)
        told = GAP // 2 + PAD + (names + 1) * (line + 1)
        return bool(box.top() + told <= high)


def _ink(match: BoardMatch) -> str:
    return "faint" if not match.is_wanted or match.status in OFF else "text"


def _is_narrow(option: QStyleOptionViewItem) -> bool:
    """Say whether hour and category have no room beside each other."""
    shown = option.widget
    return isinstance(shown, QListView) and shown.viewport().width() < scaled(NARROW)


def _lines(match: BoardMatch, option: QStyleOptionViewItem, room: int) -> list[_Line]:
    """Return the lines below the hour; a name that has no room takes two."""
    found: list[_Line] = []
    if match.category and _is_narrow(option):
        level = CATEGORY_LEVELS[match.category]
        found.append(_Line(label(match.category), level))
    for name in (match.home, match.away):
        first, rest = in_two_lines(words(name), option.fontMetrics, room)
        found.append(_Line(first))
        if rest:
            found.append(_Line(rest, indent=INDENT))
    if status_of(match):
        found.append(_Line(status_of(match), "muted"))
    kinds = tuple(kind for kind, _others in match.clashes)
    found += [_Line(clash_words([kind]), clash_level((kind,))) for kind in kinds[:2]]
    return found


def _draw_ground(
    painter: QPainter,
    box: QRect,
    match: BoardMatch,
    direction: Qt.LayoutDirection,
    *,
    current: bool,
) -> None:
    """Draw the card itself; its stripe is the colour of the category."""
    pen = QPen(colour("accent" if current else "line"), 2 if current else 1)
    if not match.is_wanted:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(colour("selection" if current else "surface"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    level = CATEGORY_LEVELS[match.category] if match.category else "muted"
    stripe = QRect(box.x() + 1, box.y() + 2, STRIPE, box.height() - 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"level_{level}_ink"))
    painter.drawRect(QStyle.visualRect(direction, box, stripe))


def _in_one_line(match: BoardMatch, option: QStyleOptionViewItem, room: int) -> bool:
    """Say whether hour, sides and shapes have room beside each other."""
    shapes = len(_shapes(match)) * (_edge(option) + 3)
    beside = room - _hour_width(match, option) - shapes
    return option.fontMetrics.horizontalAdvance(short_sides_of(match)) <= beside


def _draw_short(
    painter: QPainter, option: QStyleOptionViewItem, box: QRect, match: BoardMatch
) -> None:
    """Draw "20:00 WAC–RCA", and the shapes of category and clash at the end.

    Where there is no room for all, the sides stand below: neither which match it is
    nor when it is played is left out.
    """
    one = _in_one_line(match, option, box.width())
    head = box if one else QRect(box.x(), box.y(), box.width(), box.height() // 2)
    edge, room, width = _edge(option), box.width(), _hour_width(match, option)
    for level in reversed(_shapes(match)):
        room -= edge + 3
        mark = QRect(box.x() + room + 3, head.center().y() - edge // 2, edge, edge)
        ink = colour(f"level_{level}_ink")
        draw_shape(painter, level, QRectF(_visual(option, box, mark)), ink)
    painter.setFont(_bold(option))
    hours = QRect(0, 0, width, 0)
    _text(painter, option, head, hours, hour_of(match), _ink(match))
    painter.setFont(option.font)
    if one:
        rest = QRect(width, 0, room - width, 0)
        _text(painter, option, head, rest, short_sides_of(match), _ink(match))
    else:
        below = box.adjusted(0, head.height(), 0, 0)
        sides = _fitting_sides(match, option, box.width())
        _text(painter, option, below, QRect(0, 0, box.width(), 0), sides, _ink(match))


def _fitting_sides(match: BoardMatch, option: QStyleOptionViewItem, room: int) -> str:
    """Return both clubs, the shorter where they have no room."""
    sides = short_sides_of(match)
    is_wide = option.fontMetrics.horizontalAdvance(sides) > room
    return shortest_sides_of(match) if is_wide else sides


def _bold(option: QStyleOptionViewItem) -> QFont:
    bold = QFont(option.font)
    bold.setBold(True)
    return bold


def _hour_width(match: BoardMatch, option: QStyleOptionViewItem) -> int:
    return QFontMetrics(_bold(option)).horizontalAdvance(hour_of(match)) + 5


def _edge(option: QStyleOptionViewItem) -> int:
    """Return the edge of a shape that stands in a line."""
    return option.fontMetrics.ascent() - 3


def _shapes(match: BoardMatch) -> list[str]:
    found = [CATEGORY_LEVELS[match.category]] if match.category else []
    kinds = tuple(kind for kind, _others in match.clashes)
    return [*found, clash_level(kinds)] if kinds else found


def _draw_card(
    painter: QPainter, option: QStyleOptionViewItem, box: QRect, match: BoardMatch
) -> None:
    """Draw hour and category, the sides, and what has to be said."""
    line = option.fontMetrics.height() + 1
    head = QRect(box.x(), box.y(), box.width(), line)
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(bold)
    width = painter.fontMetrics().horizontalAdvance(hour_of(match)) + 8
    _text(painter, option, head, QRect(0, 0, width, 0), hour_of(match), _ink(match))
    painter.setFont(option.font)
    if match.category and not _is_narrow(option):
        rest = QRect(head.x() + width, head.y(), head.width() - width, line)
        level = CATEGORY_LEVELS[match.category]
        _leveled(painter, option, head, rest, (label(match.category), level))
    for at, each in enumerate(_lines(match, option, box.width()), start=1):
        row = head.translated(0, at * line)
        if each.level:
            _leveled(painter, option, row, row, (each.text, each.level))
        else:
            part = QRect(each.indent, 0, row.width() - each.indent, 0)
            _text(painter, option, row, part, each.text, _ink(match))


def _leveled(
    painter: QPainter,
    option: QStyleOptionViewItem,
    row: QRect,
    place: QRect,
    said: tuple[str, str],
) -> None:
    """Draw a shape and a text in the ink of a level, inside a row."""
    text, level = said
    edge = option.fontMetrics.ascent() - 3
    mark = QRect(place.x() + 1, place.center().y() - edge // 2, edge, edge)
    ink = colour(f"level_{level}_ink")
    draw_shape(painter, level, QRectF(_visual(option, row, mark)), ink)
    start = place.x() - row.x() + edge + 6
    rest = QRect(start, 0, row.width() - start, 0)
    _text(painter, option, row, rest, text, f"level_{level}_ink")


def _text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    row: QRect,
    part: QRect,
    text: str,
    ink: str,
) -> None:
    """Draw a text into a part of a row, counted from the side where reading begins."""
    place = QRect(row.x() + part.x(), row.y(), part.width(), row.height())
    shown = shortened(text, painter.fontMetrics(), place.width())
    painter.setPen(colour(ink))
    align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
    painter.drawText(
        _visual(option, row, place), align | Qt.AlignmentFlag.AlignVCenter, shown
    )


def _visual(option: QStyleOptionViewItem, row: QRect, place: QRect) -> QRect:
    return QStyle.visualRect(option.direction, row, place)

"""The list below the search field: headings and lines, drawn in reading direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.frame.finder_entries import Entry
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.shortened import shortened

ENTRY = int(Qt.ItemDataRole.UserRole)
#: Whether a line that is no entry stands under entries, not above them.
NOTE = ENTRY + 1
_Index = QModelIndex | QPersistentModelIndex
_PAD, _GAP, _ICON, _RADIUS, _BAR = 10, 10, 18, 6, 3


class FinderList(QFrame):
    """Shows entries by sections; emits `picked(entry)` when one is clicked.

    It lies over the window and never takes the focus from the field.
    """

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "finder")
        self.list = QListWidget()
        self.list.setProperty("role", "finder")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Search results"))
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setMouseTracking(True)
        self.list.setMinimumHeight(1)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setHorizontalScrollBarPolicy(off)
        self.hint = text_label("", "caption")
        self.hint.setContentsMargins(_PAD, 4, _PAD, 4)
        self._was_moved = False
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.setSpacing(2)
        box.addWidget(self.list, 1)
        box.addWidget(self.hint)
        self.list.itemClicked.connect(self._pick)
        self.hide()

    def show_sections(self, sections: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        """Show entries under their headings, the first one chosen.

        An entry that had been chosen with the arrows stays chosen if it is there.
        """
        before = self.current() if self._was_moved else None
        self.list.clear()
        for heading, entries in sections:
            self._add_line(tr(heading))
            for entry in entries:
                self._add_entry(entry)
                if entry.more_follow:
                    self._add_line(tr("… and more: go on typing"), is_note=True)
        if not sections:
            self._add_line(tr("Nothing found."))
        rows = self._rows()
        same = [row for row in rows if _is_same(self._entry(row), before)]
        self._was_moved = bool(same)
        self.list.setCurrentRow((same or rows or [-1])[0])

    def current(self) -> Entry | None:
        """Return the entry chosen."""
        row = self.list.currentRow()
        return self._entry(row) if row >= 0 else None

    def step(self, by: int) -> None:
        """Choose another entry, over the headings and round the ends."""
        rows = self._rows()
        if rows:
            at = rows.index(self.list.currentRow()) if self.current() else -1
            self._was_moved = True
            self.list.setCurrentRow(rows[(at + by) % len(rows)])
            if self.list.currentRow() == rows[0]:
                self.list.scrollToTop()  # its heading with it

    def forget(self) -> None:
        """Begin anew: nothing was chosen."""
        self._was_moved = False

    def entries(self) -> list[Entry]:
        """Return what is shown, in order."""
        shown = map(self._entry, range(self.list.count()))
        return [entry for entry in shown if entry is not None]

    def height_wanted(self) -> int:
        """Return the height that shows everything."""
        rows = range(self.list.count())
        lines = sum(self.list.sizeHintForRow(row) for row in rows)
        return lines + self.hint.sizeHint().height() + 20

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the entry chosen in view where the list has become lower."""
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def _rows(self) -> list[int]:
        rows = range(self.list.count())
        return [row for row in rows if self._entry(row) is not None]

    def _entry(self, row: int) -> Entry | None:
        entry: Entry | None = self.list.item(row).data(ENTRY)
        return entry

    def _add_line(self, text: str, *, is_note: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(NOTE, is_note)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add_entry(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.title)
        said = (entry.title, entry.beside, entry.keys)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))
        item.setData(ENTRY, entry)
        self.list.addItem(item)

    def _pick(self, item: QListWidgetItem) -> None:
        entry = item.data(ENTRY)
        if entry is not None:
            self.picked.emit(entry)


def _is_same(entry: Entry | None, before: Entry | None) -> bool:
    if entry is None or before is None:
        return False
    mine = (entry.section, entry.title, entry.beside, entry.name)
    return mine == (before.section, before.title, before.beside, before.name)


class _Lines(QStyledItemDelegate):
    """Draws a heading small and soft; an entry with icon, title, rest and keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a line; its width is that of the list."""
        self.initStyleOption(option, index)
        is_entry = index.data(ENTRY) is not None
        return QSize(0, option.fontMetrics.height() + scaled(14 if is_entry else 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw a line."""
        self.initStyleOption(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        entry = index.data(ENTRY)
        if entry is None and index.data(NOTE):
            _draw_note(painter, option)
        elif entry is None:
            _draw_heading(painter, option)
        else:
            _draw_ground(painter, option)
            _draw_entry(painter, option, entry)
        painter.restore()


def _draw_heading(painter: QPainter, option: QStyleOptionViewItem) -> None:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    box = option.rect.adjusted(_PAD, scaled(4), -_PAD, 0)
    _draw_text(painter, option, box, option.text, "soft")


def _draw_note(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw a line that goes on from the titles above it."""
    painter.setFont(option.font)
    box = option.rect.adjusted(_PAD + scaled(_ICON) + _GAP, 0, -_PAD, 0)
    _draw_text(painter, option, box, option.text, "soft")


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Mark the line chosen by its ground and a bar where reading starts."""
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not is_chosen and not is_under:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("selection" if is_chosen else "hover"))
    painter.drawRoundedRect(option.rect, _RADIUS, _RADIUS)
    if is_chosen:
        line = option.rect
        bar = QRect(line.x(), line.y() + 5, _BAR, line.height() - 10)
        painter.setBrush(colour("accent"))
        painter.drawRect(QStyle.visualRect(option.direction, line, bar))


def _draw_entry(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    painter.setFont(option.font)
    metrics = option.fontMetrics
    edge = scaled(_ICON)
    line = option.rect.adjusted(_PAD, 0, -_PAD, 0)
    mark = QRect(line.x(), line.center().y() - edge // 2, edge, edge)
    visual = QStyle.visualRect
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    mode = QIcon.Mode.Selected if is_chosen else QIcon.Mode.Normal
    place = visual(option.direction, option.rect, mark)
    icon(entry.icon).paint(painter, place, mode=mode)
    left, right = line.x() + edge + _GAP, line.right()
    if entry.keys:
        width = metrics.horizontalAdvance(entry.keys)
        keys = QRect(right - width, line.y(), width, line.height())
        right -= width + 2 * _GAP
        _draw_text(painter, option, keys, entry.keys, "soft")
    width = min(metrics.horizontalAdvance(entry.title) + 2, right - left)
    title = QRect(left, line.y(), width, line.height())
    _draw_text(painter, option, title, entry.title, "text")
    left += width + _GAP
    if entry.beside and right - left > 2 * edge:
        beside = QRect(left, line.y(), right - left, line.height())
        _draw_text(painter, option, beside, entry.beside, "soft")


def _draw_text(
    painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, ink: str
) -> None:
    """Draw a text where reading starts in a box that is given as if from the left."""
    shown = shortened(text, painter.fontMetrics(), box.width() + 1)
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setPen(colour(ink))
    box = QStyle.visualRect(option.direction, option.rect, box)
    painter.drawText(box, int(align), shown)

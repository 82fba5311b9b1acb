"""The form of a sector or gate: short fields stand beside each other.

Under a table such a form is wide, beside it narrow; one field a line would waste the
room of the first and make the second long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLayoutItem,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Card
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.form import Bind, Form, Part

GAP = 12
#: The narrowest column, and what a text in three languages asks for.
COLUMN, WORDS = 112, 240

Placed = tuple[QLayoutItem, QRect]


class PartForm(Form):
    """A form whose fields take as many columns as they need."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(parts, stacked=True)

    def _part(self, part: Part) -> QWidget:
        card = Card(part.title)
        rows = FieldRows(gap=scaled(GAP))
        for bind in part.binds:
            label = self._label(bind)
            rows.addWidget(FieldCell(bind, label, self._holder(bind, label)))
        card.body.addLayout(rows)
        return card


class FieldCell(QWidget):
    """A field under its label, with what is said of it."""

    def __init__(self, bind: Bind, label: QLabel, holder: QWidget) -> None:
        super().__init__()
        self._field = bind.field
        self._label = label
        if isinstance(bind.field, ChoiceField):
            bind.field.combo.setMinimumContentsLength(0)  # `needed` measures its texts
        wide = label.fontMetrics().horizontalAdvance
        # A label reads well on two lines, a hint in its small letters on three.
        self._words = max(wide(label.text()) // 2, wide(bind.hint) // 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addWidget(label)
        box.addWidget(holder)
        box.addStretch(1)

    def needed(self) -> int:
        """Return the width that shows all of it."""
        own = self._field.minimumSizeHint().width()
        if isinstance(self._field, WordsField):
            own = max(own, scaled(WORDS))
        elif isinstance(self._field, ChoiceField):
            own += _widest(self._field.combo)
        return max(own, self._words)

    def label_height(self, width: int) -> int:
        """Return how high the label is at a width."""
        return self._label.heightForWidth(width)


class FieldRows(FlowLayout):
    """Puts the cells of fields into columns of one width; some take several."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height; the inputs of a row begin under its highest label."""
        y = rect.y()
        for row in self._rows(rect):
            labels = [_label_height(item, place.width()) for item, place in row]
            for (item, place), label in zip(row, labels, strict=True):
                place.moveTop(y + max(labels) - label)
                place.setHeight(item.heightForWidth(place.width()))
            if move:
                self._move(row, rect)
            y = max(place.bottom() for _item, place in row) + 1
        return y - rect.y()

    def _move(self, row: Sequence[Placed], whole: QRect) -> None:
        parent = self.parentWidget()
        rtl = parent is not None and parent.isRightToLeft()
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        for item, place in row:
            item.setGeometry(QStyle.visualRect(way, whole, place))

    def _rows(self, rect: QRect) -> Iterator[list[Placed]]:
        """Yield what stands beside each other, with its place from left to right."""
        gap = self._gap
        columns = max(1, (rect.width() + gap) // (scaled(COLUMN) + gap))
        step = (rect.width() + gap) / columns
        row: list[Placed] = []
        at = 0
        for item in self._items:
            span = min(columns, ceil((_needed(item) + gap) / step))
            if row and at + span > columns:
                yield _filled(row, rect)
                row, at = [], 0
            left, right = round(at * step), round((at + span) * step)
            row.append((item, QRect(rect.x() + left, 0, right - left - gap, 0)))
            at += span
        if row:
            yield _filled(row, rect)


def _filled(row: list[Placed], whole: QRect) -> list[Placed]:
    """Give the last of a row what is left: a hint may need it."""
    row[-1][1].setRight(whole.right())
    return row


def _widest(combo: QComboBox) -> int:
    wide = combo.fontMetrics().horizontalAdvance
    return max((wide(combo.itemText(at)) for at in range(combo.count())), default=0)


def _needed(item: QLayoutItem) -> int:
    cell = item.widget()
    return cell.needed() if isinstance(cell, FieldCell) else 0


def _label_height(item: QLayoutItem, width: int) -> int:
    cell = item.widget()
    return cell.label_height(width) if isinstance(cell, FieldCell) else 0

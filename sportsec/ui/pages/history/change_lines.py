"""The changes of one act, field by field: what stood there, what stands there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.history import ChangeKind, ChangeRow, Gap
from sportsec.domain.plain_text import without_turns
from sportsec.i18n.history_words import (
    change_words,
    mention_words,
    told_values,
    value_text,
)
from sportsec.ui.language import in_reading_direction, is_rtl, isolate, tr, translator
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import text_label

Restore = Callable[[ChangeRow], object]
_LEAST_NAME = 130
#: Above the letters: marks of Arabic, as in "أُضيف", are higher than their font says.
_MARKS = 3
#: Letters up to which a value stands in one line with the other.
_LINE = 40
#: What happened to a field that had no other value before, or whose value is gone.
_WITHOUT_OLD = {ChangeKind.CREATED, ChangeKind.ERASED, ChangeKind.CONFIRMED}
#: Codes are one long word: a line may end within them, where Qt would cut them.
_BREAKABLE = "_\u200b"


class ChangeLines(QWidget):
    """Names of fields, old values, new values; a button where one can be restored.

    They are as wide as there is room: one long code would otherwise push the ends of
    all that stands above it out of the panel. What changed as one comes back as one, by
    one button: beside the first of its fields.

    Args:
        about: The record on view: its own changes need no name.
        restore: Brings the old value back; None where that is not offered.
    """

    def __init__(
        self,
        changes: Sequence[ChangeRow],
        *,
        about: UUID | None = None,
        restore: Restore | None = None,
    ) -> None:
        super().__init__()
        self.restore_buttons: dict[int, QToolButton] = {}
        self._beside: dict[int, list[QWidget]] = {1: [], 2: []}  # by column
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, scaled(_LEAST_NAME))
        self._grid.setColumnStretch(1, 1)
        shown, whole = about, defaultdict[int, list[ChangeRow]](list)
        for change in changes:
            whole[change.op].append(change)
        for change in changes:
            if change.record.id != shown:
                self._add_heading(change)
                shown = change.record.id
            self._add(change, whole[change.op], restore)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the values the room of the names, where they need it."""
        super().resizeEvent(event)
        columns = self._beside.values()
        taken = len(columns) * self._grid.horizontalSpacing()
        for parts in columns:
            taken += max((part.minimumSizeHint().width() for part in parts), default=0)
        left = max(0, self.width() - taken)
        self._grid.setColumnMinimumWidth(0, min(scaled(_LEAST_NAME), left))

    def _add_heading(self, change: ChangeRow) -> None:
        heading = text_label(
            mention_words(translator(), change.record), "value", wrap=True
        )
        heading.setProperty("strong", True)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)

    def _add(
        self, change: ChangeRow, whole: Sequence[ChangeRow], restore: Restore | None
    ) -> None:
        t, line = translator(), self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        name = text_label(change_words(t, change), "field", wrap=True)
        cells = [name]
        self._grid.addWidget(name, line, 0, top)
        if _is_of_sentences(change):
            texts = _Texts(change)
            cells.append(texts.first)
            self._put(texts, line, 1)
        elif said := _said(change):
            value = _value(said)
            cells.append(value)
            self._put(value, line, 1)
        for cell in cells:
            cell.setContentsMargins(0, scaled(_MARKS), 0, 0)
        if change.is_conflict:
            self._put(Badge(tr("In conflict"), "warn"), line, 2)
        elif restore is not None and _is_restored_by(change, whole):
            button = self._button(whole, restore)
            self._put(button, line, 2)
            _lower(cells, button)

    def _put(self, part: QWidget, line: int, column: int) -> None:
        """Put a part beside the name of its field."""
        self._grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
        self._beside[column].append(part)

    def _button(self, whole: Sequence[ChangeRow], restore: Restore) -> QToolButton:
        first, *others = whole
        text = tr("Restore this value: {value}", value=_old(first))
        if others:
            told = told_values(translator(), [(each.field, each.old) for each in whole])
            text = tr("Restore these values: {values}", values=tr(", ").join(told))
        button = sign_button("undo", text, lambda: restore(first))
        self.restore_buttons[first.op] = button
        return button


class _Texts(QWidget):
    """The old text above the new one, each in the direction of its own script."""

    def __init__(self, change: ChangeRow) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self.first = text_label(tr("Before"), "caption")
        box.addWidget(self.first)
        box.addWidget(_value(without_turns(_old(change))))
        box.addWidget(text_label(tr("After"), "caption"))
        box.addWidget(_value(without_turns(_new(change))))


def _value(text: str) -> QLabel:
    value = text_label(text.replace("_", _BREAKABLE), "value", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return value


def _is_of_sentences(change: ChangeRow) -> bool:
    """Say whether a value changed that an arrow cannot lead from or to.

    A text of several lines ends what holds the two values apart.
    """
    if change.kind in _WITHOUT_OLD or not change.field:
        return False
    texts = (one for one in (change.old, change.new) if isinstance(one, str))
    return any("\n" in text or len(text) > _LINE for text in texts)


def _lower(cells: Iterable[QLabel], button: QToolButton) -> None:
    """Let the first line of texts stand level with the middle of a button."""
    button.ensurePolished()
    for cell in cells:
        above = (button.sizeHint().height() - cell.fontMetrics().height()) // 2
        cell.setContentsMargins(0, max(above, 0), 0, 0)


def _said(change: ChangeRow) -> str:
    """Return "old → new" in the reading direction."""
    if not change.field and change.kind is not ChangeKind.ERASED:
        return ""
    new = _new(change)
    if change.kind in _WITHOUT_OLD:
        return new
    old, new = isolate(_old(change)), isolate(new)
    return in_reading_direction(f"{old}  {'←' if is_rtl() else '→'}  {new}")


def _old(change: ChangeRow) -> str:
    return value_text(translator(), change.field, change.old)


def _new(change: ChangeRow) -> str:
    return value_text(translator(), change.field, change.new)


def _is_restored_by(change: ChangeRow, whole: Sequence[ChangeRow]) -> bool:
    """Say whether the button of what changed as one stands beside this field."""
    return change is whole[0] and all(map(_can_restore, whole))


def _can_restore(change: ChangeRow) -> bool:
    return (
        change.kind is ChangeKind.CHANGED
        and not isinstance(change.old, Gap)
        and change.old != change.new
    )

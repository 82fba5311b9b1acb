"""The changes of one act, field by field: what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from sportsec.domain.history import ChangeKind, ChangeRow, Gap
from sportsec.i18n.history_words import change_words, mention_words, value_text
from sportsec.ui.language import in_reading_direction, is_rtl, isolate, tr, translator
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import text_label

Restore = Callable[[ChangeRow], object]
_LEAST_NAME = 130
#: What happened to a field that had no other value before, or whose value is gone.
_WITHOUT_OLD = {ChangeKind.CREATED, ChangeKind.ERASED, ChangeKind.CONFIRMED}


class ChangeLines(QWidget):
    """Names of fields, old values, new values; a button where one can be restored.

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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, scaled(_LEAST_NAME))
        self._grid.setColumnStretch(1, 1)
        shown = about
        for change in changes:
            if change.record.id != shown:
                self._add_heading(change)
                shown = change.record.id
            self._add(change, restore)

    def _add_heading(self, change: ChangeRow) -> None:
        heading = text_label(
            mention_words(translator(), change.record), "value", wrap=True
        )
        heading.setProperty("strong", True)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 3)

    def _add(self, change: ChangeRow, restore: Restore | None) -> None:
        t, line = translator(), self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        name = text_label(change_words(t, change), "field", wrap=True)
        cells = [name]
        self._grid.addWidget(name, line, 0, top)
        said = _said(change)
        if said:
            value = text_label(said, "value", wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cells.append(value)
            self._grid.addWidget(value, line, 1, top)
        if change.is_conflict:
            self._grid.addWidget(Badge(tr("In conflict"), "warn"), line, 2, top)
        elif restore is not None and _can_restore(change):
            button = self._button(change, restore)
            self._grid.addWidget(button, line, 2, top)
            _lower(cells, button)

    def _button(self, change: ChangeRow, restore: Restore) -> QToolButton:
        text = tr("Restore this value: {value}", value=_old(change))
        button = sign_button("undo", text, lambda: restore(change))
        self.restore_buttons[change.op] = button
        return button


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
    new = value_text(translator(), change.field, change.new)
    if change.kind in _WITHOUT_OLD:
        return new
    old, new = isolate(_old(change)), isolate(new)
    return in_reading_direction(f"{old}  {'←' if is_rtl() else '→'}  {new}")


def _old(change: ChangeRow) -> str:
    return value_text(translator(), change.field, change.old)


def _can_restore(change: ChangeRow) -> bool:
    return (
        change.kind is ChangeKind.CHANGED
        and not isinstance(change.old, Gap)
        and change.old != change.new
    )

"""What every field of a form can do: hold a value, say it changed, show a problem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from sportsec.ui.language import tr
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.cards import start

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def latin_digits(text: str) -> str:
    """Turn Arabic-Indic digits, as some keyboards type them, into Latin ones."""
    return text.translate(_DIGITS)


class Field(QWidget):
    """Base of all fields.

    A subclass adds its widgets to `self.box`, lists them in `inputs()`, emits
    `changed` after an edit and implements `value` and `set_value`.

    Signals:
        left: The officer left it, and what was typed is no value.
    """

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def value(self) -> Any:
        """Return what the field holds, as the draft wants it."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value of the draft; does not count as an edit by the officer."""
        raise NotImplementedError

    def inputs(self) -> Sequence[QWidget]:
        """Return the widgets that take the focus."""
        raise NotImplementedError

    def offered(self) -> Sequence[Any]:
        """Return the values it offers, where it offers some."""
        return ()

    def complaint(self) -> str:
        """Return why the text typed is no value at all; empty if it is one."""
        return ""

    def is_choosing(self) -> bool:
        """Say whether what was typed is no value yet: the officer still chooses."""
        return False

    def mark(self, level: str) -> None:
        """Frame the inputs as "block" or "warn"; "" takes the frame away."""
        for widget in self.inputs():
            if (widget.property("level") or "") != level:
                widget.setProperty("level", level)
                restyle(widget)

    def call(self, name: str) -> None:
        """Tell screen readers what the field is."""
        self.setAccessibleName(name)
        for widget in self.inputs():
            own = widget.accessibleName()
            part = widget.property("part")
            if part:
                said = tr("{name}: {text}", name=name, text=part)
                widget.setAccessibleName(said)
            elif not own:
                widget.setAccessibleName(name)

    def line_height(self) -> int:
        """Return the height of the first line, for the label beside it."""
        return self.inputs()[0].sizeHint().height()

    def least_width(self) -> int:
        """Return the width in which all of it can be read."""
        return self.minimumSizeHint().width()

    def focus(self) -> None:
        """Put the cursor into the field."""
        self.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)


def ltr_line(width_chars: int = 0) -> QLineEdit:
    """Return an input for numbers, dates, phones: always left to right.

    In an Arabic form it stands at the right like its neighbours.
    """
    line = QLineEdit()
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    line.setAlignment(start())
    if width_chars:
        room = line.fontMetrics().horizontalAdvance("0") * width_chars
        line.setFixedWidth(room + 28)
    return line

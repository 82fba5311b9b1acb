"""Plain fields: text, lines of text, numbers, yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sportsec.ui.language import is_rtl, tr
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.field import Field, latin_digits, ltr_line
from sportsec.ui.widgets.lines_edit import LinesEdit
from sportsec.ui.widgets.sides import align_lines


class TextField(Field):
    """One line of text; a `str`.

    Args:
        ltr: For codes, addresses, numbers of documents: never mirrored.
    """

    def __init__(
        self, placeholder: str = "", *, ltr: bool = False, max_length: int = 500
    ) -> None:
        super().__init__()
        self.line = ltr_line() if ltr else QLineEdit()
        self.line.setAlignment(start())
        self.line.setPlaceholderText(placeholder)
        self.line.setMaxLength(max_length)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.box.addWidget(self.line)

    def value(self) -> str:
        """Return the text without spaces round it."""
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self.line.setText(value or "")

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)


def lines_in(edit: QPlainTextEdit) -> str:
    """Return what lines were typed, with their blanks as they were written.

    Qt's own `toPlainText` makes common blanks of those that do not break: a text that
    nobody touched would be saved as another.
    """
    return re.sub("[\u2028\u2029]", "\n", edit.document().toRawText()).strip()


class LinesField(Field):
    """Several lines of text; a `str`.

    Args:
        lines: How many there is room for; it grows with more.
    """

    def __init__(self, placeholder: str = "", *, lines: int = 4) -> None:
        super().__init__()
        self.edit = LinesEdit(lines)
        align_lines(self.edit, right=is_rtl())
        self.edit.setPlaceholderText(placeholder)
        self._loading = False
        self.edit.textChanged.connect(self._edited)
        self.box.addWidget(self.edit)

    def value(self) -> str:
        """Return the text without blank lines round it."""
        return lines_in(self.edit)

    def set_value(self, value: Any) -> None:
        """Show a text; None shows nothing."""
        self._loading = True
        self.edit.show_text(value or "")
        self._loading = False

    def inputs(self) -> Sequence[QWidget]:
        """Return the text area."""
        return (self.edit,)

    def line_height(self) -> int:
        """Return the height of one line."""
        return self.edit.fontMetrics().height() + 16

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()


class _NumberField(Field):
    """A typed number with its unit behind it; empty means not known."""

    chars = 10

    def __init__(self, unit: str = "") -> None:
        super().__init__()
        self.line = ltr_line(self.chars)
        self.line.textEdited.connect(self._edited)
        self.unit = QLabel(unit)
        self.unit.setProperty("role", "caption")
        self.box.addWidget(self.line)
        self.box.addWidget(self.unit)
        self.box.addStretch(1)

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def _edited(self, text: str) -> None:
        latin = latin_digits(text)
        if latin != text:
            self.line.setText(latin)
        self.changed.emit()

    def _text(self) -> str:
        return "".join(latin_digits(self.line.text()).split())


class IntegerField(_NumberField):
    """A whole number with its unit; an `int`, or None when empty.

    Args:
        least: Smallest value that is taken.
        most: Largest value that is taken.
    """

    def __init__(
        self, unit: str = "", *, least: int = 0, most: int = 10_000_000
    ) -> None:
        super().__init__(unit)
        self.least = least
        self.most = most

    def value(self) -> int | None:
        """Return the number; None when empty or not a number."""
        try:
            return int(self._text())
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        """Show a number; None shows nothing."""
        self.line.setText("" if value is None else str(value))

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if not self._text():
            return ""
        number = self.value()
        if number is None:
            return tr("This is not a whole number")
        if not self.least <= number <= self.most:
            return tr(
                "Between {least} and {most}, please", least=self.least, most=self.most
            )
        return ""


class DecimalField(_NumberField):
    """A number with decimals and its unit; a `Decimal`, or None when empty.

    Args:
        as_float: Give a `float` instead, for drafts that hold coordinates and rates.
    """

    chars = 12

    def __init__(self, unit: str = "", *, as_float: bool = False) -> None:
        super().__init__(unit)
        self._as_float = as_float

    def value(self) -> Decimal | float | None:
        """Return the number; a comma is taken as the decimal point."""
        try:
            number = Decimal(self._text().replace(",", "."))
        except InvalidOperation:
            return None
        if not number.is_finite():
            return None
        return float(number) if self._as_float else number

    def set_value(self, value: Any) -> None:
        """Show a number, a whole one without decimals; None shows nothing."""
        self.line.setText("" if value is None else str(value).removesuffix(".0"))

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self._text() and self.value() is None:
            return tr("This is not a number")
        return ""


class CheckField(Field):
    """Yes or no; a `bool`.

    Args:
        text: Stands beside the box.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.check = QCheckBox(text)
        if text:
            self.check.setAccessibleName(text)
        self.check.clicked.connect(lambda _on: self.changed.emit())
        self.box.addWidget(self.check)
        self.box.addStretch(1)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick or untick; None unticks."""
        self.check.setChecked(bool(value))

    def offered(self) -> Sequence[Any]:
        """Return no and yes."""
        return (False, True)

    def inputs(self) -> Sequence[QWidget]:
        """Return the box."""
        return (self.check,)


class MaybeField(CheckField):
    """Yes, no, or not known; a `bool`, or None."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.check.setTristate(True)

    def value(self) -> bool | None:  # type: ignore[override]  # wider on purpose
        """Return yes, no or None."""
        state = self.check.checkState()
        if state == Qt.CheckState.PartiallyChecked:
            return None
        return state == Qt.CheckState.Checked

    def set_value(self, value: Any) -> None:
        """Show yes, no or not known."""
        if value is None:
            self.check.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.check.setChecked(bool(value))

"""A text in Arabic, French and English, each with its own direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QWidget,
)

from sportsec.domain.words import LANGUAGES, Words
from sportsec.ui.language import NAMES, translator
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import lines_in
from sportsec.ui.widgets.lines_edit import LinesEdit
from sportsec.ui.widgets.sides import absolute, align_lines

_DIRECTION = {
    "ar": Qt.LayoutDirection.RightToLeft,
    "fr": Qt.LayoutDirection.LeftToRight,
    "en": Qt.LayoutDirection.LeftToRight,
}


class WordsField(Field):
    """Three inputs under each other, the language of the screen first; `Words`.

    Args:
        lines: 1 for names; more for texts of several lines.
    """

    def __init__(self, *, lines: int = 1) -> None:
        super().__init__()
        self._loading = False
        self.parts: dict[str, QLineEdit | LinesEdit] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        own = translator().language
        order = [own, *(code for code in LANGUAGES if code != own)]
        for at, code in enumerate(order):
            name = text_label(NAMES[code], "caption")
            part = self._part(code, lines)
            self.parts[code] = part
            side = Qt.AlignmentFlag.AlignVCenter
            if lines > 1:  # beside the first one
                side = Qt.AlignmentFlag.AlignTop
                name.setMinimumHeight(self.line_height())
            grid.addWidget(name, at, 0, side)
            grid.addWidget(part, at, 1)
        self.box.addLayout(grid)

    def value(self) -> Words:
        """Return the three texts without spaces round them."""
        return Words(**{code: _text(part) for code, part in self.parts.items()})

    def set_value(self, value: Any) -> None:
        """Show three texts; None shows nothing."""
        self._loading = True
        for code, part in self.parts.items():
            text = getattr(value, code, "") or ""
            if isinstance(part, QLineEdit):
                part.setText(text)
                if not part.hasFocus():
                    part.home(False)  # a long name shows how it begins
            else:
                part.show_text(text)
        self._loading = False

    def inputs(self) -> Sequence[QWidget]:
        """Return the three inputs, the language of the screen first."""
        return tuple(self.parts.values())

    def focus(self, code: str = "") -> None:
        """Put the cursor behind the text of a language, or of the first."""
        part = self.parts.get(code) or next(iter(self.parts.values()))
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(part, QLineEdit):
            part.end(False)

    def focus_all(self) -> None:
        """Put the cursor into the first text: what is typed replaces all of it."""
        self.focus()
        part = next(iter(self.parts.values()))
        if isinstance(part, QLineEdit):  # from its end: it shows how it begins
            part.setSelection(len(part.text()), -len(part.text()))

    def line_height(self) -> int:
        """Return the height of one line."""
        return self.inputs()[0].fontMetrics().height() + 16

    def _part(self, code: str, lines: int) -> QLineEdit | LinesEdit:
        part: QLineEdit | LinesEdit
        if lines == 1:
            part = QLineEdit()
            part.setAlignment(absolute(right=code == "ar"))
        else:
            part = LinesEdit(lines)
            align_lines(part, right=code == "ar")
        part.setLayoutDirection(_DIRECTION[code])
        part.setProperty("part", NAMES[code])
        part.textChanged.connect(self._edited)
        return part

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()


def _text(part: QLineEdit | LinesEdit) -> str:
    return part.text().strip() if isinstance(part, QLineEdit) else lines_in(part)

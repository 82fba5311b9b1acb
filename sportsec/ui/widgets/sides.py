"""Sides as they are seen: Qt turns "left" and "right" round in Arabic by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit


def absolute(*, right: bool) -> Qt.AlignmentFlag:
    """Return the right side or the left one, whatever the direction."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def align_lines(edit: QPlainTextEdit, *, right: bool) -> None:
    """Let the lines of a field begin at a side.

    Qt would put all of them on the left, Arabic ones too.
    """
    document = edit.document()
    option = document.defaultTextOption()
    option.setAlignment(absolute(right=right))
    document.setDefaultTextOption(option)

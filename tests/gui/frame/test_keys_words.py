"""An empty field of the keys page invites in the words of the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

from sportsec.ui.keys import keymap
from sportsec.ui.main_window import MainWindow


def test_the_invitation_is_ours_also_after_keys_were_changed(
    window: MainWindow, speak: Callable[[str], None]
) -> None:
    speak("ar")
    window.go("keys")
    row = window.page("keys").rows["backups"]
    inner = row.field.findChild(QLineEdit)
    assert inner.placeholderText() == "اضغطوا المفاتيح"
    row.field.setKeySequence(QKeySequence("Ctrl+Shift+F11"))
    row.field.clear()
    assert inner.placeholderText() == "اضغطوا المفاتيح"
    keymap().reset(["backups"])

"""A field of the keys page invites in the language of the screen."""

from __future__ import annotations

from collections.abc import Callable

from sportsec.ui.main_window import MainWindow


def test_the_invitation_stands_while_the_field_listens(
    window: MainWindow, speak: Callable[[str], None]
) -> None:
    speak("ar")
    window.go("keys")
    field = window.page("keys").rows["backups"].field
    assert field.placeholderText() == "—"
    field.listen()
    assert field.placeholderText() == "اضغطوا المفاتيح"

"""Buttons with an icon: beside words, or alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QToolButton

from sportsec.ui.icons import icon

#: Qt leaves four pixels after an icon, which the letters of Arabic fill.
ICON_GAP = " "


class IconButton(QPushButton):
    """A button with an icon and words, and a gap between them.

    Readers hear the words without the gap, or the accessible name that was given.
    """

    def __init__(self, icon_name: str, text: str = "", ink: str = "soft") -> None:
        """Make it.

        Args:
            icon_name: File in `resources/icons` without its ending.
            ink: Colour of the theme, by name.
        """
        super().__init__()
        self._said = ""
        self.setText(text)
        self.setIcon(icon(icon_name, ink))

    def setText(self, text: str) -> None:
        """Say other words; where there is no room for any, readers hear the old."""
        super().setText(f"{ICON_GAP}{text}" if text else "")
        if text and self.accessibleName() in ("", self._said):
            self._said = text
            self.setAccessibleName(text)

    def text(self) -> str:
        """Return the words without the gap."""
        return super().text().removeprefix(ICON_GAP)


def sign_button(
    name: str, tip: str, act: Callable[[], object] | None = None
) -> QToolButton:
    """Return a small button with an icon alone; its tool tip says what it does."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    if act is not None:
        button.clicked.connect(lambda _on: act())
    return button

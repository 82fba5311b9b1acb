"""An icon that stands by itself, in the colours of the theme of the moment."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from sportsec.ui.icons import icon
from sportsec.ui.theme import scaled, signals


class IconLabel(QLabel):
    """Shows an icon; a change of the theme draws it anew.

    Args:
        name: File in `resources/icons` without its ending.
        edge: In pixels, at plain text size.
        ink: Colour of the theme, by name.
    """

    def __init__(self, name: str, edge: int, ink: str = "soft") -> None:
        super().__init__()
        self._name, self._edge, self._ink = name, scaled(edge), ink
        signals().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        drawn = icon(self._name, self._ink)
        self.setPixmap(drawn.pixmap(self._edge, self._edge))

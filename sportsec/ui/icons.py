"""Line icons in the colours of the theme: `icon("search")`.

The names are those of the files in `resources/icons`. An icon draws itself anew after
the theme or the language changed; nobody has to fetch it again.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from sportsec.ui.language import is_rtl
from sportsec.ui.resources import ICONS
from sportsec.ui.theme import colour

#: Icons that point along the reading direction.
MIRRORED = frozenset({"back", "forward", "next", "undo", "redo"})

#: Inks of what cannot be used, and of a row that is chosen: that of its text.
MODES = {QIcon.Mode.Disabled: "off", QIcon.Mode.Selected: "text"}


class LineIcon(QIconEngine):
    """Draws one icon in whatever the theme is at that moment."""

    def __init__(self, name: str, ink: str, checked: str) -> None:
        super().__init__()
        self.name = name
        self.inks = {QIcon.State.Off: ink, QIcon.State.On: checked or ink}

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        """Draw it into `rect`."""
        size = rect.size() * painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it at a size in device pixels."""
        ink = MODES.get(mode) or self.inks[state]
        mirrored = self.name in MIRRORED and is_rtl()
        edge = max(1, min(size.width(), size.height()))
        return draw_icon(self.name, edge, colour(ink).name(), mirrored=mirrored)

    def clone(self) -> QIconEngine:
        """Return a copy."""
        inks = self.inks
        return LineIcon(self.name, inks[QIcon.State.Off], inks[QIcon.State.On])


def icon(name: str, ink: str = "soft", *, checked: str = "") -> QIcon:
    """Return an icon.

    Args:
        name: File in `resources/icons` without its ending.
        ink: Colour of the theme, by name.
        checked: Colour for the pressed state of a checkable button.
    """
    return QIcon(LineIcon(name, ink, checked))


@lru_cache(maxsize=512)
def draw_icon(name: str, edge: int, ink: str, *, mirrored: bool = False) -> QPixmap:
    """Draw an icon.

    Args:
        edge: In device pixels.
        ink: Colour such as "#4C5969".
    """
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", ink).encode()))
    image = QPixmap(QSize(edge, edge))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    if mirrored:
        return image.transformed(QTransform().scale(-1, 1))
    return image

"""Line icons in the colours of the theme: `icon("search")`.

The names are those of the files in `resources/icons`.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from sportsec.ui.language import is_rtl
from sportsec.ui.resources import ICONS
from sportsec.ui.theme import colour

#: Icons that point along the reading direction.
MIRRORED = frozenset({"back", "forward", "next", "undo"})
SIZES = (16, 20, 32, 48)


def icon(name: str, ink: str = "soft", *, checked: str = "") -> QIcon:
    """Return an icon.

    Args:
        name: File in `resources/icons` without its ending.
        ink: Colour of the theme, by name.
        checked: Colour for the pressed state of a checkable button.
    """
    made = QIcon()
    mirrored = name in MIRRORED and is_rtl()
    for size in SIZES:
        made.addPixmap(pixmap(name, size, colour(ink).name(), mirrored=mirrored))
        if checked:
            made.addPixmap(
                pixmap(name, size, colour(checked).name(), mirrored=mirrored),
                QIcon.Mode.Normal,
                QIcon.State.On,
            )
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, ink: str, *, mirrored: bool = False) -> QPixmap:
    """Draw an icon.

    Args:
        size: Edge in device pixels.
        ink: Colour such as "#4C5969".
    """
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", ink).encode()))
    image = QPixmap(QSize(size, size))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    if mirrored:
        return image.transformed(QTransform().scale(-1, 1))
    return image

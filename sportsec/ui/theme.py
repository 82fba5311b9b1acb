"""Colours, style sheet and fonts; the only place that knows what they are.

Pages never name a colour. They say what a thing means:

    widget.setProperty("level", "high")       # see LEVELS
    button.setProperty("primary", True)

and custom painters ask `colour("level_high_ink")`. Names are those of
`resources/styles/light.toml`, which the other themes repeat.
"""

from __future__ import annotations

import tomllib
from string import Template
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sportsec.domain.words import N_
from sportsec.ui.redress import redress
from sportsec.ui.resources import FONTS, STYLES

Shade = Literal["light", "dark", "contrast"]
SHADES: tuple[Shade, ...] = get_args(Shade)

#: What the officer may choose, in English msgids.
SHADE_NAMES = {
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
    "system": N_("Same as the desktop"),
}

#: What a badge, a row or a banner may mean; each has its own colour and shape.
LEVELS = ("low", "medium", "high", "critical", "ok", "info", "warn", "block", "muted")
#: Size of plain text, in points.
POINTS = 10.5
#: Text sizes the officer may choose, in hundredths of plain text.
TEXT_SIZES = ("90", "100", "125", "150", "175", "200")
NORMAL = "100"
#: Sizes of headings, relative to plain text.
SCALE = {
    "title": 1.65,
    "figure": 1.9,
    "brand": 1.25,
    "section": 1.15,
    "caption": 0.92,
}
#: Edges, in pixels, of the small signs beside text: `${px16}` in the style sheet.
EDGES = (11, 12, 14, 16, 20, 22, 24, 26, 28)
#: Families we bundle, best on screen first.
FAMILIES = ("IBM Plex Sans Arabic", "Vazirmatn", "SportSec Symbols")

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "stripe",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "accent_ink",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "tip_ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "stripe",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
}


class Signals(QObject):
    """Tells custom painters that the colours are others now."""

    changed = Signal()


class _Current:
    """The theme in use."""

    shade: Shade = "light"
    scale = 1.0
    colours: dict[str, str] = {}  # noqa: RUF012 - replaced as a whole, never changed
    signals: Signals | None = None
    fonts_loaded = False


def load_colours(shade: Shade) -> dict[str, str]:
    """Return the named colours of a theme."""
    text = (STYLES / f"{shade}.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}


def colour(name: str) -> QColor:
    """Return a named colour of the theme in use."""
    if not _Current.colours:
        _Current.colours = load_colours(_Current.shade)
    return QColor(_Current.colours[name])


def scaled(pixels: int) -> int:
    """Return a length that holds text or stands beside it, at the text size in use."""
    return round(pixels * _Current.scale)


def is_dark() -> bool:
    """Say whether the theme in use is light on dark."""
    return _Current.shade != "light"


def signals() -> Signals:
    """Return the object whose `changed` fires after the theme was switched."""
    if _Current.signals is None:
        _Current.signals = Signals()
    return _Current.signals


def apply_theme(app: QApplication, shade: str, text_size: str = NORMAL) -> None:
    """Dress the whole program.

    Args:
        shade: One of `SHADES`; anything else follows the desktop.
        text_size: One of `TEXT_SIZES`; windows made before keep their measures.
    """
    _Current.shade = _resolve(app, shade)
    _Current.colours = load_colours(_Current.shade)
    if not app.styleSheet():  # the first time
        app.setStyle("Fusion")
    app.setPalette(_palette())
    _Current.scale = int(text_size) / 100
    app.setFont(_font(POINTS * _Current.scale))
    redress(app, _style_sheet(POINTS * _Current.scale))
    signals().changed.emit()


def restyle(widget: QWidget) -> None:
    """Draw a widget anew after one of its properties (`level` …) changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _resolve(app: QApplication, shade: str) -> Shade:
    for known in SHADES:
        if shade == known:
            return known
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _palette() -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, colour(name))
    off = colour("off")
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, off)
    return palette


def _font(points: float) -> QFont:
    families = [name for name in FAMILIES if name in _bundled()]
    font = QFont(families + QFont().families())
    font.setPointSizeF(points)
    return font


def _bundled() -> list[str]:
    """Load the fonts that travel with the program, once."""
    if not _Current.fonts_loaded and FONTS.is_dir():
        for file in sorted(FONTS.rglob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        _Current.fonts_loaded = True
    return QFontDatabase.families()


def _style_sheet(points: float) -> str:
    template = Template((STYLES / "app.qss").read_text(encoding="utf-8"))
    sizes = {f"size_{name}": f"{points * by:.1f}" for name, by in SCALE.items()}
    edges = {f"px{edge}": f"{scaled(edge)}px" for edge in EDGES}
    edges |= {"radio": str(scaled(16) // 2 + 1), "small_box": str(scaled(16) - 2)}
    images = (STYLES / _Current.shade).as_posix()
    return template.substitute(_Current.colours, **sizes, **edges, images=images)

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

from sportsec.ui.resources import FONTS, STYLES

Shade = Literal["light", "dark", "contrast"]
SHADES: tuple[Shade, ...] = get_args(Shade)

#: What a badge, a row or a banner may mean; each has its own colour and shape.
LEVELS = ("low", "medium", "high", "critical", "ok", "info", "warn", "block", "muted")
#: Text sizes the officer may choose, in points.
TEXT_SIZES = {"small": 9.5, "normal": 10.5, "large": 12.5}
#: Sizes of headings, relative to plain text.
SCALE = {
    "title": 1.65,
    "figure": 1.9,
    "brand": 1.25,
    "section": 1.15,
    "caption": 0.92,
}
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


def is_dark() -> bool:
    """Say whether the theme in use is light on dark."""
    return _Current.shade != "light"


def signals() -> Signals:
    """Return the object whose `changed` fires after the theme was switched."""
    if _Current.signals is None:
        _Current.signals = Signals()
    return _Current.signals


def apply_theme(app: QApplication, shade: str, text_size: str = "normal") -> None:
    """Dress the whole program.

    Args:
        shade: One of `SHADES`; anything else follows the desktop.
        text_size: Key of `TEXT_SIZES`.
    """
    _Current.shade = _resolve(app, shade)
    _Current.colours = load_colours(_Current.shade)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette())
    points = TEXT_SIZES[text_size]
    app.setFont(_font(points))
    app.setStyleSheet(_style_sheet(points))
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
    faint = colour("faint")
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
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
    images = (STYLES / _Current.shade).as_posix()
    return template.substitute(_Current.colours, **sizes, images=images)

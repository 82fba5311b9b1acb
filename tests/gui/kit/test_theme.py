"""Colours, fonts and icons of the themes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStyle,
)
from pytestqt.qtbot import QtBot

from sportsec.ui.icons import icon
from sportsec.ui.resources import ICONS, STYLES
from sportsec.ui.theme import (
    LEVELS,
    POINTS,
    SHADES,
    TEXT_SIZES,
    Shade,
    apply_theme,
    colour,
    load_colours,
    scaled,
)
from tests.gui.kit.contrast import contrast

#: What is read on what.
TEXT = [
    *(
        (ink, ground)
        for ink in ("text", "soft", "faint")
        for ground in ("window", "surface", "stripe", "rail", "hover")
    ),
    ("text", "selection"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("accent_soft_ink", "accent_soft"),
    ("danger", "surface"),
    ("danger_ink", "danger"),
    ("tip_ink", "tip"),
    *((f"level_{level}_ink", f"level_{level}") for level in LEVELS),
    *((f"level_{level}_ink", "surface") for level in LEVELS),
]
READABLE = 4.5  # WCAG 2.2, 1.4.3
ENHANCED = 7.0  # WCAG 2.2, 1.4.6
VISIBLE = 3.0  # WCAG 2.2, 1.4.11: borders of fields


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(shade: Shade, ink: str, ground: str) -> None:
    colours = load_colours(shade)
    assert contrast(colours[ink], colours[ground]) >= READABLE


@pytest.mark.parametrize("shade", SHADES)
def test_the_border_of_a_field_can_be_seen(shade: Shade) -> None:
    colours = load_colours(shade)
    assert contrast(colours["field_line"], colours["surface"]) >= VISIBLE


@pytest.mark.parametrize("shade", SHADES)
def test_the_themes_name_the_same_colours(shade: Shade) -> None:
    assert load_colours("light").keys() == load_colours(shade).keys()


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_high_contrast_is_high(ink: str, ground: str) -> None:
    colours = load_colours("contrast")
    assert contrast(colours[ink], colours[ground]) >= ENHANCED


def test_the_style_sheet_names_no_colour_itself() -> None:
    text = (STYLES / "app.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", text.replace("#qt_", "")) == []


@pytest.mark.parametrize("shade", SHADES)
def test_the_themes_draw_the_same_small_signs(shade: Shade) -> None:
    text = (STYLES / "app.qss").read_text(encoding="utf-8")
    for name in re.findall(r"images}/(\w+\.svg)", text):
        assert (STYLES / shade / name).is_file()


def test_what_scrolls_a_high_menu_has_room_of_its_own(
    qapp: QApplication, qtbot: QtBot
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    apply_theme(qapp, "light", "200")
    try:
        menu.ensurePolished()
        metric = QStyle.PixelMetric.PM_MenuScrollerHeight
        assert menu.style().pixelMetric(metric, None, menu) >= scaled(20)
    finally:
        apply_theme(qapp, "light")


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_text_size_is_the_one_chosen(qapp: QApplication, size: str) -> None:
    apply_theme(qapp, "light", size)
    assert qapp.font().pointSizeF() == pytest.approx(POINTS * int(size) / 100)
    assert scaled(200) == 2 * int(size)
    apply_theme(qapp, "light")


def test_the_text_face_holds_arabic_and_latin(qapp: QApplication) -> None:
    assert qapp.font().family() in {"IBM Plex Sans Arabic", "Vazirmatn"}


@pytest.mark.parametrize("name", sorted(file.stem for file in ICONS.glob("*.svg")))
def test_every_icon_can_be_drawn(name: str, qapp: QApplication) -> None:
    assert not blank(icon(name).pixmap(20, 20))


def blank(picture: QPixmap) -> bool:
    image = picture.toImage()
    return all(
        image.pixelColor(x, y).alpha() == 0
        for x in range(image.width())
        for y in range(image.height())
    )


def test_an_icon_follows_the_theme_by_itself(
    qtbot: QtBot, dress: Callable[[Shade], None]
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("minus", "text"))

    def ink() -> str:
        return button.icon().pixmap(24, 24).toImage().pixelColor(12, 12).name()

    before = ink()
    dress("dark")
    assert ink() == colour("text").name() != before


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_can_be_read(
    qtbot: QtBot,
    dress: Callable[[Shade], None],
    shade: Shade,
    kind: type[QLineEdit | QPlainTextEdit],
) -> None:
    dress(shade)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert contrast(ink.name(), colour("surface").name()) >= READABLE


def test_an_arrow_points_along_the_reading_direction(
    qapp: QApplication, speak: Callable[[str], None]
) -> None:
    straight = icon("next").pixmap(20, 20).toImage()
    speak("ar")
    turned = icon("next").pixmap(20, 20).toImage()
    assert turned != straight
    assert icon("check").pixmap(20, 20).toImage() is not None

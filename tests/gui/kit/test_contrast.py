"""What is no text can be seen too, and what cannot be used looks so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sportsec.domain.venues import SectorUse
from sportsec.queries.agenda_heat import Heat, HeatDay
from sportsec.ui.pages.agenda.season import SeasonView
from sportsec.ui.theme import SHADES, Shade, colour, load_colours
from sportsec.ui.wizard import Wizard
from tests.gui.kit.contrast import contrast, strongest

READABLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11
#: What only helps to find one's way.
PERCEIVED = 1.6
#: Between what can be used and what cannot.
EVIDENT = 2.0
SECTORS = [f"plan_sector_{use}" for use in SectorUse]

each_shade = pytest.mark.parametrize("shade", SHADES)


def button(**properties: object) -> QPushButton:
    made = QPushButton("Delete")
    for name, value in properties.items():
        made.setProperty(name, value)
    return made


def tool() -> QToolButton:
    made = QToolButton()
    made.setText("Delete")
    return made


def combo() -> QComboBox:
    made = QComboBox()
    made.addItem("Delete")
    return made


#: What can be switched off.
PARTS: dict[str, Callable[[], QWidget]] = {
    "plain": button,
    "flat": lambda: button(flat=True),
    "link": lambda: button(role="link"),
    "danger": lambda: button(danger=True),
    "tool": tool,
    "combo": combo,
    "line": lambda: QLineEdit("Delete"),
    "box": lambda: QCheckBox("Delete"),
}


@each_shade
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_buttons_and_scroll_bars_can_be_seen(shade: Shade, ground: str) -> None:
    colours = load_colours(shade)
    assert contrast(colours["edge"], colours[ground]) >= VISIBLE


@each_shade
def test_a_scroll_bar_shows_its_handle(
    qtbot: QtBot, dress: Callable[[Shade], None], shade: Shade
) -> None:
    dress(shade)
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    assert strongest(bar.grab().toImage(), colour("window").name()) >= VISIBLE


@each_shade
@pytest.mark.parametrize("ground", ["window", "surface", "hover"])
def test_what_cannot_be_used_is_legible_and_fainter(shade: Shade, ground: str) -> None:
    colours = load_colours(shade)
    assert contrast(colours["off"], colours[ground]) >= VISIBLE
    assert contrast(colours["off"], colours["soft"]) >= EVIDENT


@each_shade
@pytest.mark.parametrize("kind", PARTS)
def test_a_part_that_is_off_differs_from_one_that_is_on(
    qtbot: QtBot, dress: Callable[[Shade], None], shade: Shade, kind: str
) -> None:
    dress(shade)
    ground = colour("window")
    seen = []
    for on in (True, False):
        part = PARTS[kind]()
        qtbot.addWidget(part)
        part.setEnabled(on)
        part.resize(part.sizeHint())
        image = QImage(part.size(), QImage.Format.Format_RGB32)
        image.fill(ground)
        part.render(image)
        seen.append(strongest(image, ground.name()))
    assert seen[0] > 1.2 * seen[1]
    assert seen[1] >= VISIBLE


@each_shade
@pytest.mark.parametrize("heat", range(5))
def test_the_days_of_a_season_can_be_read(shade: Shade, heat: int) -> None:
    colours = load_colours(shade)
    ink, ground = colours[f"heat_{heat}_ink"], colours[f"heat_{heat}"]
    assert contrast(ink, ground) >= READABLE
    assert contrast(colours["heat_line"], colours["heat_0"]) >= PERCEIVED


@each_shade
def test_the_frame_of_an_empty_day_is_perceived(
    qtbot: QtBot, dress: Callable[[Shade], None], shade: Shade
) -> None:
    dress(shade)
    season = SeasonView()
    qtbot.addWidget(season)
    season.resize(1100, 200)
    season.show()
    first, last = date(2026, 9, 1), date(2026, 9, 30)
    days = {first: HeatDay(first), last: HeatDay(last)}
    season.show_heat(Heat(first, last, days=days, months=(first,)), last, last)
    box = season.visualRect(season.heat_model.index_of(first))
    foot = QRect(box.left(), box.center().y(), box.width(), box.height() // 2)
    image = season.viewport().grab(foot).toImage()
    assert strongest(image, colour("heat_0").name()) >= PERCEIVED


@each_shade
@pytest.mark.parametrize("sector", SECTORS)
def test_the_code_of_a_sector_can_be_read(shade: Shade, sector: str) -> None:
    colours = load_colours(shade)
    assert contrast(colours[f"{sector}_ink"], colours[sector]) >= READABLE


@pytest.mark.parametrize(
    "inside", [*SECTORS, "plan_pitch", "plan_ground", "surface", "window"]
)
def test_a_stadium_is_outlined_in_high_contrast(inside: str) -> None:
    colours = load_colours("contrast")
    assert contrast(colours["plan_outline"], colours[inside]) >= VISIBLE


@pytest.mark.parametrize("look", [*SECTORS, "plan_gate", "plan_gate_emergency"])
def test_a_code_can_be_read_where_it_lies_on_an_outline(look: str) -> None:
    colours = load_colours("contrast")
    assert contrast(colours[f"{look}_ink"], colours["plan_halo"]) >= READABLE


def test_the_language_chosen_is_not_taken_for_the_way_on(qtbot: QtBot) -> None:
    wizard = Wizard("fr", lambda _language: None)
    qtbot.addWidget(wizard)
    main = [b for b in wizard.findChildren(QPushButton) if b.property("primary")]
    assert main == [wizard.next]
    marked = [key for key, b in wizard.languages.items() if not b.icon().isNull()]
    assert marked == ["fr"]
    assert wizard.languages["fr"].isChecked()

"""What is chosen, marked or has the keys stands out, whatever the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.icons import icon
from sportsec.ui.pages.agenda.season import SeasonView
from sportsec.ui.pages.directory.relation_view import RelationView
from sportsec.ui.pages.risk.segments import Segment, Segments
from sportsec.ui.theme import LEVELS, SHADES, Shade, colour, load_colours
from sportsec.ui.widgets.problem_list import ProblemList
from sportsec.ui.widgets.shapes import shape_icon
from tests.gui.kit.contrast import colours_in, contrast

VISIBLE = 3.0  # WCAG 2.2, 1.4.11
#: Between the hues of two inks, in degrees, so that they are not taken for one.
APART = 15
#: Of a frame that is one pixel wide and round, where it runs between two of them.
PERCEIVED = 1.6
#: Edge of the square in which a round corner lies, in pixels.
CORNER = 10
FIELDS = [QLineEdit, QComboBox, QSpinBox, QPlainTextEdit]

each_shade = pytest.mark.parametrize("shade", SHADES)
Dress = Callable[[Shade], None]


def has(image: QImage, name: str) -> bool:
    return QColor(colour(name)).rgb() in colours_in(image)


def a_field(qtbot: QtBot, kind: type[QWidget], level: str) -> QWidget:
    field = kind()
    qtbot.addWidget(field)
    field.setProperty("level", level)
    field.resize(160, 60)
    field.show()
    return field


def edge(field: QWidget) -> set[int]:
    """Return the colours along the upper edge, without the corners."""
    return colours_in(field.grab(QRect(12, 0, field.width() - 24, 1)).toImage())


def take_keys(qtbot: QtBot, widget: QWidget) -> None:
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


@each_shade
def test_a_warning_has_another_hue_than_the_keys(shade: Shade) -> None:
    colours = load_colours(shade)
    one, other = (QColor(colours[name]) for name in ("level_warn_ink", "accent"))
    assert abs(one.hsvHue() - other.hsvHue()) >= APART
    assert contrast(one.name(), colours["surface"]) >= VISIBLE


@each_shade
@pytest.mark.parametrize("kind", FIELDS)
def test_a_warning_is_dashed_the_keys_are_not(
    qtbot: QtBot, dress: Dress, shade: Shade, kind: type[QWidget]
) -> None:
    dress(shade)
    warned, held = a_field(qtbot, kind, "warn"), a_field(qtbot, kind, "")
    take_keys(qtbot, held)
    assert edge(held) == {QColor(colour("accent")).rgb()}
    assert edge(warned) > {QColor(colour("level_warn_ink")).rgb()}


@pytest.mark.parametrize("level", ["warn", "block"])
@pytest.mark.parametrize("kind", FIELDS)
def test_a_marked_field_shows_that_it_has_the_keys(
    qtbot: QtBot, kind: type[QWidget], level: str
) -> None:
    field = a_field(qtbot, kind, level)
    inner = QRect(20, 2, field.width() - 40, 1)  # the third pixel of the edge
    take_keys(qtbot, a_field(qtbot, kind, ""))
    assert not has(field.grab(inner).toImage(), f"level_{level}_ink")
    take_keys(qtbot, field)
    assert has(field.grab(inner).toImage(), f"level_{level}_ink")


@each_shade
@pytest.mark.parametrize("level", LEVELS)
def test_a_choice_stands_out_from_those_not_chosen(
    qtbot: QtBot, dress: Dress, shade: Shade, level: str
) -> None:
    dress(shade)
    segments = Segments([Segment(n, f"N{n}", level=level) for n in (0, 1)], "Name")
    qtbot.addWidget(segments)
    segments.show_value(1)
    segments.show()
    chosen, other = (segments.button(n).grab().toImage() for n in (1, 0))
    ink = "text" if level == "muted" else f"level_{level}_ink"
    ground = "level_muted" if level == "muted" else f"level_{level}"
    assert has(chosen, ink)
    assert has(chosen, ground)
    assert not has(other, ground)


@each_shade
@pytest.mark.parametrize("made", [shape_icon("warn"), icon("minus", "accent")])
def test_an_icon_has_the_ink_of_a_row_that_is_chosen(
    dress: Dress, shade: Shade, made: QIcon
) -> None:
    dress(shade)
    seen = made.pixmap(QSize(48, 48), QIcon.Mode.Selected).toImage()
    assert has(seen, "text")


@each_shade
def test_the_shape_of_a_chosen_line_is_not_faded(
    qtbot: QtBot, dress: Dress, shade: Shade
) -> None:
    dress(shade)
    lines = ProblemList("Points")
    qtbot.addWidget(lines)
    lines.show_lines([("warn", ""), ("warn", "")])
    lines.setCurrentRow(0)
    lines.show()
    rows = [lines.visualItemRect(lines.item(n)) for n in (0, 1)]
    chosen, other = (lines.viewport().grab(row).toImage() for row in rows)
    assert has(chosen, "text")
    assert has(other, "level_warn_ink")


@pytest.mark.parametrize("kind", [SeasonView, RelationView])
def test_the_frame_of_what_has_the_keys_has_whole_corners(
    qtbot: QtBot, dress: Dress, kind: type[QWidget]
) -> None:
    dress("contrast")
    view = kind()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.setEnabled(True)
    take_keys(qtbot, view)
    image = view.grab().toImage()
    assert has(image, "accent")
    ground = colour("surface").name()
    reach = range(CORNER)
    for x, y in [(0, 0), (399, 0), (0, 299), (399, 299)]:
        way = QPoint(1 if x == 0 else -1, 1 if y == 0 else -1)
        for aside in reach:  # no line into the corner slips through the frame
            line = [
                image.pixelColor(x + way.x() * step, y + way.y() * aside).name()
                for step in reach
            ]
            assert max(contrast(each, ground) for each in line) >= PERCEIVED

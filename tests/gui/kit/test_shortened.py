"""A text that has no room ends in "…" where it is cut, whatever the screen's side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.ui.language import set_language
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.shortened import in_two_lines, shortened
from sportsec.ui.widgets.two_lines import TwoLineLabel

NAME = "Raja Club Athletic de Casablanca"
ROOM = 90


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    set_language(qapp, request.param)
    yield request.param
    set_language(qapp, "en")


def test_what_fits_stands_as_it_is(language: str, qapp: QApplication) -> None:
    assert shortened(NAME, QFontMetrics(qapp.font()), 1000) == NAME


def test_a_cut_latin_name_ends_in_its_dots(language: str, qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    short = shortened(NAME, metrics, ROOM)
    assert metrics.horizontalAdvance(short) <= ROOM
    assert short.strip("\u2068\u2069").endswith("…")
    # The end of the line is dots, low and thin; the beginning is a capital letter.
    assert height_at_the_right(short, metrics) < height_of_a_capital(metrics) / 2


def test_a_cut_arabic_name_is_kept_together(language: str, qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    short = shortened("الدفاع الحسني الجديدي", metrics, ROOM)
    assert short.startswith("\u2068")
    mixed = "الدفاع – Raja Club Athletic"
    is_kept = shortened(mixed, metrics, ROOM).startswith("\u2068")
    assert is_kept == (language == "ar")  # the home club stays where it is


def test_the_dots_stand_behind_words_that_are_foreign_to_their_line(
    language: str, qapp: QApplication
) -> None:
    metrics = QFontMetrics(qapp.font())
    line = "المصب – أسوار · Stade du Phare, salle de presse"
    short = shortened(line, metrics, metrics.horizontalAdvance(line[:28]))
    told, _dots, rest = short.partition("…")
    assert "Stade" in told
    assert rest.startswith("\u200e")  # they go on from left to right


def test_a_long_name_is_broken_between_words(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    assert in_two_lines(NAME, metrics, 1000) == (NAME, "")
    first, rest = in_two_lines(NAME, metrics, metrics.horizontalAdvance(NAME) - 1)
    assert (first, rest) == ("Raja Club Athletic de", "Casablanca")
    assert in_two_lines("Casablanca", metrics, 5) == ("Casablanca", "")


def height_at_the_right(text: str, metrics: QFontMetrics) -> int:
    """Return how high the last pixels of a line are, drawn as Arabic screens do."""
    width = metrics.horizontalAdvance(text)
    image = QImage(QSize(width, 2 * metrics.height()), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(QApplication.layoutDirection())
    painter.drawText(QRect(QPoint(), image.size()), Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    dark = [
        y
        for y in range(image.height())
        for x in range(width - metrics.horizontalAdvance("…"), width)
        if image.pixelColor(x, y).lightness() < 128
    ]
    return max(dark) - min(dark) + 1 if dark else 0


def height_of_a_capital(metrics: QFontMetrics) -> int:
    return metrics.capHeight()


@pytest.mark.parametrize("kind", [ElidedLabel, TwoLineLabel])
def test_a_text_on_its_lines_lets_go_of_no_sign(
    kind: type[ElidedLabel | TwoLineLabel], qtbot: QtBot
) -> None:
    label = kind()
    qtbot.addWidget(label)
    label.show_text("Ensuite\u00a0: noter\nle risque")
    assert label.text() == "Ensuite\u00a0: noter le risque"

"""A text of several parts that has no room: no part of it is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from sportsec.ui.language import set_language
from sportsec.ui.widgets.cells import CellDelegate
from sportsec.ui.widgets.columns import PARTED_ROLE
from sportsec.ui.widgets.parted import parts_shortened

MATCHES = (
    "Atlas Club de Casablanca – Cigogne Sportive de Rabat",
    "نادي المحيط لكرة القدم – نادي الزيتونة المكناسي",
    "Atlas Club de Casablanca – نادي الزيتونة المكناسي",
)
ROOM = 150
UNSEEN = "\u2066\u2067\u2068\u2069\u200e\u200f\u200d"


@pytest.fixture(params=["ar", "fr"], autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    set_language(qapp, request.param)
    yield request.param
    set_language(qapp, "en")


def plain(text: str) -> str:
    """Return a text without what is not seen: directions, and a joiner before a cut."""
    return text.translate(dict.fromkeys(map(ord, UNSEEN)))


@pytest.mark.parametrize("match", MATCHES)
def test_both_clubs_of_a_match_keep_their_beginning(
    match: str, qapp: QApplication
) -> None:
    metrics = QFontMetrics(qapp.font())
    short = parts_shortened(match, metrics, ROOM)
    assert metrics.horizontalAdvance(short) <= ROOM
    whole = match.split(" – ")
    kept = plain(short).split(" – ")
    assert len(kept) == 2
    for name, cut in zip(whole, kept, strict=True):
        assert cut.endswith("…")
        assert len(cut) > 4
        assert name.startswith(cut[:-1])


def test_a_short_part_stays_whole(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    text = "Late · Atlas Club de Casablanca – Fath"
    short = plain(parts_shortened(text, metrics, 200))
    assert short.startswith("Late · Atlas")
    assert short.endswith("… – Fath")


@pytest.mark.parametrize("match", MATCHES)
def test_a_date_among_names_is_never_cut(match: str, qapp: QApplication) -> None:
    """Without its end it would be another day."""
    metrics = QFontMetrics(qapp.font())
    day = "01/02/2026"
    room = 2.5 * metrics.horizontalAdvance(day)
    short = parts_shortened(f"{match} · {day}", metrics, room)
    assert metrics.horizontalAdvance(short) <= room
    home, away = plain(short).removesuffix(f" · {day}").split(" – ")
    assert home.endswith("…")
    assert away.endswith("…")


def test_figures_that_leave_no_room_to_a_name_are_cut_too(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    short = parts_shortened("Atlas Club · 01/02/2026", metrics, 90)
    assert metrics.horizontalAdvance(short) <= 90
    assert plain(short).startswith("At")


@pytest.mark.parametrize("text", [*MATCHES, "Atlas", ""])
def test_what_fits_stands_as_it_is(text: str, qapp: QApplication) -> None:
    assert parts_shortened(text, QFontMetrics(qapp.font()), 2000) == text


def test_a_name_alone_is_cut_where_the_list_says(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    cut = Qt.TextElideMode.ElideMiddle
    short = plain(parts_shortened("Cellule de sécurité de Fès", metrics, 120, cut))
    assert short.startswith("Cell")
    assert short.endswith("Fès")
    both = plain(parts_shortened(MATCHES[0], metrics, ROOM, cut))
    assert both == plain(parts_shortened(MATCHES[0], metrics, ROOM))


def test_a_cell_of_parts_shows_the_end_as_well(qapp: QApplication) -> None:
    other = MATCHES[0].replace("Cigogne", "Palmeraie")
    assert drawn(MATCHES[0], parted=False) == drawn(other, parted=False)
    assert drawn(MATCHES[0], parted=True) != drawn(other, parted=True)


def test_a_text_takes_both_lines_of_a_high_row(qapp: QApplication) -> None:
    """What is cut in one line goes on in the other, beside names with their clubs."""
    for has_two in (False, True):
        texts = (f"Derby of the coast, one {each}" for each in ("stadium", "square"))
        first, second = (drawn(text, two_lines=has_two) for text in texts)
        assert (first != second) is has_two


def drawn(text: str, *, parted: bool = False, two_lines: bool = False) -> QImage:
    """Draw a cell that is too narrow for its text."""
    high = 48 if two_lines else 30
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), text)
    model.setData(model.index(0, 0), parted, PARTED_ROLE)
    picture = QImage(ROOM, high, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, ROOM, high)
    option.textElideMode = Qt.TextElideMode.ElideRight
    painter = QPainter(picture)
    delegate = CellDelegate()
    delegate.has_two_lines = two_lines
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return picture

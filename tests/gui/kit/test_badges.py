"""Badges grow with the text in all their measures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from sportsec.ui.theme import apply_theme
from sportsec.ui.widgets.badges import badge_size


@pytest.fixture
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


@pytest.mark.usefixtures("usual")
def test_room_round_the_text_is_twice_as_wide_where_the_text_is_twice_as_large(
    qapp: QApplication,
) -> None:
    metrics = QFontMetrics(QFont(qapp.font()))
    rooms = []
    for size in ("100", "200"):
        apply_theme(qapp, "light", size)
        badge, empty = badge_size(metrics, "Late"), metrics.horizontalAdvance("Late")
        mark = max(8, round(metrics.ascent() * 0.72))
        rooms.append((badge.width() - empty - mark, badge.height() - metrics.height()))
    (wide, high), twice = rooms
    assert twice == (2 * wide, 2 * high)

"""The status bar says as much as there is room for, and hints at the rest."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.words import Words
from sportsec.i18n.formats import date_time
from sportsec.ui.frame.status import CellFacts, StatusBar
from sportsec.ui.language import isolate
from sportsec.ui.tasks import Runner

NAME = "Cellule de sécurité sportive de Fès"
MADE = datetime(2026, 11, 27, 12, 24, tzinfo=UTC)
FULL = f"Last backup: {isolate(date_time(MADE))}"
SHORT = f"Backup: {isolate(date_time(MADE))}"
DAY = f"Backup: {isolate('27/11/2026')}"


@pytest.fixture
def status(runner: Runner, qtbot: QtBot, tmp_path: Path) -> StatusBar:
    bar = StatusBar(runner, tmp_path)
    qtbot.addWidget(bar)
    bar.resize(1500, 30)
    bar.show()
    bar.show_facts(CellFacts(Words(fr=NAME), MADE))
    return bar


def narrowed(status: StatusBar, said: str) -> None:
    """Narrow the bar until its backup is told in other words."""
    for width in range(status.width(), 100, -1):
        if status.backup.text() == said:
            return
        status.resize(width, status.height())
        QApplication.processEvents()
    raise AssertionError(status.backup.text())


def parts_are_whole(status: StatusBar) -> bool:
    parts = (status.cell, status.backup, *status.switches)
    edges = [part.geometry() for part in parts if part.isVisible()]
    apart = all(
        not one.intersects(other) for one in edges for other in edges if one != other
    )
    return apart and all(part.width() >= part.sizeHint().width() for part in parts)


def test_the_backup_is_told_ever_shorter_before_it_is_left_out(
    status: StatusBar,
) -> None:
    assert status.backup.text() == FULL
    assert status.place.isVisible()
    for said in (SHORT, DAY):
        narrowed(status, said)
        assert status.backup.isVisible()
        assert status.cell.text() == NAME
        assert not status.place.isVisible()
        assert status.backup.toolTip().startswith(f"{FULL}\n")
        assert status.backup.accessibleName() == FULL
        assert parts_are_whole(status)


def test_the_name_of_the_cell_gives_way_to_the_backup(status: StatusBar) -> None:
    narrowed(status, DAY)
    status.resize(status.width() - 80, status.height())
    QApplication.processEvents()
    assert status.backup.isVisible()
    assert status.cell.text().endswith("…")
    assert status.cell.toolTip() == NAME
    assert parts_are_whole(status)
    status.resize(1500, status.height())
    QApplication.processEvents()
    assert status.cell.text() == NAME
    assert not status.cell.toolTip()
    assert status.backup.text() == FULL


def test_the_backup_gives_way_to_what_is_under_way(status: StatusBar) -> None:
    status.resize(status.backup.sizeHint().width() + 700, status.height())
    QApplication.processEvents()
    assert status.backup.text() == FULL
    status.busy.text.setText("Working on something that takes its time")
    status.busy.show()
    QApplication.processEvents()
    assert status.backup.text() != FULL
    status.busy.hide()
    QApplication.processEvents()
    assert status.backup.text() == FULL


@pytest.mark.parametrize(
    "name", [NAME, "خلية الأمن الرياضي بالدار البيضاء"], ids=["fr", "ar"]
)
def test_it_comes_to_rest_at_every_width(
    status: StatusBar, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Letters joined to dots may be a pixel wider: that is no reason to ask again."""
    status.show_facts(CellFacts(Words(fr=name), MADE))
    shown: list[int] = []
    show = StatusBar._show_cell

    def counted(bar: StatusBar, width: int) -> None:
        shown.append(width)
        show(bar, width)

    monkeypatch.setattr(StatusBar, "_show_cell", counted)
    for width in range(1000, 500, -3):
        shown.clear()
        status.resize(width, status.height())
        for _round in range(8):
            QApplication.processEvents()
        assert len(shown) <= 2, width

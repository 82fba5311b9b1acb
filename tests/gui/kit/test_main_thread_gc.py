"""Forgotten widgets die on the main thread."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.ui.main_thread_gc import MainThreadGc


class Knot(QWidget):
    """Refers to itself, so that only the collector can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.self = self
        self.clock = QTimer(self, interval=1000)
        self.clock.start()


def test_a_lane_never_collects(qapp: QApplication, qtbot: QtBot) -> None:
    collector = qapp.findChildren(MainThreadGc)[0]
    gone = weakref.ref(Knot())

    def allocate() -> None:
        kept = [[n] for n in range(200_000)]
        kept.clear()

    lane = threading.Thread(target=allocate)
    lane.start()
    lane.join()
    assert not gc.isenabled()
    assert gone() is not None
    collector.look()
    gc.collect()
    qtbot.waitUntil(lambda: gone() is None)


def test_what_the_start_loaded_is_never_looked_through_again(
    qapp: QApplication,
) -> None:
    gc.collect()  # what other tests left is not to stay for ever
    loaded = [[n] for n in range(1000)]
    before = gc.get_freeze_count()
    collector = MainThreadGc(qapp)
    try:
        assert gc.get_freeze_count() >= before + len(loaded)
    finally:
        collector.setParent(None)
        collector.deleteLater()

"""Finds what is laid out again and again without an end, which costs the processor."""

from __future__ import annotations

import time
from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

ROUNDS = 20  # of events, after everything was said to have settled
OFTEN = 5  # what follows from a clock or a caret is laid out once


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count who is laid out."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.seen[watched] += 1
        return False


def restless(app: QApplication) -> list[str]:
    """Return a line for each part that does not come to rest."""
    watch = _Watch()
    app.installEventFilter(watch)
    for _round in range(ROUNDS):
        app.processEvents()
        time.sleep(0.002)
    app.removeEventFilter(watch)
    return [
        f"{type(part).__name__} «»: laid out {times} times at rest"
        for part, times in watch.seen.items()
        if times >= OFTEN
    ]

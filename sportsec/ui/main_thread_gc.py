"""Collects garbage on the main thread only.

Python's cycle collector runs on whatever thread happens to allocate. In a lane of the
Runner it would destroy forgotten widgets there, which Qt forbids (seen: "Timers cannot
be stopped from another thread", and a deadlock).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250


class MainThreadGc(QObject):
    """Turns automatic collection off and looks every quarter of a second instead."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # Modules, mappings and words stay to the end; each look at all of them would
        # hold the window up for as long as they are many.
        gc.freeze()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Collect the generations that are due, as Python would have."""
        due = -1
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        for generation, (count, limit) in enumerate(pairs):
            if count <= limit:
                break
            due = generation
        if due >= 0:
            gc.collect(due)

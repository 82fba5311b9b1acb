"""What is under way, shown once it takes longer than 300 ms, with a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.task import Task
from sportsec.ui.tasks import Runner

PATIENCE_MS = 300
WHOLE = 1000


class BusyIndicator(QWidget):
    """A text, a bar and a cancel button; invisible while nothing takes long."""

    shown = Signal(bool)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._tasks: Sequence[Task] = ()
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.button = QToolButton()
        self.button.setIcon(icon("close"))
        self.button.setToolTip(tr("Stop this"))
        self.button.setAccessibleName(tr("Stop this"))
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 0)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.bar)
        box.addWidget(self.button)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._show)
        self.button.clicked.connect(lambda _on: self._stop())
        runner.busy.connect(self._follow)
        self.hide()

    def _follow(self, tasks: Sequence[Task]) -> None:
        self._tasks = [task for task in tasks if not task.stop.is_set()]
        self._show()

    def _show(self) -> None:
        """Show the longest-running task, once it is older than our patience."""
        if not self._tasks:
            self._clock.stop()
            self.setVisible(False)
            return
        task = min(self._tasks, key=lambda one: one.started_at)
        age_ms = (time.monotonic() - task.started_at) * 1000
        if age_ms < PATIENCE_MS:
            self._clock.start(max(1, round(PATIENCE_MS - age_ms)))
            self.setVisible(False)
            return
        self.text.setText(task.text or tr("Working …"))
        if task.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, WHOLE)
            self.bar.setValue(round(task.fraction * WHOLE))
        self.button.setVisible(task.can_cancel)
        self.setVisible(True)

    def _stop(self) -> None:
        for task in self._tasks:
            self._runner.cancel(task)
        self._follow(self._tasks)

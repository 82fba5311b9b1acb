"""What is under way, shown once it takes longer than 300 ms, with a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from sportsec.ui.language import tr
from sportsec.ui.task import Task
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import ICON_GAP, sign_button

PATIENCE_MS = 300
WHOLE = 1000
#: What Qt takes for no limit.
_ANY_WIDTH = (1 << 24) - 1


class BusyIndicator(QWidget):
    """A text, a bar and a cancel button; invisible while nothing takes long."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._tasks: Sequence[Task] = ()
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(scaled(140))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.button = sign_button("close", tr("Stop this"), self._stop)
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 0)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.bar)
        box.addWidget(self.button)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._show)
        runner.busy.connect(self._follow)
        self.hide()

    def _follow(self, tasks: Sequence[Task]) -> None:
        self._tasks = [task for task in tasks if self._cares_for(task)]
        self._show()

    def _cares_for(self, task: Task) -> bool:
        """Say whether a task is to be shown; one that is stopping needs no more."""
        return not task.stop.is_set()

    @property
    def _eldest(self) -> Task:
        return min(self._tasks, key=lambda one: one.started_at)

    def _show(self) -> None:
        """Show the longest-running task, once it is older than our patience."""
        if not self._tasks:
            self._clock.stop()
            self.setVisible(False)
            return
        task = self._eldest
        age_ms = (time.monotonic() - task.started_at) * 1000
        if age_ms < PATIENCE_MS:
            self._clock.start(max(1, round(PATIENCE_MS - age_ms)))
            self.setVisible(False)
            return
        stops = task.stop.is_set()
        self.text.setText(tr("Stopping…") if stops else task.text or tr("Working…"))
        if task.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, WHOLE)
            self.bar.setValue(round(task.fraction * WHOLE))
        self.button.setVisible(task.can_cancel)
        self.setVisible(True)

    def _stop(self) -> None:
        """Give up what is shown, and nothing else."""
        if self._tasks:
            self._runner.cancel(self._eldest)


class TaskProgress(BusyIndicator):
    """The same for one task, on the page that has started it."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(runner)
        self.task: Task | None = None
        self.bar.setMinimumWidth(scaled(40))
        self.bar.setMaximumWidth(_ANY_WIDTH)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setText(f"{ICON_GAP}{tr('Stop')}")
        self.button.setProperty("role", "button")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def minimumSizeHint(self) -> QSize:
        """Return its whole height: the style sheet lets a button become lower."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def is_running(self) -> bool:
        """Whether the task watched is still under way."""
        return self.task is not None and self.task in self._tasks

    def watch(self, task: Task) -> None:
        """Show this task from now on; one watched before is given up."""
        if self.is_running and self.task is not None:
            self._runner.cancel(self.task)
        self.task = task
        self._follow((task,))

    def _cares_for(self, task: Task) -> bool:
        return task is self.task

"""Says when an officer saved over a change that he had not seen, and leads to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.targets import DecideTarget
from sportsec.ui.tasks import Acted


class Collisions(QObject):
    """Watches every act; speaks after whoever speaks of the act itself."""

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.runner.acted.connect(self._on_acted)

    def _on_acted(self, acted: Acted) -> None:
        if acted.collided:
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self._desk.say(
            tr("Somebody changed it meanwhile; both values are kept."),
            level="warn",
            action=tr("Decide"),
            on_action=self._decide,
        )

    def _decide(self) -> None:
        self._desk.go("exchange", DecideTarget())

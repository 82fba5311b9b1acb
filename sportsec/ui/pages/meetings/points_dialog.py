"""Which of the open points go onto the agenda: a list with a tick before each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from sportsec.i18n.quotes import isolated
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.tick_dialog import TickDialog


class PointsDialog(TickDialog):
    """Open points, all ticked; space ticks one, Enter adds those that are.

    Args:
        points: In the language of the screen.
        take: Is given those that stay ticked, in their order.
    """

    def __init__(
        self,
        points: Sequence[str],
        take: Callable[[Sequence[str]], object],
        parent: QWidget,
    ) -> None:
        self._points = points
        self._take = take
        super().__init__(
            tr("From open points"),
            tr("Untick what is not to go onto the agenda. Space ticks, Enter adds."),
            [(isolated(translator(), point), True) for point in points],
            (tr("Open points"), tr("All points")),
            parent,
        )
        self.bar.save.setText(tr("Put on the agenda"))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The points that are to be added."""
        return tuple(self._points[at] for at in self.places())

    def accept(self) -> None:
        """Hand over what is ticked."""
        if self.ticked:
            self._take(self.ticked)
            super().accept()

    def judge(self, ticked: int) -> None:
        """With none ticked there is nothing to add."""
        self.bar.save.setEnabled(bool(ticked))

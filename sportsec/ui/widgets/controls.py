"""What stands above a list: beside each other, or folded in a low window."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.narrow_button import NarrowButton

#: Height of a window, in pixels at text size normal, that has no room for all.
LOW = 480


class Controls(QWidget):
    """Ways of seeing, period, search and filters, in as many lines as they need.

    Large text on a small laptop would leave no room for the list: there one
    button holds what narrows them.

    Args:
        parts: All of them, in reading order.
        narrowing: Those that the button can hold; it stands where they began.
    """

    def __init__(
        self, parts: Sequence[QWidget], narrowing: Collection[QWidget]
    ) -> None:
        super().__init__()
        self._parts = parts
        self._narrowing = narrowing
        self.button = NarrowButton()
        self.button.setParent(self)
        self.is_folded = False
        self._lines = FlowLayout(self)
        self._arrange()

    def fold(self, *, height: int) -> None:
        """Fold where the window is low.

        Args:
            height: Of the window, without what is scrolled.
        """
        is_low = height < scaled(LOW)
        if is_low != self.is_folded:
            self.is_folded = is_low
            self._arrange()

    def _arrange(self) -> None:
        while self._lines.count():
            self._lines.takeAt(0)
        self.button.panel.give_back()
        held = [each for each in self._parts if each in self._narrowing]
        for part in self._parts:
            if self.is_folded and part is held[0]:
                self._lines.addWidget(self.button)
            if not self.is_folded or part not in held:
                self._lines.addWidget(part)
        self.button.setVisible(self.is_folded)
        if self.is_folded:
            self.button.panel.hold(held)
        self.updateGeometry()

"""Tabs that need no more room than the one in front."""

from __future__ import annotations

from PySide6.QtCore import QSize

from sportsec.ui.widgets.scrolled import show_within
from sportsec.ui.widgets.steady_tabs import SteadyTabs

#: What the style leaves between the names and the tab in front, in pixels.
_EDGE = 1


class Tabs(SteadyTabs):
    """Tabs whose least height follows the one in front.

    Qt asks for what the highest of them needs: a low window would be scrolled on every
    tab because of one.

    A tab that is changed, by keys perhaps, is told in sight, wherever the page was
    scrolled to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self._show_changed())

    def minimumSizeHint(self) -> QSize:
        """Return what the tab in front needs, with the widest of all."""
        least = super().minimumSizeHint()
        least.setHeight(self.heightForWidth(0))
        return least

    def heightForWidth(self, width: int) -> int:
        """Return what the tab in front needs at least at a width, not what it likes."""
        bar = self.tabBar().minimumSizeHint().height() + _EDGE
        if not self.count():
            return bar
        shown = self.currentWidget()
        least, layout = shown.minimumSizeHint(), shown.layout()
        if not layout or not layout.hasHeightForWidth() or width < least.width():
            return bar + least.height()
        return bar + max(least.height(), layout.totalMinimumHeightForWidth(width))

    def _show_changed(self) -> None:
        self.updateGeometry()
        show_within(self.tabBar(), self.tabBar().rect())

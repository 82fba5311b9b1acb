"""Tabs that are called by words: where there is no room, they say less beside them.

tabs = FittingTabs()
tabs.addTab(widget, icon("risk"), "")
tabs.call(0, tr("Risk"), "3")     # "Risk (3)" or "Risk"; then the same without icon
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent

from sportsec.ui.language import tr
from sportsec.ui.widgets.steady_tabs import SteadyTabs


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    count: str = ""
    counted: str = ""

    @property
    def full(self) -> str:
        """The name, with how much the tab holds."""
        if not self.count:
            return self.text
        return tr("{name} ({n})", name=self.text, n=self.count)

    @property
    def told(self) -> str:
        """The name, with what is counted in words."""
        if not self.counted:
            return self.full
        return tr("{name}: {text}", name=self.text, text=self.counted)


class FittingTabs(SteadyTabs):
    """Tabs with an icon each; nobody knows one by its icon alone.

    First the counts go; then the icons, which may make room for the counts again.
    Readers and tool tips always say the counts, and what is counted. What still has no
    room is reached by the arrows of the tab bar.
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[int, _Name] = {}
        self._icons: list[QIcon] = []

    def call(self, at: int, name: str, count: str = "", counted: str = "") -> None:
        """Give a tab its name, and say how much it holds.

        Args:
            counted: The count with what is counted, for readers and the tool tip.
        """
        self._names[at] = _Name(name, count, counted)
        self._fit()

    def tabInserted(self, index: int) -> None:
        """Remember the icon, which may have to go."""
        super().tabInserted(index)
        self._icons.insert(index, self.tabIcon(index))

    def tabRemoved(self, index: int) -> None:
        """Forget a tab."""
        super().tabRemoved(index)
        del self._icons[index]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure once the letters have their size."""
        super().showEvent(event)
        self._fit()

    # ---- inside

    def _fit(self) -> None:
        names = {at: name for at, name in self._names.items() if at < self.count()}
        full = {at: name.full for at, name in names.items()}
        plain = {at: name.text for at, name in names.items()}
        looks = ((full, True), (plain, True), (full, False), (plain, False))
        for look, has_icons in looks:
            self._show(look, has_icons=has_icons)
            if self.tabBar().sizeHint().width() <= self.width():
                break
        for at, name in names.items():
            hint = "" if self.tabText(at) == name.told else name.told
            self.tabBar().setAccessibleTabName(at, name.told)
            if self.tabToolTip(at) != hint:
                self.setTabToolTip(at, hint)

    def _show(self, look: dict[int, str], *, has_icons: bool) -> None:
        for at, text in look.items():
            if self.tabText(at) != text:
                self.setTabText(at, text)
            if self.tabIcon(at).isNull() == has_icons:
                self.setTabIcon(at, self._icons[at] if has_icons else QIcon())

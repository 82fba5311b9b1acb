"""Tabs that all stay in sight: where there is no room, they say less.

tabs = FittingTabs()
tabs.addTab(widget, icon("risk"), "")
tabs.call(0, tr("Risk"), "3")              # "Risk (3)", "Risk", or the icon alone
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget

from sportsec.ui.language import tr


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    count: str = ""

    @property
    def full(self) -> str:
        """The name, with how much the tab holds."""
        if not self.count:
            return self.text
        return tr("{name} ({n})", name=self.text, n=self.count)


class FittingTabs(QTabWidget):
    """Tabs with an icon each; a tab bar that is scrolled hides what there is.

    First the counts go, then the names of all tabs but the one in front: readers and
    tool tips still say them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._names: dict[int, _Name] = {}
        self.currentChanged.connect(lambda _at: self._fit())

    def call(self, at: int, name: str, count: str = "") -> None:
        """Give a tab its name, and say how much it holds."""
        self._names[at] = _Name(name, count)
        self._fit()

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
        front = self.currentIndex()
        for look in (
            {at: name.full for at, name in names.items()},
            {at: name.text for at, name in names.items()},
            {at: name.text if at == front else "" for at, name in names.items()},
        ):
            for at, text in look.items():
                if self.tabText(at) != text:
                    self.setTabText(at, text)
            if self.tabBar().sizeHint().width() <= self.width():
                break
        for at, name in names.items():
            said = name.full
            hint = "" if self.tabText(at) == said else said
            self.tabBar().setAccessibleTabName(at, said)
            if self.tabToolTip(at) != hint:
                self.setTabToolTip(at, hint)

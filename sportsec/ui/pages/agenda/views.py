"""The switch between the ways of seeing the matches, and the way through time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.state import View
from sportsec.ui.widgets.cards import text_label


def view_names() -> dict[View, str]:
    """Return what the ways are called."""
    return {
        View.LIST: tr("List"),
        View.WEEK: tr("Week"),
        View.MONTH: tr("Month"),
        View.SEASON: tr("Season"),
    }


class ViewBar(QWidget):
    """One button for each way of seeing the matches; one of them is pressed."""

    chosen = Signal(object)

    def __init__(self, view: View) -> None:
        super().__init__()
        self.buttons: dict[View, QPushButton] = {}
        group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for nth, (one, name) in enumerate(view_names().items(), start=1):
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} (Alt+{nth})")
            button.clicked.connect(lambda _on, one=one: self.chosen.emit(one))
            group.addButton(button)
            box.addWidget(button)
            self.buttons[one] = button
        self.setAccessibleName(tr("How the matches are shown"))
        self.press(view)

    def press(self, view: View) -> None:
        """Show which way is chosen."""
        self.buttons[view].setChecked(True)


class Navigator(QWidget):
    """Back, today, on; and what is on view."""

    stepped = Signal(int)
    wants_today = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = self._arrow("back", -1)
        self.on = self._arrow("forward", 1)
        self.today = QPushButton(tr("Today"))
        self.today.setToolTip(f"{tr('Today')} (T)")
        self.today.clicked.connect(lambda _on: self.wants_today.emit())
        self.title = text_label("", "section")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.back)
        box.addWidget(self.today)
        box.addWidget(self.on)
        box.addSpacing(8)
        box.addWidget(self.title)

    def show_title(self, title: str, view: View) -> None:
        """Say what is on view; the arrows say what they lead to."""
        self.title.setText(title)
        names = {
            View.WEEK: (tr("The week before"), tr("The week after")),
            View.MONTH: (tr("The month before"), tr("The month after")),
        }
        before, after = names.get(
            view, (tr("The season before"), tr("The season after"))
        )
        for button, name, key in (
            (self.back, before, "PgUp"),
            (self.on, after, "PgDown"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    def _arrow(self, name: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "button")
        button.setIcon(icon(name))
        button.clicked.connect(lambda _on: self.stepped.emit(by))
        return button

"""All that is done with a match, behind one button: where three have no room."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton

from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.match.header import MatchHeader
from sportsec.ui.pages.match.steps import Steps
from sportsec.ui.widgets.buttons import IconButton


class ActsButton(IconButton):
    """Its menu offers what the buttons that it stands for do.

    Attributes:
        stands_for: The buttons of the title row that are hidden while it is shown.
    """

    def __init__(self, send: QPushButton, head: MatchHeader, steps: Steps) -> None:
        super().__init__("more", tr("Actions"))
        self._send = send
        self._head = head
        self._steps = steps
        self.stands_for = (send, head.status_button, head.plan_button)
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self.hide()

    def fill(self) -> None:
        """Offer what can be done with the match as it stands."""
        menu = self.menu()
        menu.clear()
        if not self._steps.next.isHidden():  # in all its words
            self._offer(menu, "next", self._steps.next)
            menu.addSeparator()
        status, stage = self._head.status_button, self._head.plan_button
        said = tr("Status: {status}", status=self._head.status.text)
        for name, text, inner in (
            ("edit", said, status.menu()),
            ("overview", stage.text(), stage.menu()),
        ):
            if inner is not None:
                inner.setTitle(text)
                inner.setIcon(icon(name))
                menu.addMenu(inner)
        sending = menu.addAction(icon("send"), self._send.toolTip())
        sending.triggered.connect(lambda _on: self._send.click())
        menu.addSeparator()
        self._offer(menu, "up", self._steps.before)
        self._offer(menu, "down", self._steps.after)

    def _offer(self, menu: QMenu, name: str, button: QAbstractButton) -> None:
        """Offer what a button does, as readers hear it; a club may have a "&"."""
        said = button.accessibleName().replace("&", "&&")
        action = menu.addAction(icon(name), said)
        action.setEnabled(button.isEnabled())
        action.triggered.connect(lambda _on: button.click())

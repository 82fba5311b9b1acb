"""What is to be seen to before printing, line by line: a click or Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.briefing.points import Point
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.problem_list import ProblemList

SIZE = (560, 460)


class PointsWindow(QDialog):
    """Lists the points; one that is picked closes it and opens where it is mended.

    Args:
        title: Else they are what is to be seen to before printing.
    """

    def __init__(
        self, points: Sequence[Point], desk: Desk, parent: QWidget, title: str = ""
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._desk = desk
        self.setWindowTitle(title or tr("Before you print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.list = ProblemList(self.windowTitle())
        self.list.show_lines([(point.level, point.text) for point in points])
        self.list.setCurrentRow(0)
        self.list.picked.connect(self._go)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)  # Enter goes to the line that is chosen
        close.clicked.connect(lambda _on: self.reject())
        note = tr("Choose a line to go to where you can mend it.")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(text_label(self.windowTitle(), "title"))
        box.addWidget(text_label(note, "value", wrap=True))
        box.addWidget(self.list, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        fit(self, *SIZE)
        self.list.setFocus()

    def _go(self, at: int) -> None:
        if self.isVisible():  # a click may be told twice, as click and as choice
            self.accept()
            point = self._points[at]
            self._desk.go(point.page, point.target)

"""The assessments of a match side by side: stage, rater, category; one is open."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.kick_off import local_day
from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.risk import AssessmentRow, RiskFile
from sportsec.ui.language import isolate, label, tr
from sportsec.ui.pages.risk.state import LEVELS
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.elided import ElidedLabel

#: Room round the texts of a tile, and its least width, in pixels.
MARGINS, LEAST = 32, 72


class AssessmentButton(QPushButton):
    """One assessment: what it is, its category, when it was decided."""

    def __init__(self, row: AssessmentRow) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("tile", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        stage, rater = label(row.stage), label(row.rater)
        state = day = tr("not decided")
        if row.decided_at is not None:
            state = isolate(date_time(row.decided_at))
            day = isolate(short_date(local_day(row.decided_at))[:5])  # hint: the year
        category = tr("Not rated")
        said = f"{rater} · {day}"
        texts = self.fontMetrics()
        need = texts.horizontalAdvance(stage)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        if row.scopes is not None:
            category = label(row.scopes.overall)
            badge = Badge(category, LEVELS[row.scopes.overall])
            foot.addWidget(badge)
            need = max(need, badge.sizeHint().width() + texts.horizontalAdvance(said))
        foot.addWidget(ElidedLabel("caption", said), 1)
        self._width = need + MARGINS
        self.setMaximumWidth(self._width)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 4, 10, 6)
        box.setSpacing(2)
        box.addWidget(ElidedLabel("value", stage))
        box.addLayout(foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(f"{stage}, {rater}: {state}")
        self.setAccessibleName(f"{stage}, {rater}, {state}, {category}")

    def sizeHint(self) -> QSize:
        """Return the room of what is inside."""
        layout = self.layout()
        height = (layout.sizeHint() if layout else super().sizeHint()).height()
        return QSize(self._width, height)

    def minimumSizeHint(self) -> QSize:
        """Never lower than what is inside; a long name is cut."""
        return QSize(LEAST, self.sizeHint().height())


class Strip(QWidget):
    """All assessments of the match.

    Signals:
        picked: The id of the one to show.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.buttons: dict[UUID, AssessmentButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_file(self, file: RiskFile, open_id: UUID | None) -> None:
        """Show the assessments of a file and which of them is open."""
        if file.assessments != self._shown:
            self._shown = file.assessments
            self._rebuild(file)
        if open_id in self.buttons and open_id is not None:
            self.buttons[open_id].setChecked(True)

    def focus(self) -> None:
        """Take the keys to the one that is open."""
        shown = self._group.checkedButton()
        if shown is not None:
            shown.setVisible(True)  # a layout shows what is new in the next round only
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, file: RiskFile) -> None:
        clear_layout(self._row)
        self.buttons = {}
        for row in file.assessments:
            button = AssessmentButton(row)
            button.clicked.connect(lambda _on, key=row.id: self.picked.emit(key))
            self._group.addButton(button)
            self._row.addWidget(button, 1)
            self.buttons[row.id] = button
        self._row.addStretch(0)

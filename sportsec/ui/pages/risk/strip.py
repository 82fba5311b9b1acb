"""The assessments of a match side by side: stage, rater, category; one is open."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.kick_off import local_day
from sportsec.domain.risk import Scopes
from sportsec.i18n.formats import date_time, short_date
from sportsec.queries.risk import AssessmentRow, RiskFile
from sportsec.ui.language import isolate, label, tr
from sportsec.ui.pages.risk.state import LEVELS
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.flow import FlowLayout

GAP = 6


class AssessmentButton(QPushButton):
    """One assessment: what it is, its category, when it was decided."""

    def __init__(self, row: AssessmentRow, *, is_in_force: bool) -> None:
        """Make it.

        Args:
            is_in_force: It is the one whose category lists and papers show.
        """
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
        if is_in_force:
            state, day = (f"{each} · {tr('in force')}" for each in (state, day))
        self.badge = Badge()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.badge)
        foot.addWidget(text_label(f"{rater} · {day}", "caption"), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 4, 10, 6)
        box.setSpacing(2)
        box.addWidget(text_label(stage, "value"))
        box.addLayout(foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._said = f"{stage}, {rater}, {state}"
        name = f"{stage}, {rater}"
        self.setToolTip(tr("{name}: {text}", name=name, text=state))
        self.show_scopes(row.scopes)

    def show_scopes(self, scopes: Scopes | None) -> None:
        """Show the category, which follows the answers while nobody has decided."""
        said = tr("Not rated") if scopes is None else label(scopes.overall)
        self.badge.setVisible(scopes is not None)
        if scopes is not None:
            self.badge.show_level(said, LEVELS[scopes.overall])
        self.setAccessibleName(f"{self._said}, {said}")

    def sizeHint(self) -> QSize:
        """Return the room of what is inside."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Nothing inside is cut: the stages begin alike."""
        return self.sizeHint()


class _Lines(FlowLayout):
    """Does not say that its height depends on its width.

    `QTabWidget` would take that for the whole tab, and all it would like for its least.
    """

    def hasHeightForWidth(self) -> bool:
        """Leave the height to the strip."""
        return False


class Strip(QWidget):
    """All assessments of the match, in as many lines as they need.

    Signals:
        picked: The id of the one to show.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.buttons: dict[UUID, AssessmentButton] = {}
        self._group = QButtonGroup(self)
        self._row = _Lines(self, GAP)

    def show_file(self, file: RiskFile, open_id: UUID | None) -> None:
        """Show the assessments of a file and which of them is open."""
        if file.assessments != self._shown:
            self._shown = file.assessments
            self._rebuild(file)
        if open_id in self.buttons and open_id is not None:
            self.buttons[open_id].setChecked(True)

    def show_scopes(self, scopes: Scopes | None) -> None:
        """Show what the one that is open comes to, saved or not."""
        shown = self._group.checkedButton()
        if isinstance(shown, AssessmentButton):
            shown.show_scopes(scopes)

    def line_width(self) -> int:
        """Return what all of them need beside each other, in pixels."""
        widths = [each.sizeHint().width() for each in self.buttons.values()]
        return sum(widths) + GAP * len(widths)

    def focus(self) -> None:
        """Take the keys to the one that is open."""
        shown = self._group.checkedButton()
        if shown is not None:
            shown.setVisible(True)  # a layout shows what is new in the next round only
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, file: RiskFile) -> None:
        clear_layout(self._row)
        self.buttons = {}
        standing = file.standing
        for row in file.assessments:
            is_in_force = row.is_decided and row is standing
            button = AssessmentButton(row, is_in_force=is_in_force)
            button.clicked.connect(lambda _on, key=row.id: self.picked.emit(key))
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[row.id] = button
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the lines that the width asks for."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Follow tiles that have become larger: dressed, they have another font."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return heard

    def _grow(self) -> None:
        self.setMinimumHeight(self._row.heightForWidth(self.width()))

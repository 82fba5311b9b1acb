"""Everything that is wrong with the plan, live; a click leads to it."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.deployment_plan import Plan
from sportsec.i18n.labels import problem_text
from sportsec.ui.language import isolate, tr, tr_count, translator, words
from sportsec.ui.pages.deployment.state import DeploymentState
from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import Card
from sportsec.ui.widgets.shapes import draw_shape

EDGE = 14
#: Beside the text of a line, left and right together (`app.qss`).
_PADDING = 20
#: More flaws than this are counted: nobody reads on.
SHOWN = 200
#: No limit to the height, in Qt's own words.
QT_MOST = 16_777_215
#: Three lines.
LEAST_LIST = 112


class ChecksPanel(Card):
    """The list of flaws, the gravest first.

    Signals:
        picked: The `Flaw` to go to.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Checks"))
        self._shown: object = None
        self.corrections = Badge()
        self.warnings = Badge()
        self.header.buttons.addWidget(self.corrections)
        self.header.buttons.addWidget(self.warnings)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapping(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        # By lines Qt would show the first part of a high one and nothing to scroll.
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(QSize(scaled(EDGE), scaled(EDGE)))
        self.list.setAccessibleName(tr("Checks"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(scaled(LEAST_LIST))
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        signals().changed.connect(self._forget)

    def show_state(self, state: DeploymentState, plan: Plan) -> None:
        """Show the flaws of a plan."""
        if state.flaws == self._shown:
            return
        self._shown = state.flaws
        self._count(state)
        self.list.setVisible(bool(state.flaws))
        self.setMaximumHeight(
            QT_MOST if state.flaws else self.header.height() + scaled(44)
        )
        names = {line.id: line for line in plan.detachments}
        self.list.clear()
        for flaw in state.flaws[:SHOWN]:
            line = names.get(flaw.record) if flaw.record else None
            text = problem_text(translator(), flaw.problem)
            if line is not None:
                sign = isolate(line.draft.call_sign) or words(line.title)
                text = tr("{name}: {text}", name=sign, text=text)
            item = QListWidgetItem(_icon(flaw.problem.level.value), text)
            item.setData(Qt.ItemDataRole.UserRole, state.flaws.index(flaw))
            self.list.addItem(item)
        more = len(state.flaws) - SHOWN
        if more > 0:
            self.list.addItem(tr_count("and {n} more", "and {n} more", more))
        self._flaws = state.flaws

    def _count(self, state: DeploymentState) -> None:
        wrong, doubtful = state.corrections, state.warnings
        text = tr_count("{n} to correct", "{n} to correct", wrong)
        self.corrections.show_level(text, "block")
        self.corrections.setVisible(bool(wrong))
        text = tr_count("{n} to check", "{n} to check", doubtful)
        self.warnings.show_level(text, "warn")
        if not wrong and not doubtful:
            self.warnings.show_level(tr("Nothing to correct"), "ok")
        self.warnings.setVisible(bool(doubtful) or not wrong)

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place is not None:
            flaw: Flaw = self._flaws[place]
            self.picked.emit(flaw)

    def _forget(self) -> None:
        """Draw the icons anew with the next state: the theme has changed."""
        self._shown = None


class _Wrapping(QStyledItemDelegate):
    """Reckons the height of a line without its padding, which Qt takes for room."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the shape stand beside the first line: one of many is scrolled."""
        super().initStyleOption(option, index)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        option.decorationAlignment = start

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line that wraps where it is drawn so."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(narrower, index)


def _icon(level: str) -> QIcon:
    image = QPixmap(EDGE * 2, EDGE * 2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    box = QRectF(2, 2, EDGE * 2 - 4, EDGE * 2 - 4)
    draw_shape(painter, level, box, colour(f"level_{level}_ink"))
    painter.end()
    image.setDevicePixelRatio(2)
    return QIcon(image)

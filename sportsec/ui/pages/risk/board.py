"""How the parts of the risk tab lie on the screen."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.problems import Problem
from sportsec.domain.risk import Rater
from sportsec.i18n.labels import problem_text
from sportsec.queries.risk import AssessmentRow, RiskFile
from sportsec.ui.icons import icon
from sportsec.ui.keys import keys_here, with_keys
from sportsec.ui.language import label, tr, translator
from sportsec.ui.pages.risk.decision import Decision
from sportsec.ui.pages.risk.footer import Footer
from sportsec.ui.pages.risk.grid import Grid
from sportsec.ui.pages.risk.state import RiskState, opened, stages_ahead
from sportsec.ui.pages.risk.strip import Strip
from sportsec.ui.pages.risk.summary import Summary
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, margins, scrolled
from sportsec.ui.widgets.splitter import SideSplitter

SIDE, LEAST_SIDE = 350, 300
#: Widths in a line of the grid: its buttons and bar, which do not grow, and its words.
SIGNS, LEAST_WORDS = 390, 145
#: The least height of the grid on view.
LEAST_VIEW = 200
#: The same in a window so low that the assessments are scrolled with it.
LOW_VIEW = 80
#: The width from which the button of a new assessment names the stage.
WORDS_FROM = 900
#: Of the tab in a window of usual size.
WIDE = 1000
MARGIN, BETWEEN = 24, 6


class Board(QWidget):
    """Assessments on top, the grid, beside it the result, decision and reasons.

    Signals:
        wanted: Stage and rater of a new assessment.
        next_wanted: What the police rate next is to be begun, or gone on with.
        total_wanted: The total of the public is to be estimated anew.
    """

    wanted = Signal(object, object)
    next_wanted = Signal()
    total_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = Strip()
        self.grid = Grid()
        self.decision = Decision()
        self.summary = Summary()
        self.footer = Footer()
        #: What new figures of the public hold against the rating in force.
        self.outrun = Banner(on_action=self.next_wanted.emit)
        self.outrun.hide()
        self._outrun_said: tuple[str, ...] = ()
        #: That the total on which the grid counts is not what its parts make.
        self.total = Banner(
            action=tr("Enter the total"), on_action=self.total_wanted.emit
        )
        self.total.hide()
        self._is_head_scrolled = False
        self.new = IconButton("plus")
        self._new_text = self._new_word = ""
        self.more = IconButton("more", tr("More"))
        # Made here, not by `addAction`: what Qt makes itself may get the Python object
        # of an action that is long gone, and go with the menu of that one.
        menu = QMenu(self)
        self._others = QMenu(tr("Another assessment"), menu)
        self._others.setIcon(icon("plus"))
        self.compare = QAction(icon("columns"), tr("Assessments side by side"), menu)
        self.history = QAction(icon("history"), tr("History"), menu)
        self.edit_grid = QAction(icon("settings"), tr("Edit the grid"), menu)
        menu.addMenu(self._others)
        menu.addActions([self.compare, self.history, self.edit_grid])
        self.more.setMenu(menu)
        self.new.clicked.connect(lambda _on: self.next_wanted.emit())
        self._top, self._split = self._head(), self._body()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._box.addLayout(self._top)
        self._box.addWidget(self._split, 1)
        self._box.addWidget(self.footer)
        self.grid.shown_line.connect(self._scroll_to)
        self.decision.reason_wanted.connect(self._show_reason)
        self.decision.decided_by.changed.connect(self._name_decider)

    def load(self, row: AssessmentRow, decider: str = "") -> None:
        """Show another assessment, and who most probably decides it."""
        self.grid.load(row)
        self.decision.load(row, decider)
        self.footer.load(row)
        self._name_decider()

    def show_file(self, file: RiskFile, open_id: UUID) -> None:
        """Show what assessments there are, and which can be begun."""
        self.strip.show_file(file, open_id)
        self.compare.setVisible(len(file.assessments) > 1)
        self._call_new(file, open_id)
        for raters in self._others.findChildren(QMenu):
            raters.deleteLater()  # `clear` leaves the menus that it no longer shows
        self._others.clear()
        self._offer(self._others, file, Rater.POLICE)
        self._others.addSeparator()
        for rater in Rater:
            if rater is not Rater.POLICE:
                self._offer(self._others.addMenu(label(rater)), file, rater)

    def show_outrun(self, found: tuple[Problem, ...]) -> None:
        """Say which figures the rating in force did not know; nothing without any."""
        self._outrun_said = tuple(problem_text(translator(), each) for each in found)
        self._say_outrun()

    def show_total(self, found: tuple[Problem, ...]) -> None:
        """Say that the total of the public was left behind; nothing without any."""
        said = (problem_text(translator(), each) for each in found)
        self.total.say("\n".join(said), "warn")

    def _say_outrun(self) -> None:
        """Name the figures, or leave them to the hint where the grid has no room."""
        if not self._outrun_said:
            self.outrun.say("", "warn")
            return
        said = tr("The rating in force was decided on other figures:")
        full = "\n".join((said, *self._outrun_said))
        short = tr("Other figures than in the rating in force")
        self.outrun.say(short if self._is_head_scrolled else full, "warn")
        self.outrun.label.setToolTip(full if self._is_head_scrolled else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the grid, scroll all cards as one."""
        super().resizeEvent(event)
        fits = self.width() >= SIGNS + scaled(LEAST_WORDS + LEAST_SIDE)
        is_beside = self._reasons.widget() is self._side
        if fits and not is_beside:
            self._side.box.setContentsMargins(margins(0, 0, 6, 0))
            self._reasons.setWidget(self._side)
        elif is_beside and not fits:
            self._side.box.setContentsMargins(0, 0, 0, 0)  # it gets those of the grid
            self._main.box.insertWidget(3, self._reasons.takeWidget())
            self._side.show()
        self._reasons.setVisible(fits)
        self._area.setMinimumHeight(scaled(LEAST_VIEW if fits else LOW_VIEW))
        self._scroll_head(is_scrolled=not fits and self._is_low())
        self._name_new()

    def hasHeightForWidth(self) -> bool:
        """Say that `minimumSizeHint` knows the least height.

        Qt would add up the heights that the parts like best, and the page would be
        scrolled although what is in it is scrolled already.
        """
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the head, a few factors and all of the footer need."""
        least = super().minimumSizeHint()
        gap = self._box.spacing()
        high = self._split.minimumSizeHint().height() + gap + self._foot_height()
        if self._area.minimumHeight() >= scaled(LEAST_VIEW):
            high += self._top.minimumSize().height() + gap  # it is never scrolled
        least.setHeight(high)
        return least

    def _foot_height(self) -> int:
        room = max(self.width(), super().minimumSizeHint().width())
        # It is -1 where no sentence wraps.
        return max(self.footer.heightForWidth(room), self.footer.sizeHint().height())

    def _is_low(self) -> bool:
        """Say whether head and footer would leave too little of the grid."""
        around = self._top.minimumSize().height() + self._foot_height()
        least = around + 2 * self._box.spacing() + scaled(LEAST_VIEW)
        return self.height() < least

    def _scroll_head(self, *, is_scrolled: bool) -> None:
        """Scroll the assessments with the cards, or let them stay above."""
        before, after = self._box, self._main.box
        if not is_scrolled:
            before, after = after, before
        if before.indexOf(self._top) >= 0:
            before.removeItem(self._top)
            after.insertLayout(0, self._top)
            self._is_head_scrolled = is_scrolled
            self._say_outrun()

    def _scroll_to(self, line: QWidget) -> None:
        """Bring a line into view, once its evidence has found its height."""
        QTimer.singleShot(
            0, line, lambda: self._area.ensureWidgetVisible(line, 0, MARGIN)
        )

    def _show_reason(self) -> None:
        """Bring the reason into view, once it has found its place."""
        decision = self.decision
        beside = self._reasons.widget() is self._side
        area = self._reasons if beside else self._area
        QTimer.singleShot(
            0, decision, lambda: area.ensureWidgetVisible(decision.reason, 0, MARGIN)
        )

    def _call_new(self, file: RiskFile, open_id: UUID) -> None:
        """Say on the button what a press does; nothing leads to what is on view."""
        begun = opened(file)
        leads = begun is None or begun.id != open_id
        self.new.setVisible(leads)
        self.outrun.button.setVisible(leads)
        if begun is None:
            self._new_word = tr("Begin")
            text = tr(
                "Begin: {stage}", stage=label(stages_ahead(file, Rater.POLICE)[0])
            )
        else:
            self._new_word = tr("Go on")
            text = tr("Go on: {stage}", stage=label(begun.stage))
        self._new_text = text
        self.outrun.button.setText(text)
        self.new.setToolTip(with_keys(text, keys_here("here.new")))
        self._name_new()

    def _name_decider(self) -> None:
        self.footer.name_decider(self.decision.decided_by.value())

    def _name_new(self) -> None:
        """Name the stage on the button where there is room beside the tiles.

        Where one word even is too wide for them, it stands above the other button.
        """
        has_room = self.width() >= scaled(WORDS_FROM)
        self.new.setText(self._new_text if has_room else self._new_word)
        words = self.new.sizeHint().width() + self.more.sizeHint().width()
        fits = self.strip.line_width() + words + 2 * MARGIN <= self.width()
        way = QBoxLayout.Direction
        self._buttons.setDirection(
            way.LeftToRight if has_room or fits else way.TopToBottom
        )
        self.new.setAccessibleName(self._new_text)

    def _offer(self, menu: QMenu, file: RiskFile, rater: Rater) -> None:
        for stage in stages_ahead(file, rater):
            action = menu.addAction(label(stage))
            action.triggered.connect(lambda _on, s=stage: self.wanted.emit(s, rater))
        if rater is Rater.POLICE:
            menu.setDefaultAction(menu.actions()[0])

    def show_state(self, state: RiskState, *, dirty: bool) -> None:
        """Show what follows from the values on the screen."""
        self.grid.show_state(state)
        self.decision.show_state(state)
        self.summary.show_state(state)
        self.strip.show_scopes(state.chosen)
        self.footer.show_state(state, dirty=dirty)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.strip, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(BETWEEN)
        for button in (self.new, self.more):
            self._buttons.addWidget(button)
        head.addLayout(self._buttons)
        head.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        return head

    def _body(self) -> SideSplitter:
        self._main = _Column(self.outrun, self.total, self.grid)
        self._side = _Column(
            *(self.summary.result, self.decision),
            *(self.summary.moves, self.summary.why),
        )
        self._area = scrolled(self._main)
        self._area.setMinimumHeight(scaled(LEAST_VIEW))
        self._reasons = scrolled(self._side)
        self._reasons.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._reasons.setMinimumWidth(scaled(LEAST_SIDE))
        split = SideSplitter()
        split.addWidget(self._area)
        split.addWidget(self._reasons)
        split.setStretchFactor(0, 1)
        split.setSizes([WIDE - SIDE, SIDE])
        return split


class _Column(QWidget):
    """Cards under each other."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(margins(0, 0, 6, 0))
        self.box.setSpacing(12)
        for card in cards:
            self.box.addWidget(card)
        self.box.addStretch(1)

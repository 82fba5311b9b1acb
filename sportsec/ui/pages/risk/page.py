"""The risk tab of a match file: grid, why, decision, stages side by side."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sportsec.domain.errors import Invalid, SportsecError
from sportsec.domain.problems import blocking
from sportsec.domain.risk import Rater, Stage
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.queries.doubts import total_doubts
from sportsec.queries.risk import AssessmentRow, RiskFile, risk_file
from sportsec.queries.risk_outrun import outrun_problems
from sportsec.services.risk import (
    assess,
    decide,
    discard_assessment,
    open_assessment,
)
from sportsec.ui.desk import Desk
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import label, tr, translator, words
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.pages.risk.board import Board
from sportsec.ui.pages.risk.compare import CompareDialog
from sportsec.ui.pages.risk.decision import REASON
from sportsec.ui.pages.risk.footer import unknown_text
from sportsec.ui.pages.risk.grid_dialog import GridDialog
from sportsec.ui.pages.risk.state import (
    RiskState,
    find_row,
    next_stage,
    opened,
    risk_state,
    saved_without,
    shown_first,
)
from sportsec.ui.targets import PointTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.empty import EmptyState

CARES = frozenset(
    {
        *("risk_assessment", "risk_item", "risk_factor", "risk_grid", "fixture"),
        *("estimate", "group_relation", "sector", "gate"),
    }
)


class RiskTab(QWidget):
    """The rating of one match."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self._file: RiskFile | None = None
        self._open_id: UUID | None = None
        self._dirty = False
        #: Fields the officer was at, or tried to save without.
        self._asked: set[str] = set()
        self._stale = True
        #: Where the keys go once the answer asked for is on the screen.
        self._go_on: Callable[[], object] | None = None
        self.row: AssessmentRow | None = None
        self.state: RiskState | None = None
        self.board = Board()
        begin = tr("Begin: {stage}", stage=label(Stage.INITIAL))
        self.empty = EmptyState(
            tr("This match is not rated yet."), "risk", begin, self.begin_next
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.board)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()

    # ---- for the match file

    def reload(self) -> None:
        """Ask for the rating anew; what is typed and not saved stays."""
        self._stale = False
        fixture_id = self._fixture_id
        self._desk.runner.read(
            self, "risk", lambda work: risk_file(work, fixture_id), self._take
        )
        self._desk.runner.read(
            self,
            "outrun",
            lambda work: outrun_problems(work, fixture_id),
            self.board.show_outrun,
        )
        self._desk.runner.read(
            self,
            "total",
            lambda work: total_doubts(work, fixture_id),
            self.board.show_total,
        )

    def may_leave(self) -> bool:
        """Save what is typed: an unfinished assessment may be left at any time."""
        self.save()
        return True

    @property
    def is_dirty(self) -> bool:
        """Whether something is not saved yet."""
        return self._dirty

    # ---- what the officer does

    def begin(self, stage: Stage, rater: Rater = Rater.POLICE) -> None:
        """Begin an assessment, filled from the previous one and the record."""
        fixture_id = self._fixture_id

        def show(assessment_id: UUID) -> None:
            self._go_on = self.board.grid.focus_first
            self._desk.say(tr("Begun: {stage}", stage=label(stage)))
            self.show_assessment(assessment_id)

        self.save(
            then=lambda: self._desk.runner.write(
                self,
                N_("Assessment begun"),
                lambda work: open_assessment(work, fixture_id, stage, rater),
                show,
                self._failed,
            )
        )

    def begin_next(self) -> None:
        """Begin what the police would rate next; what is open is shown instead."""
        if self._file is None:
            self._go_on = self.begin_next
            return
        begun = opened(self._file)
        if self.row is not None and not self.row.is_decided:
            self.board.grid.focus_first()
        elif begun is not None:
            self._go_on = self.board.grid.focus_first
            self.show_assessment(begun.id)
        else:
            self.begin(next_stage(self._file))

    def show_assessment(self, assessment_id: UUID) -> None:
        """Show another assessment of the match, after saving this one."""

        def show() -> None:
            self._open_id = assessment_id
            self.reload()

        self.save(then=show)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save what is on the screen, finished or not; then go on."""
        if self._dirty:
            self._write(N_("Assessment saved"), then=then)
        elif then is not None:
            then()

    def decide(self) -> None:
        """Close the assessment with the categories on the screen."""
        if self.row is None or self.row.is_decided:
            return
        name = self.board.decision.decided_by.value()
        self._write(N_("Risk category decided"), decided_by=name, for_good=True)

    def discard(self) -> None:
        """Throw the open assessment away."""
        row = self.row
        if row is None:
            return
        self._dirty = False
        self._desk.runner.write(
            self,
            N_("Assessment discarded"),
            lambda work: discard_assessment(work, row.id),
            lambda _none: self._desk.say(tr("Assessment discarded")),
            self._failed,
        )

    def compare(self) -> None:
        """Show all assessments in one table."""
        if self._file is not None:
            CompareDialog(self._file, self).open()

    def show_history(self) -> None:
        """Open the history of the assessment on view."""
        if self.row is not None:
            show_history(self, self._desk, "risk_assessment", self.row.id)

    def edit_grid(self) -> None:
        """Open the active grid, to publish a new version of it."""
        if self._file is not None and self._file.grid is not None:
            GridDialog(self._desk, self._file.grid, self).open()

    # ---- inside

    def _connect(self) -> None:
        board = self.board
        board.grid.edited.connect(self._on_edit)
        board.decision.edited.connect(self._on_edit)
        board.grid.touched.connect(self._on_touch)
        board.decision.touched.connect(self._on_touch)
        board.footer.save.clicked.connect(lambda _on: self.save())
        board.footer.decide.clicked.connect(lambda _on: self.decide())
        board.footer.discard.clicked.connect(lambda _on: self.discard())
        board.strip.picked.connect(self.show_assessment)
        board.history.triggered.connect(lambda _on: self.show_history())
        board.compare.triggered.connect(lambda _on: self.compare())
        board.wanted.connect(self.begin)
        board.next_wanted.connect(self.begin_next)
        board.edit_grid.triggered.connect(lambda _on: self.edit_grid())
        total = PointTarget(self._fixture_id, "estimates")
        board.total_wanted.connect(lambda: self._desk.go("match", total))
        for name, act in (
            ("here.new", self.begin_next),
            ("here.save", self.save),
            ("here.accept", self.decide),
        ):
            KeyedShortcut(self, name, act, IN_WINDOW)
        self._desk.runner.changed.connect(self._on_changed)

    def _take(self, file: RiskFile) -> None:
        self._file = file
        if not self._dirty:
            self.row = find_row(file, self._open_id) or shown_first(file)
        self._stack.setCurrentIndex(0 if self.row is None else 1)
        if self.row is None:
            return
        self._open_id = self.row.id
        if not self._dirty:
            self._asked = set(saved_without(file, self.row))
            self.board.load(self.row, file.decider or words(file.commander))
        self.board.show_file(file, self.row.id)
        self._renew()
        if self._go_on is not None:
            go_on, self._go_on = self._go_on, None
            go_on()

    def _on_edit(self) -> None:
        self._dirty = True
        self._renew()

    def _on_touch(self, field: str) -> None:
        if field not in self._asked:
            self._asked.add(field)
            self._renew()

    def _renew(self) -> None:
        """Show what follows from the values on the screen."""
        if self._file is None or self.row is None:
            return
        draft, items = self.board.decision.draft(), self.board.grid.items()
        self.state = risk_state(self._file, self.row, draft, items, self._asked)
        self.board.show_state(self.state, dirty=self._dirty)

    def _write(
        self,
        act: str,
        *,
        then: Callable[[], object] | None = None,
        decided_by: str = "",
        for_good: bool = False,
    ) -> None:
        row = self.row
        if row is None:
            return
        self._ask_for_all()
        draft, items = self.board.decision.draft(), self.board.grid.items()
        seen = (row.draft, row.items)
        state = self.state if for_good else None
        said = [tr(act), *_decided_so(state)] if state else [tr(act)]

        def job(work: Work) -> None:
            if for_good:
                decide(work, row.id, draft, items, seen=seen, decided_by=decided_by)
            else:
                assess(work, row.id, draft, items, seen=seen)

        def done(_none: None) -> None:
            self._dirty = False
            self._desk.say("\n".join(said))
            if for_good:  # nothing below can be typed into any more
                self._go_on = self.board.strip.focus
            if then is not None:
                then()
            else:
                self.reload()

        self._desk.runner.write(self, act, job, done, self._failed)

    def _ask_for_all(self) -> None:
        """Whoever saves or decides without something is told so."""
        if self.state is not None:
            self._asked |= self.state.wanted
            self._renew()

    def _failed(self, error: SportsecError) -> None:
        if not isinstance(error, Invalid):
            self._desk.complain(error)
            return
        problems = blocking(error.problems)
        text = "\n".join(problem_text(translator(), each) for each in problems)
        self._desk.say(text, level="block")
        for problem in problems:
            self.board.grid.unfold(problem.field or "")
        if any(each.field == REASON for each in problems):
            self.board.decision.focus_reason()

    def _on_changed(self, touched: frozenset[str]) -> None:
        if touched & CARES:
            self._stale = True
            if self.isVisible():
                self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when it comes into view, if something changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.reload()


def _decided_so(state: RiskState) -> list[str]:
    """Return what a decision just made leaves out, and what it is lower than."""
    said = [problem_text(translator(), each) for each in state.lowered]
    return [*said, unknown_text(state)] if state.unknown else said

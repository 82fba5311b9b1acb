"""The deployment tab of a match file: who stands where and when, checked live."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.deployment import Phase
from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.words import N_
from sportsec.queries.order_texts import checked_plan
from sportsec.services.deployment import assign
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.pages.deployment.acts import Acts
from sportsec.ui.pages.deployment.board import DETACHMENTS, POSTS, Board
from sportsec.ui.pages.deployment.board_room import BoardRoom
from sportsec.ui.pages.deployment.copying import Copying
from sportsec.ui.pages.deployment.lists import tip_text
from sportsec.ui.pages.deployment.state import (
    DeploymentState,
    deployment_state,
    first_phase,
    post_row,
    with_assignment,
)
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.targets import PointTarget
from sportsec.ui.widgets.table import TableView

CARES = frozenset(
    {
        *("detachment", "post", "assignment", "fixture_phase", "fixture", "unit"),
        *("sector", "gate", "contact", "list_item", "estimate"),
    }
)


class DeploymentTab(QWidget):
    """The deployment of one match."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._fixture_id = fixture_id
        self._phase: Phase | None = None
        self._sector: UUID | None = None
        self._wanted: UUID | None = None
        #: Asked for before there was a plan, or its lines.
        self._asked: Flaw | None = None
        self._wanted_line: UUID | None = None
        #: A post made here, to be shown once it is read.
        self._made: UUID | None = None
        self._stale = True
        self.plan: Plan | None = None
        self.state: DeploymentState | None = None
        self.board = Board(desk, self._tip_of)
        self.acts = Acts(self, desk, fixture_id, self.board)
        self.copying = Copying(self, desk, fixture_id)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(BoardRoom(self.board))
        self._connect()

    # ---- for the match file

    def reload(self) -> None:
        """Ask for the plan anew; phase, sector and chosen rows stay."""
        self._stale = False
        fixture_id = self._fixture_id
        self._desk.runner.read(
            self, "plan", lambda work: checked_plan(work, fixture_id), self._take
        )

    def may_leave(self) -> bool:
        """Say whether no form would be lost."""
        form = self.board.form
        if form is not None:
            form.reject()
        return self.board.form is None

    # ---- what the officer does

    def show_phase(self, phase: Phase) -> None:
        """Show the posts of another phase."""
        self._phase = phase
        self._renew()

    def show_sector(self, sector_id: UUID | None) -> None:
        """Show the posts of one sector; of all with None."""
        self._sector = sector_id
        self.board.lists.setCurrentIndex(POSTS)
        self._renew()

    def show_post(self, post_id: UUID) -> None:
        """Go to a post: its phase, all sectors, its line."""
        row = None if self.plan is None else post_row(self.plan, post_id)
        if row is None:
            return
        self._phase, self._sector = row.line.draft.phase, None
        self._wanted = post_id
        self.board.lists.setCurrentIndex(POSTS)
        self._renew()

    def show_detachment(self, detachment_id: UUID) -> None:
        """Go to a detachment in its list."""
        self.board.lists.setCurrentIndex(DETACHMENTS)
        if self.board.detachment_table.select(detachment_id):
            self._bring_into_view(self.board.detachment_table)
        else:
            self._wanted_line = detachment_id  # its list is only being read

    def show_history(self) -> None:
        """Open the history of the line that is chosen, else of the whole match."""
        board = self.board
        at_posts = board.lists.currentIndex() == POSTS
        table = board.post_table if at_posts else board.detachment_table
        chosen = table.current_id()
        if chosen is None:
            self._desk.go("match", (self._fixture_id, "history"))
        else:
            self._show_history("post" if at_posts else "detachment", chosen)

    def assign(self, detachment_id: UUID, post_id: UUID, headcount: int) -> None:
        """Put officers on a post; shown at once, then written."""
        if self.plan is not None:
            self.plan = with_assignment(self.plan, detachment_id, post_id, headcount)
            self._renew()
        self._desk.runner.write(
            self,
            N_("Officers assigned"),
            lambda work: assign(work, detachment_id, post_id, headcount),
            failed=self._failed,
        )

    # ---- inside

    def _connect(self) -> None:
        board, acts = self.board, self.acts
        board.phases.picked.connect(self.show_phase)
        board.sector.clicked.connect(lambda _on: self.show_sector(None))
        board.stadium.view.picked.connect(self._pick_sector)
        board.stadium.view.post_picked.connect(self.show_post)
        board.stadium.view.cleared.connect(lambda: self.show_sector(None))
        board.checks.picked.connect(self.go_to)
        board.post_table.chosen.connect(self._show_assignments)
        board.post_table.opened.connect(acts.edit_post)
        board.detachment_table.opened.connect(acts.edit_detachment)
        board.assignments.assigned.connect(self.assign)
        board.assignments.wanted_new.connect(self._make_detachment)
        board.assignments.left.connect(self._leave_post)
        board.new_post.clicked.connect(lambda _on: acts.new_post())
        board.new_detachment.clicked.connect(lambda _on: acts.new_detachment())
        board.history.clicked.connect(lambda _on: self.show_history())
        board.edit_phase.clicked.connect(lambda _on: acts.edit_phase())
        board.copy.clicked.connect(lambda _on: self.copying.offer())
        for table, rows in (
            (board.post_table, self._post_acts()),
            (board.detachment_table, self._detachment_acts()),
        ):
            for text, act, name in rows:
                table.add_action_for_rows(text, act, name)
        board.posts.settled.connect(self._select_wanted)
        board.detachments.settled.connect(self._select_line)
        self.copying.done.connect(self._forget_phase)
        acts.made = self._await
        self._desk.runner.changed.connect(self._on_changed)

    def _post_acts(self) -> list[tuple[str, Callable[[list[UUID]], object], str]]:
        return [
            (tr("Hold in the next phase too"), self.acts.repeat_posts, "forward"),
            (tr("History"), lambda ids: self._show_history("post", ids[0]), "history"),
            (tr("Delete"), self.acts.delete_posts, "delete"),
        ]

    def _detachment_acts(self) -> list[tuple[str, Callable[[list[UUID]], object], str]]:
        return [
            (
                tr("History"),
                lambda ids: self._show_history("detachment", ids[0]),
                "history",
            ),
            (tr("Delete"), self.acts.delete_detachments, "delete"),
        ]

    def _show_history(self, kind: str, record: UUID) -> None:
        show_history(self, self._desk, kind, record)

    def go_to(self, flaw: Flaw) -> None:
        """Go to what a check speaks of, once the plan is read."""
        if self.plan is None:
            self._asked = flaw
            return
        if flaw.phase is not None:
            self._phase = flaw.phase
        if flaw.subject == "post" and flaw.record is not None:
            self.show_post(flaw.record)
        elif flaw.subject == "sector":
            self.show_sector(flaw.record)
        elif flaw.subject == "detachment" and flaw.record is not None:
            self._renew()
            self.show_detachment(flaw.record)
        elif flaw.subject == "match":
            self._desk.go("match", (flaw.record, "deployment"))
        elif flaw.subject == "order":
            self._desk.go("match", PointTarget(self._fixture_id, flaw))
        elif flaw.problem.field == "commander_id":
            self._desk.go("match", (self._fixture_id, "overview"))

    def _make_detachment(self) -> None:
        """Make what a post lacks, beside the list in which it will stand."""
        self.board.lists.setCurrentIndex(DETACHMENTS)
        self.acts.new_detachment()

    def _await(self, post_id: UUID) -> None:
        """Show a post that was made here, ready to be manned."""
        self._made = post_id
        self.reload()

    def _take(self, plan: Plan) -> None:
        if plan == self.plan and self._phase is not None and self._made is None:
            return  # it is on the screen already
        self.plan = plan
        made, self._made = self._made, None
        if self._phase is None:
            self._phase = first_phase(plan)
        if made is not None and post_row(plan, made) is not None:
            self.show_post(made)
        else:
            self._renew()
        asked, self._asked = self._asked, None
        if asked is not None:
            self.go_to(asked)

    def _renew(self) -> None:
        """Show what follows from the plan on the screen."""
        if self.plan is None or self._phase is None:
            return
        state = deployment_state(self.plan, self._phase, self._sector)
        self.state = state
        board = self.board
        self._show_sector(self.plan)
        board.show_state(state)
        board.checks.show_state(state, self.plan)
        board.posts_source.show(state.posts)
        board.posts.reload()
        board.detachments_source.show(state.detachments)
        board.detachments.reload()
        board.assignments.show_post(self.plan, board.assignments.post_id)
        self.acts.plan = self.plan
        self.acts.phase = self._phase

    def _show_sector(self, plan: Plan) -> None:
        """Say which sector alone is on view."""
        names = {each.plan.id: each for each in plan.sectors}
        sector = names.get(self._sector) if self._sector else None
        button = self.board.sector
        button.setVisible(sector is not None)
        if sector is not None:
            button.setText(tr("Sector {code}", code=isolate(sector.plan.code)))

    def _forget_phase(self) -> None:
        """Open with the first phase that matters, once the copy is there."""
        self._phase = None

    def _pick_sector(self, sector_id: UUID) -> None:
        self.show_sector(None if sector_id == self._sector else sector_id)

    def _show_assignments(self, post_id: UUID | None) -> None:
        if self.plan is not None:
            self.board.assignments.show_post(self.plan, post_id)
            if post_id is not None:
                # it takes room from the list, maybe that of the line chosen
                self._bring_into_view(self.board.post_table)

    def _leave_post(self) -> None:
        """Choose no post, and go back to the list."""
        table = self.board.post_table
        table.setCurrentIndex(QModelIndex())
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.board.post_table.select(wanted):
            self._show_assignments(wanted)
            self._bring_into_view(self.board.post_table)

    def _select_line(self) -> None:
        wanted, self._wanted_line = self._wanted_line, None
        if wanted is not None and self.board.detachment_table.select(wanted):
            self._bring_into_view(self.board.detachment_table)

    def _bring_into_view(self, table: TableView) -> None:
        """Show a line that was asked for, once all has its height."""
        QTimer.singleShot(0, self, lambda: self.board.bring_into_view(table))

    def _tip_of(self, record: UUID) -> str:
        return "" if self.plan is None else tip_text(self.plan, record)

    def _failed(self, error: Exception) -> None:
        self._desk.complain(error)
        self.reload()

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

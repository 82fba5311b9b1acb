"""Risk and deployment: the tabs of the next fully planned match, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget
from sqlalchemy import func, select

from sportsec.domain.deployment_checks import check_plan
from sportsec.queries.deployment import deployment_plan
from sportsec.store.tables.deployment import Post
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from sportsec.ui.pages.deployment.board import DETACHMENTS, POSTS
from sportsec.ui.pages.risk.grid_dialog import GridDialog
from sportsec.ui.pages.risk.state import next_stage
from sportsec.ui.widgets.scrolled import show_from_top
from tests.screens.scenes.menus import still
from tests.screens.stage import Scene, Stage


def busiest_match(work: Work) -> UUID | None:
    """Return the coming match with the most posts."""
    query = (
        select(Fixture.id)
        .outerjoin(Post, Post.fixture_id == Fixture.id)
        .where(Fixture.kick_off_at > work.now)
        .group_by(Fixture.id)
        .order_by(func.count(Post.id).desc(), Fixture.kick_off_date)
        .limit(1)
    )
    return work.session.scalar(query)


def flawed_match(work: Work) -> UUID | None:
    """Return the coming match whose deployment has the most problems."""
    query = (
        select(Fixture.id)
        .join(Post, Post.fixture_id == Fixture.id)
        .where(Fixture.kick_off_at > work.now)
        .group_by(Fixture.id)
    )
    found = list(work.session.scalars(query))
    return max(found, key=lambda key: len(check_plan(deployment_plan(work, key))))


def unrated_match(work: Work) -> UUID | None:
    """Return a coming match that nobody has rated."""
    rated = select(RiskAssessment.fixture_id).where(
        RiskAssessment.fixture_id == Fixture.id
    )
    query = select(Fixture.id).where(Fixture.kick_off_at > work.now, ~rated.exists())
    return work.session.scalar(query.order_by(Fixture.kick_off_date.desc()).limit(1))


def open_tab(stage: Stage, key: str, fixture_id: UUID | None) -> Any:
    """Open a tab of a match and return it."""
    page: Any = stage.open("match", (fixture_id, key))
    page.open_tab(key)
    stage.settle()
    return page.tab


def risk(stage: Stage) -> QWidget:
    open_tab(stage, "risk", stage.ask(busiest_match))
    window: QWidget = stage.window
    return window


def risk_evidence(stage: Stage) -> QWidget:
    """An open assessment with a high value that lacks its evidence."""
    tab = open_tab(stage, "risk", stage.ask(busiest_match))
    if tab.row is not None and tab.row.is_decided:
        tab.begin(next_stage(tab._file))
        stage.settle()
    tab.board.grid.rows["F8"].values.button(4).click()
    tab.board.decision.scopes["travel"].button(1).click()
    stage.settle()
    tab._dirty = False  # nothing of this is saved
    window: QWidget = stage.window
    return window


def risk_grid(stage: Stage) -> QWidget:
    tab = open_tab(stage, "risk", stage.ask(busiest_match))
    tab.edit_grid()
    stage.settle()
    dialog: QWidget = tab.findChildren(GridDialog)[-1]
    return dialog


def risk_compare(stage: Stage) -> QWidget:
    tab = open_tab(stage, "risk", stage.ask(busiest_match))
    tab.compare()
    stage.settle()
    dialogs = tab.findChildren(QDialog)
    window: QWidget = stage.window
    return dialogs[-1] if dialogs else window


def risk_empty(stage: Stage) -> QWidget:
    open_tab(stage, "risk", stage.ask(unrated_match))
    window: QWidget = stage.window
    return window


def deployment(stage: Stage) -> QWidget:
    tab = open_tab(stage, "deployment", stage.ask(busiest_match))
    tab.board.lists.setCurrentIndex(0)
    if tab.state is not None and tab.state.posts:
        short = [row for row in tab.state.posts if row.short] or tab.state.posts
        tab.board.post_table.select(short[0].id)
    stage.settle()
    window: QWidget = stage.window
    return window


def deployment_plan_below(stage: Stage) -> QWidget:
    """The stadium and the totals: in large text they lie under the lists."""
    tab = open_tab(stage, "deployment", stage.ask(busiest_match))
    show_from_top(tab.board.totals)
    stage.settle()
    window: QWidget = stage.window
    return window


def deployment_checks(stage: Stage) -> QWidget:
    """A plan with shortages and double call signs, a check clicked."""
    tab = open_tab(stage, "deployment", stage.ask(flawed_match))
    if tab.state is not None and tab.state.flaws:
        tab.go_to(tab.state.flaws[-1])
    stage.settle()
    window: QWidget = stage.window
    return window


def in_deployment(lists: int, show: Callable[[Any], object]) -> Callable[..., QWidget]:
    """Return what shows something of the busiest match beside one of its lists."""

    def build(stage: Stage) -> QWidget:
        tab = open_tab(stage, "deployment", stage.ask(busiest_match))
        tab.may_leave()
        tab.board.lists.setCurrentIndex(lists)
        show(tab)
        stage.settle()
        form, window = tab.board.form, stage.window
        opened = form is not None and form.isWindow()
        return still(form.grab()) if opened else window  # the tab keeps its form

    return build


def deployment_copy(stage: Stage) -> QWidget:
    tab = open_tab(stage, "deployment", stage.ask(busiest_match))
    if tab.board.form is not None:
        tab.board.form.reject()
    tab.copying.offer()
    stage.settle()
    dialog: QWidget = tab.copying.dialog
    return dialog


def deployment_empty(stage: Stage) -> QWidget:
    open_tab(stage, "deployment", stage.ask(unrated_match))
    window: QWidget = stage.window
    return window


SCENES = [
    Scene("match-risk", risk),
    Scene("match-risk-evidence", risk_evidence),
    Scene("match-risk-compare", risk_compare),
    Scene("match-risk-grid", risk_grid),
    Scene("match-risk-empty", risk_empty),
    Scene("match-deployment", deployment),
    Scene("match-deployment-plan", deployment_plan_below),
    Scene("match-deployment-checks", deployment_checks),
    Scene(
        "match-deployment-detachments", in_deployment(DETACHMENTS, lambda _tab: None)
    ),
    Scene(
        "match-deployment-form",
        in_deployment(
            DETACHMENTS,
            lambda tab: tab.acts.edit_detachment(tab.plan.detachments[0].id),
        ),
        still=True,
    ),
    Scene(
        "match-deployment-post",
        in_deployment(POSTS, lambda tab: tab.acts.edit_post(tab.plan.posts[0].id)),
        still=True,
    ),
    Scene(
        "match-deployment-phase",
        in_deployment(POSTS, lambda tab: tab.acts.edit_phase()),
        still=True,
    ),
    Scene("match-deployment-copy", deployment_copy),
    Scene("match-deployment-empty", deployment_empty),
]

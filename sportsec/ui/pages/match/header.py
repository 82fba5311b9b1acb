"""The strip below the title of a match file: when, where, category, status, plan."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from sportsec.domain.fixtures import FixtureStatus, PlanStatus
from sportsec.domain.words import N_
from sportsec.i18n.formats import hour, long_date
from sportsec.queries.match_header import MatchHead
from sportsec.services.fixture_status import advance_plan
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.match_look import (
    CATEGORY_LEVELS,
    STATUS_LEVELS,
    round_text,
    score_text,
    whole,
)
from sportsec.ui.pages.match.status_acts import StatusActs
from sportsec.ui.widgets.badges import Badge, RiskChip
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.icon_label import IconLabel

GAP = 16


def facts_of(head: MatchHead) -> tuple[str, ...]:
    """Return competition, round, season and number of a match."""
    return (
        words(head.competition),
        round_text(head.round),
        isolate(head.season),
        whole(head.ref_no),
    )


class MatchHeader(QWidget):
    """Facts as quiet text, states as badges, acts on the state as menus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._head: MatchHead | None = None
        self.acts = StatusActs(desk, self)
        self.when = text_label("", "value")
        self.where = text_label("", "value")
        self.category = RiskChip()
        self.status = Badge()
        self.status_button = QPushButton(tr("Status"))
        self.plan_button = QPushButton()
        self._place = _with_icon("venues", self.where)
        self._flow = FlowLayout(self, GAP)
        for widget in (
            *(_with_icon("clock", self.when), self._place),
            *(self.category, self.status),
        ):
            self._flow.addWidget(widget)
        self.status_button.setIcon(icon("edit"))
        self.plan_button.setIcon(icon("check"))
        self.hide()

    def show_head(self, head: MatchHead) -> None:
        """Show a match."""
        self._head = head
        self.when.setText(when_text(head))
        where = (words(head.venue), words(head.city))
        self.where.setText(_joined(where))
        self.category.setVisible(head.category is not None)
        if head.category is not None:
            self.category.show_level(
                label(head.category), CATEGORY_LEVELS[head.category]
            )
        self.status.show_level(
            status_text(head), STATUS_LEVELS.get(head.status, "muted")
        )
        self.status.setToolTip(head.status_remark)
        self.status_button.setMenu(self.acts.menu(head))
        self.plan_button.setText(label(head.plan_status))
        self.plan_button.setToolTip(tr("How far the planning has come"))
        self.plan_button.setMenu(self._plan_menu(head))
        self.show()

    def be_short(self, *, short: bool) -> int:
        """Leave the stadium out, or not; return the width of one line of the rest."""
        self._place.setHidden(short)
        return self._flow.line_width()

    def _plan_menu(self, head: MatchHead) -> QMenu:
        menu = QMenu(self)
        for step in PlanStatus:
            action = menu.addAction(label(step))
            action.setCheckable(True)
            action.setChecked(step is head.plan_status)
            action.triggered.connect(lambda _on, step=step: self._advance(step))
        return menu

    def _advance(self, step: PlanStatus) -> None:
        if self._head is None:
            return
        fixture_id = self._head.id
        self._desk.runner.write(
            self,
            N_("Planning step noted"),
            lambda work: advance_plan(work, fixture_id, step),
            failed=self._desk.complain,
        )


def when_text(head: MatchHead) -> str:
    """Return day and hour in full; the hour may not be known."""
    day = long_date(head.kick_off_date, translator().language)
    at = hour(head.kick_off_at, ZoneInfo(head.kick_off_zone))
    if not at:
        return tr("{day}, time not known yet", day=day)
    return tr("{day} at {hour}", day=day, hour=isolate(at))


def status_text(head: MatchHead) -> str:
    """Return the status, with the score of a match that has one."""
    over = head.status in {FixtureStatus.PLAYED, FixtureStatus.AWARDED}
    score = score_text(head.home_score, head.away_score) if over else ""
    return f"{label(head.status)}  {score}" if score else label(head.status)


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def _with_icon(name: str, text: QLabel) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(IconLabel(name, 18))
    box.addWidget(text)
    return holder

"""The strip below the title of a match file: when, where, category, status, plan."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from sportsec.domain.fixtures import FixtureStatus, PlanStatus
from sportsec.domain.words import N_
from sportsec.queries.match_header import MatchHead
from sportsec.services.fixture_status import advance_plan
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.match_look import (
    CATEGORY_LEVELS,
    STATUS_LEVELS,
    promises_text,
    round_text,
    score_text,
    whole,
)
from sportsec.ui.pages.match.status_acts import StatusActs
from sportsec.ui.pages.match.when import short_when, when_text
from sportsec.ui.targets import PROMISES
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge, RiskChip
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.icon_label import IconLabel

GAP = 16
#: Letters end between two pixels.
ROUNDING = 2

#: Past the end: the shortest of all looks.
LEAST_LOOK = 99

#: When and where a match is, said in full or shorter; the stadium may be left out.
Look = tuple[str, str]


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
        self.promises = QPushButton()
        self.promises.setProperty("role", "lack")
        self.promises.clicked.connect(lambda _on: self._open_promises())
        self.status_button = IconButton("edit", tr("Status"))
        self.plan_button = IconButton("overview")
        self._looks: tuple[Look, ...] = ()
        self._look: Look = ("", "")
        self._place = _with_icon("venues", self.where)
        self._flow = FlowLayout(self, GAP)
        for widget in (
            *(_with_icon("clock", self.when), self._place),
            *(self.category, self.status, self.promises),
        ):
            self._flow.addWidget(widget)
        self.hide()

    def show_head(self, head: MatchHead) -> None:
        """Show a match."""
        self._head = head
        at = self._looks.index(self._look) if self._look in self._looks else 0
        self._looks = _looks(head)
        tip = "\n".join(filter(None, (*self._looks[0], _joined(facts_of(head)))))
        for text in (self.when, self.where):
            text.setToolTip(tip)
        self.show_look(at, says_status=not self.status.isHidden())
        self.category.setVisible(head.category is not None)
        if head.category is not None:
            self.category.show_level(
                label(head.category), CATEGORY_LEVELS[head.category]
            )
        self.status.show_level(
            status_text(head), STATUS_LEVELS.get(head.status, "muted")
        )
        self.status.setToolTip(head.status_remark)
        said = promises_text(head.promises)
        self.promises.setText(said)
        self.promises.setVisible(bool(said))
        self.status_button.setMenu(self.acts.menu(head))
        stage = label(head.plan_status)
        self.plan_button.setText(tr("Stage: {stage}", stage=stage))
        self.plan_button.setToolTip(tr("How far the planning has come"))
        self.plan_button.setMenu(self._plan_menu(head))
        self.show()

    @property
    def is_usual(self) -> bool:
        """Say whether the status tells nothing that changes the work."""
        usual = {FixtureStatus.SCHEDULED, FixtureStatus.CONFIRMED}
        return self._head is None or self._head.status in usual

    def look_for(self, room: int, *, says_status: bool = True) -> int | None:
        """Return the fullest look that stands on one line of so many pixels."""
        fitting = (
            at
            for at, look in enumerate(self._looks)
            if self._width(look, says_status=says_status) < room
        )
        return next(fitting, None)

    def width_of(self, at: int, *, says_status: bool = True) -> int:
        """Return the width of the line in a look, in pixels, without changing it."""
        looks = self._looks or (self._look,)
        return self._width(looks[min(at, len(looks) - 1)], says_status=says_status)

    def show_look(self, at: int, *, says_status: bool = True) -> int:
        """Say when and where as fully as a look does; return the width of one line."""
        if self._looks:
            self._look = self._looks[min(at, len(self._looks) - 1)]
            when, where = self._look
            _say(self.when, when)
            if where:  # its last words are kept: they are measured by
                _say(self.where, where)
            self._place.setHidden(not where)
        self.status.setHidden(not says_status)
        return self._flow.line_width()

    def _width(self, look: Look, *, says_status: bool) -> int:
        """Return how wide the line would be, without changing it."""
        width = self._flow.line_width()
        pairs = zip((self.when, self.where), look, strict=True)
        for text, said in pairs:
            advance = text.fontMetrics().horizontalAdvance
            width += advance(said or text.text()) - advance(text.text())
        for part, is_shown in (
            (self._place, bool(look[1])),
            (self.status, says_status),
        ):
            if is_shown == part.isHidden():
                more = part.sizeHint().width() + GAP
                width += more if is_shown else -more
        return width + ROUNDING

    def _open_promises(self) -> None:
        if self._head is not None:
            self._desk.go("match", (self._head.id, PROMISES))

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


def _looks(head: MatchHead) -> tuple[Look, ...]:
    """Return how the header may say when and where, the fullest first."""
    when, short, venue = when_text(head), short_when(head), words(head.venue)
    place = _joined((venue, words(head.city)))
    found = ((when, place), (when, venue), (short, venue), (when, ""), (short, ""))
    return tuple(dict.fromkeys(found))


def status_text(head: MatchHead) -> str:
    """Return the status, with the score of a match that has one."""
    over = head.status in {FixtureStatus.PLAYED, FixtureStatus.AWARDED}
    score = score_text(head.home_score, head.away_score) if over else ""
    return f"{label(head.status)}  {score}" if score else label(head.status)


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def _say(text: QLabel, said: str) -> None:
    """Change a text; Qt would tell the line of its new width with the next event only.

    Measured by the old one, the page would be given a width at which it is read anew.
    """
    holder = text.parentWidget()
    if holder is not None and text.text() != said:
        text.setText(said)
        holder.updateGeometry()


def _with_icon(name: str, text: QLabel) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(scaled(6))
    box.addWidget(IconLabel(name, 18))
    box.addWidget(text)
    return holder

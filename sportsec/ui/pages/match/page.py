"""The match file: a header that says which match, and its tabs."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.errors import NotFound, SportsecError
from sportsec.domain.exchange import Scope, ScopeKind
from sportsec.domain.readiness import RATE_ANEW, Lack
from sportsec.queries.match_header import MatchHead, match_head
from sportsec.queries.match_steps import MatchSteps, match_steps
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import ask_due_days
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr, words
from sportsec.ui.page import Page
from sportsec.ui.pages.match.acts_button import ActsButton
from sportsec.ui.pages.match.dotted import POINT, DottedLine
from sportsec.ui.pages.match.file_tabs import FileTabs
from sportsec.ui.pages.match.header import MatchHeader, facts_of
from sportsec.ui.pages.match.header_fit import HeaderFit
from sportsec.ui.pages.match.overview import OverviewTab
from sportsec.ui.pages.match.steps import Steps
from sportsec.ui.pages.match.tab_steps import (
    ON_LIAISON,
    go_on_with,
    lead_to_card,
    list_doubts,
    show_flaw,
    take_step,
)
from sportsec.ui.targets import (
    BRIEFING,
    DUE_DAYS,
    LIAISON,
    MEETINGS,
    ORDER,
    OVERVIEW,
    PROMISES,
    TAB_OF_LACK,
    TIFOS,
    PointTarget,
    SendTarget,
    WalkTarget,
)
from sportsec.ui.widgets.conflict_link import ConflictLink
from sportsec.ui.widgets.scrolled import page_through, show_from_top

#: Tables whose change makes the next step another one, besides those of the header.
COUNTED = frozenset(
    {
        *("estimate", "post", "assignment", "detachment", "risk_item"),
        *("animation_request", "match_task", "meeting", "commitment", "participant"),
        *("fixture_phase", "kick_off_change", "sector", "gate", "liaison_entry"),
    }
)


class MatchPage(Page):
    """The file of one match: `desk.go("match", id)`, `(id, "risk")`, or of a list."""

    cares: ClassVar[frozenset[str]] = frozenset(
        {
            *("fixture", "club", "venue", "competition", "season"),
            *("risk_assessment", "commitment", "meeting"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Match file"))
        self.fixture_id: UUID | None = None
        for text in (self._title, self._subtitle):
            text.setWordWrap(True)  # two clubs may have long names
        self._facts = DottedLine(self._subtitle)
        self.head = MatchHeader(desk)
        self.conflict = ConflictLink(desk)
        self.buttons.addWidget(self.conflict)
        self.send_button = self.add_button(tr("Send"), self._send, "send")
        self.send_button.setToolTip(tr("Send this match to another cell"))
        self.buttons.addWidget(self.head.status_button)
        self.buttons.addWidget(self.head.plan_button)
        self.tabs = FileTabs(desk)
        self.tabs.woken.connect(self._stand_on)
        self.tabs.tabBarClicked.connect(lambda _at: self._scroll_to_tabs())
        self.steps = Steps()
        self.steps.step_wanted.connect(self._take_step)
        self.steps.match_wanted.connect(self._go_beside)
        KeyedShortcut(self, "here.before", lambda: self.steps.go(after=False))
        KeyedShortcut(self, "here.after", lambda: self.steps.go(after=True))
        # On the paper itself, the same keys print it.
        self._to_paper = KeyedShortcut(
            self, "here.print", lambda: self.open_tab(BRIEFING), IN_WINDOW
        )
        self.acts = ActsButton(self.send_button, self.head, self.steps)
        self.buttons.addWidget(self.acts)
        titles = (self._title, self._subtitle)
        self._header = HeaderFit(
            *(self, titles, self.head, self.steps, self.acts, self.conflict)
        )
        self.body.addWidget(self.tabs, 1)
        self._came_for_tab = False
        self._walk: tuple[UUID, ...] = ()
        desk.runner.changed.connect(self._wake_stale)

    # ---- for the window

    def show_target(self, target: object) -> None:
        """Show a match, and one of its tabs if it is named."""
        walk: tuple[UUID, ...] = ()
        if isinstance(target, WalkTarget):
            walk, target = target.walk, (target.match, target.tab)
        point = target.point if isinstance(target, PointTarget) else None
        if isinstance(target, PointTarget):
            target = target.match
        wanted, key = target if isinstance(target, tuple) else (target, "")
        if not isinstance(wanted, UUID):
            return
        if wanted != self.fixture_id:
            if not self.may_leave():
                return
            self.fixture_id, self._walk = wanted, walk
            self.tabs.show_match(wanted)
            self.reload()
            self.conflict.show_record(wanted)
            QTimer.singleShot(0, self, lambda: show_from_top(self))
        elif walk:
            self._walk = walk
            self._ask_steps(wanted)
        self._came_for_tab = bool(key)
        if key:
            self.open_tab(key)
        if point is not None:
            self._lead_to(point)

    def reload(self) -> None:
        """Ask again for the header; tabs look after themselves."""
        shown = self.fixture_id
        if shown is not None:
            self.desk.runner.read(
                self,
                "head",
                lambda work: match_head(work, shown),
                self._show_head,
                self._gone,
            )
            self._ask_steps(shown)

    def may_leave(self) -> bool:
        """Ask the open tabs whether something would be lost."""
        return self.tabs.may_leave()

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front, or what is found on one: texts, tifos, meetings."""
        if key == ORDER:
            self.open_tab(OVERVIEW)
            if isinstance(self.tab, OverviewTab):
                self.tab.take_step(Lack.TEXTS)
            return
        if key in ON_LIAISON:
            self.open_tab(LIAISON)
            lead_to_card(self.tab, key)
            return
        if self.tabs.bring(key):
            self._scroll_to_tabs()

    @property
    def tab(self) -> QWidget | None:
        """The tab in front, once it is made."""
        return self.tabs.tab

    def showEvent(self, event: QShowEvent) -> None:
        """Let the tab in front follow what changed on other pages."""
        super().showEvent(event)
        self.tabs.wake()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tabs more room where there is little."""
        super().resizeEvent(event)
        self._header.fit()

    def event(self, event: QEvent) -> bool:
        """Follow the header when it needs another width: its text size may change."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._header.fit()
        return heard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the tab in front also while the keys are above it."""
        if not page_through(self.tabs.currentWidget(), event):
            super().keyPressEvent(event)

    # ---- inside

    def _scroll_to_tabs(self) -> None:
        """Give a tab the window, where large text leaves no room under the header."""
        QTimer.singleShot(0, self, lambda: show_from_top(self.tabs))  # once laid out

    def _ask_steps(self, shown: UUID) -> None:
        walk = self._walk
        self.desk.runner.read(
            *(self, "steps", lambda work: match_steps(work, shown, walk)),
            *(self._show_steps, self._gone),
        )

    def _show_steps(self, steps: MatchSteps) -> None:
        self.steps.show_steps(steps)
        self._header.fit()
        self.tabs.show_counts(steps.counts)
        if self._came_for_tab:  # the header stands above it only now
            self._came_for_tab = False
            self._scroll_to_tabs()

    def _take_step(self, tab: str, lack: Lack | None) -> None:
        if lack is Lack.CONFIRMATION and self.fixture_id is not None:
            self.head.acts.settle(self.fixture_id, self.steps.next)
            return
        steps = self.steps.steps
        if tab == MEETINGS and steps is not None and len(steps.meetings) == 1:
            self.desk.go("meeting", steps.meetings[0])
            return
        if tab == DUE_DAYS and self.fixture_id is not None:
            self.open_tab(LIAISON)  # over the promises themselves
            ask_due_days(self, self.desk, self.fixture_id)
            return
        was_there = self.tabs.key == tab
        self.open_tab(tab)
        if tab == OVERVIEW and lack is None and self.fixture_id is not None:
            list_doubts(self, self.desk, self.fixture_id)
        if lack is None or tab in {ORDER, TIFOS}:
            return
        if isinstance(self.tab, OverviewTab):
            self.tab.take_step(lack)
        elif was_there or lack in RATE_ANEW:
            take_step(self.tab, lack)

    def _lead_to(self, point: Lack | Flaw | str) -> None:
        """Go to where something that is open is mended, and open its form."""
        if isinstance(point, Lack):
            self._take_step(TAB_OF_LACK.get(point, OVERVIEW), point)
        elif isinstance(point, Flaw) and point.subject != "order":
            self.open_tab("deployment")
            show_flaw(self.tab, point)
        elif point == "commitments":
            self.open_tab(PROMISES)
        elif isinstance(point, str) and point in ON_LIAISON:
            self.open_tab(point)
        else:
            key = self.tabs.key
            self.open_tab(OVERVIEW)
            if isinstance(self.tab, OverviewTab):
                self.tab.mend(point, lambda: self._come_back(key))

    def _come_back(self, key: str) -> None:
        """Go to the tab from which something was mended: there may be more."""
        self.open_tab(key)
        go_on_with(self.tab)

    def _go_beside(self, match: UUID) -> None:
        """Open a neighbour on this tab; from elsewhere a file opens on the first."""
        key = self.tabs.key
        walk = self._walk
        self.desk.go("match", WalkTarget(match, walk, key) if walk else (match, key))

    def _send(self) -> None:
        scope = Scope(ScopeKind.MATCH, self.fixture_id)
        self.desk.go("exchange", SendTarget(scope))

    def _stand_on(self, key: str) -> None:
        """Follow the officer to a tab."""
        self._header.fit()
        self.steps.stand_on(key)
        self._to_paper.setEnabled(key != BRIEFING)

    def _wake_stale(self, touched: frozenset[str]) -> None:
        self.tabs.note(touched)
        if touched & COUNTED and self.fixture_id is not None and self.isVisible():
            self._ask_steps(self.fixture_id)
        if self.isVisible():
            self.tabs.wake()

    def _show_head(self, head: MatchHead) -> None:
        self.head.show_head(head)
        facts = [fact for fact in facts_of(head) if fact]
        self.set_title(f"{words(head.home)} – {words(head.away)}", POINT.join(facts))
        self._facts.show_parts(facts)
        self._header.fit()

    def _gone(self, error: SportsecError) -> None:
        """A match that was deleted has no file: go back to the agenda."""
        if not isinstance(error, NotFound):
            self.desk.complain(error)
        elif self.fixture_id is not None:  # header and steps both find it gone
            self.fixture_id = None
            self.desk.go("agenda")

"""A match of the week as a card: what is to be known of it at a glance."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sportsec.domain.readiness import Lack
from sportsec.i18n.formats import date_time, hour, long_date
from sportsec.queries.home import WeekMatch
from sportsec.queries.home_tasks import DueTasks
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.match_look import CATEGORY_LEVELS, promises_text
from sportsec.ui.targets import PROMISES, TAB_OF_LACK, TASKS, DecideTarget
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge, RiskChip
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.conflict_link import waiting_text
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.flow import FlowLayout

WIDTH = 320
#: Lacks named on a card; the match file says the others.
MOST = 4


class MatchCard(Card):
    """Opens the match by a click or Enter; each lack opens the tab where it ends."""

    def __init__(self, desk: Desk, match: WeekMatch) -> None:
        super().__init__()
        self._desk = desk
        self.match = match
        self.setFixedWidth(scaled(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("clickable", True)
        row = match.row
        sides = tr("{home} – {away}", home=words(row.home), away=words(row.away))
        self.body.setSpacing(scaled(6))
        self.body.addLayout(self._top())
        self.body.addWidget(text_label(sides, "section", wrap=True))
        ground = " · ".join(filter(None, (words(row.venue), words(row.city))))
        if ground:
            self.body.addWidget(ElidedLabel("caption", ground))
        self.body.addWidget(self._readiness())
        if match.change is not None:
            self.body.addWidget(ElidedLabel("caption", self._changed()))
        self.body.addStretch(1)
        self.setAccessibleName(self._sentence(sides))

    def open(self) -> None:
        """Open the file of the match."""
        self._desk.go("match", self.match.row.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the match."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.open()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the match by the keys that press a button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.open()
        else:
            super().keyPressEvent(event)

    # ---- inside

    def _top(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addWidget(text_label(self._hour(), "figure"))
        line.addStretch(1)
        line.addWidget(self._category())
        return line

    def _hour(self) -> str:
        row = self.match.row
        return hour(row.kick_off_at, ZoneInfo(row.kick_off_zone)) or "—"

    def _category(self) -> RiskChip:
        category = self.match.row.category
        if category is None:
            return RiskChip(tr("Not rated"), "muted")
        return RiskChip(label(category), CATEGORY_LEVELS[category])

    def _conflict(self) -> QPushButton:
        button = QPushButton(waiting_text(self.match.conflicts))
        button.setProperty("danger", True)
        target = DecideTarget(self.match.row.id)
        button.clicked.connect(lambda _on: self._desk.go("exchange", target))
        return button

    def _readiness(self) -> QWidget:
        """Say what is missing; each of it leads to where it is entered."""
        holder = QWidget()
        line = FlowLayout(holder, gap=scaled(5))
        lacks = self.match.lacks
        beside = self._beside()
        if self.match.conflicts:  # beside the hour it would be cut
            line.addWidget(self._conflict())
        if not lacks and not beside and not self.match.doubts:
            line.addWidget(Badge(tr("Nothing is missing"), "ok"))
        for lack in lacks[:MOST]:
            button = QPushButton(label(lack))
            button.setProperty("role", "lack")
            button.clicked.connect(lambda _on, lack=lack: self._mend(lack))
            line.addWidget(button)
        if len(lacks) > MOST:
            more = tr_count("and {n} more", "and {n} more", len(lacks) - MOST)
            line.addWidget(text_label(more, "caption"))
        for said, tab in beside:
            button = QPushButton(said)
            button.setProperty("role", "lack")
            target = (self.match.row.id, tab)
            button.clicked.connect(
                lambda _on, target=target: self._desk.go("match", target)
            )
            line.addWidget(button)
        if self.match.doubts:
            line.addWidget(Badge(_doubts_text(self.match.doubts), "warn"))
        return holder

    def _beside(self) -> list[tuple[str, str]]:
        """Return what is to be done by now besides, and the tab where it stands."""
        match = self.match
        said = (
            (tasks_text(match.tasks), TASKS),
            (promises_text(match.promises), PROMISES),
        )
        return [(text, tab) for text, tab in said if text]

    def _mend(self, lack: Lack) -> None:
        self._desk.go("match", (self.match.row.id, TAB_OF_LACK.get(lack, "overview")))

    def _changed(self) -> str:
        change = self.match.change
        if change is None:
            return ""
        when = isolate(date_time(change.when))
        return tr("{when}: {what}", when=when, what=tr(change.act))

    def _sentence(self, sides: str) -> str:
        """Return all of the card, as a screen reader says it."""
        row = self.match.row
        day = long_date(row.kick_off_date, translator().language)
        category = tr("Not rated") if row.category is None else label(row.category)
        missing = [label(lack) for lack in self.match.lacks]
        missing += [text for text, _tab in self._beside()]
        if self.match.doubts:
            missing.append(_doubts_text(self.match.doubts))
        return ", ".join([sides, day, self._hour(), category, *missing])


def _doubts_text(count: int) -> str:
    return tr_count("{n} warning", "{n} warnings", count)


def tasks_text(tasks: DueTasks) -> str:
    """Return how many tasks are late; if none is, how many are due; "" for none."""
    if tasks.late:
        return tr_count("{n} late task", "{n} late tasks", tasks.late)
    if tasks.due:
        return tr_count("{n} task due", "{n} tasks due", tasks.due)
    return ""

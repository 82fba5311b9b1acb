"""What else there is to do about a match besides the next step: said, and led to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionFocusRect

from sportsec.domain.readiness import Lack
from sportsec.queries.match_steps import MatchSteps
from sportsec.ui.commitment_look import outdated_text
from sportsec.ui.language import further, label, tr, tr_count
from sportsec.ui.targets import (
    DUE_DAYS,
    MEETINGS,
    OLD_FIGURES,
    OLD_HOURS,
    OVERVIEW,
    TAB_OF_LACK,
    TASKS,
)
from sportsec.ui.theme import restyle
from sportsec.ui.widgets.elided import ElidedLabel

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Rest(ElidedLabel):
    """Names or counts what is left; a click or a key lists it, each a way there.

    Signals:
        wanted: Key of a tab, and the lack or None.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("caption")
        self._ways: tuple[tuple[str, str, Lack | None], ...] = ()

    def show_rest(self, steps: MatchSteps) -> bool:
        """Show what is left but for the next step; say whether there is anything."""
        texts = _texts(steps)
        self._ways = tuple(_ways(steps))
        self.show_text(*(texts or [""]))
        self.setToolTip("\n".join(said for said, _tab, _lack in self._ways))
        leads = bool(self._ways)
        # A label that gives way gives up all of its room, and with it the way there.
        least = self.fontMetrics().horizontalAdvance(texts[-1]) if texts else 0
        self.setMinimumWidth(least)
        if bool(self.property("leads")) is not leads:
            self.setProperty("leads", leads)
            restyle(self)
        at = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(at)
        focus = Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAccessibleDescription(tr("Show the list") if leads else "")
        return leads

    def list_ways(self) -> None:
        """List what is left below it."""
        if not self._ways:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for said, tab, lack in self._ways:
            action = menu.addAction(said)
            action.triggered.connect(
                lambda _on, tab=tab, lack=lack: self.wanted.emit(tab, lack)
            )
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait until the button is let go, as a button does."""
        event.setAccepted(bool(self._ways))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """List what is left."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.list_ways()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List what is left."""
        if Qt.Key(event.key()) in _OPENS and self._ways:
            self.list_ways()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits, and where the keys are."""
        super().paintEvent(event)
        if self.hasFocus():
            look = QStyleOptionFocusRect()
            look.initFrom(self)
            painter = QPainter(self)
            frame = QStyle.PrimitiveElement.PE_FrameFocusRect
            self.style().drawPrimitive(frame, look, painter, self)
            painter.end()


def lack_text(steps: MatchSteps, lack: Lack) -> str:
    """Return what a match lacks in words.

    Texts are counted: they are mended one by one, and each that is has to show.
    """
    if lack is not Lack.TEXTS:
        return label(lack)
    return tr_count(
        "{n} text of the order to check",
        "{n} texts of the order to check",
        steps.texts,
    )


# ---- inside


def _ways(steps: MatchSteps) -> list[tuple[str, str, Lack | None]]:
    """Return what is left in words, and where each of it is mended."""
    found: list[tuple[str, str, Lack | None]] = [
        (text, tab, None) for text, tab in _due(steps)
    ]
    found += [
        (lack_text(steps, lack), TAB_OF_LACK.get(lack, OVERVIEW), lack)
        for lack in steps.lacks[1:]
    ]
    found += [(text, tab, None) for text, tab in _left_behind(steps)]
    if steps.doubts:
        found.append((_doubts_text(steps.doubts), OVERVIEW, None))
    return found


def _due(steps: MatchSteps) -> list[tuple[str, str]]:
    """Return what is due by now beside what the match lacks, and its tab.

    Where it lacks nothing they are the next step themselves.
    """
    if not steps.lacks or not steps.tasks_due:
        return []
    said = tr_count("{n} task due", "{n} tasks due", steps.tasks_due)
    return [(said, TASKS)]


def _left_behind(steps: MatchSteps) -> list[tuple[str, str]]:
    """Return what changes of the match left behind, and the tab where it stands."""
    found = []
    if steps.due_days:
        said = tr_count(
            "{n} promise or decision is still due by the old day of the match",
            "{n} promises or decisions are still due by the old day of the match",
            steps.due_days,
        )
        found.append((said, DUE_DAYS))
    if steps.spoken:
        said = tr_count(
            "{n} promise or decision speaks of an hour or day from before the move",
            "{n} promises or decisions speak of hours or days from before the move",
            steps.spoken,
        )
        found.append((said, OLD_HOURS))
    if steps.outdated:
        found.append((outdated_text(steps.outdated), OLD_FIGURES))
    if steps.meetings:
        said = tr_count(
            "{n} meeting does not suit the day of the match",
            "{n} meetings do not suit the day of the match",
            len(steps.meetings),
        )
        found.append((said, MEETINGS))
    return found


def _texts(steps: MatchSteps) -> list[str]:
    """Return what else there is to do, the fullest text first; cut it says nothing.

    Warnings of the overview keep nobody from going on. Where nothing else fits, a
    number still leads to them: that of the lines of the list.
    """
    rest = [text for text, _tab in _due(steps)]
    rest += [lack_text(steps, lack) for lack in steps.lacks[1:]]
    rest += [text for text, _tab in _left_behind(steps)]
    then, more, doubts, few = "", "", "", ""
    if rest:
        then = tr("then: {steps}", steps=tr(", ").join(rest))
        more = tr_count("and {n} more", "and {n} more", len(rest))
    if steps.doubts:
        doubts = _doubts_text(steps.doubts)
        few = tr_count("{n} warning", "{n} warnings", steps.doubts)
    pairs = ((then, doubts), (then, few), (more, doubts), (more, few))
    texts = [" · ".join(filter(None, pair)) for pair in pairs]
    lines = len(_ways(steps))
    if lines:
        texts.append(tr_count("and {n} more", "and {n} more", lines))
        texts.append(further(lines))
    return [text for text in dict.fromkeys(texts) if text]


def _doubts_text(count: int) -> str:
    return tr_count(
        "{n} warning on the overview", "{n} warnings on the overview", count
    )

"""The matches that an intake moved, each with what is left to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.readiness import Lack
from sportsec.queries.moved_matches import MovedMatch, moved_matches
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import ask_due_days
from sportsec.ui.language import is_rtl, isolate, tr, tr_count, words
from sportsec.ui.targets import LIAISON, PointTarget
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import start, text_label

#: Matches that are named one by one.
NAMED = 4
#: Times the normal size of text.
LARGE = 1.3
#: Tables that say what is left to do.
_CARES = frozenset({"fixture", "commitment", "risk_assessment"})


class MovedLinks(QWidget):
    """A line for each match: to its file, to its rating, and to its due days.

    Of several the due days are moved at once; also of those that have no line.

    What is left to do is asked again whenever the page comes back on view.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._moved: tuple[UUID, ...] = ()
        self._shown: list[MovedMatch] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        desk.runner.changed.connect(self._follow)

    def show_matches(self, moved: Sequence[UUID]) -> None:
        """Name these; none hides the list."""
        self._moved = tuple(moved)
        if not moved:
            self._show([])
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the officer comes back from one of them."""
        super().showEvent(event)
        self._ask()

    def _follow(self, touched: frozenset[str]) -> None:
        if self.isVisible() and not _CARES.isdisjoint(touched):
            self._ask()

    def _ask(self) -> None:
        moved = self._moved
        self._desk.runner.read(
            self, "moved", lambda work: moved_matches(work, moved), self._show
        )

    def _show(self, matches: list[MovedMatch]) -> None:
        self.setVisible(bool(matches))
        if matches == self._shown:
            return
        self._shown = matches
        while (item := self._box.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        middle = Qt.AlignmentFlag.AlignHCenter
        if matches:
            self._box.addWidget(self._lines(matches[:NAMED]), 0, middle)
        if (more := len(matches) - NAMED) > 0:
            said = tr_count("and {n} more", "and {n} more", more)
            self._box.addWidget(text_label(said, "caption"), 0, middle)
        old = [match.id for match in matches if match.has_old_days]
        if len(old) > 1:
            every = QPushButton(tr("Move the days of all these matches too"))
            every.clicked.connect(lambda _on: ask_due_days(self, self._desk, *old))
            self._box.addWidget(every, 0, middle)

    def _lines(self, matches: Sequence[MovedMatch]) -> QWidget:
        """Return a line for each match; what is left to do stands in columns."""
        lines, is_large = QWidget(), _is_large()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)  # the steps are no wider than their words
        for at, match in enumerate(matches):
            if is_large:  # all of it would not fit beside the name
                grid.addWidget(self._name(match), 2 * at, 0, 1, 3, start())
                self._add_steps(grid, 2 * at + 1, 0, match)
            else:
                grid.addWidget(self._name(match), at, 0, start())
                self._add_steps(grid, at, 1, match)
        return lines

    def _add_steps(
        self, grid: QGridLayout, row: int, column: int, match: MovedMatch
    ) -> None:
        if match.is_outdated:
            rating = QPushButton(tr("Rate anew"))
            rating.clicked.connect(
                lambda _on: self._desk.go("match", PointTarget(match.id, Lack.REVIEW))
            )
            grid.addWidget(rating, row, column)
        if match.has_old_days:
            days = QPushButton(tr("Move their days too"))
            days.clicked.connect(lambda _on: self._ask_days(match.id))
            grid.addWidget(days, row, column + 1)

    def _name(self, match: MovedMatch) -> QPushButton:
        name = IconButton("next", isolate(words(match.name)), "accent")
        name.setFlat(True)
        ends = Qt.LayoutDirection  # the icon last
        name.setLayoutDirection(ends.LeftToRight if is_rtl() else ends.RightToLeft)
        name.clicked.connect(lambda _on: self._desk.go("match", match.id))
        return name

    def _ask_days(self, match: UUID) -> None:
        """Ask over the promises themselves."""
        self._desk.go("match", (match, LIAISON))
        ask_due_days(self, self._desk, match)


def _is_large() -> bool:
    """Say whether the text is large."""
    return scaled(100) > 100 * LARGE

"""What the officer answers about a file, on any of its tabs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.preview import Decision, LineKey, NameKind
from sportsec.domain.intake.programme import QuestionKind
from sportsec.domain.intake.seasons import season_draft_of
from sportsec.ui.desk import Desk
from sportsec.ui.pages.intake.file_tab import FileTab
from sportsec.ui.pages.intake.flow import IntakeFlow
from sportsec.ui.pages.intake.new_records import open_new_competition
from sportsec.ui.pages.intake.state import IntakeState
from sportsec.ui.pages.match.new_season import open_new_season

PAUSE_MS = 250


class IntakeAnswers(QObject):
    """Carries each answer into the state of the file, and has it compared again.

    Args:
        page: The page, over which forms open.
    """

    def __init__(
        self, page: QWidget, desk: Desk, flow: IntakeFlow, file_tab: FileTab
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._flow = page, desk, flow
        self._tab = file_tab
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(flow.compare)
        file_tab.framed.connect(self.frame)
        file_tab.answered.connect(self.answer)
        file_tab.wants_season.connect(self.new_season)
        file_tab.wants_competition.connect(self.new_competition)

    # ---- the file

    def frame(self) -> None:
        """Take the competition and the season of the file."""
        state, season = self._flow.state, self._tab.season
        if state is None:
            return
        choices = replace(
            state.choices,
            competition_id=self._tab.competition.value(),
            season_id=season.value(),
        )
        state = replace(state, choices=choices)
        if QuestionKind.YEAR in state.questions and season.value() is not None:
            answers = replace(state.answers, season=season.line.text())
            self._flow.read_again(replace(state, answers=answers))
        else:
            self._flow.compare(state)

    def answer(self) -> None:
        """Take how its days are written."""
        if self._flow.state is not None:
            answers = replace(
                self._flow.state.answers,
                day_first=self._tab.day_order.value(),
                day=self._tab.day.value(),
            )
            self._flow.read_again(replace(self._flow.state, answers=answers))

    def map_column(self, column: int, field: Field | None) -> None:
        """Take what a column means."""
        if self._flow.state is not None:
            self._flow.read_again(self._flow.state.column(column, field))

    # ---- names and lines

    def name(self, kind: NameKind, spelled: str, decision: Decision) -> None:
        """Take what a spelling means; some are decided one after the other."""
        if self._flow.state is not None:
            self._flow.state = self._flow.state.name(kind, spelled, decision)
            self._pause.start()

    def create_all(self) -> None:
        """Let all unknown clubs and stadiums become records."""
        self._compare(self._flow.state and self._flow.state.create_all())

    def take(self, keys: Collection[LineKey]) -> None:
        """Take unclear lines all the same."""
        self._compare(self._flow.state and self._flow.state.take(keys))

    def same(self, meant: Mapping[LineKey, UUID]) -> None:
        """Let unclear lines change the known match that they are asked about."""
        self._compare(self._flow.state and self._flow.state.same(meant))

    def leave(self, keys: Collection[LineKey]) -> None:
        """Let lines wait for a decision again."""
        self._compare(self._flow.state and self._flow.state.leave(keys))

    # ---- new records

    def new_season(self) -> None:
        """Open the form of the season that the file speaks of."""
        label = self._flow.frame.season_label if self._flow.frame else ""
        programme = self._flow.read.programme if self._flow.read else None

        def chosen(season_id: Any) -> None:
            self._tab.season.set_value(season_id)
            self.frame()

        lines = programme.lines if programme else ()
        draft = season_draft_of(label, [line.date for line in lines if line.date])
        open_new_season(self._page, self._desk, draft, chosen)

    def new_competition(self, spelled: str = "") -> None:
        """Open the form of a competition.

        Args:
            spelled: As some lines name it; empty for that of the whole file.
        """

        def chosen(competition_id: UUID) -> None:
            if spelled:
                self.name(NameKind.COMPETITION, spelled, competition_id)
            else:
                self._tab.competition.set_value(competition_id)
                self.frame()

        of_file = self._flow.read.programme.competition if self._flow.read else ""
        open_new_competition(self._page, self._desk, spelled or of_file, chosen)

    def _compare(self, state: IntakeState | None) -> None:
        if state is not None:
            self._flow.compare(state)

"""The way of a file: read, compared with the record, accepted; no widget in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from sportsec.domain.intake.preview import IntakePreview, IntakeResult
from sportsec.domain.words import N_
from sportsec.queries.intake_frame import Frame, likely_frame
from sportsec.ui.language import tr
from sportsec.ui.pages.intake.reading import ReadFile, read_file
from sportsec.ui.pages.intake.state import Answers, IntakeState
from sportsec.ui.tasks import Acted, Runner, Work

#: Sentence of the act that takes a programme in.
TAKEN_IN = N_("Programme taken in")


class Intake(NamedTuple):
    """What was taken in last, and whether it still stands.

    Args:
        act: Its number in the history.
        rest: The file as it is read again for the lines left out.
        undone_by: The act that took it back, while that one stands.
    """

    act: int
    rest: IntakeState
    result: IntakeResult
    undone_by: int | None = None


class IntakeFlow(QObject):
    """Carries one file from the disk into the record.

    Signals:
        reading: The file is being read; its name.
        refused: It cannot be used; the error.
        understood: It was read, and its frame is known.
        compared: The preview is there.
        accepted: Everything is written; the result.
        not_accepted: Nothing is written; the error.
        turned: What was taken in was undone, or done again; an `Intake`.
    """

    reading = Signal(str)
    refused = Signal(object)
    understood = Signal()
    compared = Signal(object)
    accepted = Signal(object)
    not_accepted = Signal(object)
    turned = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self.state: IntakeState | None = None
        self.read: ReadFile | None = None
        self.frame: Frame | None = None
        self.last: Intake | None = None
        self._act = 0
        runner.acted.connect(self._note)

    def forget(self) -> None:
        """Leave the file; an answer under way is dropped."""
        self.state = None
        self._runner.compute(self, "read", lambda _progress: None, lambda _none: None)

    def read_again(self, state: IntakeState) -> None:
        """Read a file, another one or the same, as its answers say."""
        self.state = state
        self.reading.emit(state.path.name)
        path, answers = state.path, state.answers
        text = tr("Reading {name}…", name=path.name)
        self._runner.compute(
            self,
            "read",
            lambda progress: read_file(path, answers, progress, text),
            self._take_file,
            self.refused.emit,
        )

    def compare(self, state: IntakeState | None = None) -> None:
        """Compare the programme with the record.

        Args:
            state: With other choices; None compares again.
        """
        self.state = state or self.state
        if self.state is None or self.state.programme is None:
            return
        programme, choices = self.state.programme, self.state.choices

        def job(work: Any) -> IntakePreview:
            from sportsec.services.intake.preview import preview  # noqa: PLC0415 - lane

            return preview(work, programme, choices)

        self._runner.read(self, "preview", job, self._take_preview)

    def accept(self) -> None:
        """Write what the preview shows, as one act."""
        preview = self.state.preview if self.state else None
        if preview is None:
            return

        def take_in(work: Any) -> IntakeResult:
            # Loaded in the lane: accepting brings the writing side of the store.
            from sportsec.services.intake.accept import accept  # noqa: PLC0415

            return accept(work, preview)

        self._runner.write(
            self,
            TAKEN_IN,
            take_in,
            self._take_result,
            self.not_accepted.emit,
        )

    def look_back(self) -> None:
        """Ask whether what was taken in last still stands."""
        if self.last is not None:
            act = self.last.act
            self._runner.read(
                self,
                "standing",
                lambda work: _undone_by(work, act),
                self._take_standing,
            )

    # ---- answers

    def _note(self, acted: Acted) -> None:
        if acted.title == TAKEN_IN:
            self._act = acted.act

    def _take_file(self, read: ReadFile) -> None:
        if self.state is None:
            return
        self.read = read
        self.state = replace(self.state, programme=read.programme, preview=None)
        programme = read.programme
        self._runner.read(
            self, "frame", lambda work: likely_frame(work, programme), self._take_frame
        )

    def _take_frame(self, frame: Frame) -> None:
        state, self.frame = self.state, frame
        if state is None or state.programme is None:
            return
        kept = frame.remembered
        untouched = state.answers == Answers()
        if untouched and kept is not None and kept.mapping != state.programme.mapping:
            answers = Answers(kept.mapping, kept.day_first)
            self.read_again(replace(state, answers=answers))
            return
        choices = replace(
            state.choices,
            competition_id=state.choices.competition_id or frame.competition_id,
            season_id=state.choices.season_id or frame.season_id,
            day_first=state.answers.day_first,
        )
        self.state = replace(state, choices=choices)
        self.understood.emit()
        self.compare()

    def _take_preview(self, preview: IntakePreview) -> None:
        if self.state is not None:
            self.state = replace(self.state, preview=preview)
            self.compared.emit(preview)

    def _take_result(self, result: IntakeResult) -> None:
        state, self.state = self.state, None
        if state is not None:
            self.last = Intake(self._act, state.rest(), result)
        self.accepted.emit(result)

    def _take_standing(self, undone_by: int | None) -> None:
        last = self.last
        if last is not None and last.undone_by != undone_by:
            self.last = last._replace(undone_by=undone_by)
            self.turned.emit(self.last)


def _undone_by(work: Work, act: int) -> int | None:
    # Loaded in the lane: nothing else here asks the history.
    from sportsec.queries.history_acts import undone_by  # noqa: PLC0415

    return undone_by(work, [act]).get(act)

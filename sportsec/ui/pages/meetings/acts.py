"""What can be done with one meeting from its file; each is an act of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.meetings import Presence, Signature
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.open_points import points_to_add
from sportsec.services.commitments import add_commitment, commitment_problems
from sportsec.services.meetings import (
    Attendance,
    all_came,
    delete_meeting,
    delete_participant,
    fill_agenda,
    hold_meeting,
    invite_usual,
    keep_meeting_day,
    restore_meeting,
    restore_participant,
    set_presence,
    sign_minutes,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.meetings.decisions_card import DecisionLine
from sportsec.ui.pages.meetings.points_dialog import PointsDialog
from sportsec.ui.tasks import Work


class MeetingActs:
    """Acts on the meeting on view.

    Args:
        owner: The page; answers go with it.
        gone: Called after the meeting was deleted.
    """

    def __init__(self, owner: QWidget, desk: Desk, gone: Callable[[], object]) -> None:
        self._owner = owner
        self._desk = desk
        self._gone = gone
        self.meeting_id: UUID | None = None
        self.fixture_id: UUID | None = None

    def hold(self) -> None:
        """Note that it was held."""
        act = N_("Meeting noted as held")
        self._do(act, hold_meeting)

    def keep_day(self) -> None:
        """Note that it stays on its day although its match moved."""
        self._do(N_("Day of the meeting confirmed"), keep_meeting_day)

    def sign(self) -> None:
        """Note that the minutes are signed."""
        job = partial(sign_minutes, signature=Signature.SIGNED)
        self._do(N_("Minutes noted as signed"), job)

    def fill_agenda(self) -> None:
        """Let what stands open be chosen, and put it onto the agenda."""
        one, language = self.meeting_id, translator().language
        if one is not None:
            self._desk.runner.read(
                *(self._owner, "points"),
                lambda work: points_to_add(work, one, language),
                *(self._choose_points, self._desk.complain),
            )

    def invite(self) -> None:
        """Invite whom one usually invites."""

        def said(count: int) -> str:
            if not count:
                return tr("All who usually come are on the list.")
            return tr_count("{n} participant added", "{n} participants added", count)

        job = partial(invite_usual, language=translator().language)
        self._do(N_("Usual participants invited"), job, said)

    def all_came(self) -> None:
        """Note that all came who are named and of whom nothing else was said."""
        self._do(N_("Presence noted"), all_came, self._said_came)

    def note_presence(self, participant_id: UUID, presence: Presence) -> None:
        """Note whether one came; nothing is said, the button shows it."""
        self._desk.runner.write(
            self._owner,
            N_("Presence noted"),
            lambda work: set_presence(work, participant_id, presence),
            None,
            self._desk.complain,
        )

    def take_off(self, participant_id: UUID) -> None:
        """Take somebody off the list; the message offers to put him back."""
        self._remove(
            *(N_("Participant taken off the list"), N_("Participant put back")),
            lambda work: delete_participant(work, participant_id),
            lambda work: restore_participant(work, participant_id),
        )

    def delete(self) -> None:
        """Delete the meeting; the message offers to bring it back."""
        one = self.meeting_id
        if one is not None:
            self._remove(
                *(N_("Meeting deleted"), N_("Meeting brought back")),
                lambda work: delete_meeting(work, one),
                lambda work: restore_meeting(work, one),
                self._gone,
            )

    def decide(self, draft: CommitmentDraft, line: DecisionLine) -> None:
        """Add a decision that was typed, and make room for the next one."""
        act = N_("Decision added")
        meant = replace(draft, meeting_id=self.meeting_id, fixture_id=self.fixture_id)

        def done(_result: object) -> None:
            line.taken()
            self._desk.say(tr(act))

        def judged(problems: Sequence[Problem]) -> None:
            if not line.holds_back(problems):
                self._desk.runner.write(
                    *(self._owner, act, lambda work: add_commitment(work, meant)),
                    *(done, self._desk.complain),
                )

        self._desk.runner.read(
            *(self._owner, "decision"),
            lambda work: commitment_problems(work, meant),
            *(judged, self._desk.complain),
        )

    # ---- inside

    def _said_came(self, came: Attendance) -> str:
        """Say how many came, and how many are left for the officer."""
        return joined(
            tr_count("{n} noted as present", "{n} noted as present", came.noted),
            tr_count(
                "{n} without a name left as it is: note who came",
                "{n} without a name left as they are: note who came",
                came.nameless,
            )
            if came.nameless
            else "",
        )

    def _choose_points(self, points: Sequence[str]) -> None:
        if points:
            PointsDialog(points, self._add_points, self._owner).open()
        else:
            self._desk.say(tr("All that stands open is on the agenda."))

    def _add_points(self, points: Sequence[str]) -> None:
        self._do(
            N_("Open points put on the agenda"),
            partial(fill_agenda, points=points),
            lambda count: tr_count("{n} point added", "{n} points added", count),
        )

    def _do(
        self,
        act: str,
        job: Callable[[Work, UUID], Any],
        said: Callable[[Any], str] | None = None,
    ) -> None:
        one = self.meeting_id
        if one is None:
            return

        def done(result: Any) -> None:
            self._desk.say(said(result) if said is not None else tr(act))

        self._desk.runner.write(
            self._owner, act, lambda work: job(work, one), done, self._desk.complain
        )

    def _remove(
        self,
        act: str,
        back: str,
        job: Callable[[Work], object],
        undo: Callable[[Work], object],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Remove something, and offer to bring it back."""
        runner, say, owner = self._desk.runner, self._desk.say, self._owner

        def bring_back() -> None:
            runner.write(owner, back, undo, lambda _result: say(tr(back)))

        def done(_result: object) -> None:
            say(tr(act), action=tr("Undo"), on_action=bring_back)
            then()

        runner.write(owner, act, job, done, self._desk.complain)

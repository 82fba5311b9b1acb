"""What can become of a match: the menu, and the small forms that ask why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sportsec.domain.calendar_moves import moved_to
from sportsec.domain.fixtures import (
    FixtureDraft,
    FixtureStatus,
    KickOffStatus,
    MoveDraft,
    ResultDraft,
)
from sportsec.domain.life_cycle import OVER, may_follow
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.fixtures import fixture_draft, result_draft
from sportsec.queries.match_header import MatchHead, match_head
from sportsec.services.fixture_moves import move_problems, reschedule_fixture
from sportsec.services.fixture_status import (
    abandon_fixture,
    award_fixture,
    cancel_fixture,
    confirm_fixture,
    interrupt_fixture,
    postpone_fixture,
    record_result,
    reinstate_fixture,
    result_problems,
    status_problems,
)
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.match.act_message import ActMessage
from sportsec.ui.pages.match.status_forms import (
    AwardDraft,
    RemarkDraft,
    award_form,
    move_form,
    remark_form,
    result_form,
)
from sportsec.ui.pages.match.when import about_text
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog

S = FixtureStatus
PROVISIONAL = KickOffStatus.PROVISIONAL


@dataclass(frozen=True, slots=True)
class _Act:
    """One change of status that only asks for a remark."""

    wanted: FixtureStatus
    title: str
    act: str
    do: Callable[[Work, UUID, str], object]


def _acts() -> list[_Act]:
    return [
        _Act(S.POSTPONED, tr("Postpone"), N_("Match postponed"), postpone_fixture),
        _Act(
            S.CANCELLED, tr("Cancel the match"), N_("Match cancelled"), cancel_fixture
        ),
        _Act(
            *(S.INTERRUPTED, tr("Note an interruption")),
            *(N_("Interruption noted"), interrupt_fixture),
        ),
        _Act(
            *(S.ABANDONED, tr("Note that it was abandoned")),
            *(N_("Match abandoned"), abandon_fixture),
        ),
    ]


class StatusActs:
    """Builds the menu for a match and carries out what is chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent
        self._message = ActMessage(desk, parent)

    def menu(self, head: MatchHead) -> QMenu:
        """Return what can be done with the match as it stands."""
        menu = QMenu(self._parent)
        status = head.status
        if may_follow(status, S.CONFIRMED):
            self._add(menu, tr("Confirm"), "check", lambda: self._confirm(head.id))
        if status not in OVER:
            self._add(menu, tr("Move"), "calendar", lambda: self.move(head.id))
        if may_follow(status, S.PLAYED) or status is S.PLAYED:
            self._add(
                menu, tr("Enter the result"), "edit", lambda: self.result(head.id)
            )
        menu.addSeparator()
        for act in _acts():
            if may_follow(status, act.wanted):
                ask = partial(self._ask, head.id, act)
                self._add(menu, act.title, "warning", ask)
        if may_follow(status, S.AWARDED):
            self._add(menu, tr("Award by decision"), "edit", lambda: self.award(head))
        if status in OVER:
            back = _Act(
                *(S.SCHEDULED, tr("Put back into the calendar")),
                *(N_("Match put back"), reinstate_fixture),
            )
            self._add(menu, back.title, "undo", lambda: self._ask(head.id, back))
        return menu

    def move(self, fixture_id: UUID) -> None:
        """Open the form that moves a match."""
        self._desk.runner.read(
            self._parent,
            "move",
            lambda work: (
                fixture_draft(work, fixture_id),
                match_head(work, fixture_id).status is S.POSTPONED,
            ),
            lambda found: self.open_move(fixture_id, found[0], is_off=found[1]),
        )

    def settle(self, fixture_id: UUID, below: QWidget) -> QMenu:
        """Ask, below a button, whether the kick-off stands as it is or moves."""
        menu = QMenu(below)
        self._add(
            *(menu, tr("Confirm the kick-off"), "check"),
            lambda: self._confirm(fixture_id),
        )
        self._add(menu, tr("Move"), "calendar", lambda: self.move(fixture_id))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
        return menu

    def open_move(
        self,
        fixture_id: UUID,
        seen: FixtureDraft,
        day: date | None = None,
        *,
        is_off: bool = False,
    ) -> FormDialog:
        """Open the form that moves a match shown as `seen`.

        Args:
            day: Filled in as the new day; what it clashes with is said at once.
            is_off: Whether it is postponed: its old day does not stand as the new one.
        """
        is_known = seen.venue_id is not None and seen.kick_off_at is not None
        move = MoveDraft(
            *(None if is_off else seen.kick_off_date, seen.kick_off_at),
            seen.venue_id,
            is_confirmed=is_known or seen.kick_off_status is not PROVISIONAL,
        )
        if day is not None:
            move = moved_to(seen, day)
        dialog = self._open(
            tr("Move the match") if is_known else tr("Kick-off and stadium"),
            move_form(self._desk, seen, moves=is_known),
            N_("Match moved") if is_known else N_("Kick-off and stadium noted"),
            move,
            lambda work, new: reschedule_fixture(work, fixture_id, new, seen=seen),
            lambda work, new: move_problems(work, fixture_id, new),
            fixture_id,
        )
        if day is not None:
            _hold_to(dialog.form, move)
            self._warn_of(dialog, fixture_id, move)
        return dialog

    def result(self, fixture_id: UUID) -> None:
        """Open the form of the result."""
        self._desk.runner.read(
            self._parent,
            "result",
            lambda work: (match_head(work, fixture_id), result_draft(work, fixture_id)),
            lambda found: self._open_result(*found),
        )

    def award(self, head: MatchHead) -> FormDialog:
        """Open the form of a decision."""
        fixture_id = head.id

        def do(work: Work, new: AwardDraft) -> None:
            result = ResultDraft(new.home_score, new.away_score)
            award_fixture(work, fixture_id, result, new.status_remark)

        return self._open(
            tr("Award by decision"),
            award_form(head),
            N_("Match awarded"),
            AwardDraft(),
            do,
            lambda work, new: status_problems(
                work, fixture_id, S.AWARDED, new.status_remark
            ),
            fixture_id,
        )

    # ---- inside

    def _warn_of(self, dialog: FormDialog, fixture_id: UUID, move: MoveDraft) -> None:
        """Say what speaks against a move; not yet that it has no reason."""

        def ask(work: Work) -> list[Problem]:
            found = move_problems(work, fixture_id, move)
            return [each for each in found if each.field != "reason"]

        self._desk.runner.read(dialog, "problems", ask, dialog.form.show_problems)
        dialog.form.field("reason").setFocus()

    def _open_result(self, head: MatchHead, draft: ResultDraft) -> FormDialog:
        fixture_id = head.id
        return self._open(
            tr("Result"),
            result_form(head),
            N_("Result entered"),
            draft,
            lambda work, new: record_result(work, fixture_id, new),
            lambda work, new: result_problems(work, fixture_id, new),
            fixture_id,
        )

    def _confirm(self, fixture_id: UUID) -> None:
        act = N_("Match confirmed")
        self._desk.runner.write(
            self._parent,
            act,
            lambda work: confirm_fixture(work, fixture_id),
            lambda _result: self._desk.say(tr(act)),
            self._desk.complain,
        )

    def _ask(self, fixture_id: UUID, act: _Act) -> FormDialog:
        return self._open(
            act.title,
            remark_form(),
            act.act,
            RemarkDraft(),
            lambda work, new: act.do(work, fixture_id, new.status_remark),
            lambda work, new: status_problems(
                work, fixture_id, act.wanted, new.status_remark
            ),
            fixture_id,
        )

    def _open(
        self,
        title: str,
        form: Form,
        act: str,
        draft: Any,
        job: Callable[[Work, Any], Any],
        problems: Callable[[Work, Any], Any],
        fixture_id: UUID,
    ) -> FormDialog:
        dialog = FormDialog(self._desk, title, form, act, self._parent)
        dialog.check = LiveCheck(self._desk.runner, dialog, problems)
        dialog.saved.connect(
            lambda result: self._message.say(tr(act), result, fixture_id)
        )
        self._tell_about(dialog, fixture_id, moves=isinstance(draft, MoveDraft))
        dialog.edit(draft, job)
        dialog.open()
        return dialog

    def _tell_about(self, dialog: FormDialog, fixture_id: UUID, *, moves: bool) -> None:
        """Name the match and its day: behind the window there are many."""
        dialog.tell_about("\n")  # its room is there from the start
        self._desk.runner.read(
            *(dialog, "about", lambda work: match_head(work, fixture_id)),
            lambda head: dialog.tell_about(about_text(head, moves=moves)),
        )

    def _add(
        self, menu: QMenu, text: str, name: str, act: Callable[[], object]
    ) -> QAction:
        action = menu.addAction(icon(name), text)
        action.triggered.connect(lambda _on: act())
        return action


def _hold_to(form: Form, move: MoveDraft) -> None:
    """Let the day just chosen win over one typed before a crash; the rest stays."""
    if form.dirty:
        at = form.values().kick_off_at or move.kick_off_at
        form.type_in({"kick_off_date": move.kick_off_date, "kick_off_at": at})

"""The window that moves the due days of promises along with a match that moved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.queries.left_behind import OldDay, old_days
from sportsec.services.commitments import settle_old_days
from sportsec.ui.commitment_look import due_day
from sportsec.ui.desk import Desk
from sportsec.ui.language import is_rtl, isolate, tr, tr_count, words
from sportsec.ui.widgets.tick_dialog import TickDialog

MOVED = N_("Due days moved with the match")
KEPT = N_("Due days kept though the match moved")


class DueDaysDialog(TickDialog):
    """What was promised before a match moved: each with its day, and the one to be.

    Those thought to follow the match are ticked; Enter moves those that are.

    Args:
        days: In the order to be shown; of several matches each says which it is for.
        take: Is given which of them move; it may be none.
    """

    def __init__(
        self,
        days: Sequence[OldDay],
        take: Callable[[Collection[UUID]], object],
        parent: QWidget,
    ) -> None:
        self._days = days
        self._take = take
        several = len({each.row.fixture_id for each in days}) > 1
        super().__init__(
            tr("Days of what was promised"),
            _explained(any_late=any(each.is_late for each in days)),
            [
                (old_day_text(each, with_match=several), each.goes_along)
                for each in days
            ],
            (tr("Promises and decisions"), tr("All of them")),
            parent,
        )

    def accept(self) -> None:
        """Hand over what is ticked."""
        self._take([self._days[at].row.id for at in self.places()])
        super().accept()

    def judge(self, ticked: int) -> None:
        """Say how many days move."""
        moves = tr_count("Move {n} due day", "Move {n} due days", ticked)
        self.bar.save.setText(moves if ticked else tr("Leave all as they are"))


def _explained(*, any_late: bool) -> str:
    """Return what is ticked and what is not, and by which keys."""
    if any_late:
        return tr(
            "What was due from a week before the old match day onwards is ticked. The "
            "rest, including what is already late, keeps its day unless you tick it. "
            "Space ticks, Enter moves."
        )
    return tr(
        "What was due from a week before the old match day onwards is ticked. The rest "
        "keeps its day unless you tick it. Space ticks, Enter moves."
    )


def old_day_text(each: OldDay, *, with_match: bool = False) -> str:
    """Return the words, the match, who is bound, and "old day → new day"."""
    row = each.row
    who = words(row.bound) or isolate(row.responsible)
    arrow = "←" if is_rtl() else "→"
    new = due_day(each.new_day, row.match_on)
    days = f"{isolate(due_day(each.due_on))}  {arrow}  {isolate(new)}"
    match = isolate(words(row.match)) if with_match else ""
    return "\n".join(filter(None, (isolate(row.wording), match, who, days)))


def ask_due_days(owner: QWidget, desk: Desk, *fixture_ids: UUID) -> None:
    """Open the window of what was promised before matches moved, if any stands.

    What is settled in it is one act, to be undone as one.

    Args:
        owner: Asks the runner, and the window stands before it.
    """

    def settle(days: Sequence[OldDay], moving: Collection[UUID]) -> None:
        desk.runner.write(
            owner,
            MOVED if moving else KEPT,
            lambda work: settle_old_days(work, days, moving),
            lambda count: desk.say(
                tr_count("{n} due day moved", "{n} due days moved", count)
                if moving
                else tr(KEPT)
            ),
            desk.complain,
        )

    def show(days: Sequence[OldDay]) -> None:
        if days:
            DueDaysDialog(days, partial(settle, days), owner).open()
        else:
            desk.say(tr("No day is left to be moved."))

    desk.runner.read(
        *(owner, "old days"),
        lambda work: [day for each in fixture_ids for day in old_days(work, each)],
        *(show, desk.complain),
    )

"""Moving the due days of promises along with a match that moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.services.commitments import shift_due_days
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr_count
from sportsec.ui.tasks import Work


def move_due_days(
    owner: QWidget, desk: Desk, promises: Mapping[int, Iterable[UUID]]
) -> None:
    """Move due days in one act, and say how many moved.

    Args:
        owner: Asks the runner; what it asked ends with it.
        promises: By how many days to move them, below 0 to earlier ones.
    """

    def shift(work: Work) -> int:
        return sum(shift_due_days(work, ids, days) for days, ids in promises.items())

    desk.runner.write(
        owner,
        N_("Due days moved with the match"),
        shift,
        lambda count: desk.say(
            tr_count("{n} due day moved", "{n} due days moved", count)
        ),
        desk.complain,
    )

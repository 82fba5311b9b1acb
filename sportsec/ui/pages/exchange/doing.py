"""What the exchange page asks of the layers below; each function runs in a lane.

They are imported when they are needed: the store and the exchange take a moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sportsec.domain.conflicts import Conflict, Decision
from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.i18n.value_words import value_words
from sportsec.ui.language import translator
from sportsec.ui.pages.exchange.twin_card import Line
from sportsec.ui.tasks import Work


class Inbox(NamedTuple):
    """Everything that waits for a decision."""

    conflicts: list[Conflict]
    twins: list[TwinPair]


def read_inbox(work: Work) -> Inbox:
    """Return what waits for a decision."""
    from sportsec.queries.conflicts import open_conflicts  # noqa: PLC0415 - lane
    from sportsec.queries.twins import open_twins  # noqa: PLC0415 - lane

    return Inbox(open_conflicts(work), list(open_twins(work)))


def count_inbox(work: Work) -> int:
    """Return how much waits for a decision."""
    from sportsec.queries.conflicts import count_conflicts  # noqa: PLC0415 - lane
    from sportsec.queries.twins import count_twins  # noqa: PLC0415 - lane

    return count_conflicts(work) + count_twins(work)


def decide_conflicts(work: Work, decisions: Sequence[Decision]) -> int:
    """Carry out decisions and commit them: all that was shown is superseded."""
    from sportsec.services.conflicts import DECIDED, decide  # noqa: PLC0415 - lane

    count = decide(work, decisions)
    work.commit(DECIDED, saw_all=True)
    return count


def decide_twins(work: Work, pair: TwinPair, verdict: Verdict) -> None:
    """Say whether two records are one."""
    from sportsec.services.twins import call_twins  # noqa: PLC0415 - lane

    call_twins(work, pair.table, pair.first, pair.second, verdict)


def compare(work: Work, pair: TwinPair) -> list[Line]:
    """Return the fields of two records beside each other, those that differ first."""
    from sportsec.i18n.field_words import field_label  # noqa: PLC0415 - lane
    from sportsec.queries.record_values import values_beside  # noqa: PLC0415 - lane

    t = translator()
    lines = [
        (
            field_label(t, column),
            value_words(t, column, first),
            value_words(t, column, second),
        )
        for column, first, second in values_beside(
            work, pair.table, pair.first, pair.second
        )
    ]
    return sorted(lines, key=lambda line: line[1] == line[2])

"""What the inbox asks of the layers below; each function runs in a lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.conflicts import Decision, Question
from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.i18n.value_words import value_words
from sportsec.ui.language import translator
from sportsec.ui.pages.exchange.twin_card import Compared
from sportsec.ui.tasks import Work


class Inbox(NamedTuple):
    """What waits for a decision.

    Args:
        questions: The first of them; those of the record asked for in any case.
        total: How many questions and pairs there are.
    """

    questions: list[Question]
    twins: list[TwinPair]
    total: int


def read_inbox(work: Work, record: UUID | None = None) -> Inbox:
    """Return what waits for a decision.

    Args:
        record: Its page is to be shown.
    """
    from sportsec.queries.conflicts import open_questions  # noqa: PLC0415 - lane
    from sportsec.queries.inbox import count_inbox, open_twins  # noqa: PLC0415 - lane

    questions = open_questions(work, record)
    return Inbox(questions, open_twins(work), count_inbox(work))


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


def compare(work: Work, pair: TwinPair) -> Compared:
    """Return the fields of two records beside each other, and who made each."""
    from sportsec.i18n.field_words import field_label  # noqa: PLC0415 - lane
    from sportsec.queries.conflict_versions import maker_of  # noqa: PLC0415 - lane
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
    makers = (maker_of(work.connection, row) for row in (pair.first, pair.second))
    return Compared(lines, *makers)

"""Texts of an order that an officer read against the plan and said to be right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sportsec.domain.order_texts import OrderText, said_in, text_said
from sportsec.domain.problems import Problem
from sportsec.queries.written_at import confirmed_at
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: The last act on what the texts are checked against: hours, public, category. A new
#: detachment only adds hours; one that comes at another hour leaves its old one behind.
_CHANGED = """SELECT max(a.hlc) FROM (
SELECT act FROM journal_op
  WHERE row = ?1 AND col IN ('@kick_off', 'gates_open_at', 'away_allocation')
UNION ALL SELECT act FROM journal_op WHERE row IN (
  SELECT id FROM estimate WHERE fixture_id = ?1
  UNION ALL SELECT id FROM fixture_phase WHERE fixture_id = ?1
  UNION ALL SELECT id FROM risk_assessment WHERE fixture_id = ?1)
UNION ALL SELECT act FROM journal_op WHERE kind = 'U'
  AND col IN ('arrives_at', 'leaves_at', 'deleted_at')
  AND row IN (SELECT id FROM detachment WHERE fixture_id = ?1)
) c JOIN journal_act a ON a.act = c.act"""

#: An act that is not sealed yet, such as the move itself, stands in no journal.
_BEING_CHANGED = "SELECT 1 FROM journal_capture WHERE row = ? LIMIT 1"


def not_confirmed(
    work: Work, fixture: Fixture, found: Sequence[Problem]
) -> list[Problem]:
    """Return what is found in texts, without the languages that were said to be right.

    That holds until the text or the match is changed.
    """
    if not found:
        return []
    driver = work.connection
    if driver.execute(_BEING_CHANGED, (fixture.id.bytes,)).fetchone():
        return list(found)
    (changed,) = driver.execute(_CHANGED, (fixture.id.bytes,)).fetchone()

    @cache
    def is_right(which: OrderText, code: str) -> bool:
        at = confirmed_at(driver, Fixture, fixture.id, f"{which.value}_{code}")
        return at is not None and at > (changed or 0)

    left = []
    for each in found:
        text = text_said(each)
        if text is None:
            left.append(each)
            continue
        codes = [code for code in text.languages if not is_right(text.which, code)]
        if codes:
            left.append(said_in(each, codes))
    return left

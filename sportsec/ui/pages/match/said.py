"""What is said after a match moved, or was estimated anew: what to look at next."""

from __future__ import annotations

from collections.abc import Iterable

from sportsec.domain.problems import Problem
from sportsec.i18n.formats import date_time
from sportsec.i18n.labels import problem_text
from sportsec.queries.kept_days import KeptDays
from sportsec.services.fixture_moves import Moved
from sportsec.ui.language import isolate, tr, tr_count, translator
from sportsec.ui.match_look import kept_lines
from sportsec.ui.pages.tasks.words import task_name

#: A message is read in passing: more than this is counted.
SHOWN = 2


def moved_text(moved: Moved) -> str:
    """Return what went along with a match, and what did not."""
    lines = []
    if moved.was is not None and moved.now is not None:
        was, now = isolate(date_time(moved.was)), isolate(date_time(moved.now))
        lines.append(tr("Kick-off: {was}, now {now}", was=was, now=now))
    along = _along(moved)
    if along:
        lines.append(tr("Moved along: {parts}", parts=tr(", ").join(along)))
    if moved.passed:
        lines.append(_passed_text(moved))
    lines += kept_lines(len(moved.promises), moved.meetings)
    if moved.is_rated:
        lines.append(tr("To look at: the rating is from before the move"))
    if moved.is_ordered:
        lines.append(tr("To approve anew: the order is from before the move"))
    return "\n".join(filter(None, (*lines, figures_text(moved.texts))))


def kept_text(kept: KeptDays) -> str:
    """Return what was agreed for a match that has no day any more."""
    return "\n".join(kept_lines(len(kept.promises), kept.meetings))


def _along(moved: Moved) -> list[str]:
    """Return how much of each kind went along."""
    counted = (
        (moved.phases, tr_count("{n} phase", "{n} phases", moved.phases)),
        (moved.arrivals, tr_count("{n} arrival", "{n} arrivals", moved.arrivals)),
        (moved.tasks, tr_count("{n} task", "{n} tasks", moved.tasks)),
    )
    return [said for count, said in counted if count]


def _passed_text(moved: Moved) -> str:
    """Return which tasks can no longer be done on their day, the first by name."""
    named = [task_name(row) for row in moved.passed[:SHOWN]]
    more = len(moved.passed) - len(named)
    said = tr(", ").join(named)
    if more:
        said = f"{said} {tr_count('and {n} more', 'and {n} more', more)}"
    return tr("Past their day because of the move: {tasks}", tasks=said)


def figures_text(problems: Iterable[Problem]) -> str:
    """Return what is to be checked now, the first sentences in full.

    A single one more is said too: to count it would take the same line.
    """
    texts = [problem_text(translator(), each) for each in problems]
    if len(texts) <= SHOWN + 1:
        return "\n".join(texts)
    more = len(texts) - SHOWN
    lines = (*texts[:SHOWN], tr_count("and {n} more", "and {n} more", more))
    return "\n".join(lines)

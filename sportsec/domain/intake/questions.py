"""What to ask the officer, gathered from the lines that wait for it."""

from __future__ import annotations

from collections.abc import Iterable

from sportsec.domain.intake import findings
from sportsec.domain.intake.programme import ProgrammeLine, Question, QuestionKind

_ASKED = {
    findings.AMBIGUOUS_DATE: QuestionKind.DAY_ORDER,
    findings.NO_YEAR: QuestionKind.YEAR,
}


def questions_of(lines: Iterable[ProgrammeLine]) -> tuple[Question, ...]:
    """Return the questions that lines raise; whoever answers clears them all.

    The day is asked only when no line has one: else a missing day is a gap.
    """
    counts: dict[QuestionKind, int] = {}
    examples: dict[QuestionKind, str] = {}
    has_day = False
    dayless = 0
    for line in lines:
        has_day |= line.date is not None
        for problem in line.problems:
            kind = _ASKED.get(problem.message)
            if kind is not None:
                counts[kind] = counts.get(kind, 0) + 1
                examples.setdefault(kind, str(problem.facts["text"]))
            dayless += problem is findings.NO_DATE
    asked = [Question(kind, examples[kind], count) for kind, count in counts.items()]
    if dayless and not has_day and not asked:
        asked.append(Question(QuestionKind.DAY, "", dayless))
    return tuple(asked)

"""What only the officer knows is asked once for all the lines that wait."""

from __future__ import annotations

from datetime import date

from sportsec.domain.intake import findings
from sportsec.domain.intake.programme import ProgrammeLine, Question, QuestionKind
from sportsec.domain.intake.questions import questions_of
from sportsec.domain.problems import Problem


def a_line(*problems: Problem, day: date | None = None) -> ProgrammeLine:
    return ProgrammeLine(1, "Raja", "Wydad", day, problems=problems)


def test_ambiguous_days_raise_one_question() -> None:
    lines = [a_line(findings.ambiguous_date(text)) for text in ("05/06/24", "07/06/24")]
    asked = questions_of(lines)
    assert asked == (Question(QuestionKind.DAY_ORDER, "05/06/24", 2),)


def test_days_without_year_ask_for_the_season() -> None:
    asked = questions_of([a_line(findings.no_year("30 août"))])
    assert asked == (Question(QuestionKind.YEAR, "30 août", 1),)


def test_the_day_is_asked_only_when_no_line_has_one() -> None:
    without = a_line(findings.NO_DATE)
    assert questions_of([without]) == (Question(QuestionKind.DAY, "", 1),)
    assert questions_of([without, a_line(day=date(2024, 8, 30))]) == ()

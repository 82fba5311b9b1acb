"""Units and leaders at two matches: booked twice, or without rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from sportsec.domain.day_clashes import NAMED
from sportsec.domain.deployment_duties import check_day, check_duties
from sportsec.domain.deployment_plan import DetachmentLine, Duty
from sportsec.domain.phases import Window
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import Listed, Words
from sportsec.i18n.labels import problem_text
from sportsec.i18n.translator import translator
from tests.unit.domain.deployment_samples import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_duty,
    a_plan,
    an_id,
)

START, END = KICK_OFF - 3 * HOUR, KICK_OFF + 3 * HOUR
SAME_TIME = a_duty(KICK_OFF, KICK_OFF + 6 * HOUR)
PLAIN = dict.fromkeys(map(ord, "\u2068\u2069"))


def found(duty: Duty, **values: Any) -> list[Problem]:
    line = a_detachment(arrives_at=START, leaves_at=END, **values)
    return [problem for _line, problem in check_duties(a_plan(line, duties=(duty,)))]


def test_a_unit_that_gives_more_than_it_has_is_booked_twice() -> None:
    (problem,) = found(SAME_TIME, strength=19)
    assert problem.level is Level.BLOCK
    assert problem.facts["total"] == 20
    assert problem.facts["home"] == SAME_TIME.home


def test_a_unit_whose_strength_covers_both_matches_may_serve_both() -> None:
    assert found(SAME_TIME, strength=20) == []


def test_a_unit_of_unknown_strength_at_two_matches_is_a_warning() -> None:
    (problem,) = found(SAME_TIME)
    assert (problem.field, problem.level) == ("unit_id", Level.WARN)


def test_another_unit_at_the_other_match_does_not_matter() -> None:
    assert found(SAME_TIME, strength=5, unit_id=an_id("another")) == []


def test_a_leader_cannot_be_at_two_matches() -> None:
    leader = an_id("leader")
    duty = a_duty(KICK_OFF, END, leader_id=leader)
    (problem,) = found(duty, strength=500, leader_id=leader)
    assert (problem.field, problem.level) == ("leader_id", Level.BLOCK)


@pytest.mark.parametrize(
    ("start", "hours", "warned"),
    [
        (END + 7 * HOUR, 7.0, True),
        (END + 8 * HOUR, 8.0, False),
        (START - 9 * HOUR, 4.0, True),
    ],
)
def test_less_than_eight_hours_of_rest_is_a_warning(
    start: Any, hours: float, *, warned: bool
) -> None:
    problems = found(a_duty(start, start + 5 * HOUR))
    assert bool(problems) is warned
    if warned:
        assert problems[0].facts["hours"] == hours
        assert problems[0].level is Level.WARN


def test_other_officers_of_a_strong_unit_need_no_rest() -> None:
    assert found(a_duty(END + HOUR, END + 5 * HOUR), strength=100) == []


def test_a_unit_with_many_detachments_is_named_once() -> None:
    lines = [
        a_detachment(sign, arrives_at=START, leaves_at=END, strength=15)
        for sign in ("A", "B", "C")
    ]
    plan = a_plan(*lines, duties=(SAME_TIME,))
    (only,) = check_duties(plan)
    assert only[1].facts["total"] == 40


def test_all_that_the_unit_gives_to_the_other_match_counts() -> None:
    line = a_detachment(arrives_at=START, leaves_at=END, strength=25)
    plan = a_plan(line, duties=(SAME_TIME, a_duty(KICK_OFF, END, 6)))
    (only,) = check_duties(plan)
    assert only[1].facts["total"] == 26


def test_without_any_known_time_nothing_is_said() -> None:
    plan = a_plan(a_detachment(), windows={}, duties=(SAME_TIME,))
    assert list(check_duties(plan)) == []


def same_day(*duties: Duty, lines: Sequence[DetachmentLine] = ()) -> list[Problem]:
    plan = a_plan(*lines, duties=tuple(replace(d, is_same_day=True) for d in duties))
    return [problem for _match, problem in check_day(plan)]


STRONG = a_detachment(arrives_at=START, leaves_at=END, strength=500)


@pytest.mark.parametrize("start", [KICK_OFF, END + 9 * HOUR])
def test_another_match_of_the_day_is_named_with_its_hours(start: Any) -> None:
    (problem,) = same_day(
        a_duty(start, start + HOUR), a_duty(start, start + 2 * HOUR), lines=[STRONG]
    )
    assert problem.level is Level.WARN
    assert problem.facts["home"] == SAME_TIME.home
    assert problem.facts["hours"] == Window(start, start + 2 * HOUR)
    assert problem.facts["who"] == Listed((Words(fr="Corps urbain"),))


def test_a_match_of_another_day_needs_nobody_of_this_one() -> None:
    assert list(check_day(a_plan(STRONG, duties=(SAME_TIME,)))) == []


def test_what_is_worse_is_not_told_twice() -> None:
    weak = a_detachment(arrives_at=START, leaves_at=END, strength=19)
    assert same_day(SAME_TIME, lines=[weak]) == []


def test_another_match_of_the_day_is_named_before_its_hours_are_known() -> None:
    (problem,) = same_day(replace(SAME_TIME, window=None), lines=[a_detachment()])
    assert "hours" not in problem.facts


def test_others_than_those_shared_are_not_named() -> None:
    assert same_day(SAME_TIME, lines=[a_detachment(unit_id=an_id("another"))]) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (0, {"en": "Unité 2, Unité 3", "fr": "Unité 2, Unité 3", "ar": "، Unité 3"}),
        (1, {"en": "Unité 3 and 1 more", "fr": "Unité 3 et 1 autre", "ar": "وواحد"}),
        (3, {"en": "Unité 3 and 3 more", "fr": "et 3 autres", "ar": "و3 غيرهم"}),
    ],
)
def test_the_first_few_who_are_needed_twice_are_named_once_each_and_the_others_counted(
    more: int, said: dict[str, str]
) -> None:
    names = [f"Unité {n}" for n in range(NAMED + more)]
    lines = [
        replace(
            a_detachment(f"{name}{n}", unit_id=an_id(name), strength=500),
            unit=Words(fr=name),
        )
        for name in names
        for n in range(2)
    ]
    duties = [a_duty(START, END, unit_id=an_id(name)) for name in names]
    (problem,) = same_day(*duties, lines=lines)
    for language, text in said.items():
        told = problem_text(translator(language), problem).translate(PLAIN)
        assert text in told
        assert "Unité 4" not in told


def test_a_leader_is_named_for_himself() -> None:
    chief = an_id("leader")
    line = a_detachment(leader_id=chief, arrives_at=START, leaves_at=START + HOUR)
    duty = a_duty(END + 9 * HOUR, END + 12 * HOUR, leader_id=chief, unit_id=None)
    (problem,) = same_day(duty, lines=[replace(line, leader=Words(fr="B. Chef"))])
    assert problem.facts["who"] == Listed((Words(fr="B. Chef"),))

"""What is said after a move: how many tasks went along, and which have no day left."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.intake.preview import IntakeResult
from sportsec.domain.problems import warning
from sportsec.domain.task_list import TaskRole, TaskState, TaskStep
from sportsec.domain.task_times import Timing
from sportsec.queries.task_list import TaskRow
from sportsec.services.fixture_moves import Moved
from sportsec.ui.desk import Desk
from sportsec.ui.pages.intake.done import DonePanel
from sportsec.ui.pages.match.said import figures_text, moved_text


def row(step: TaskStep | None, task: str = "") -> TaskRow:
    return TaskRow(
        key=step or UUID(int=1),
        step=step,
        task=task,
        role=TaskRole.PLANNER,
        days_before=10,
        due_on=date(2026, 11, 1),
        state=TaskState.OPEN,
        timing=Timing.AT_ONCE,
    )


PASSED = (
    row(TaskStep.COMMISSION),
    row(None, "Caméras"),
    row(TaskStep.SUPPORTERS_MEETING),
    row(TaskStep.TRAVEL_DECISION),
)


def test_tasks_that_went_along_are_counted_beside_the_rest() -> None:
    said = moved_text(Moved(phases=1, tasks=9))
    assert said == "Moved along: 1 phase, 9 tasks"
    assert moved_text(Moved(tasks=1)) == "Moved along: 1 task"


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (PASSED[:1], "Local commission or mixed committee"),
        (PASSED[:2], "Local commission or mixed committee, Caméras"),
        (PASSED, "Local commission or mixed committee, Caméras and 2 more"),
    ],
)
def test_what_the_move_made_impossible_is_named_the_first_two_in_full(
    passed: tuple[TaskRow, ...], expected: str
) -> None:
    said = moved_text(Moved(passed=passed))
    assert said == f"Past their day because of the move: {expected}"


def test_one_finding_more_is_said_and_not_counted() -> None:
    three = [warning(None, text) for text in ("One", "Two", "Three")]
    assert figures_text(three) == "One\nTwo\nThree"
    assert figures_text([*three, warning(None, "Four")]) == "One\nTwo\nand 2 more"


def test_nothing_is_said_of_tasks_that_stay_where_they_were() -> None:
    assert moved_text(Moved()) == ""


def test_an_order_approved_before_the_move_is_said() -> None:
    said = moved_text(Moved(is_ordered=True))
    assert said == "To approve anew: the order is from before the move"


def test_after_an_intake_it_is_said_how_many_tasks_lost_their_day(
    desk: Desk, qtbot: QtBot
) -> None:
    panel = DonePanel(desk)
    qtbot.addWidget(panel)
    panel.show_result(IntakeResult(moved=(UUID(int=1),), passed_tasks=2))
    assert "2 tasks are past their day because of a move" in panel.facts.text()
    panel.show_result(IntakeResult(moved=(UUID(int=1),), kept_promises=1))
    assert "1 open promise or decision keeps its due day" in panel.facts.text()
    panel.show_result(IntakeResult(moved=(UUID(int=1),)))
    assert "keeps" not in panel.facts.text()
    assert "lost" not in panel.facts.text()

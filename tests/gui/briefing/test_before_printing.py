"""What is open about a match is said where its order would be printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
)
from sportsec.domain.deployment import DetachmentDraft
from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.fixtures import EstimateKind, PlanStatus
from sportsec.domain.meeting_days import left_behind_problem
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.order_texts import OrderText, TextIn
from sportsec.domain.paper_checks import check_approval, check_wording
from sportsec.domain.problems import Level, Problem
from sportsec.domain.readiness import Lack
from sportsec.domain.risk import Factor
from sportsec.domain.risk_outrun import Heard, Outrun, outrun_problem
from sportsec.domain.words import Words
from sportsec.queries.before_printing import OpenPoints, open_points
from sportsec.queries.left_meetings import MeetingPoint
from sportsec.services.deployment import add_detachment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from sportsec.ui.pages.briefing.points import points_of
from sportsec.ui.pages.briefing.points_window import PointsWindow
from sportsec.ui.targets import OLD_FIGURES, OLD_HOURS, PointTarget
from tests.builders import a_club, a_group, a_request
from tests.gui.conftest import Visits
from tests.unit.domain.deployment_samples import a_detachment

NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))

WRONG = Flaw(Problem(None, "Wrong"), "plan")
DOUBTFUL = Flaw(Problem(None, "Thin", Level.WARN), "post")
DOUBT = Problem(None, "Doubtful", Level.WARN)
ALL = OpenPoints((Lack.REVIEW,), (WRONG,), (DOUBT, DOUBT))


@pytest.fixture
def said(desk: Desk, fixture_id: UUID, qtbot: QtBot) -> BeforePrinting:
    banner = BeforePrinting(desk, fixture_id)
    qtbot.addWidget(banner)
    return banner


def test_it_reads_the_match(
    said: BeforePrinting, workspace: Workspace, fixture_id: UUID, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        draft = DetachmentDraft(name=Words(fr="Alpha"), headcount=10)
        add_detachment(work, fixture_id, draft)
        work.commit("Detachment added")
    said.reload()
    qtbot.waitUntil(lambda: bool(said.label.text()))
    assert "Rating" in said.label.text()
    assert "to check" in said.label.text()


def test_it_names_what_is_missing_and_counts_flaws_and_doubts(
    said: BeforePrinting,
) -> None:
    said.show_points(ALL)
    text = "Before you print: Rate anew: the match moved, 1 to correct, 2 to check"
    assert said.label.text() == text


def test_it_lists_each_point_by_its_name_what_is_wrong_first(
    said: BeforePrinting,
) -> None:
    window = opened(said, ALL)
    assert lines(window) == [
        "Wrong",
        "Rate anew: the match moved",
        "Doubtful",
        "Doubtful",
    ]


def test_a_flaw_of_a_detachment_is_named_after_it() -> None:
    lion = a_detachment("Lion")
    found = OpenPoints(flaws=(replace(WRONG, record=lion.id),), detachments=(lion,))
    assert [
        point.text.translate(NO_ISOLATES) for point in points_of(lion.id, found)
    ] == ["Lion: Wrong"]


@pytest.mark.parametrize("by_keys", [True, False])
def test_each_point_is_a_way_to_where_it_is_mended(
    said: BeforePrinting, fixture_id: UUID, visits: Visits, qtbot: QtBot, by_keys: bool
) -> None:
    late = Problem("commitments", "Late", Level.WARN)
    tickets = Problem("tickets_printed", "Too many", Level.WARN)
    chief = Flaw(Problem("commander_id", "Nobody commands", Level.WARN), "plan")
    found = OpenPoints((Lack.REVIEW,), (DOUBTFUL, chief), (tickets,), (late,))
    places = [Lack.REVIEW, DOUBTFUL, "commander_id", "commitments", "tickets_printed"]
    for at, place in enumerate(places):
        window = opened(said, found)
        if by_keys:
            for _ in range(at):
                qtbot.keyClick(window.list, Qt.Key.Key_Down)
            qtbot.keyClick(window.list, Qt.Key.Key_Return)
        else:
            box = window.list.visualItemRect(window.list.item(at))
            qtbot.mouseClick(
                window.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center()
            )
        assert visits.went == [("match", PointTarget(fixture_id, place))]
        assert not window.isVisible()
        visits.went.clear()


def test_it_is_silent_where_nothing_is_open(said: BeforePrinting) -> None:
    said.show_points(ALL)
    said.show_points(OpenPoints())
    assert said.isHidden()


def test_requests_nobody_answered_are_named_and_led_to(
    said: BeforePrinting, workspace: Workspace, fixture_id: UUID, visits: Visits
) -> None:
    with workspace.writing() as work:
        match = work.get(Fixture, fixture_id)
        a_request(work, match, a_group(work, a_club(work, "Rif")))
        work.commit("Request for a tifo added")
        points = open_points(work, fixture_id)
    assert Lack.ANIMATIONS in points.lacks
    said.show_points(OpenPoints((Lack.ANIMATIONS,)))
    assert said.label.text() == "Before you print: Tifo requests to answer"
    window = opened(said, OpenPoints((Lack.ANIMATIONS,)))
    window.list.picked.emit(0)
    assert visits.went == [("match", PointTarget(fixture_id, Lack.ANIMATIONS))]


def test_promises_from_before_a_move_are_one_line_that_leads_to_the_liaison(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    window = opened(said, OpenPoints(spoken=2))
    assert said.label.text() == "Before you print: 1 to check"
    assert lines(window) == [
        "2 promises or decisions speak of hours or days from before the move"
    ]
    window.list.picked.emit(0)
    assert visits.went == [("match", PointTarget(fixture_id, OLD_HOURS))]


def test_promises_with_figures_that_changed_are_one_line_that_leads_to_the_liaison(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    window = opened(said, OpenPoints(outdated=1))
    assert said.label.text() == "Before you print: 1 to check"
    assert lines(window) == [
        "1 promise or decision gives a figure that has changed since"
    ]
    window.list.picked.emit(0)
    assert visits.went == [("match", PointTarget(fixture_id, OLD_FIGURES))]


def test_a_meeting_that_a_moved_match_left_behind_leads_to_its_file(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    days = (date(2026, 12, 3), date(2026, 12, 5), date(2026, 12, 26))
    problem = left_behind_problem(MeetingKind.TECHNICAL, *days)
    window = opened(said, OpenPoints(meetings=(MeetingPoint(fixture_id, problem),)))
    assert said.label.text() == "Before you print: 1 to check"
    (line,) = lines(window)
    assert "set for the match of 05/12/2026" in line.translate(NO_ISOLATES)
    window.list.picked.emit(0)
    assert visits.went == [("meeting", fixture_id)]


def test_a_text_from_before_a_move_leads_to_the_texts(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    message = (
        "{text}: written before the match was moved: its hours and days may be old"
    )
    facts = {"text": TextIn(OrderText.SITUATION, ("ar", "fr"))}
    old = Flaw(Problem("situation", message, Level.WARN, facts), "order")
    window = opened(said, OpenPoints(flaws=(old,)))
    said = "Situation (العربية, Français): written before the match was moved"
    assert lines(window)[0].translate(NO_ISOLATES).startswith(said)
    window.list.picked.emit(0)
    assert visits.went == [("match", PointTarget(fixture_id, old))]


def test_an_order_to_approve_anew_and_an_answer_in_one_language_are_led_to(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    plan = PlanStatus.COORDINATED
    (approval,) = check_approval(plan, was_approved=True)
    (wording,) = check_wording(
        AnimationDraft(kind=AnimationKind.TIFO),
        AnswerDraft(AnimationDecision.CONDITIONS, conditions="بدون دخان"),
        *(Words(fr="Helala"), ("fr",)),
    )
    found = OpenPoints(paper=(approval, wording))
    places = ["plan_status", Lack.ANIMATIONS]
    for at, place in enumerate(places):
        window = opened(said, found)
        assert said.label.text() == "Before you print: 2 to check"
        plain = [each.translate(NO_ISOLATES) for each in lines(window)]
        assert [each.split(":")[0] for each in plain] == [
            "The order was approved before and is no longer; the plan is “Coordinated”",
            "Helala, Tifo",
        ]
        window.list.picked.emit(at)
        assert visits.went == [("match", PointTarget(fixture_id, place))]
        visits.went.clear()


def test_the_checks_are_those_of_the_languages_of_the_paper(
    said: BeforePrinting, workspace: Workspace, fixture_id: UUID, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        match = work.get(Fixture, fixture_id)
        bound = AnimationDecision.CONDITIONS
        group = a_group(work, a_club(work, "Rif"))
        a_request(work, match, group, decision=bound, conditions="بدون دخان")
        work.commit("Request for a tifo answered")
    said.check_for(("ar",))
    qtbot.waitUntil(lambda: bool(said.label.text()))
    before = said.label.text()
    said.check_for(("fr",))
    qtbot.waitUntil(lambda: said.label.text() != before)
    window = opened_list(said)
    assert any("the conditions are in Arabic only" in each for each in lines(window))


def opened(banner: BeforePrinting, points: OpenPoints) -> PointsWindow:
    """Show points and open their list."""
    banner.show_points(points)
    return opened_list(banner)


def opened_list(banner: BeforePrinting) -> PointsWindow:
    banner.button.click()
    return next(each for each in banner.findChildren(PointsWindow) if each.isVisible())


def lines(window: PointsWindow) -> list[str]:
    return [window.list.item(at).text() for at in range(window.list.count())]


def test_what_outruns_the_rating_is_named_above_and_said_in_full_in_the_list(
    said: BeforePrinting, fixture_id: UUID, visits: Visits
) -> None:
    factor = Factor(fixture_id, "F6", 3, Words(en="Expected crowd"))
    heard = Heard(EstimateKind.ATTENDANCE, date(2026, 11, 27), "Club")
    found = OpenPoints(outrun=(outrun_problem(Outrun(factor, 3, 4, heard)),))
    window = opened(said, found)
    named = "Rate anew: other figures of the public"
    assert said.label.text() == f"Before you print: {named}"
    (line,) = lines(window)
    assert "level 3 in the rating, level 4 by the estimate of" in line.translate(
        NO_ISOLATES
    )
    window.list.picked.emit(0)
    assert visits.went == [("match", PointTarget(fixture_id, Lack.FIGURES))]

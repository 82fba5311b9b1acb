"""The tasks of a match: listed by time, ticked by mouse and keys, led to their tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateDraft, EstimateKind, FixtureStatus
from sportsec.domain.risk import Stage
from sportsec.domain.task_list import CALENDAR, TaskDraft, TaskState, TaskStep
from sportsec.domain.task_times import Timing
from sportsec.domain.words import N_
from sportsec.queries.task_list import TaskRow, tasks_of
from sportsec.services.fixtures import add_estimate
from sportsec.services.seed import plant_defaults
from sportsec.services.task_list import add_task, tick_task
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.small_rows import ValueLink
from sportsec.ui.pages.tasks.line import TaskLine
from sportsec.ui.pages.tasks.page import TasksTab
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.cards import Card
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW, a_club, a_fixture
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do, Visits

S = TaskStep
TODAY = NOW.date()
DAY = TODAY + timedelta(6)


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    """A match in six days, known for months: what falls due at J-7 is late."""
    with workspace.writing() as work:
        work.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
        home, away = a_club(work, "Atlas"), a_club(work, "Phare")
        made = a_fixture(work, home, away, kick_off_date=DAY)
        work.session.flush()
        for step in (S.OPEN_FILE, S.AWAY_INFORMATION, S.ALLOCATION, S.FIRST_RATING):
            tick_task(work, made.id, step)
        work.commit(N_("Match planned"))
        return made.id


@pytest.fixture
def tab(match: UUID, desk: Desk, runner: object, qtbot: QtBot) -> TasksTab:
    assert runner
    tab = TasksTab(desk, match)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    desk.runner.changed.connect(lambda _tables: tab.reload())
    tab.reload()
    qtbot.waitUntil(lambda: tab.tasks is not None)
    return tab


def plain(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def line(tab: TasksTab, step: TaskStep | UUID) -> TaskLine:
    return next(each for each in tab.lines if each.row.key == step)


def titles(tab: TasksTab) -> list[str]:
    cards = [each for each in tab.findChildren(Card) if each.isVisible()]
    ordered = sorted(cards, key=lambda card: card.mapTo(tab, card.rect().topLeft()).y())
    return [card.header.title.text() for card in ordered]


def texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def state_of(ask: Do, match: UUID, key: TaskStep | UUID) -> TaskState:
    def state(work: object) -> TaskState:
        rows: tuple[TaskRow, ...] = tasks_of(work, match)  # type: ignore[arg-type]
        return next(row.state for row in rows if row.key == key)

    found: TaskState = ask(state)
    return found


def test_what_is_late_stands_first_and_what_is_done_is_folded_away(
    tab: TasksTab,
) -> None:
    assert titles(tab) == ["Late", "In the next 7 days", "Later"]
    late = [each.row.step for each in tab.lines if each.row.timing is Timing.LATE]
    assert late == [S.COMMISSION, S.TRAVEL_DECISION, S.SUPPORTERS_MEETING]
    assert tab.summary.text() == "11 tasks to do · 3 of them late"
    assert plain(tab.fold.text()) == "Done or not needed: 8"
    tab.fold.click()
    assert titles(tab)[-1] == ""  # the fold has said it


def test_a_line_says_when_whose_and_how_it_is_known(tab: TasksTab) -> None:
    late = line(tab, S.COMMISSION)
    (badge,) = late.findChildren(Badge)
    assert badge.text == "1 day late"
    assert texts(late) == ["Sunday 22 November 2026 · Commander"]
    spared = line(tab, S.CONSULTATION)
    said = "Not needed: Not rated as a match of high risk so far · Liaison"
    assert texts(spared) == [said]
    (soon,) = line(tab, S.TICKETS_AND_ROUTE).findChildren(Badge)
    assert soon.text == "Tomorrow"


def test_a_screen_reader_hears_the_whole_task_at_its_tick(tab: TasksTab) -> None:
    name = line(tab, S.COMMISSION).tick.accessibleName()
    assert name.startswith("Local commission or mixed committee, 1 day late, Sunday")


def test_space_ticks_and_the_cursor_stays_on_the_task(
    tab: TasksTab, match: UUID, visits: Visits, ask: Do, qtbot: QtBot
) -> None:
    first = line(tab, S.COMMISSION).tick
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: line(tab, S.COMMISSION).row.state is TaskState.DONE)
    assert state_of(ask, match, S.COMMISSION) is TaskState.DONE
    assert visits.said == ["Task done: Local commission or mixed committee"]
    assert QApplication.focusWidget() is line(tab, S.COMMISSION).tick


def test_a_tick_while_a_request_waits_says_so_and_leads_there(
    tab: TasksTab, match: UUID, change: Do, visits: Visits, qtbot: QtBot
) -> None:
    change(lambda work: work.add(AnimationRequest(fixture_id=match)))
    tab.reload()
    qtbot.waitUntil(lambda: line(tab, S.ANIMATIONS_DECIDED).row.awaited == 1)
    waits = "1 request waits for its answer"
    assert waits in texts(line(tab, S.ANIMATIONS_DECIDED))[0]
    line(tab, S.ANIMATIONS_DECIDED).tick.click()
    qtbot.waitUntil(lambda: bool(visits.said))
    assert visits.said == [f"Task done: Answer all tifo requests\n{waits}"]
    qtbot.waitUntil(lambda: line(tab, S.ANIMATIONS_DECIDED).row.state is TaskState.DONE)
    assert waits in texts(line(tab, S.ANIMATIONS_DECIDED))[0]
    line(tab, S.ANIMATIONS_DECIDED).findChild(ValueLink).click()
    assert visits.went == [("match", (match, "tifos"))]


def test_a_tick_against_new_figures_of_the_public_says_so_and_leads_to_the_rating(
    tab: TasksTab, match: UUID, change: Do, visits: Visits, qtbot: QtBot
) -> None:
    def rate(work: Work) -> None:
        plant_defaults(work)
        decided(work, work.get(Fixture, match), Stage.FINAL, 2)

    def estimate_since(work: Work) -> None:
        draft = EstimateDraft(EstimateKind.AWAY_TICKETED, 2500, "Club", TODAY)
        add_estimate(work, match, draft)

    change(rate)
    change(estimate_since)
    tab.reload()
    qtbot.waitUntil(lambda: line(tab, S.FINAL_RATING).row.is_outrun)
    against = "New figures of the public speak against the rating"
    assert line(tab, S.FINAL_RATING).row.state is TaskState.OPEN
    assert against in texts(line(tab, S.FINAL_RATING))[0]
    line(tab, S.FINAL_RATING).tick.click()
    qtbot.waitUntil(lambda: bool(visits.said))
    assert visits.said[0].endswith(against)
    qtbot.waitUntil(lambda: line(tab, S.FINAL_RATING).row.state is TaskState.DONE)
    assert against in texts(line(tab, S.FINAL_RATING))[0]


def test_a_ticked_task_stays_in_its_place_until_the_page_is_left(
    tab: TasksTab, qtbot: QtBot
) -> None:
    before = [each.row.key for each in tab.lines]
    line(tab, S.COMMISSION).tick.click()
    qtbot.waitUntil(lambda: line(tab, S.COMMISSION).row.state is TaskState.DONE)
    assert [each.row.key for each in tab.lines] == before
    assert titles(tab)[0] == "Late"
    assert line(tab, S.COMMISSION).place is Timing.LATE
    name = line(tab, S.COMMISSION).findChild(ValueLink)
    assert name.font().strikeOut()
    assert plain(tab.fold.text()) == "Done or not needed: 8"
    tab.hide()
    tab.show()
    assert line(tab, S.COMMISSION).place is Timing.CLOSED
    assert plain(tab.fold.text()) == "Done or not needed: 9"


def test_what_is_not_needed_has_a_mark_of_its_own(tab: TasksTab) -> None:
    spared, waiting = line(tab, S.CONSULTATION).tick, line(tab, S.COMMISSION).tick
    assert spared.checkState() is Qt.CheckState.PartiallyChecked
    assert spared.toolTip() == "Not needed"
    assert waiting.checkState() is Qt.CheckState.Unchecked
    assert line(tab, S.OPEN_FILE).tick.checkState() is Qt.CheckState.Checked


def test_what_is_to_be_done_at_once_is_not_counted_as_for_today(
    tab: TasksTab,
) -> None:
    assert tab.tasks is not None
    known_today = {Timing.LATE: Timing.AT_ONCE}
    rows = tuple(
        replace(row, timing=known_today.get(row.timing, row.timing))
        for row in tab.tasks.rows
    )
    tab.show_tasks(replace(tab.tasks, rows=rows))
    assert tab.summary.text() == "11 tasks to do · 3 at once"


def test_arrows_lead_from_tick_to_tick(tab: TasksTab, qtbot: QtBot) -> None:
    first, second = line(tab, S.COMMISSION).tick, line(tab, S.TRAVEL_DECISION).tick
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)  # there is none above
    assert QApplication.focusWidget() is first


def test_a_ticked_task_is_put_back_by_its_tick(
    tab: TasksTab, match: UUID, ask: Do, qtbot: QtBot
) -> None:
    tab.fold.click()
    done = line(tab, S.OPEN_FILE)
    assert done.tick.isChecked()
    done.tick.click()
    qtbot.waitUntil(lambda: line(tab, S.OPEN_FILE).row.state is TaskState.OPEN)
    assert state_of(ask, match, S.OPEN_FILE) is TaskState.OPEN


def test_what_the_record_ticks_nobody_unticks(
    tab: TasksTab, match: UUID, change: Do, qtbot: QtBot
) -> None:
    def decide(work: object) -> None:
        fixture: Fixture = work.get(Fixture, match)  # type: ignore[attr-defined]
        fixture.travel_regime = "conditions"  # type: ignore[assignment]

    change(decide)
    tab.reload()
    qtbot.waitUntil(lambda: line(tab, S.TRAVEL_DECISION).row.is_seen)
    shown = line(tab, S.TRAVEL_DECISION)
    assert shown.tick.isChecked()
    assert not shown.tick.isEnabled()
    said = "Done: The decision on travel is entered · Commander"
    assert texts(shown) == [said]


def chosen(row: TaskLine, text: str) -> None:
    menu = row.menu_button.menu()
    next(each for each in menu.actions() if each.text() == text).trigger()


def form(tab: TasksTab) -> FormDialog:
    found: FormDialog = tab.findChildren(FormDialog)[-1]
    return found


def test_a_task_is_put_aside_with_its_reason_and_back_again(
    tab: TasksTab, match: UUID, visits: Visits, ask: Do, qtbot: QtBot
) -> None:
    chosen(line(tab, S.SUPPORTERS_MEETING), "Not needed")
    dialog = form(tab)
    assert dialog.windowTitle() == "Task not needed: Meet the supporters"
    dialog.form.type_in({"remark": "Pas de groupe visiteur"})
    dialog.save()
    qtbot.waitUntil(
        lambda: line(tab, S.SUPPORTERS_MEETING).row.state is TaskState.NOT_NEEDED
    )
    assert "Pas de groupe visiteur" in texts(line(tab, S.SUPPORTERS_MEETING))[0]
    assert visits.said[-1] == "Task not needed: Meet the supporters"
    chosen(line(tab, S.SUPPORTERS_MEETING), "Put back on the list")
    qtbot.waitUntil(lambda: line(tab, S.SUPPORTERS_MEETING).row.state is TaskState.OPEN)
    assert state_of(ask, match, S.SUPPORTERS_MEETING) is TaskState.OPEN


def test_a_remark_stands_below_its_task(tab: TasksTab, qtbot: QtBot) -> None:
    chosen(line(tab, S.COMMISSION), "Remark")
    dialog = form(tab)
    dialog.form.type_in({"remark": "Salle à confirmer"})
    dialog.save()
    qtbot.waitUntil(lambda: bool(line(tab, S.COMMISSION).row.remark))
    assert texts(line(tab, S.COMMISSION))[0].endswith("· Salle à confirmer")


def test_a_task_of_ones_own_is_added_for_a_day_and_kept_as_a_distance(
    tab: TasksTab, visits: Visits, qtbot: QtBot
) -> None:
    tab.add_button.click()
    dialog = form(tab)
    day = dialog.form.field("days_before")
    assert day.value() == (DAY - TODAY).days - 1  # tomorrow is proposed
    dialog.form.type_in({"task": "Caméras du parking", "days_before": 2})
    assert day.inputs()[0].text() == "27/11/2026"  # type: ignore[attr-defined]
    dialog.save()
    qtbot.waitUntil(lambda: any(each.row.step is None for each in tab.lines))
    own = next(each for each in tab.lines if each.row.step is None)
    assert (own.row.days_before, own.row.due_on) == (2, date(2026, 11, 27))
    assert visits.said == ["Task added"]


def test_a_task_of_ones_own_is_opened_by_its_name_and_deleted_by_its_menu(
    tab: TasksTab, match: UUID, change: Do, visits: Visits, qtbot: QtBot
) -> None:
    draft = TaskDraft("Caméras", days_before=2)
    key: UUID = change(lambda work: add_task(work, match, draft))
    tab.reload()
    qtbot.waitUntil(lambda: any(each.row.key == key for each in tab.lines))
    line(tab, key).findChild(ValueLink).click()
    qtbot.waitUntil(lambda: bool(tab.findChildren(FormDialog)))
    dialog = form(tab)
    dialog.form.type_in({"task": "Caméras et éclairage"})
    dialog.save()
    qtbot.waitUntil(lambda: line(tab, key).row.task == "Caméras et éclairage")
    chosen(line(tab, key), "Delete")
    qtbot.waitUntil(lambda: all(each.row.key != key for each in tab.lines))
    assert visits.said[-1] == "Task deleted: Caméras et éclairage"


def test_only_tasks_of_ones_own_are_edited_and_deleted(tab: TasksTab) -> None:
    menu = line(tab, S.COMMISSION).menu_button.menu()
    assert [each.text() for each in menu.actions()] == ["Not needed", "Remark"]


@pytest.mark.parametrize(
    ("step", "place"),
    [
        (S.FINAL_RATING, "risk"),
        (S.DETACHMENTS, "deployment"),
        (S.COMMISSION, "liaison"),
        (S.ALLOCATION, "overview"),
        (S.ORDER_APPROVED, "briefing"),
    ],
)
def test_the_name_of_a_task_leads_to_where_it_is_done(
    tab: TasksTab, match: UUID, visits: Visits, step: TaskStep, place: str
) -> None:
    line(tab, step).findChild(ValueLink).click()
    assert visits.went == [("match", (match, place))]


def test_what_is_done_outside_the_program_leads_nowhere(tab: TasksTab) -> None:
    assert line(tab, S.HOT_REPORT).findChild(ValueLink) is None


@pytest.mark.parametrize(
    ("status", "why", "summary"),
    [
        (FixtureStatus.POSTPONED, "postponed", "11 tasks wait for the new day"),
        (FixtureStatus.CANCELLED, "cancelled", "Nothing is to be done"),
    ],
)
def test_a_match_that_is_called_off_has_nothing_due_and_says_why(
    tab: TasksTab,
    match: UUID,
    change: Do,
    qtbot: QtBot,
    status: FixtureStatus,
    why: str,
    summary: str,
) -> None:
    def call_off(work: object) -> None:
        fixture: Fixture = work.get(Fixture, match)  # type: ignore[attr-defined]
        fixture.status = status

    change(call_off)
    tab.reload()
    qtbot.waitUntil(tab.banner.isVisible)
    assert tab.banner.label.text().startswith(f"The match is {why}")
    assert tab.summary.text() == summary
    assert titles(tab) == []
    assert plain(tab.fold.text()) == f"Done, not needed or over: {len(CALENDAR)}"
    tab.fold.click()
    assert titles(tab) == ["Not asked for", "Done or not needed"]


def test_in_arabic_the_days_are_counted_in_words(
    tab: TasksTab, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    speak("ar")
    before = tab.lines[0]
    tab.reload()
    qtbot.waitUntil(lambda: tab.lines[0] is not before)
    (badge,) = line(tab, S.COMMISSION).findChildren(Badge)
    assert badge.text == "تأخر يوم واحد"

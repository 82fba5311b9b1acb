"""The deployment tab on a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import Phase, PhaseDraft
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.words import LANGUAGES
from sportsec.queries.deployment import deployment_plan
from sportsec.services.deployment import revise_detachment, set_phase
from sportsec.store.tables.deployment import Detachment
from sportsec.store.tables.units import Unit
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.pages.deployment.board import DETACHMENTS, POSTS
from sportsec.ui.pages.deployment.forms import detachment_form
from sportsec.ui.pages.deployment.lists import detachment_columns
from sportsec.ui.pages.deployment.page import DeploymentTab
from tests.builders import a_unit
from tests.data.deployment.deployments import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_later_match,
    a_match,
)
from tests.gui.conftest import Do, Visits
from tests.gui.deployment.conftest import Planned
from tests.gui.headings import check_headings

Make = Callable[[UUID], DeploymentTab]
ISOLATES = "\u2068\u2069"
WITHOUT_ISOLATES = dict.fromkeys(map(ord, ISOLATES))


@pytest.fixture
def tab(make_tab: Make, planned: Planned) -> DeploymentTab:
    return make_tab(planned.fixture)


@pytest.fixture
def stored(ask: Do, planned: Planned) -> Callable[[], Plan]:
    """The plan as it stands in the record."""

    def read() -> Plan:
        plan: Plan = ask(lambda work: deployment_plan(work, planned.fixture))
        return plan

    return read


def codes(tab: DeploymentTab) -> list[str]:
    assert tab.state is not None
    return [row.line.draft.code for row in tab.state.posts]


def choose(tab: DeploymentTab, post: UUID, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.board.post_table.select(post))
    qtbot.waitUntil(lambda: tab.board.assignments.post_id == post)


def test_the_tab_opens_with_the_phase_that_is_short(tab: DeploymentTab) -> None:
    assert codes(tab) == ["N1", "X"]
    assert tab.board.phases.buttons[Phase.P3].isChecked()
    assert tab.board.phases.buttons[Phase.P3].need.text().strip(ISOLATES) == "−7"


def test_a_shortage_is_shown_in_words_and_with_its_sign(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    choose(tab, planned.north, qtbot)
    state = tab.board.assignments.state
    assert (state.text, state.level) == ("8 needed · 2 short", "warn")


def test_adding_a_detachment_puts_what_is_missing_and_writes_it(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    choose(tab, planned.north, qtbot)
    adding = tab.board.assignments.adding
    ids = [adding.itemData(place) for place in range(adding.count())]
    place = ids.index(planned.tiger)
    adding.activated.emit(place)
    assert tab.board.assignments.state.level == "ok"  # at once, before it is written
    qtbot.waitUntil(lambda: stored().assigned.get((planned.tiger, planned.north)) == 2)


@pytest.mark.qt_log_ignore("grabbing the keyboard|event not accepted")
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_T])
def test_a_key_only_opens_the_list_of_detachments_and_enter_takes(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot, key: Qt.Key
) -> None:
    choose(tab, planned.north, qtbot)
    adding, taken = tab.board.assignments.adding, []
    tab.board.assignments.assigned.connect(lambda *each: taken.append(each[:2]))
    qtbot.keyClick(adding, key)
    assert not taken
    qtbot.waitUntil(adding.view().isVisible)
    qtbot.keyClick(adding.view(), Qt.Key.Key_Down)
    assert not taken
    qtbot.keyClick(adding.view(), Qt.Key.Key_Return)
    assert taken == [(planned.tiger, planned.north)]


def test_the_wheel_takes_no_detachment(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    choose(tab, planned.north, qtbot)
    adding = tab.board.assignments.adding
    middle = QPointF(adding.rect().center())
    turn = QWheelEvent(
        *(middle, middle, QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    with qtbot.assertNotEmitted(tab.board.assignments.assigned):
        QApplication.sendEvent(adding, turn)


def test_a_figure_is_changed_and_taken_away(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    from sportsec.ui.pages.deployment.assignments import Share

    choose(tab, planned.north, qtbot)
    (share,) = tab.board.assignments.shares.findChildren(Share)
    share.figure.line.setText("8")
    share.figure.line.editingFinished.emit()
    key = (planned.lion, planned.north)
    qtbot.waitUntil(lambda: stored().assigned.get(key) == 8)
    qtbot.waitUntil(lambda: bool(tab.plan) and tab.plan.assigned.get(key) == 8)
    share = tab.board.assignments.shares.findChildren(Share)[-1]
    share.figure.line.setText("-3")
    share.figure.line.editingFinished.emit()
    assert share.figure.value() == 8
    share.remove.click()
    qtbot.waitUntil(lambda: key not in stored().assigned)


def test_another_phase_shows_its_own_posts(tab: DeploymentTab) -> None:
    tab.board.phases.buttons[Phase.P2].click()
    assert codes(tab) == ["A2"]
    tab.board.phases.buttons[Phase.P5].click()
    assert codes(tab) == []


def test_a_click_on_a_sector_shows_its_posts_and_another_all(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    view = tab.board.stadium.view
    centre = view.centre_of(planned.sector)
    assert centre is not None
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre.toPoint())
    assert codes(tab) == ["N1"]
    assert tab.board.sector.isVisibleTo(tab)
    view = tab.board.stadium.view
    middle = QPointF(view.width() / 2, view.height() / 2).toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert codes(tab) == ["N1", "X"]
    assert not tab.board.sector.isVisibleTo(tab)


def test_a_check_leads_to_its_post(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    assert tab.state is not None
    tab.show_phase(Phase.P2)
    flaws = [flaw for flaw in tab.state.flaws if flaw.record == planned.outside]
    tab.go_to(flaws[0])
    assert tab.board.phases.buttons[Phase.P3].isChecked()
    qtbot.waitUntil(lambda: tab.board.post_table.current_id() == planned.outside)


def test_checks_lead_to_detachments_sectors_and_the_commander(
    tab: DeploymentTab, planned: Planned, visits: Visits, qtbot: QtBot
) -> None:
    assert tab.state is not None
    by_subject = {flaw.subject: flaw for flaw in reversed(tab.state.flaws)}
    tab.go_to(by_subject["detachment"])
    assert tab.board.lists.currentIndex() == DETACHMENTS
    tab.go_to(by_subject["sector"])
    assert tab.board.lists.currentIndex() == POSTS
    assert codes(tab) == ["N1"]
    item = tab.board.checks.list.item(0)
    assert item is not None
    tab.board.checks.list.itemClicked.emit(item)
    assert visits.went == [("match", (planned.fixture, "overview"))]


def test_the_checks_follow_what_is_changed(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    assert tab.state is not None
    before = tab.state.warnings
    tab.assign(planned.tiger, planned.outside, 5)
    assert tab.state.warnings < before


def test_a_new_detachment_is_added_at_the_side(
    tab: DeploymentTab, qtbot: QtBot, stored: Callable[[], Plan], visits: Visits
) -> None:
    tab.board.new_detachment.click()
    dialog = tab.board.form
    assert dialog is not None
    assert not tab.board.new_post.isEnabled()
    form = dialog.form
    form.field("call_sign").set_value("LION")
    form.field("headcount").set_value(12)
    form.edited.emit()
    dialog._check_now()
    dialog.save()
    qtbot.waitUntil(lambda: form.field("call_sign").inputs()[0].property("level") != "")
    form.field("call_sign").set_value("Zebra")
    form.field("name").parts["fr"].setText("Section Z")  # type: ignore[attr-defined]
    dialog.save()
    qtbot.waitUntil(lambda: len(stored().detachments) == 3)
    qtbot.waitUntil(lambda: tab.board.form is None)
    assert tab.board.new_post.isEnabled()
    assert "Detachment added" in visits.said


@pytest.mark.parametrize(("shown", "name"), [(POSTS, "code"), (DETACHMENTS, "unit_id")])
def test_the_keys_of_a_new_entry_make_what_the_list_on_view_holds(
    tab: DeploymentTab, shown: int, name: str
) -> None:
    tab.board.lists.setCurrentIndex(shown)
    (keys,) = (
        each
        for each in tab.board.findChildren(KeyedShortcut)
        if each.name == "here.new" and each.parent() is tab.board
    )
    keys.activated.emit()
    assert tab.board.form is not None
    assert name in tab.board.form.form.names()


@pytest.mark.parametrize(
    ("button", "name"), [("new_post", "code"), ("new_detachment", "unit_id")]
)
def test_what_is_typed_after_the_button_lands_in_the_first_field(
    tab: DeploymentTab, qtbot: QtBot, button: str, name: str
) -> None:
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    pressed = getattr(tab.board, button)
    tab.board.lists.setCurrentIndex(DETACHMENTS if name == "unit_id" else POSTS)
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "AB")
    dialog = tab.board.form
    assert dialog is not None
    assert dialog.form.field(name).inputs()[0].text() == "AB"  # type: ignore[attr-defined]
    assert dialog._scroll.verticalScrollBar().value() == 0


def test_a_unit_is_not_called_by_the_word_for_its_detachment(desk: Desk) -> None:
    labels = {each.name: each.label for each in detachment_form(desk)._binds.values()}
    assert labels["unit_id"] == "Unit"
    assert labels["name"] == "Name of the detachment"
    heads = {each.sort: each.header for each in detachment_columns()}
    assert heads["unit"] == "Detachment"  # its own name, else that of its unit


def test_what_must_be_filled_in_heads_the_form_of_a_detachment(desk: Desk) -> None:
    binds = list(detachment_form(desk)._binds.values())
    needed = [bind.needed for bind in binds]
    assert needed == sorted(needed, reverse=True)
    assert [bind.name for bind in binds[:3]] == ["unit_id", "call_sign", "headcount"]


def test_a_post_is_edited_at_the_side(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    tab.board.post_table.opened.emit(planned.outside)
    dialog = tab.board.form
    assert dialog is not None
    dialog.form.field("headcount_needed").set_value(3)
    dialog.save()
    qtbot.waitUntil(lambda: tab.board.form is None)
    needed = {post.id: post.needed for post in stored().posts}
    assert needed[planned.outside] == 3


def test_a_new_post_begins_in_the_phase_on_view(
    tab: DeploymentTab, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    tab.show_phase(Phase.P4)
    tab.board.new_post.click()
    dialog = tab.board.form
    assert dialog is not None
    dialog.form.field("code").set_value("B1")
    dialog.save()
    qtbot.waitUntil(lambda: len(stored().posts) == 4)
    assert stored().posts[-1].draft.phase is Phase.P4


def test_a_new_post_is_shown_ready_to_be_manned(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    tab.board.post_table.select(planned.outside)
    tab.show_sector(planned.sector)
    dialog = tab.acts.new_post()
    assert dialog is not None
    dialog.form.field("code").set_value("B1")
    dialog.form.field("phase").set_value(Phase.P4)
    dialog.save()
    qtbot.waitUntil(lambda: tab.board.assignments.title.text() == "Post \u2068B1\u2069")
    assert tab.board.post_table.current_id() == tab.board.assignments.post_id
    assert tab.state is not None
    assert (tab.state.phase, tab.state.sector_id) == (Phase.P4, None)


def test_a_plan_that_is_on_the_screen_is_not_shown_again(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    shown = tab.state
    tab.reload()
    qtbot.waitUntil(lambda: tab._desk.runner.is_idle)
    assert tab.state is shown


def test_a_phase_is_moved(
    tab: DeploymentTab, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    window = stored().windows[Phase.P3]
    tab.board.edit_phase.click()
    dialog = tab.board.form
    assert dialog is not None
    dialog.form.field("ends_at").set_value(window.starts_at)
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.bar.note.text())
    assert tab.board.form is dialog  # it ends when it begins: refused
    later = window.ends_at.replace(minute=0)
    dialog.form.field("ends_at").set_value(later)
    dialog.save()
    qtbot.waitUntil(lambda: tab.board.form is None)
    assert stored().windows[Phase.P3].ends_at == later


def test_closing_a_form_gives_the_stadium_back(
    tab: DeploymentTab, planned: Planned
) -> None:
    tab.acts.edit_detachment(planned.lion)
    assert tab.board.form is not None
    assert not tab.board.stadium.isVisibleTo(tab)
    assert tab.may_leave()
    assert tab.board.form is None
    assert tab.board.stadium.isVisibleTo(tab)


def test_what_somebody_else_saved_is_shown_when_wanted(
    tab: DeploymentTab, planned: Planned, change: Do, qtbot: QtBot
) -> None:
    dialog = tab.acts.edit_detachment(planned.lion)
    assert dialog is not None

    def theirs(work: Any) -> None:
        from dataclasses import replace

        line = deployment_plan(work, planned.fixture).detachments[0]
        new = replace(line.draft, channel="9")
        revise_detachment(work, planned.lion, new, seen=line.draft)

    change(theirs)
    tab.reload()
    qtbot.waitUntil(
        lambda: bool(tab.plan) and tab.plan.detachments[0].draft.channel == "9"
    )
    dialog.wants_theirs.emit()
    assert tab.board.form is not None
    assert tab.board.form.form.field("channel").value() == "9"


def test_deleted_posts_come_back_when_asked(
    tab: DeploymentTab,
    planned: Planned,
    qtbot: QtBot,
    stored: Callable[[], Plan],
    visits: Visits,
) -> None:
    from sportsec.services.deployment import restore_post

    tab.acts.delete_posts([planned.north])
    qtbot.waitUntil(lambda: len(stored().posts) == 2)
    qtbot.waitUntil(lambda: visits.said == ["Posts deleted"])
    tab.acts._delete(
        [planned.north], ("Posts brought back", restore_post), ("x", restore_post)
    )
    qtbot.waitUntil(lambda: len(stored().posts) == 3)
    assert stored().assigned[planned.lion, planned.north] == 6


def test_posts_are_held_in_the_next_phase_by_the_same_officers(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot, stored: Callable[[], Plan]
) -> None:
    tab.acts.repeat_posts([planned.north, planned.outside])
    qtbot.waitUntil(lambda: len(stored().posts) == 5)
    plan = stored()
    later = [post for post in plan.posts if post.draft.phase is Phase.P4]
    assert [post.draft.code for post in later] == ["N1", "X"]
    assert sum(plan.on_post(post) for post in later) == 6


def test_an_earlier_deployment_is_taken_over(
    planned: Planned, change: Do, make_tab: Make, qtbot: QtBot, visits: Visits
) -> None:
    target = change(lambda work: a_later_match(work).id)
    tab = make_tab(target)
    tab.board.copy.click()
    qtbot.waitUntil(lambda: tab.copying.dialog is not None)
    dialog = tab.copying.dialog
    assert dialog is not None
    assert dialog.list.count() == 1
    dialog.accept()
    qtbot.waitUntil(lambda: bool(tab.plan) and len(tab.plan.posts) == 3)
    assert visits.said == ["Copied: 3 posts, 2 detachments"]


def test_a_match_that_needs_the_same_people_is_a_click_away(
    tab: DeploymentTab, planned: Planned, change: Do, qtbot: QtBot, visits: Visits
) -> None:
    def book(work: Any) -> UUID:
        unit = work.get(Detachment, planned.lion).unit_id
        other = a_match(work)
        a_detachment(work, other, "Rif 1", unit_id=unit)
        key: UUID = other.id
        return key

    other = change(book)
    tab.reload()
    qtbot.waitUntil(lambda: bool(tab.state) and "match" in subjects(tab))
    flaw = tab.state.flaws[subjects(tab).index("match")]  # type: ignore[union-attr]
    checks = tab.board.checks
    place = checks._flaws.index(flaw)
    assert "Corps urbain" in checks.list.item(place).text()
    checks.list.itemActivated.emit(checks.list.item(place))
    assert visits.went[-1] == ("match", (other, "deployment"))


def subjects(tab: DeploymentTab) -> list[str]:
    return [flaw.subject for flaw in tab.state.flaws] if tab.state else []


def test_hours_that_come_with_a_deployment_are_told(
    planned: Planned, change: Do, make_tab: Make, qtbot: QtBot, visits: Visits
) -> None:
    window = PhaseDraft(KICK_OFF - 5 * HOUR, KICK_OFF)
    change(lambda work: set_phase(work, planned.fixture, Phase.P2, window))
    tab = make_tab(change(lambda work: a_later_match(work).id))
    tab.copying.copy_from(planned.fixture, with_detachments=True)
    qtbot.waitUntil(lambda: bool(visits.said))
    (said,) = visits.said
    assert said.splitlines()[1] == "Hours brought as well, for 1 phase"


def test_without_an_earlier_deployment_nothing_can_be_taken_over(
    tab: DeploymentTab, qtbot: QtBot
) -> None:
    tab.copying.offer()
    qtbot.waitUntil(lambda: tab.copying.dialog is not None)
    dialog = tab.copying.dialog
    assert dialog is not None
    assert dialog.list.count() == 0
    dialog.reject()


def test_a_tab_in_the_background_waits_until_it_is_shown(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    tab.hide()
    tab._on_changed(frozenset({"club"}))
    assert not tab._stale
    tab._on_changed(frozenset({"post"}))
    assert tab._stale
    tab.show()
    qtbot.waitUntil(lambda: not tab._stale)


def test_the_pointer_is_told_what_lies_there(
    tab: DeploymentTab, planned: Planned
) -> None:
    assert "Lion (6)" in tab._tip_of(planned.north).translate(WITHOUT_ISOLATES)
    assert "N" in tab._tip_of(planned.sector)
    assert tab._tip_of(planned.lion) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tab_speaks_every_language(
    language: str, make_tab: Make, planned: Planned, speak: Callable[[str], None]
) -> None:
    speak(language)
    tab = make_tab(planned.fixture)
    expected = {"ar": "المراكز (2)", "fr": "Postes (2)", "en": "Posts (2)"}[language]
    assert tab.board.lists.tabText(POSTS) == expected


def test_both_lists_stand_in_groups(tab: DeploymentTab) -> None:
    board = tab.board
    posts = check_headings(None, board.posts_source, board.posts.columns, None)
    assert posts == ["gate", "sector", "state"]
    source, columns = board.detachments_source, board.detachments.columns
    keys = check_headings(None, source, columns, None)
    assert keys == ["channel", "function", "reserve", "service"]


def test_a_post_that_lacks_a_detachment_leads_to_making_one(
    tab: DeploymentTab, planned: Planned, qtbot: QtBot
) -> None:
    choose(tab, planned.north, qtbot)
    adding = tab.board.assignments.adding
    adding.activated.emit(adding.count() - 1)
    assert tab.board.form is not None
    assert "unit_id" in tab.board.form.form.names()
    assert tab.board.lists.currentIndex() == DETACHMENTS


def test_a_post_of_a_plan_without_detachments_says_what_is_made_first(
    tab: DeploymentTab, planned: Planned
) -> None:
    assert tab.plan is not None
    panel = tab.board.assignments
    panel.show_post(replace(tab.plan, detachments=(), assigned={}), planned.north)
    assert panel.adding.isEnabled()
    (hint,) = panel.shares.findChildren(QLabel)
    assert "make a detachment first" in hint.text()


@pytest.mark.parametrize(("typed", "shown"), [(None, 34), (7, 7)])
def test_a_unit_proposes_its_officers_unless_a_figure_was_given(
    tab: DeploymentTab, change: Do, qtbot: QtBot, typed: int | None, shown: int
) -> None:
    def make(work: Work) -> UUID:
        unit = a_unit(work, "CMI", strength=34)
        work.session.flush()
        return unit.id

    unit = change(make)
    dialog = tab.acts.new_detachment()
    assert dialog is not None
    form = dialog.form
    form.field("headcount").set_value(typed)
    form.field("unit_id").set_value(unit)
    form.field("unit_id").changed.emit()
    qtbot.waitUntil(lambda: tab._desk.runner.is_idle)
    qtbot.waitUntil(lambda: form.field("headcount").value() == shown)


def test_what_other_detachments_have_of_a_unit_is_not_proposed_again(
    tab: DeploymentTab, change: Do, qtbot: QtBot
) -> None:
    assert tab.plan is not None
    unit = tab.plan.detachments[0].draft.unit_id
    change(lambda work: setattr(work.get(Unit, unit), "strength", 40))
    dialog = tab.acts.new_detachment()
    assert dialog is not None
    dialog.form.field("unit_id").set_value(unit)
    dialog.form.field("unit_id").changed.emit()
    qtbot.waitUntil(lambda: dialog.form.field("headcount").value() == 10)


def test_the_code_of_a_new_post_follows_its_gate_until_one_is_typed(
    tab: DeploymentTab,
) -> None:
    dialog = tab.acts.new_post()
    assert dialog is not None
    assert tab.plan is not None
    form, gate = dialog.form, tab.plan.gates[0]
    proposed = form.field("code").value()
    assert proposed.startswith("P")
    assert proposed not in {each.code for each in tab.plan.gates}
    assert not form.dirty
    form.field("gate_id").set_value(gate.id)
    form.field("gate_id").changed.emit()
    assert form.field("code").value() == gate.code
    form.field("code").set_value("Z")
    form.field("gate_id").set_value(None)
    form.field("gate_id").changed.emit()
    assert form.field("code").value() == "Z"

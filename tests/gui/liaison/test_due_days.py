"""The window that moves due days along with a match that moved, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.fixtures import MoveDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.commitments import add_commitment
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import DueDaysDialog
from sportsec.ui.pages.liaison.tab import LiaisonTab
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.targets import DUE_DAYS
from tests.gui.conftest import Visits
from tests.gui.liaison.conftest import Do

Wait = Callable[[], None]
MOVED = timedelta(14)
#: What was promised before the match moved: its words, and when before the match.
PROMISED = (("Gates counted", 9), ("List of coaches", 1), ("Escort", 0))


@pytest.fixture
def old(ask: Do, match: UUID) -> date:
    """The day of the match before it moved."""
    day: date = ask(lambda work: work.get(Fixture, match).kick_off_date)
    return day


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, match: UUID, old: date, change: Do, settled: Wait
) -> LiaisonTab:
    """The tab of a match that moved, with what was promised before."""
    # Of a match some months off, so that nothing promised for it is late.
    far = old + timedelta(60)

    def move(work: Any, day: date) -> None:
        seen = fixture_draft(work, match)
        to = MoveDraft(kick_off_date=day, venue_id=seen.venue_id, reason="Television")
        reschedule_fixture(work, match, to, seen=seen)

    change(lambda work: move(work, far))
    for wording, before in PROMISED:
        due = far - timedelta(before)
        draft = CommitmentDraft(
            fixture_id=match, is_ours=True, wording=wording, due_on=due
        )
        change(lambda work, draft=draft: add_commitment(work, draft))
    change(lambda work: move(work, far + MOVED))
    tab = LiaisonTab(desk, match)
    qtbot.addWidget(tab)
    tab.show()
    tab.reload()
    settled()
    return tab


def opened(tab: LiaisonTab, qtbot: QtBot, settled: Wait) -> DueDaysDialog:
    qtbot.keyClick(tab.behind.button, Qt.Key.Key_Space)
    settled()
    return next(d for d in tab.findChildren(DueDaysDialog) if d.isVisible())


def test_the_next_steps_of_the_match_file_lead_to_the_days_left_behind(
    tab: LiaisonTab, qtbot: QtBot, desk: Desk, match: UUID, settled: Wait
) -> None:
    page = MatchPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_target(match)
    settled()
    steps = page.steps.steps
    assert steps is not None
    assert steps.due_days == 2
    page.steps.step_wanted.emit(DUE_DAYS, None)
    settled()
    assert isinstance(page.tab, LiaisonTab)
    (dialog,) = page.findChildren(DueDaysDialog)
    assert dialog.bar.save.text() == "Move 2 due days"


def after(ask: Do, match: UUID) -> list[int]:
    """Return how many days before the match each is due now."""
    found = {}
    for row in ask(lambda work: commitments_of(work, fixture_id=match)):
        found[row.wording] = (row.match_on - row.due_on).days
    return [found[wording] for wording, _before in PROMISED]


def test_all_that_was_promised_stands_with_its_old_and_its_new_day(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait
) -> None:
    dialog = opened(tab, qtbot, settled)
    assert dialog.places() == (1, 2)  # what was due long before keeps its day
    assert dialog.all.checkState() is Qt.CheckState.PartiallyChecked
    wording, who, days = dialog.list.item(1).text().split("\n")
    assert "List of coaches" in wording
    assert who == "The cell"
    plain = days.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert plain.replace("\u00a0", " ") == (
        "Mon 25/01/2027  →  Mon 08/02/2027 (1 day before the match)"
    )
    assert dialog.bar.save.text() == "Move 2 due days"


def test_what_is_late_is_spoken_of_only_where_something_is(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait
) -> None:
    dialog = opened(tab, qtbot, settled)
    late = replace(dialog._days[0], is_late=True)
    other = DueDaysDialog([late], lambda _ids: None, tab)

    def explained(window: DueDaysDialog) -> str:
        return " ".join(label.text() for label in window.findChildren(QLabel))

    assert "The rest keeps its day" in explained(dialog)
    assert "The rest, including what is already late, keeps" in explained(other)


def test_the_days_ticked_move_with_the_match_and_no_more_is_asked(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait, ask: Do, match: UUID, visits: Visits
) -> None:
    dialog = opened(tab, qtbot, settled)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.bar.save.text() == "Move 1 due day"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settled()
    assert visits.said[-1] == "1 due day moved"
    assert after(ask, match) == [9 + 14, 1 + 14, 0]
    tab.reload()
    settled()
    assert tab.behind.isHidden()  # what was left unticked is not asked again


def test_none_may_move_but_one_after_the_match_is_still_told(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait, ask: Do, match: UUID, visits: Visits
) -> None:
    dialog = opened(tab, qtbot, settled)
    qtbot.keyClick(dialog.all, Qt.Key.Key_Space)
    assert dialog.bar.save.text() == "Move 3 due days"
    qtbot.keyClick(dialog.all, Qt.Key.Key_Space)
    assert dialog.bar.save.text() == "Leave all as they are"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settled()
    assert visits.said[-1] == "Due days kept though the match moved"
    assert after(ask, match) == [9 + 14, 1 + 14, 14]
    tab.reload()
    settled()
    assert not tab.behind.isHidden()  # the old day of the match itself
    dialog = opened(tab, qtbot, settled)
    assert dialog.list.count() == 1


def test_given_up_by_escape_all_is_asked_again(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait, ask: Do, match: UUID
) -> None:
    qtbot.keyClick(opened(tab, qtbot, settled), Qt.Key.Key_Escape)
    settled()
    assert after(ask, match) == [9 + 14, 1 + 14, 14]
    assert opened(tab, qtbot, settled).places() == (1, 2)


def test_the_window_says_its_title_also_where_its_bar_is_off_the_screen(
    tab: LiaisonTab, qtbot: QtBot, settled: Wait
) -> None:
    dialog = opened(tab, qtbot, settled)
    said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert said[0] == dialog.windowTitle()

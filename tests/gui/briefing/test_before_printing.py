"""What is to correct in the plan is said where it would be printed."""

from __future__ import annotations

from uuid import UUID

from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import DetachmentDraft
from sportsec.domain.words import Words
from sportsec.services.deployment import add_detachment
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from tests.gui.conftest import Visits


def test_it_counts_and_leads_to_the_checks(
    desk: Desk, visits: Visits, workspace: Workspace, fixture_id: UUID, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        draft = DetachmentDraft(name=Words(fr="Alpha"), headcount=10)
        add_detachment(work, fixture_id, draft)
        work.commit("Detachment added")
    said = BeforePrinting(desk, fixture_id)
    qtbot.addWidget(said)
    said.reload()
    qtbot.waitUntil(lambda: bool(said.label.text()))
    assert "to check" in said.label.text() or "to correct" in said.label.text()
    said.button.click()
    assert visits.went[-1] == ("match", (fixture_id, "deployment"))


def test_it_is_silent_where_nothing_was_found(
    desk: Desk, fixture_id: UUID, qtbot: QtBot
) -> None:
    said = BeforePrinting(desk, fixture_id)
    qtbot.addWidget(said)
    said.say("An older plan had something to check.", "warn")
    said.show_flaws([])
    assert said.isHidden()

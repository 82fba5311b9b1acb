"""The card of the decision: who decides, and what a grave value needs to know."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from pytestqt.qtbot import QtBot

from sportsec.domain.risk import Stage
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from sportsec.ui.pages.risk.page import RiskTab
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do
from tests.gui.risk.rating import justify, pick

Make = Callable[[], RiskTab]


def test_the_commander_is_offered_as_the_one_who_decides(
    make_tab: Make, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    def command_and_begin(work: Work) -> None:
        chief = work.add(Contact(name_latin="Commandant A."))
        work.session.flush()
        work.get(Fixture, match_id).commander_id = chief.id
        open_assessment(work, match_id, Stage.INITIAL)

    change(command_and_begin)
    made = make_tab()
    qtbot.waitUntil(lambda: made.state is not None)
    assert made.board.decision.decided_by.value() == "Commandant A."


def test_whoever_decided_last_is_offered_again(
    make_tab: Make, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    def decide_and_begin(work: Work) -> None:
        row = decided(work, work.get(Fixture, match_id), Stage.INITIAL)
        work.get(RiskAssessment, row).decided_by = "Commissaire B."
        open_assessment(work, match_id, Stage.FINAL)

    change(decide_and_begin)
    made = make_tab()
    qtbot.waitUntil(lambda: made.state is not None)
    assert made.board.decision.decided_by.value() == "Commissaire B."


def test_a_name_typed_stays_while_the_assessment_is_read_anew(
    tab: RiskTab, qtbot: QtBot
) -> None:
    tab.board.decision.decided_by.set_value("Commissaire C.")
    file = tab._file
    tab._file = None
    tab.reload()
    qtbot.waitUntil(lambda: tab._file is not None and tab._file is not file)
    assert tab.board.decision.decided_by.value() == "Commissaire C."


def test_whether_a_grave_precedent_is_near_is_asked_beside_its_box(
    tab: RiskTab,
) -> None:
    decision = tab.board.decision
    assert decision.question.isHidden()
    pick(tab, "F2", 4)
    justify(tab, "F2")
    assert not decision.question.isHidden()
    assert "in the last three seasons?" in decision.question.text()
    decision.precedent.check.click()
    assert decision.question.isHidden()


def test_a_value_against_the_record_asks_for_its_reason(tab: RiskTab) -> None:
    row = tab.board.grid.rows["F5"]
    row.set_unfolded(True)
    assert row.detail is not None
    assert row.detail.evidence_name.text() == "Evidence"
    pick(tab, "F5", 4)
    assert row.detail.evidence_name.text() == "Reason or evidence"

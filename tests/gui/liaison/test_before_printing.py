"""Late promises, and decisions nobody sees to, are named before an order is printed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft, CommitmentKind
from sportsec.queries.before_printing import OpenPoints, open_points
from sportsec.services.commitments import add_commitment
from sportsec.ui.desk import Desk
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from sportsec.ui.pages.briefing.points_window import PointsWindow
from tests.gui.conftest import Visits
from tests.gui.liaison.conftest import Do


def test_they_are_counted_and_led_to(
    qtbot: QtBot, desk: Desk, change: Do, ask: Do, match: UUID, visits: Visits
) -> None:
    late = CommitmentDraft(
        fixture_id=match, is_ours=True, wording="Escort", due_on=date(2026, 11, 1)
    )
    decision = CommitmentDraft(
        kind=CommitmentKind.DECISION,
        fixture_id=match,
        is_ours=True,
        wording="Gates at three",
        due_on=date(2026, 12, 30),
    )
    for draft in (late, decision):
        change(lambda work, each=draft: add_commitment(work, each))
    points = ask(lambda work: open_points(work, match))
    assert [each.facts["wording"] for each in points.promises] == [
        "Escort",
        "Gates at three",
    ]
    banner = BeforePrinting(desk, match)
    qtbot.addWidget(banner)
    banner.show_points(OpenPoints(promises=points.promises))
    text = "Before you print: 2 promises or decisions to see to"
    assert banner.label.text() == text
    banner.button.click()
    (window,) = banner.findChildren(PointsWindow)
    window.list.picked.emit(0)
    ((page, target),) = visits.went
    assert (page, target.match, target.point) == ("match", match, "commitments")

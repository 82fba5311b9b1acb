"""The journeys by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Estimate, KickOffChange
from sportsec.store.tables.liaison import Commitment, LiaisonEntry, Meeting
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.tables.task_list import MatchTask
from sportsec.ui.pages.match.page import MatchPage
from tests.gui.walks.hands import Keys
from tests.gui.walks.record import LETTERS, Record

REASON = "النقل التلفزي"
SAID, PROMISED = "ثلاث حافلات", "لائحة الأسماء"
TODAY_AT_TEN, DECIDED, WHO = "+0d 10:00", "فتح الأبواب باكرا", "مدير الملعب"
#: Both clubs of a match for which groups asked for something.
WITH_REQUESTS = "المحيط اللقلاق"


def take_in_a_programme(keys: Keys, record: Record) -> None:
    """Ctrl+3 opens the intake; the path of the file is typed into the dialog."""
    file, before = record.programme(), record.count(KickOffChange)

    def name_the_file(_dialog: object) -> None:
        line = keys.listening()
        assert isinstance(line, QLineEdit), line
        keys.count.letters += len(str(file))
        line.setText(str(file))
        keys.count.keys += 1
        QTest.keyClick(line, Qt.Key.Key_Return)

    keys.press("Ctrl+3")
    with keys.then(name_the_file):
        keys.press("Ctrl+O")
    keys.press("Ctrl+Return")
    assert record.count(KickOffChange) == before + 1


def move_a_match(keys: Keys, record: Record) -> None:
    """The agenda begins at the next match."""
    before = record.count(KickOffChange)
    keys.press("Ctrl+2", "M")
    keys.type("+1d")
    keys.press("Tab", "Tab")
    keys.type(REASON)
    keys.press("Ctrl+S")
    assert record.count(KickOffChange) == before + 1


def find_a_contact(keys: Keys, record: Record) -> None:
    """Two letters of a name lead to the person."""
    keys.press("Ctrl+K")
    keys.type(LETTERS)
    keys.press("Return")
    assert keys.window.place is not None
    assert keys.window.place.key == "contacts"
    assert keys.window.place.target in record.named(LETTERS)


def note_an_estimate(keys: Keys, record: Record) -> None:
    """How many travel, who says so."""
    before = record.count(Estimate)
    keys.press("Ctrl+2", "Return", "Ctrl+N", "Tab")
    keys.type("850")
    keys.press("Tab")
    keys.type("الجمعية")
    keys.press("Ctrl+S")
    assert record.count(Estimate) == before + 1


def rate(keys: Keys, record: Record) -> None:
    """The next assessment is filled in; one factor is another, then it is decided."""
    before = record.count(RiskAssessment)
    keys.press("Ctrl+2", "Return", *["Left"] * 3, "Ctrl+N", "2", "Ctrl+Return")
    assert record.count(RiskAssessment) == before + 1
    page = keys.window.page("match")
    assert isinstance(page, MatchPage)
    row = getattr(page.tab, "row")  # noqa: B009 - the tab of risk, loaded late
    assert row.is_decided


def print_a_briefing(keys: Keys, record: Record) -> None:
    """The paper is looked at, then printed; here the printer is a file."""
    paper = record.folder / "keys.pdf"

    def name_the_paper(dialog: object) -> None:
        assert hasattr(dialog, "findChild")
        line = dialog.findChild(QLineEdit, "filename")
        line.setText(str(paper))  # where there is a printer, nothing is typed
        keys.count.keys += 1
        QTest.keyClick(line, Qt.Key.Key_Return)

    keys.press("Ctrl+2", "Return", "Ctrl+P")
    with keys.then(name_the_paper):
        keys.press("Ctrl+P")
    assert paper.read_bytes().startswith(b"%PDF")


def log_a_call(keys: Keys, record: Record) -> None:
    """Whom to call stands in the file of the match."""
    with record.adds(LiaisonEntry) as calls, record.adds(Commitment) as promises:
        keys.press("Ctrl+2", "Return", "Left", "Left", "Ctrl+N")
        keys.type(LETTERS)
        keys.press("Return", "Tab")
        keys.type(SAID)
        keys.press("Tab", "Tab", "Tab")  # past: nobody answered, the number is right
        keys.type(PROMISED)
        keys.press("Tab")
        keys.type("+1d")
        keys.press("Ctrl+S")
    assert calls[0].contact_id in record.named(LETTERS)
    check_call(calls[0], promises[0])


def check_call(call: LiaisonEntry, promise: Commitment) -> None:
    """See that a call stands in the record with what was promised in it."""
    assert call.gist == SAID
    assert call.is_reached
    assert call.fixture_id == promise.fixture_id
    assert promise.liaison_id == call.id
    assert promise.wording == PROMISED
    assert promise.due_on == datetime.now(UTC).date() + timedelta(days=1)
    assert promise.state is CommitmentState.OPEN


def tick_a_task(keys: Keys, record: Record) -> None:
    """The list begins with what is to be done first."""
    with record.adds(MatchTask) as ticks:
        keys.press("Ctrl+2", "Down", "Down", "Return", "Left", "Tab", "Tab", "Space")
    check_tick(ticks[0])


def check_tick(tick: MatchTask) -> None:
    """See that what should have been done first is done."""
    assert tick.step is TaskStep.TRAVEL_DECISION
    assert tick.state is TaskState.DONE


def keep_a_promise(keys: Keys, record: Record) -> None:
    """The ledger begins with what is late; beside it stands what became of it."""
    with record.settles(Commitment.state, CommitmentState.KEPT) as kept:
        keys.press("Ctrl+4", "Tab", "Space")
    check_kept(kept[0])


def check_kept(promise: Commitment) -> None:
    """See that the one that was late is kept since today."""
    today = datetime.now(UTC).date()
    assert promise.closed_on == today
    assert promise.due_on is not None
    assert promise.due_on < today


def hold_a_commission(keys: Keys, record: Record) -> None:
    """A new meeting begins on its agenda; its open points are seen and taken."""
    with record.adds(Meeting) as meetings, record.adds(Commitment) as decisions:
        keys.press("Ctrl+4", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+N", "Tab")
        keys.type(TODAY_AT_TEN)
        keys.press("Tab", "Tab")
        keys.type(WITH_REQUESTS)
        keys.press("Return", "Ctrl+S", "Space", "Return", "Ctrl+N")
        for text in (DECIDED, WHO, "+1d"):
            keys.type(text)
            keys.press("Return")

        def look(minutes: Any) -> None:
            keys.settle()
            assert minutes.paper.preview.document().pageCount()
            keys.press("Escape")

        with keys.then(look):
            keys.press("Ctrl+P")
    check_commission(meetings[0], decisions[0])


def check_commission(meeting: Meeting, decision: Commitment) -> None:
    """See that it stands in the record, with its agenda and what was decided."""
    assert meeting.kind is MeetingKind.LOCAL_COMMISSION
    assert meeting.fixture_id is not None
    assert meeting.agenda
    assert decision.kind is CommitmentKind.DECISION
    assert decision.meeting_id == meeting.id
    assert decision.fixture_id == meeting.fixture_id
    assert (decision.wording, decision.responsible) == (DECIDED, WHO)
    assert decision.due_on == datetime.now(UTC).date() + timedelta(days=1)


def answer_a_request(keys: Keys, record: Record) -> None:
    """The next step of the match leads to the first request that waits."""
    answer = AnimationRequest.decision, AnimationDecision.AUTHORISED
    with record.settles(*answer) as answered:
        keys.press("Ctrl+K")
        keys.type(WITH_REQUESTS)
        keys.press("Return", *["Shift+Tab"] * 3, "Space", "Space")
        keys.press("Down", "Ctrl+S")
    assert answered[0].decided_by


BY_KEYS: dict[str, Callable[[Keys, Record], None]] = {
    "take in a programme": take_in_a_programme,
    "move a match": move_a_match,
    "find a contact": find_a_contact,
    "note an estimate": note_an_estimate,
    "rate": rate,
    "print a briefing": print_a_briefing,
    "log a call": log_a_call,
    "tick a task": tick_a_task,
    "keep a promise": keep_a_promise,
    "hold a commission": hold_a_commission,
    "answer a request": answer_a_request,
}

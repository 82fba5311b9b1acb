"""The same journeys by mouse; only what is text is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.commitments import CommitmentState
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Estimate, KickOffChange
from sportsec.store.tables.liaison import Commitment, LiaisonEntry, Meeting
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.tables.task_list import MatchTask
from sportsec.ui.language import label, tr
from sportsec.ui.pages.animations.card import AnimationsCard
from sportsec.ui.pages.home.match_card import MatchCard, tasks_text
from sportsec.ui.pages.intake.page import IntakePage
from sportsec.ui.pages.liaison.callees_card import CalleesCard
from sportsec.ui.pages.liaison.commitment_panel import CommitmentPanel
from sportsec.ui.pages.meetings.match_card import MatchMeetingsCard
from sportsec.ui.pages.meetings.page import MeetingPage
from sportsec.ui.pages.meetings.paper_window import MinutesWindow
from sportsec.ui.pages.meetings.points_dialog import PointsDialog
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.pages.tasks.page import TasksTab
from tests.gui.walks.by_keys import (
    DECIDED,
    PROMISED,
    REASON,
    SAID,
    TODAY_AT_TEN,
    WHO,
    WITH_REQUESTS,
    check_call,
    check_commission,
    check_kept,
    check_tick,
)
from tests.gui.walks.hands import Mouse
from tests.gui.walks.places import (
    agenda,
    button_of,
    field_of,
    first_match,
    first_row,
    form,
    match_page,
    open_page,
    part_of,
    tab_of,
)
from tests.gui.walks.record import LETTERS, Record


def take_in_a_programme(mouse: Mouse, record: Record) -> None:
    """The file is dropped on the window, wherever one is."""
    before = record.count(KickOffChange)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(record.programme()))])
    mouse.drop(data)
    page = mouse.window.page("intake")
    assert isinstance(page, IntakePage)
    mouse.click(page.accept_button)
    assert record.count(KickOffChange) == before + 1


def move_a_match(mouse: Mouse, record: Record) -> None:
    """The menu of the row holds the act."""
    before = record.count(KickOffChange)
    table = agenda(mouse).table
    with mouse.then(lambda menu: mouse.choose(menu, tr("Move"))):
        mouse.click_right(table, *first_row(table))
    dialog = form()
    mouse.type("+1d")
    mouse.click(field_of(dialog, QPlainTextEdit, tr("Reason")))
    mouse.type(REASON)
    mouse.click(dialog.bar.save)
    assert record.count(KickOffChange) == before + 1


def find_a_contact(mouse: Mouse, record: Record) -> None:
    """The hit is clicked."""
    mouse.click(mouse.window.finder.field)
    mouse.type(LETTERS)
    found = mouse.window.finder.field.shown().list
    mouse.click_row(found, found.currentRow(), 0)
    assert mouse.window.place is not None
    assert mouse.window.place.target in record.named(LETTERS)


def note_an_estimate(mouse: Mouse, record: Record) -> None:
    """The card of estimates has a button."""
    before = record.count(Estimate)
    page = first_match(mouse)
    tab: Any = tab_of(mouse, page, "overview")
    mouse.click(tab.cards.estimates.edit_button)
    dialog = form()
    mouse.click(field_of(dialog, QLineEdit, tr("Persons")))
    mouse.type("850")
    mouse.click(field_of(dialog, QLineEdit, tr("Source")))
    mouse.type("الجمعية")
    mouse.click(dialog.bar.save)
    assert record.count(Estimate) == before + 1


def rate(mouse: Mouse, record: Record) -> None:
    """The button begins the next stage."""
    before = record.count(RiskAssessment)
    page = first_match(mouse)
    tab = tab_of(mouse, page, "risk")
    assert isinstance(tab, RiskTab)
    mouse.click(tab.board.new)
    first = next(iter(tab.board.grid.rows.values()))
    mouse.click(first.values.button(2))
    mouse.click(tab.board.footer.decide)
    assert record.count(RiskAssessment) == before + 1
    assert tab.row is not None
    assert tab.row.is_decided


def print_a_briefing(mouse: Mouse, record: Record) -> None:
    """The tab shows the paper; its button prints it, here into a file."""
    paper = record.folder / "mouse.pdf"
    page = first_match(mouse)
    tab: Any = tab_of(mouse, page, "briefing")

    def name_the_paper(dialog: QWidget) -> None:
        line = dialog.findChild(QLineEdit, "filename")
        assert isinstance(line, QLineEdit)
        line.setText(str(paper))  # where there is a printer, nothing is typed
        buttons = dialog.findChildren(QPushButton)
        mouse.click(next(each for each in buttons if each.isDefault()))

    with mouse.then(name_the_paper):
        mouse.click(tab.print_button)
    assert paper.read_bytes().startswith(b"%PDF")


def log_a_call(mouse: Mouse, record: Record) -> None:
    """Beside each person whom to call stands the way to write it down."""
    with record.adds(LiaisonEntry) as calls, record.adds(Commitment) as promises:
        tab = tab_of(mouse, first_match(mouse), "liaison")
        mouse.click(button_of(part_of(tab, CalleesCard).people, tr("Log call")))
        dialog = form()
        mouse.type(SAID)
        mouse.click(field_of(dialog, QPlainTextEdit, tr("Wording")))
        mouse.type(PROMISED)
        mouse.click(field_of(dialog, QLineEdit, tr("Due on")))
        mouse.type("+1d")
        mouse.click(dialog.bar.save)
    assert calls[0].contact_id is not None
    check_call(calls[0], promises[0])


def tick_a_task(mouse: Mouse, record: Record) -> None:
    """The card of a match on the first page leads to what is due."""
    with record.adds(MatchTask) as ticks:
        open_page(mouse, tr("Next 7 days"))
        cards = mouse.window.page("home").findChildren(MatchCard)
        card = next(each for each in cards if each.match.tasks.due)
        mouse.click(button_of(card, tasks_text(card.match.tasks)))
        tab = match_page(mouse).tab
        assert isinstance(tab, TasksTab)
        mouse.click(tab.lines[0].tick)
    check_tick(ticks[0])


def keep_a_promise(mouse: Mouse, record: Record) -> None:
    """The ledger begins with what is late; beside it stands what became of it."""
    with record.settles(Commitment.state, CommitmentState.KEPT) as kept:
        open_page(mouse, tr("Liaison"))
        panel = part_of(mouse.window.page("liaison"), CommitmentPanel)
        mouse.click(button_of(panel, tr("Kept")))
    check_kept(kept[0])


def hold_a_commission(mouse: Mouse, record: Record) -> None:
    """The agenda is what stands open; a decision is a line; the minutes are seen."""
    with record.adds(Meeting) as meetings, record.adds(Commitment) as decisions:
        tab = tab_of(mouse, first_match(mouse), "liaison")
        mouse.click(part_of(tab, MatchMeetingsCard).add_button)
        dialog = form()
        mouse.click(field_of(dialog, QLineEdit, tr("Day and hour")))
        mouse.type(TODAY_AT_TEN)
        mouse.click(dialog.bar.save)
        page = mouse.window.page("meeting")
        assert isinstance(page, MeetingPage)
        mouse.click(page.fill_button)
        mouse.click(part_of(page, PointsDialog).bar.save)
        line = page.decisions.line
        for field, text in ((line.wording, DECIDED), (line.responsible, WHO)):
            mouse.click(field.inputs()[0])
            mouse.type(text)
        mouse.click(line.due_on.inputs()[0])
        mouse.type("+1d")
        mouse.click(line.button)

        def look(minutes: object) -> None:
            assert isinstance(minutes, MinutesWindow)
            mouse.settle()
            assert minutes.paper.preview.document().pageCount()
            minutes.reject()

        with mouse.then(look):
            mouse.click(page.print_button)
    check_commission(meetings[0], decisions[0])


def answer_a_request(mouse: Mouse, record: Record) -> None:
    """A request that waits has a button for its answer."""
    answer = AnimationRequest.decision, AnimationDecision.AUTHORISED
    with record.settles(*answer) as answered:
        mouse.click(mouse.window.finder.field)
        mouse.type(WITH_REQUESTS)
        found = mouse.window.finder.field.shown().list
        mouse.click_row(found, found.currentRow(), 0)
        card = part_of(tab_of(mouse, match_page(mouse), "liaison"), AnimationsCard)
        mouse.click(next(each.main for each in card.lines if each.row.is_pending))
        dialog = form()
        mouse.click(button_of(dialog, label(AnimationDecision.AUTHORISED)))
        mouse.click(dialog.bar.save)
    assert answered[0].decided_by


BY_MOUSE: dict[str, Callable[[Mouse, Record], None]] = {
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

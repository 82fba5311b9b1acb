"""The journeys by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from sportsec.store.tables.fixtures import Estimate, KickOffChange
from sportsec.store.tables.risk import RiskAssessment
from sportsec.ui.pages.match.page import MatchPage
from tests.gui.walks.hands import Keys
from tests.gui.walks.record import LETTERS, Record

REASON = "النقل التلفزي"


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
    keys.press("Ctrl+2", "Return", "Left", "Ctrl+N", "2", "Ctrl+Return")
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


BY_KEYS: dict[str, Callable[[Keys, Record], None]] = {
    "take in a programme": take_in_a_programme,
    "move a match": move_a_match,
    "find a contact": find_a_contact,
    "note an estimate": note_an_estimate,
    "rate": rate,
    "print a briefing": print_a_briefing,
}

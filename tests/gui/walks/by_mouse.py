"""The same journeys by mouse; only what is text is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from sportsec.store.tables.fixtures import Estimate, KickOffChange
from sportsec.store.tables.risk import RiskAssessment
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.page import AgendaPage
from sportsec.ui.pages.intake.page import IntakePage
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.walks.by_keys import REASON
from tests.gui.walks.hands import Mouse
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
    table = _agenda(mouse).table
    with mouse.then(lambda menu: mouse.choose(menu, tr("Move"))):
        mouse.click_right(table, *_first(table))
    dialog = _form()
    mouse.type("+1d")
    mouse.click(_named(dialog, QPlainTextEdit, tr("Reason")))
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
    page = _match(mouse)
    mouse.click_tab(page.tabs.tabBar(), 0)
    tab: Any = page.tab
    mouse.click(tab.cards.estimates.edit_button)
    dialog = _form()
    mouse.click(_named(dialog, QLineEdit, tr("Persons")))
    mouse.type("850")
    mouse.click(_named(dialog, QLineEdit, tr("Source")))
    mouse.type("الجمعية")
    mouse.click(dialog.bar.save)
    assert record.count(Estimate) == before + 1


def rate(mouse: Mouse, record: Record) -> None:
    """The button begins the next stage."""
    before = record.count(RiskAssessment)
    page = _match(mouse)
    mouse.click_tab(page.tabs.tabBar(), 1)
    tab = page.tab
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
    page = _match(mouse)
    mouse.click_tab(page.tabs.tabBar(), 3)
    tab: Any = page.tab

    def name_the_paper(dialog: QWidget) -> None:
        line = dialog.findChild(QLineEdit, "filename")
        assert isinstance(line, QLineEdit)
        line.setText(str(paper))  # where there is a printer, nothing is typed
        buttons = dialog.findChildren(QPushButton)
        mouse.click(next(each for each in buttons if each.isDefault()))

    with mouse.then(name_the_paper):
        mouse.click(tab.print_button)
    assert paper.read_bytes().startswith(b"%PDF")


def _agenda(mouse: Mouse) -> AgendaPage:
    rail = mouse.window.rail.findChildren(QToolButton)
    mouse.click(next(each for each in rail if each.accessibleName() == tr("Agenda")))
    page = mouse.window.page("agenda")
    assert isinstance(page, AgendaPage)
    return page


def _match(mouse: Mouse) -> MatchPage:
    table = _agenda(mouse).table
    mouse.open_row(table, *_first(table))
    page = mouse.window.page("match")
    assert isinstance(page, MatchPage)
    return page


def _first(table: Any) -> tuple[int, int]:
    """Return where the first match of a list is clicked."""
    rows = range(table.rows.rowCount())
    row = next(at for at in rows if table.rows.id_at(at) is not None)
    return row, table.name_column()


def _form() -> FormDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    return dialog


def _named(dialog: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = [
        each for each in dialog.findChildren(kind) if name in each.accessibleName()
    ]
    assert found, f"no field {name}"
    return found[0]


BY_MOUSE: dict[str, Callable[[Mouse, Record], None]] = {
    "take in a programme": take_in_a_programme,
    "move a match": move_a_match,
    "find a contact": find_a_contact,
    "note an estimate": note_an_estimate,
    "rate": rate,
    "print a briefing": print_a_briefing,
}

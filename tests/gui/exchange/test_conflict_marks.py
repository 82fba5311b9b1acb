"""Two values of a field are marked wherever its record is shown, and lead to both."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import SectorDraft, VenueDraft
from sportsec.domain.words import N_, Words
from sportsec.queries.conflicts import count_conflicts
from sportsec.services.venues import add_venue
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.venues import Sector
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.field_marks import fields_of
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import a_club, a_fixture, a_season

NORTH = UUID(int=7)


class Cell:
    """A window on a record, and what another officer does meanwhile."""

    def __init__(self, window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
        self.window, self.workspace, self.qtbot = window, workspace, qtbot
        with workspace.writing() as work:
            self._fill(work)
            work.commit(N_("Record made"))

    def _fill(self, work: Work) -> None:
        season = a_season(work)
        one, other = a_club(work, "Atlas", notes="one"), a_club(work, "Rif")
        match = a_fixture(work, one, other, season_id=season.id)
        sectors = {NORTH: SectorDraft(code="N", name=Words(fr="Nord"), seats=500)}
        self.venue = add_venue(
            work, VenueFile(VenueDraft(name=Words(fr="Stade")), sectors, {})
        )
        work.session.flush()
        self.club, self.rif, self.match = one.id, other.id, match.id

    def twice(self, kind: type[Record], record: UUID, name: str, *values: Any) -> None:
        """Save one form over the other: both were opened at the same state."""
        with self.workspace.reading() as work:
            position = work.position
        for value in values:
            with self.workspace.writing() as work:
                setattr(work.session.get_one(kind, record), name, value)
                work.saw(record, position)
                work.commit(N_("Record saved"))
        self.window.desk.runner.changed.emit(frozenset({kind.__tablename__}))
        self.settle()

    def settle(self) -> None:
        self.qtbot.wait(60)
        runner = self.window.desk.runner
        self.qtbot.waitUntil(lambda: runner.is_idle)

    def open(self, page: str, target: object = None) -> Any:
        self.window.go(page, target)
        self.settle()
        return self.window.page(page)

    def count(self) -> int:
        with self.workspace.reading() as work:
            return count_conflicts(work)

    def decided(self) -> Any:
        """Return the tab that shows the values, which was led to."""
        self.settle()
        assert self.window.place is not None
        assert self.window.place.key == "exchange"
        tab = self.window.page("exchange").decide
        self.qtbot.waitUntil(lambda: tab.card is not None)
        return tab


@pytest.fixture
def cell(
    runner: Runner,
    settings: Settings,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> Cell:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    window.open_first("clubs")
    made = Cell(window, workspace, qtbot)
    made.settle()
    return made


def test_a_row_is_marked_and_its_mark_leads_to_both_values(
    cell: Cell, qtbot: QtBot
) -> None:
    page = cell.open("clubs")
    cell.twice(Club, cell.rif, "notes", "north", "south")
    marks, table = page.list.marks, page.list.table
    assert marks.mark_of(cell.club).isEmpty()
    place = marks.mark_of(cell.rif)
    assert not place.isEmpty()
    index = table.rows.index(table.rows.place_of(cell.rif), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == "Two values in 1 field: decide"
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    card = cell.decided().card
    assert isinstance(card, ConflictCard)
    assert card.conflict.record == cell.rif
    card.sides[0].button.click()
    cell.settle()
    cell.open("clubs")
    assert marks.mark_of(cell.rif).isEmpty()


def test_the_keyboard_leads_there_too(cell: Cell) -> None:
    page = cell.open("clubs")
    cell.twice(Club, cell.club, "notes", "north", "south")
    table = page.list.table
    table.select(cell.rif)
    assert "Decide between two values" not in texts(table)
    table.select(cell.club)
    (act,) = [a for a in table.row_menu().actions() if "two values" in a.text()]
    act.trigger()
    assert cell.decided().card.conflict.record == cell.club


def texts(table: Any) -> list[str]:
    return [action.text() for action in table.row_menu().actions()]


def test_a_field_of_a_form_says_both_values_and_leads_there(cell: Cell) -> None:
    page = cell.open("clubs")
    cell.twice(Club, cell.club, "code", "A1", "A2")
    cell.twice(Club, cell.club, "notes", "north", "south")
    page.list.edit(cell.club)
    cell.settle()
    (dialog,) = page.list.findChildren(FormDialog)
    note = dialog.form.note("notes")
    assert note.decide is not None
    (said,) = [t for each in note.findChildren(QLabel) if "•" in (t := each.text())]
    heading, *values = said.split("\n")
    assert heading.strip() == "Two values:"  # what ends a line is not drawn
    assert len(values) == 2
    assert dialog.form.note("city").decide is None
    note.decide.click()
    tab = cell.decided()
    assert page.list.findChildren(FormDialog) == []
    assert tab.card.conflict.register == "notes"
    assert tab.model.rowCount() == 2  # both of the record, the field asked for first


def test_a_sector_is_marked_in_its_stadium_and_in_the_list(cell: Cell) -> None:
    venue = cell.open("venue", cell.venue)
    cell.twice(Sector, NORTH, "seats", 600, 700)
    assert venue.conflict.isVisible()
    model = venue.sectors.model
    said = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "Two values in 1 field: decide"
    assert venue.sectors.form.note("seats").decide is not None
    venues = cell.open("venues")
    assert not venues.list.marks.mark_of(cell.venue).isEmpty()


def test_several_are_decided_at_once_as_one_act(cell: Cell) -> None:
    cell.twice(Club, cell.club, "notes", "north", "south")
    cell.twice(Club, cell.club, "code", "A1", "A2")
    cell.twice(Club, cell.rif, "notes", "east", "west")
    tab = cell.open("exchange", 2).decide
    assert tab.model.rowCount() == 3
    assert "all" in tab.many.text()
    tab.table.selectRow(0)
    tab.table.selectAll()
    assert "3" in tab.many.text()
    tab.table.clearSelection()
    chosen = tab.table.selectionModel()
    for row in (0, 2):
        index = tab.model.index(row, 0)
        chosen.select(index, chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)
    assert "2" in tab.many.text()
    tab.menu.aboutToShow.emit()
    tab.menu.actions()[0].trigger()
    cell.settle()
    assert cell.count() == 1
    assert tab.model.rowCount() == 1
    cell.window.undoing.undo()
    cell.settle()
    assert "Conflict decided" in cell.window.toast.label.text()
    cell.window.undoing.redo()
    cell.settle()
    assert cell.count() == 1


def test_a_value_is_taken_by_the_keyboard(cell: Cell, qtbot: QtBot) -> None:
    cell.twice(Club, cell.club, "notes", "north", "south")
    tab = cell.open("exchange", 2).decide
    cell.window.activateWindow()
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    button = cell.window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button is tab.card.sides[0].button
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert tab.table.hasFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    cell.settle()
    with cell.workspace.reading() as work:
        assert work.get(Club, cell.club).notes == "north"
    assert cell.count() == 0


def test_a_name_in_three_languages_is_one_field() -> None:
    names = ("name", "notes", "kick_off_at", "kick_off_date")
    assert fields_of(["name_ar", "name_fr"], names) == {"name"}
    assert fields_of(["kick_off_at", "kick_off_zone"], names) == {"kick_off_at"}
    assert fields_of(["deleted_at"], names) == set()

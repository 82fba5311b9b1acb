"""The intake page: a real file on its way into the agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.preview import Choice, NameKind, Verdict
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.intake.seasons import season_of_days
from sportsec.domain.listing import by
from sportsec.domain.readiness import Lack
from sportsec.domain.words import N_, Words
from sportsec.services.history import undo_act
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import DueDaysDialog
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.language import isolate
from sportsec.ui.pages.intake.lines_tab import LinesTab
from sportsec.ui.pages.intake.page import DONE, DROP, WORK, IntakePage
from sportsec.ui.pages.intake.state import COLUMNS, FILE, LINES, NAMES
from sportsec.ui.targets import LIAISON, PointTarget, SeasonTarget
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import a_competition, a_season
from tests.gui.conftest import Visits
from tests.gui.headings import check_headings
from tests.gui.intake.conftest import MATCH, REFUSED, Intake

SAMPLES = Path(__file__).parents[2] / "samples" / "odd_encodings"
FRENCH = SAMPLES / "botola_2024-25_fr_cp1252_semicolon.csv"
ARABIC = SAMPLES / "botola_2024-25_ar.xlsx"
ENCRYPTED = SAMPLES / "botola_2024-25_ar_encrypted.xlsx"


def how_many(workspace: Workspace, table: type[Any]) -> int:
    with workspace.reading() as work:
        return work.session.scalar(select(func.count()).select_from(table)) or 0


def test_the_page_asks_for_a_file_first(page: IntakePage) -> None:
    assert page.panels.front == DROP
    assert not page.accept_button.isVisible()
    assert page.drop.button.isVisible()


def test_the_dialog_shows_programmes_first_but_all_on_demand(
    page: IntakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(*arguments: str) -> tuple[str, str]:
        asked.append(arguments[3])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    page.choose_button.click()
    programmes, everything = asked[0].split(";;")
    assert "*.xlsx" in programmes
    assert everything == "All files (*)"


@pytest.mark.usefixtures("frame")
def test_a_programme_is_looked_at_and_taken_in(
    page: IntakePage, intake: Intake, workspace: Workspace, visits: Visits
) -> None:
    intake.open(FRENCH)
    assert page.tabs.currentIndex() == NAMES
    assert not page.accept_button.isEnabled()
    intake.create_all()
    assert intake.counts() == {Outcome.NEW: 200}
    assert page.accept_button.accessibleName() == "Take in 200 matches"
    assert how_many(workspace, Fixture) == 0
    intake.accept()
    assert page.panels.front == DONE
    assert how_many(workspace, Fixture) == 200
    assert "200 new matches" in page.done.facts.text()
    assert "left out" not in page.done.facts.text()
    assert not page.done.rest.isVisible()
    assert visits.said[-1].startswith("Programme taken in: 200 new matches")
    page.done.agenda.click()
    with workspace.reading() as work:
        season = work.session.scalars(select(Fixture.season_id).distinct()).one()
    assert visits.went == [("agenda", SeasonTarget(season))]


@pytest.mark.usefixtures("frame")
def test_matches_without_a_stadium_are_said_and_led_to(
    page: IntakePage, intake: Intake, visits: Visits, qtbot: QtBot
) -> None:
    intake.take_in(MATCH)
    assert "1 new match has no stadium" in page.done.facts.text()
    qtbot.waitUntil(lambda: "2 new clubs: " in page.done.facts.text())
    assert "Ocean" in page.done.facts.text()
    page.done.stadiums.click()
    ((place, target),) = visits.went
    assert place == "agenda"
    assert isinstance(target, SeasonTarget)
    assert target.without_venue


@pytest.mark.usefixtures("frame")
def test_what_was_undone_is_said_and_offered_again(
    desk: Desk, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    asked: list[tuple[int, str]] = []
    page = IntakePage(replace(desk, redo=lambda act, said: asked.append((act, said))))
    qtbot.addWidget(page)
    page.show()
    Intake(page, tmp_path, qtbot).take_in(MATCH)
    assert not page.done.redo.isVisible()
    taken_in = page.flow.last
    assert taken_in is not None

    def take_back(act: int) -> None:
        def undo(work: Work) -> None:
            undo_act(work, act)

        desk.runner.write(page, "Undone", undo, undoes=act)

    page.hide()
    take_back(taken_in.act)
    page.show()
    qtbot.waitUntil(page.done.redo.isVisible)
    assert page.done.heading.text() == "This intake was undone"
    assert not page.done.agenda.isVisible()
    assert not page.done.stadiums.isVisible()
    assert "1 new match" in page.done.facts.text()
    page.done.redo.click()
    ((undoing, said),) = asked
    assert said == "Programme taken in"
    take_back(undoing)
    qtbot.waitUntil(page.done.agenda.isVisible)
    assert page.done.heading.text() == "The programme is in the agenda"
    assert how_many(workspace, Fixture) == 1


@pytest.mark.usefixtures("frame")
def test_the_same_file_again_changes_nothing(page: IntakePage, intake: Intake) -> None:
    intake.open(FRENCH)
    intake.create_all()
    intake.accept()
    intake.open(FRENCH)
    assert intake.counts() == {Outcome.SAME: 200}
    assert not page.accept_button.isEnabled()
    assert "already" in page.banner.label.text()


@pytest.mark.usefixtures("frame")
def test_a_file_that_cannot_be_used_is_refused_in_words(
    page: IntakePage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.show_target(ENCRYPTED)
    qtbot.waitUntil(page.banner.isVisible)
    assert "password" in page.banner.label.text()
    assert page.panels.front == DROP
    assert how_many(workspace, Fixture) == 0


def test_a_file_that_is_not_there_is_refused_in_words(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_target(tmp_path / "nothing.csv")
    qtbot.waitUntil(page.banner.isVisible)
    assert "nothing.csv" in page.banner.label.text()


def test_season_and_competition_are_made_on_the_way(
    page: IntakePage, intake: Intake, workspace: Workspace
) -> None:
    intake.read(MATCH)
    assert page.tabs.currentIndex() == FILE
    assert "2024-2025" in page.file_tab.new_season.text()
    page.file_tab.new_season.click()
    intake.again(_dialog(page).save)
    page.file_tab.new_competition.click()
    form = _dialog(page)
    field: Any = form.form.field("name")
    field.set_value(Words(fr="Botola"))
    intake.again(form.save)
    intake.create_all()
    assert intake.counts() == {Outcome.NEW: 1}
    with workspace.reading() as work:
        season = work.session.scalars(select(Season)).one()
    assert (season.label, season.status) == ("2024-2025", SeasonStatus.OPEN)
    assert f"{season.starts_on} {season.ends_on}" == "2024-07-01 2025-06-30"


def _dialog(page: IntakePage) -> FormDialog:
    return page.findChildren(FormDialog)[-1]


@pytest.mark.usefixtures("frame")
def test_an_unknown_name_is_chosen_and_remembered(
    page: IntakePage, intake: Intake, workspace: Workspace
) -> None:
    with workspace.writing() as work:
        work.add(Club(name=Words(fr="Atlas Club de Fès")))
        work.add(Club(name=Words(fr="Ocean")))
        work.commit(N_("Clubs made"))
    intake.read("30/08/2024;20:00;ACF Fès;Ocean")
    row = page.names_tab.rows[NameKind.CLUB, "ACF Fès"]
    assert row.match.verdict is Verdict.OPEN
    with workspace.reading() as work:
        name = select(Club.id).where(Club.name_fr == "Atlas Club de Fès")  # type: ignore[attr-defined]  # a column of the composite
        club_id = work.session.scalar(name)
    row.other.show_record(club_id, "Atlas Club de Fès")  # type: ignore[arg-type]  # it is there
    intake.again(row.other.changed.emit)
    assert intake.counts() == {Outcome.NEW: 1}
    intake.accept()
    assert how_many(workspace, ClubAlias) == 1
    intake.read("30/08/2024;20:00;ACF Fès;Ocean ")
    assert intake.counts() == {Outcome.SAME: 1}


@pytest.mark.usefixtures("frame")
def test_one_name_can_be_added_as_new(page: IntakePage, intake: Intake) -> None:
    intake.read(MATCH)
    for name in ("Atlas", "Ocean"):
        box = page.names_tab.rows[NameKind.CLUB, name].box
        at = box.findData(Choice.CREATE)
        box.setCurrentIndex(at)
        intake.again(partial(box.activated.emit, at))
    assert intake.counts() == {Outcome.NEW: 1}


@pytest.mark.usefixtures("frame")
def test_which_comes_first_in_a_date_is_asked_when_nothing_tells(
    page: IntakePage, intake: Intake
) -> None:
    intake.read("05/06/2025;20:00;Atlas;Ocean")
    assert page.tabs.currentIndex() == FILE
    assert page.file_tab.day_order.isVisible()
    order = page.file_tab.day_order
    order.set_value(True)
    intake.again(order.changed.emit)
    assert page.flow.state is not None
    programme = page.flow.state.programme
    assert programme is not None
    assert f"{programme.lines[0].date}" == "2025-06-05"


@pytest.mark.usefixtures("frame")
def test_a_column_can_be_given_another_meaning(
    page: IntakePage, intake: Intake
) -> None:
    intake.read(MATCH)
    page.tabs.setCurrentIndex(COLUMNS)
    boxes = page.columns_tab.boxes
    assert [box.currentData() for box in boxes] == [
        *(Field.DATE, Field.TIME, Field.HOME, Field.AWAY)
    ]
    at = boxes[1].findData(None)
    boxes[1].setCurrentIndex(at)
    intake.again(lambda: boxes[1].activated.emit(at))
    assert page.flow.state is not None
    programme = page.flow.state.programme
    assert programme is not None
    assert programme.lines[0].time is None


@pytest.mark.usefixtures("frame")
def test_lines_are_filtered_by_what_becomes_of_them(
    page: IntakePage, intake: Intake, qtbot: QtBot
) -> None:
    intake.read(MATCH, REFUSED, "31/08/2024;21:00;Rif;Atlas")
    intake.create_all()
    assert intake.counts() == {Outcome.NEW: 2, Outcome.REFUSED: 1}
    tab = page.lines_tab
    with qtbot.waitSignal(tab.model.settled):
        tab.outcomes.buttons[Outcome.REFUSED].click()
    assert tab.model.rowCount() == 1
    reason = [column.header for column in tab.model.columns].index("Reason")
    assert "itself" in tab.model.index(0, reason).data()
    page.tabs.setCurrentIndex(LINES)
    said = [one.text() for one in tab.outcomes.buttons.values() if one.isVisible()]
    assert said == ["3 lines", "2 new matches", "1 refused line"]
    with qtbot.waitSignal(tab.model.settled):
        tab.filter(None)
    with qtbot.waitSignal(tab.model.settled):
        tab.model.sort_by(by("-home"))
    assert tab.model.rowCount() == 3
    keys = check_headings(None, tab.source, tab.model.columns, None)
    assert keys == ["day", "outcome", "round"]
    with qtbot.waitSignal(tab.model.settled):
        tab.filter(Outcome.NEW)
    tab.tools.save("new")
    with qtbot.waitSignal(tab.model.settled):
        tab.filter(None)
    with qtbot.waitSignal(tab.model.settled):
        tab.tools.choose("new")
    assert tab.outcomes.buttons[Outcome.NEW].isChecked()


@pytest.mark.usefixtures("frame")
def test_where_there_is_little_room_nothing_is_scrolled_sideways(
    page: IntakePage, intake: Intake, qtbot: QtBot
) -> None:
    long = "Association Sportive des Forces Armées Royales de Rabat"
    intake.read(f"30/08/2024;20:00;{long};Ocean")
    page.tabs.setCurrentIndex(NAMES)
    row = page.names_tab.rows[NameKind.CLUB, long]
    line, (area,) = row.parentWidget(), page.names_tab.findChildren(QScrollArea)
    assert isinstance(line, Beside)
    qtbot.waitUntil(lambda: line.stands_in_row)
    page.resize(650, 800)  # as at twice the text size
    qtbot.waitUntil(lambda: not line.stands_in_row)
    assert area.horizontalScrollBar().maximum() == 0
    table = intake.look_at_lines().table
    page.resize(530, 800)
    qtbot.waitUntil(lambda: table.isColumnHidden(1))
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    shown = [not table.isColumnHidden(at) for at in range(8)]
    assert shown == [True, False, True, True, False, True, True, True]


@pytest.mark.usefixtures("frame")
def test_an_unclear_line_is_taken_all_the_same(intake: Intake, qtbot: QtBot) -> None:
    intake.take_in(MATCH)
    intake.read("30/08/2024;20:00;Ocean;Atlas")
    assert intake.counts() == {Outcome.UNCLEAR: 1}
    tab = intake.look_at_lines()
    tab.table.selectRow(0)
    qtbot.waitUntil(tab.take_button.isEnabled)
    intake.again(tab.take_button.click)
    assert Outcome.UNCLEAR not in intake.counts()
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: "Take the decision back" in tab.take_button.text())
    intake.again(tab.take_button.click)
    assert intake.counts() == {Outcome.UNCLEAR: 1}
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: "It is this match" in tab.take_button.text())
    assert not tab.same_button.isVisible()  # the button beside it says so


@pytest.mark.usefixtures("frame")
def test_a_line_whose_tick_is_taken_away_is_left_out_and_said(
    page: IntakePage, intake: Intake, workspace: Workspace, qtbot: QtBot
) -> None:
    intake.read(MATCH, "31/08/2024;20:00;Rif;Atlas", REFUSED)
    intake.create_all()
    table = intake.look_at_lines().table
    at = [column.key for column in page.lines_tab.model.columns].index("taken")

    def ticks() -> list[Any]:
        role = Qt.ItemDataRole.CheckStateRole
        return [table.rows.index(row, at).data(role) for row in range(3)]

    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    qtbot.waitUntil(lambda: ticks() == [on, on, None])
    table.selectRow(1)
    intake.again(lambda: qtbot.keyClick(table, Qt.Key.Key_Space))
    qtbot.waitUntil(lambda: ticks() == [on, off, None])
    assert page.accept_button.text() == "Take in 1 match"
    where = table.visualRect(table.rows.index(1, at)).center()
    left = Qt.MouseButton.LeftButton
    intake.again(lambda: qtbot.mouseClick(table.viewport(), left, pos=where))
    assert page.accept_button.text() == "Take in 2 matches"
    intake.again(lambda: qtbot.mouseClick(table.viewport(), left, pos=where))
    intake.accept()
    assert how_many(workspace, Fixture) == 1
    assert "2 lines left out" in page.done.facts.text()


def test_a_line_that_may_be_a_match_known_already_is_taken_as_another_one(
    swapped: LinesTab, qtbot: QtBot
) -> None:
    swapped.table.selectRow(0)
    qtbot.waitUntil(lambda: "as another match" in swapped.take_button.text())
    said = swapped.reason.text()
    assert f"{isolate('Ocean')} – {isolate('Atlas')} on" in said
    assert "is this another match, or that one?" in said


def test_a_line_that_is_the_match_known_already_changes_it(
    page: IntakePage, intake: Intake, swapped: LinesTab, workspace: Workspace
) -> None:
    tab = swapped
    assert not tab.same_button.isVisible()
    intake.select_first(tab.same_button.isVisible)
    intake.again(tab.same_button.click)
    assert intake.counts() == {Outcome.MOVED: 1}
    back = "Take the decision back"
    intake.select_first(lambda: back in tab.take_button.text())
    assert not tab.same_button.isVisible()
    assert "Home and away are swapped" in tab.reason.text()
    intake.again(tab.take_button.click)
    assert intake.counts() == {Outcome.UNCLEAR: 1}
    intake.select_first(tab.same_button.isVisible)
    intake.again(tab.same_button.click)
    intake.accept()
    assert how_many(workspace, Fixture) == 1
    assert "1 match with home and away swapped" in page.done.facts.text()


@pytest.mark.usefixtures("frame")
def test_a_match_that_would_move_far_says_so_first_and_on_the_buttons(
    page: IntakePage, intake: Intake, workspace: Workspace, visits: Visits, qtbot: QtBot
) -> None:
    intake.take_in("30/08/2024;20:00;Atlas;Ocean;3", column="Journée")
    intake.read("30/11/2024;20:00;Atlas;Ocean;12", column="Journée")
    tab = intake.look_at_lines()
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: "Move all the same" in tab.take_button.text())
    assert tab.reason.text().startswith("Moved by ")
    intake.again(tab.take_button.click)
    assert page.accept_button.text() == "Take in 1 moved match"
    intake.accept()
    said = f"1 match moved: {isolate('Atlas – Ocean')}"
    assert visits.said[-1] == f"Programme taken in: {said}"
    qtbot.waitUntil(lambda: any(ways(page)))
    (lead,) = ways(page)
    assert "Atlas – Ocean" in lead.text()
    lead.click()
    with workspace.reading() as work:
        match = work.session.scalars(select(Fixture.id)).one()
    assert visits.went == [("match", match)]


def a_label(day: date) -> str:
    return season_of_days((day,))


def ways(page: IntakePage) -> list[QPushButton]:
    """Return the ways to what is left to do about the matches moved."""
    buttons = page.done.moved.findChildren(QPushButton)
    return [each for each in buttons if each.isVisible()]


def test_what_a_move_leaves_to_do_is_led_to_from_the_result(
    page: IntakePage, intake: Intake, workspace: Workspace, visits: Visits, qtbot: QtBot
) -> None:
    today, week = datetime.now(UTC).date(), timedelta(7)
    days = (today + timedelta(away) for away in (60, 90))
    day = next(one for one in days if len({a_label(one), a_label(one + week)}) == 1)
    to = day + week
    with workspace.writing() as work:
        a_competition(work, "Botola")
        a_season(work, a_label(day), starts_on=None, ends_on=None)
        work.commit(N_("Frame made"))
    intake.take_in(f"{day};20:00;Atlas;Ocean;12", column="Journée")
    with workspace.writing() as work:
        match = work.session.scalars(select(Fixture.id)).one()
        work.add(Commitment(fixture_id=match, due_on=day - timedelta(2)))
        before = work.now - timedelta(1)
        work.add(RiskAssessment(fixture_id=match, decided_at=before))
        work.commit(N_("Promise added"))
    intake.read(f"{to};20:00;Atlas;Ocean;12", column="Journée")
    assert intake.counts() == {Outcome.MOVED: 1}
    intake.accept()
    qtbot.waitUntil(lambda: any(ways(page)))
    name, rating, along = ways(page)
    assert "Atlas – Ocean" in name.text()
    assert rating.text() == "Rate anew"
    rating.click()
    assert visits.went[-1] == ("match", PointTarget(match, Lack.REVIEW))
    assert along.text() == "Move their days too"
    along.click()
    assert visits.went[-1] == ("match", (match, LIAISON))
    qtbot.waitUntil(lambda: bool(page.findChildren(DueDaysDialog)))
    (dialog,) = page.findChildren(DueDaysDialog)
    page.hide()
    dialog.accept()
    page.show()  # the officer comes back
    qtbot.waitUntil(lambda: len(ways(page)) == 2)


@pytest.mark.usefixtures("frame")
@pytest.mark.parametrize(
    ("lines", "said", "level"),
    [
        (("31/02/2025;20:00;Atlas;Ocean",), "1 line is refused", "block"),
        (
            ("31/02/2025;20:00;Atlas;Ocean", MATCH),
            "The agenda already has the others.",
            "warn",
        ),
        ((MATCH,), "already has all of this", "ok"),
    ],
)
def test_a_file_of_which_nothing_comes_in_does_not_look_taken_in(
    lines: tuple[str, ...], said: str, level: str, page: IntakePage, intake: Intake
) -> None:
    intake.take_in(MATCH)
    intake.read(*lines)
    assert said in page.banner.label.text()
    assert page.banner.property("level") == level


@pytest.mark.usefixtures("frame")
def test_all_reasons_of_the_line_selected_stand_above_the_list(
    intake: Intake, qtbot: QtBot
) -> None:
    intake.read(MATCH, REFUSED)
    intake.create_all()
    tab = intake.look_at_lines()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    qtbot.waitUntil(lambda: "Select a line" in tab.reason.text())
    tab.table.selectRow(1)
    qtbot.waitUntil(lambda: "itself" in tab.reason.text())


@pytest.mark.usefixtures("frame")
def test_the_boxes_of_the_lines_are_no_column_of_an_export(
    page: IntakePage, intake: Intake, tmp_path: Path, qtbot: QtBot
) -> None:
    intake.read(MATCH)
    intake.create_all()
    tab, file = page.lines_tab, tmp_path / "lines.csv"
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert "✓" in [column.header for _, column in tab.table.shown_columns()]
    tab.tools.export.export(file)
    qtbot.waitUntil(file.exists)
    head = file.read_text(encoding="utf-8-sig").splitlines()[0]
    assert "✓" not in head
    assert head.startswith("Line")
    tab.table.selectRow(0)
    tab.table.copy()
    clipboard = QApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.text().startswith("Line\t"))


@pytest.mark.usefixtures("frame")
def test_no_row_moves_when_a_line_with_a_long_reason_is_selected(
    page: IntakePage, intake: Intake, qtbot: QtBot, qapp: QApplication
) -> None:
    """The next click would tick the row above the one that was aimed at."""
    intake.read(MATCH, REFUSED, "01/09/2024;20:00;Rif;Atlas")
    intake.create_all()
    tab = intake.look_at_lines()
    table = tab.table
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    column = [column.key for column in tab.model.columns].index("taken")
    preview = tab.source.preview
    assert preview is not None
    said = preview.lines[1].reasons * 12
    long = preview.lines[1]._replace(reasons=said)
    lines = (preview.lines[0], long, preview.lines[2])
    tab.source.preview = replace(preview, lines=lines)

    def place() -> Any:
        qapp.processEvents()
        return table.viewport().mapTo(page, QPoint()), table.viewport().height()

    def box(row: int) -> QPoint:
        return table.visualRect(table.rows.index(row, column)).center()

    before, left = place(), Qt.MouseButton.LeftButton
    where = table.viewport().mapTo(page, box(2))
    qtbot.mouseClick(table.viewport(), left, pos=box(1))
    qtbot.waitUntil(lambda: tab.reason.drawn().endswith("…"))
    assert place() == before
    assert tab.reason.toolTip() == tab.reason.text()
    here = table.viewport().mapFrom(page, where)
    intake.again(lambda: qtbot.mouseClick(table.viewport(), left, pos=here))
    assert page.accept_button.text() == "Take in 1 match"
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    role = Qt.ItemDataRole.CheckStateRole
    qtbot.waitUntil(
        lambda: (
            [table.rows.index(row, column).data(role) for row in range(3)]
            == [on, None, off]
        )
    )
    assert place() == before


@pytest.mark.usefixtures("frame")
def test_the_lines_left_out_are_counted_and_found_again(
    page: IntakePage, intake: Intake
) -> None:
    intake.take_in(MATCH, REFUSED)
    assert "1 line left out" in page.done.facts.text()
    intake.again(page.done.rest.click)
    assert page.panels.front == WORK
    assert page.tabs.currentIndex() == LINES
    assert page.lines_tab.outcomes.buttons[Outcome.REFUSED].isChecked()
    assert intake.counts() == {Outcome.SAME: 1, Outcome.REFUSED: 1}


@pytest.mark.usefixtures("frame")
def test_the_lines_left_out_are_found_again_as_the_file_was_read_and_decided(
    page: IntakePage, intake: Intake
) -> None:
    lines = ("05/06/2025;20:00;Atlas;Ocean", "07/06/2025;20:00;Rif;Rif")
    intake.read(*lines)
    tab = page.file_tab
    tab.day_order.set_value(True)
    intake.again(tab.day_order.changed.emit)
    season = tab.season.value()
    assert season is not None
    intake.create_all()
    intake.accept()
    intake.again(page.done.rest.click)
    assert intake.counts() == {Outcome.SAME: 1, Outcome.REFUSED: 1}
    assert (tab.day_order.value(), tab.season.value()) == (True, season)


def figures(page: IntakePage) -> list[str]:
    labels = page.file_tab.figures.findChildren(QLabel)
    return [label.text() for label in labels]


@pytest.mark.usefixtures("frame")
def test_what_a_file_holds_is_said_before_anything_is_taken(
    page: IntakePage, intake: Intake
) -> None:
    intake.open(ARABIC)
    shown = figures(page)
    assert "200" in shown
    assert any("30/08/2024" in text for text in shown)
    assert "Excel workbook" in shown


def test_the_first_day_stands_where_reading_begins(
    page: IntakePage, intake: Intake, speak: Callable[[str], None]
) -> None:
    speak("ar")
    intake.open(ARABIC)
    shown = figures(page)
    (span,) = [text for text in shown if "30/08/2024" in text]
    assert span.startswith("\u2067")  # else figures alone are set from left to right


@pytest.mark.usefixtures("frame")
def test_coming_back_to_the_page_does_not_read_the_file_again(
    page: IntakePage, intake: Intake
) -> None:
    file = intake.write(MATCH)
    intake.open(file)
    intake.create_all()
    before = page.flow.state
    page.show_target(file)
    assert page.flow.state is before
    assert page.panels.front == WORK


@pytest.mark.usefixtures("frame")
def test_giving_up_leads_back_to_the_start(page: IntakePage, intake: Intake) -> None:
    page.show_target(intake.write(MATCH))
    page.wait.cancel.click()
    assert page.panels.front == DROP
    assert page.flow.state is None


@pytest.mark.usefixtures("frame")
def test_the_record_that_changed_meanwhile_is_looked_at_again(
    page: IntakePage, intake: Intake, workspace: Workspace, visits: Visits
) -> None:
    intake.read(MATCH)
    intake.create_all()
    with workspace.writing() as work:
        work.session.scalars(select(Season)).one().status = SeasonStatus.CLOSED
        work.commit(N_("Season closed"))
    intake.again(page.accept_button.click)
    assert how_many(workspace, Fixture) == 0
    assert visits.said


@pytest.mark.usefixtures("frame")
def test_control_and_enter_take_the_programme_in(
    page: IntakePage, intake: Intake, workspace: Workspace, qtbot: QtBot
) -> None:
    intake.read(MATCH)
    intake.create_all()
    page.activateWindow()
    page.tabs.setFocus()
    with qtbot.waitSignal(page.flow.accepted):
        qtbot.keyClick(
            page.tabs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert how_many(workspace, Fixture) == 1


def test_the_panels_fit_a_low_window_whatever_lies_behind_them(
    page: IntakePage, qtbot: QtBot
) -> None:
    framed = PageFrame(page)
    qtbot.addWidget(framed)
    framed.resize(1100, 330)
    framed.show()
    page.start_again()
    page.banner.say("The file is protected by a password.", "block")
    QApplication.processEvents()
    assert page.height() == framed.viewport().height()
    button = page.drop.button
    low = button.mapTo(framed, button.rect().bottomLeft()).y()
    assert low < framed.height()
    page._show_panel(DONE)
    assert page.done.isVisible()
    assert not page.drop.isVisible()
    framed.takeWidget()  # each is closed by itself


@pytest.mark.usefixtures("frame")
def test_a_line_that_leaves_a_club_without_rest_is_marked_and_says_why(
    page: IntakePage, intake: Intake, qtbot: QtBot
) -> None:
    lines = ("05/10/2024;17:00;Raja;Wydad", "06/10/2024;17:00;FUS;Raja")
    intake.read(*lines, "20/10/2024;17:00;FAR;FUS")
    intake.create_all()
    assert intake.counts() == {Outcome.NEW: 3}
    model = page.lines_tab.model
    column = [each.header for each in model.columns].index("Reason")

    def reason(row: int, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return model.index(row, column).data(role)

    said = f"Less than two days from {isolate('FUS')} – {isolate('Raja')}, on "
    qtbot.waitUntil(lambda: str(reason(0)).startswith(said))
    sign = Qt.ItemDataRole.DecorationRole
    assert [reason(row, sign) is not None for row in range(3)] == [True, True, False]


def test_what_was_decided_about_a_file_is_not_lost_with_the_program(
    page: IntakePage, frame: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    question = "sportsec.ui.pages.intake.page.may_lose"
    monkeypatch.setattr(question, lambda *_: bool(asked.append(1)))
    page.open_file(FRENCH)
    qtbot.waitUntil(lambda: page.panels.front == WORK)
    assert page.may_close()  # only looked at
    page.names_tab.create_all.click()
    qtbot.waitUntil(lambda: bool(page.flow.state and page.flow.state.is_decided))
    assert not page.may_close()
    assert asked == [1]
    assert page.may_leave()  # it goes on while another page is on view


def test_a_competition_that_lines_name_is_made_from_its_name(
    page: IntakePage, intake: Intake, frame: None, workspace: Workspace
) -> None:
    intake.read(
        "30/08/2024;20:00;Atlas;Ocean;Coupe du Trône",
        "06/09/2024;20:00;Ocean;Atlas;Botola",
        column="Compétition",
    )
    key = (NameKind.COMPETITION, "Coupe du Trône")
    row = page.names_tab.rows[key]
    at = row.box.findText("New competition: Coupe du Trône")
    row.box.setCurrentIndex(at)
    row.box.activated.emit(at)
    assert row.box.currentIndex() == 0  # nothing is decided before there is one
    intake.again(_dialog(page).save)
    state = page.flow.state
    assert state is not None
    made = state.choices.competitions["Coupe du Trône"]
    with workspace.reading() as work:
        assert "Coupe du Trône" in astuple(work.get(Competition, made).name)

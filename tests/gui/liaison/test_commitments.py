"""Promises and decisions on screen: taken down, marked, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
)
from sportsec.domain.fixtures import FixtureStatus
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.services.commitments import add_commitment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.commitment_form import open_commitment
from sportsec.ui.pages.liaison.commitment_table import (
    CommitmentTable,
    said_of,
    state_badge,
)
from sportsec.ui.pages.liaison.lines import NARROW
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.conftest import Visits
from tests.gui.directory.conftest import dialog_of
from tests.gui.fixtures.season import SmallSeason
from tests.gui.liaison.conftest import Do, press

Rows = Callable[[], tuple[CommitmentRow, ...]]
Settled = Callable[[], None]

#: What keeps a date together in a line.
_PLAIN = dict.fromkeys((0x2068, 0x2069, 0x200E, 0x200F), "") | {0xA0: " "}


@pytest.fixture
def promised(change: Do, match: UUID) -> UUID:
    draft = CommitmentDraft(
        fixture_id=match,
        wording="No flares",
        is_ours=True,
        due_on=date(2026, 11, 2),
    )
    found: UUID = change(lambda work: add_commitment(work, draft))
    return found


@pytest.fixture
def table(qtbot: QtBot, desk: Desk) -> CommitmentTable:
    table = CommitmentTable(desk)
    qtbot.addWidget(table)
    table.resize(scaled(NARROW) + 200, 200)
    return table


@pytest.fixture
def rows(ask: Do, match: UUID) -> Rows:
    """What the record holds of the match: `rows()`."""
    return lambda: ask(lambda work: commitments_of(work, fixture_id=match))


@pytest.fixture
def shown(table: CommitmentTable, promised: UUID, rows: Rows) -> CommitmentTable:
    """The table with the promise in it."""
    table.show_rows(rows())
    return table


@pytest.fixture
def edited(shown: CommitmentTable, settled: Settled) -> FormDialog:
    """The form of the promise, as its "Edit" opens it."""
    press(shown, "Edit")
    settled()
    return dialog_of(shown)


@pytest.fixture
def new(table: CommitmentTable, desk: Desk, match: UUID) -> FormDialog:
    """The form of one that is taken down anew."""
    return open_commitment(table, desk, CommitmentDraft(fixture_id=match))


def test_a_late_one_says_so_in_words(promised: UUID, rows: Rows) -> None:
    (row,) = rows()
    assert state_badge(row).text == "Late"
    assert "Due on" in said_of(row)


def delete_by_menu(table: CommitmentTable) -> None:
    (line,) = table.lines
    more: Any = line.buttons[-1]
    (delete,) = more.menu().actions()
    assert delete.text() == "Delete"
    delete.trigger()


def test_to_delete_is_not_one_press_beside_to_edit(shown: CommitmentTable) -> None:
    (line,) = shown.lines
    names = [each.accessibleName() for each in line.buttons]
    assert names == [
        f"{each}: No flares" for each in ("Kept", "Not kept", "Edit", "More")
    ]


def test_one_press_says_that_it_was_kept_another_opens_it_again(
    shown: CommitmentTable, rows: Rows, settled: Settled, visits: Visits
) -> None:
    press(shown, "Kept: No flares")
    settled()
    (row,) = rows()
    assert (row.state, row.is_late) == (CommitmentState.KEPT, False)
    shown.show_rows([row])
    assert state_badge(row).text == "Kept"
    press(shown, "Open again")
    settled()
    assert rows()[0].state is CommitmentState.OPEN
    assert visits.said == ["Noted as kept", "Opened again"]


def test_a_decision_is_carried_out_where_a_promise_is_kept(
    table: CommitmentTable,
    change: Do,
    match: UUID,
    rows: Rows,
    settled: Settled,
    visits: Visits,
) -> None:
    draft = CommitmentDraft(
        kind=CommitmentKind.DECISION,
        fixture_id=match,
        wording="Gates at three",
        responsible="Director",
    )
    change(lambda work: add_commitment(work, draft))
    (row,) = rows()
    assert state_badge(row).text == "To be carried out"
    table.show_rows([row])
    press(table, "Carried out: Gates at three")
    settled()
    assert state_badge(rows()[0]).text == "Carried out"
    assert visits.said == ["Noted as carried out"]


def test_it_is_noted_as_not_kept_and_deleted(
    shown: CommitmentTable, rows: Rows, settled: Settled, qtbot: QtBot
) -> None:
    press(shown, "Not kept")
    dialog = dialog_of(shown)
    assert any(
        "Due on: Mon 02/11/2026" in each.text().translate(_PLAIN)
        for each in dialog.findChildren(QLabel)
    )
    dialog.form.type_in({"reason": "Twenty flares"})
    dialog.save()
    qtbot.waitUntil(lambda: rows()[0].state is CommitmentState.BROKEN)
    (row,) = rows()
    assert row.remark == "Twenty flares"
    assert "Due on" in said_of(row)
    settled()
    delete_by_menu(shown)
    settled()
    assert rows() == ()


def test_where_there_is_little_room_the_buttons_stand_under_the_text(
    shown: CommitmentTable, qtbot: QtBot
) -> None:
    shown.show()
    (line,) = shown.lines
    assert line.side.y() == 0
    shown.resize(scaled(NARROW) - 100, 300)
    qtbot.waitUntil(lambda: line.side.y() > 0)


def test_the_form_takes_a_promise_of_a_club_in_one_field(
    new: FormDialog, season: SmallSeason, rows: Rows, settled: Settled, qtbot: QtBot
) -> None:
    new.save()
    settled()
    wording: Any = new.form.field("wording")
    party: Any = new.form.field("party")
    for field in (wording, party):
        assert field.inputs()[0].property("level") == "block"
    wording.set_value("Stewards at gate 3")
    party.set_value(season.atlas)
    new.save()
    qtbot.waitUntil(lambda: bool(rows()))
    (row,) = rows()
    assert row.bound.fr == "Atlas"


def test_the_form_marks_whom_it_must_name(
    new: FormDialog, season: SmallSeason, settled: Settled
) -> None:
    form = new.form

    def marked() -> set[str]:
        labels = [each.text() for each in form.findChildren(QLabel) if each.buddy()]
        return {text.removesuffix(" *") for text in labels if text.endswith(" *")}

    assert marked() == {"Wording", "Other side"}
    form.type_in({"is_ours": True})
    assert marked() == {"Wording"}
    form.type_in({"is_ours": False, "kind": CommitmentKind.DECISION})
    assert marked() == {"Wording", "Responsible"}
    form.type_in({"party": season.atlas})
    assert marked() == {"Wording"}
    settled()


def test_one_that_stands_is_edited_as_it_is_now(
    edited: FormDialog, rows: Rows, qtbot: QtBot
) -> None:
    edited.form.type_in(
        {"wording": "No smoke", "state": CommitmentState.CANCELLED, "remark": "Moved"}
    )
    edited.save()
    qtbot.waitUntil(lambda: rows()[0].wording == "No smoke")
    (row,) = rows()
    assert row.is_ours
    assert (row.state, row.remark) == (CommitmentState.CANCELLED, "Moved")


def test_the_form_calls_what_became_of_a_decision_as_the_lists_do(
    edited: FormDialog,
) -> None:
    form = edited.form
    state: Any = form.field("state")
    state.set_value(CommitmentState.KEPT)
    assert state.combo.currentText() == "Kept"
    form.type_in({"kind": CommitmentKind.DECISION})
    assert state.combo.currentText() == "Carried out"
    assert state.value() is CommitmentState.KEPT


def test_a_due_day_is_told_as_a_day_of_the_week_and_by_how_far_from_the_match(
    change: Do, ask: Do, match: UUID, promised: UUID, rows: Rows
) -> None:
    day = ask(lambda work: work.get(Fixture, match).kick_off_date)
    due = day - timedelta(2)

    def told() -> str:
        return said_of(rows()[0]).translate(_PLAIN)

    def date_anew(work: Any) -> None:
        work.get(Commitment, promised).due_on = due

    change(date_anew)
    said = f"Due on: {due:%a %d/%m/%Y}"
    assert told().endswith(f"{said} (2 days before the match)")
    due = day
    change(date_anew)
    assert told().endswith("(the day of the match)")

    def put_off(work: Any) -> None:
        work.get(Fixture, match).status = FixtureStatus.POSTPONED

    change(put_off)
    assert told().endswith(f"{day:%d/%m/%Y}")

"""The exchange page: what goes, what waits for a decision, whom to trust."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget
from sqlalchemy import select

from sportsec.domain.exchange import CellRow, Scope, ScopeKind, Trust
from sportsec.domain.spoken import key_words
from sportsec.domain.words import Words
from sportsec.queries.conflicts import count_conflicts
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.word_lists import word_lists
from sportsec.store.work import Work
from sportsec.sync.receive import receive
from sportsec.ui.pages.exchange.state import (
    RECEIVE,
    SEND,
)
from sportsec.ui.pages.exchange.trust_dialog import TrustDialog
from sportsec.ui.targets import DecideTarget, SendTarget
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.scenes.cells import act, found_cell, send_file, trust
from tests.screens.scenes.frame import CITY
from tests.screens.stage import Scene, Stage

KEY = bytes(range(32))
CELL = CellRow(
    KEY,
    Words(ar="خلية الأمن الرياضي بالرباط", fr="Cellule de Rabat", en="Cell of Rabat"),
    Trust.UNKNOWN,
    key_words(KEY, word_lists()),
)
MEKNES = Words(ar="خلية مكناس", fr="Cellule de Meknès", en="Cell of Meknes")
#: What two cells write in one field.
NOTES = (
    "Stadiers formés en novembre. Le responsable rappelle le soir.",
    "Stadiers formés en octobre. Nouveau numéro du local.",
)


def window_of(stage: Stage, size: tuple[int, int] = (1280, 820)) -> QWidget:
    stage.window.resize(*size)
    stage.settle()
    window: QWidget = stage.window
    return window


def sending(stage: Stage, size: tuple[int, int] = (1280, 820)) -> QWidget:
    match = stage.ask(lambda work: work.session.scalars(select(Fixture.id)).first())
    scope = Scope(ScopeKind.MATCH, match)
    stage.open("exchange", SEND)
    stage.open("exchange", SendTarget(scope))
    return window_of(stage, size)


def receiving(stage: Stage) -> QWidget:
    page: Any = stage.open("exchange", RECEIVE)
    page.receive._start_again()
    return window_of(stage)


def deciding(stage: Stage, size: tuple[int, int] = (1280, 820)) -> QWidget:
    make_conflicts(stage)
    page: Any = stage.open("exchange", DecideTarget())
    page.decide.reload()
    return window_of(stage, size)


def make_conflicts(stage: Stage) -> None:
    """Let another cell write over what is written here meanwhile, once."""
    ours = stage.shell.runner.workspace
    assert ours is not None
    if stage.ask(count_conflicts):
        return
    folder = Path(tempfile.mkdtemp(dir=stage.shell.folder))
    other = found_cell(folder / "meknes", MEKNES, "adjoint")
    trust(other, ours, CITY)
    trust(ours, other, MEKNES)
    start = send_file(ours, folder / "Casablanca-1.ssx")
    with other.writing() as work:
        receive(work, [(start, "")])
    act(ours, lambda work: _write(work, NOTES[0], 0))
    act(other, lambda work: _write(work, "", 0))  # so that theirs is the later one
    act(other, lambda work: _write(work, NOTES[1], 1))
    with ours.writing() as work:
        receive(work, [(send_file(other, folder / "Meknes-1.ssx"), "")])
    other.close()
    stage.shell.runner.changed.emit(frozenset({"club", "fixture"}))  # as a file does


def _write(work: Work, notes: str, goals: int) -> None:
    club = work.session.scalars(select(Club).order_by(Club.id)).first()
    match = work.session.scalars(select(Fixture).order_by(Fixture.id)).first()
    assert club is not None
    assert match is not None
    club.notes = notes
    match.home_score, match.away_score = goals, 2


def marked_rows(stage: Stage) -> QWidget:
    """Draw a list with a record that holds two values, its panel beside it."""
    make_conflicts(stage)
    page: Any = stage.open("clubs", _marked(stage))
    page.list.table.select(_marked(stage))
    return window_of(stage)


def marked_field(stage: Stage) -> QWidget:
    """Draw the form that says both values under the field."""
    make_conflicts(stage)
    page: Any = stage.open("clubs")
    page.list.edit(_marked(stage))
    stage.settle()
    dialog: QWidget = page.list.findChildren(FormDialog)[-1]
    note: Any = dialog
    note.findChild(QScrollArea).ensureWidgetVisible(note.form.note("notes"))
    return dialog


def _marked(stage: Stage) -> Any:
    return stage.ask(
        lambda work: work.session.scalars(select(Club.id).order_by(Club.id)).first()
    )


def trusting(stage: Stage) -> QWidget:
    dialog = TrustDialog(CELL, stage.window)
    dialog.show()
    return dialog


SCENES = [
    Scene("exchange-send", sending),
    Scene("exchange-send-small", lambda stage: sending(stage, (980, 620)), small=True),
    Scene("exchange-receive", receiving),
    Scene("exchange-decide", deciding),
    Scene(
        "exchange-decide-small", lambda stage: deciding(stage, (980, 620)), small=True
    ),
    Scene("exchange-trust", trusting),
    Scene("conflict-rows", marked_rows),
    Scene("conflict-field", marked_field),
]

"""The exchange page: what goes, what waits for a decision, whom to trust."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget
from sqlalchemy import select

from sportsec.domain.exchange import CellRow, Scope, ScopeKind, Trust
from sportsec.domain.words import N_, Words
from sportsec.queries.conflicts import count_conflicts
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.pages.exchange.state import (
    RECEIVE,
    SEND,
)
from sportsec.ui.pages.exchange.trust_dialog import TrustDialog
from sportsec.ui.targets import DecideTarget, SendTarget
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.stage import Scene, Stage

CELL = CellRow(
    bytes(range(32)),
    Words(ar="خلية الأمن الرياضي بالرباط", fr="Cellule de Rabat", en="Cell of Rabat"),
    Trust.UNKNOWN,
    Words(
        ar="نخلة باب قمر سفينة وردة جبل",
        fr="palme porte lune navire rose mont",
        en="palm gate moon vessel rose mount",
    ),
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
    """Save two forms over two others, once."""
    workspace = stage.shell.runner.workspace
    assert workspace is not None
    if stage.ask(count_conflicts):
        return
    position = stage.ask(lambda work: work.position)
    club = stage.ask(lambda work: work.session.scalars(select(Club.id)).first())
    match = stage.ask(lambda work: work.session.scalars(select(Fixture.id)).first())
    assert club is not None
    assert match is not None
    texts = (
        "Stadiers formés en novembre. Le responsable rappelle le soir.",
        "Stadiers formés en octobre. Nouveau numéro du local.",
    )
    for number, text in enumerate(texts):
        with workspace.writing() as work:
            work.get(Club, club).notes = text
            work.get(Fixture, match).home_score = number
            work.get(Fixture, match).away_score = 2
            for record in (club, match):
                work.saw(record, position)
            work.commit(N_("Club saved"))


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
    return stage.ask(lambda work: work.session.scalars(select(Club.id)).first())


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

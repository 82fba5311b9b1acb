"""The liaison tab of a match, the form of a call, and the page of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
    goes_along,
    shifted,
)
from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.queries.callees import whom_to_call
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.left_behind import OldDay
from sportsec.services.commitments import add_commitment, close_commitment
from sportsec.services.liaison import log_call
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.due_days import DueDaysDialog
from sportsec.ui.pages.liaison.commitment_table import CommitmentTable
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.screens.scenes.fixtures import telling_match
from tests.screens.stage import Scene, Stage

#: What was said, promised, and by when, in days from today.
CALLS = (
    ("سيكون 120 منظما عند الأبواب قبل فتحها", "120 منظما عند الأبواب", 2),
    ("Les billets visiteurs sont vendus au siège, 400 sur 500", "", 0),
    ("Le groupe demande d'entrer deux heures avant", "Pas de fumigènes", -3),
)

#: In how many days a match that has moved was to be played before, from today.
PLAYED_IN = 6


def fill(work: Work, match: UUID) -> None:
    """Give a match calls and promises, once."""
    if commitments_of(work, fixture_id=match):
        return
    today = local_day(work)
    people = [each.person.id for each in whom_to_call(work, match)]
    for at, (gist, promise, days) in enumerate(CALLS):
        draft = LiaisonDraft(
            fixture_id=match,
            contact_id=people[at],
            gist=gist,
            happened_at=work.now - timedelta(hours=3 * at + 1),
        )
        given = CommitmentDraft(
            wording=promise, due_on=today + timedelta(days), topic=CommitmentTopic.OTHER
        )
        log_call(work, draft, given if promise else None)
    log_call(
        work,
        LiaisonDraft(
            fixture_id=match,
            contact_id=people[4],
            is_reached=False,
            happened_at=work.now - timedelta(days=1),
        ),
    )
    log_call(
        work,
        LiaisonDraft(
            fixture_id=match,
            kind=LiaisonKind.VISIT,
            with_whom="M. Benali, gardien du stade",
            gist="La porte 7 ne ferme plus",
        ),
    )
    _decide(work, match)


def _decide(work: Work, match: UUID) -> None:
    club = work.get(Fixture, match).home_club_id
    draft = CommitmentDraft(
        kind=CommitmentKind.DECISION,
        fixture_id=match,
        club_id=club,
        wording="Ouverture des portes à 15 h, deux files par porte au moins",
        responsible="Directeur du stade",
        due_on=local_day(work) + timedelta(1),
    )
    add_commitment(work, draft)
    ours = CommitmentDraft(
        fixture_id=match, club_id=club, is_ours=True, wording="Escorte du car à 14 h"
    )
    kept = add_commitment(work, ours)
    close_commitment(work, kept, CommitmentState.KEPT)


def tab(stage: Stage, height: int = 1500) -> Any:
    """The tab of a match, filled."""
    stage.window.resize(1280, height)
    match = stage.ask(telling_match)
    stage.shell.runner.write(stage.window, "Call logged", lambda w: fill(w, match))
    stage.settle()
    page: Any = stage.open("match", (match, "liaison"))
    page.open_tab("liaison")
    stage.settle()
    return page.tab


def match_liaison(stage: Stage) -> QWidget:
    tab(stage)
    window: QWidget = stage.window
    return window


def match_liaison_low(stage: Stage) -> QWidget:
    tab(stage)
    stage.window.resize(1366, 768)
    stage.settle()
    window: QWidget = stage.window
    return window


def call_form(stage: Stage) -> QWidget:
    made: Any = tab(stage)
    person = made.cards[0].people.lines
    assert person
    dialog: QWidget = made.cards[0].log_call(
        stage.ask(lambda work: whom_to_call(work, made._fixture_id)[0].person.id)
    )
    stage.settle()
    return dialog


def commitment_form(stage: Stage) -> QWidget:
    dialog: QWidget = tab(stage).cards[1].add()
    stage.settle()
    return dialog


def ledger(at: int) -> Scene:
    """Return the scene of a tab of the page."""

    def build(stage: Stage) -> QWidget:
        tab(stage, 820)
        page: Any = stage.open("liaison")
        page.tabs.setCurrentIndex(at)
        stage.settle()
        window: QWidget = stage.window
        return window

    return Scene(f"liaison-{('ledger', 'log')[at]}", build)


def commitment_again(stage: Stage) -> QWidget:
    table: Any = tab(stage).findChild(CommitmentTable)
    table.edit(table.lines and stage.ask(_first))
    stage.settle()
    dialog: QWidget = table.findChildren(FormDialog)[-1]
    return dialog


def _first(work: Work) -> UUID:
    return commitments_of(work, fixture_id=telling_match(work))[0].id


def beside_list(page: str) -> Scene:
    """Return the scene of a panel of the directory that tells of calls."""

    def build(stage: Stage) -> QWidget:
        tab(stage, 1000)
        person = stage.ask(lambda work: whom_to_call(work, telling_match(work))[0])
        club = stage.ask(
            lambda work: work.get(Fixture, telling_match(work)).home_club_id
        )
        stage.open(page, person.person.id if page == "contacts" else club)
        stage.settle()
        window: QWidget = stage.window
        return window

    return Scene(f"liaison-panel-{page}", build)


def due_days(stage: Stage) -> QWidget:
    """What the window would ask had the match just moved to the day it is played."""
    made: Any = tab(stage)
    rows = stage.ask(lambda work: commitments_of(work, fixture_id=telling_match(work)))
    dialog = DueDaysDialog(
        list(_moved(rows, stage.ask(local_day))), lambda _moving: None, made
    )
    dialog.open()
    stage.settle()
    return dialog


def _moved(rows: Sequence[CommitmentRow], today: date) -> Iterator[OldDay]:
    for row in rows:
        if row.due_on is None or row.match_on is None:
            continue
        was = today + timedelta(PLAYED_IN)
        days = (row.match_on - was).days
        new_day = shifted(row.due_on, days, today)
        follows = goes_along(row.due_on, was, row.match_on, today)
        late = row.due_on < today
        yield OldDay(row, row.due_on, days, new_day, follows, suits=True, is_late=late)


def all_cards(stage: Stage) -> QWidget:
    """All cards, as they are scrolled in large text."""
    shown: QWidget = tab(stage).cards[0].parentWidget()
    return shown


SCENES = (
    Scene("match-liaison-cards", all_cards),
    beside_list("contacts"),
    beside_list("clubs"),
    Scene("liaison-commitment-again", commitment_again),
    Scene("liaison-due-days", due_days),
    ledger(0),
    ledger(1),
    Scene("match-liaison", match_liaison),
    Scene("match-liaison-1366", match_liaison_low),
    Scene("liaison-call", call_form),
    Scene("liaison-commitment", commitment_form),
)
PAPERS = ()

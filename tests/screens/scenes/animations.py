"""Requests for tifos: the card of a match, its forms, and the history of a group."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    Conformity,
    ConformityDraft,
    FireProof,
)
from sportsec.queries.animation_choices import groups_offered, request_choices
from sportsec.queries.animations import requests_of
from sportsec.services.animations import add_request, answer_request, check_on_the_day
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.pages.animations.card import AnimationsCard
from sportsec.ui.targets import TIFOS
from sportsec.ui.widgets.badges import Badge
from tests.screens.scenes.fixtures import telling_match
from tests.screens.stage import Scene, Stage

D = AnimationDecision
BY = "Chef du district de la ville"


def fill(work: Work, match: UUID) -> None:
    """Give a match requests of every kind of answer, once."""
    if any(each.answer.decided_by == BY for each in requests_of(work, match)):
        return
    fixture = work.get(Fixture, match)
    groups = [one.id for one in groups_offered(work, match, "", "fr")]
    places = request_choices(work, match)
    sector = places.sectors[0].id if places.sectors else None
    gate = places.gates[0].id if places.gates else None
    at = fixture.kick_off_at
    early = at - timedelta(hours=6) if at else None
    tifo = AnimationDraft(
        group_id=groups[0],
        message="من أجل ألوان المدينة\nمنذ 2005",
        dimensions="40 × 25 m",
        pieces=1,
        material="قماش معالج ضد الحريق",
        fire_proof=FireProof.SHOWN,
        sector_id=sector,
        gate_id=gate,
        installs_at=early,
        installers=24,
        display="À l'entrée des joueurs, deux minutes",
    )
    banner = AnimationDraft(
        group_id=groups[-1],
        kind=AnimationKind.BANNER,
        message="Toujours avec vous, partout, depuis la première heure",
        sector_id=sector,
        covers_exits=True,
        installs_at=at,
        installers=4,
    )
    drums = AnimationDraft(groups[0], AnimationKind.DRUM, pieces=6)
    smoke = AnimationDraft(groups[-1], AnimationKind.SMOKE, pieces=10)
    veil = AnimationDraft(
        groups[0], AnimationKind.VEIL, message="11", fire_proof=FireProof.SHOWN
    )
    conditions = "Retiré avant la 5e minute ; extincteur et six stadiers à côté"
    answers = (
        (tifo, AnswerDraft(D.CONDITIONS, BY, conditions)),
        (banner, None),
        (drums, AnswerDraft(D.AUTHORISED, BY)),
        (smoke, AnswerDraft(D.REFUSED, BY, reason="مواد قابلة للاشتعال")),
        (veil, AnswerDraft(D.AUTHORISED, BY)),
        (AnimationDraft(groups[0], AnimationKind.MEGAPHONE, pieces=2), None),
    )
    made = [_ask(work, match, *each) for each in answers]
    deviating = ConformityDraft(Conformity.DEVIATING, "Plus grand que convenu")
    check_on_the_day(work, made[4], deviating, seen=ConformityDraft())


def _ask(
    work: Work, match: UUID, draft: AnimationDraft, answer: AnswerDraft | None
) -> UUID:
    one = add_request(work, match, draft)
    work.session.flush()
    if answer is not None:
        answer_request(work, one, answer, seen=AnswerDraft())
    return one


def card_of(stage: Stage) -> AnimationsCard:
    """The card on the tab of a match, filled."""
    match = stage.ask(telling_match)
    stage.shell.runner.write(
        *(stage.window, "Request for a tifo added", lambda work: fill(work, match))
    )
    stage.settle()
    page: Any = stage.open("match", (match, "liaison"))
    page.open_tab("liaison")
    stage.settle()
    card: AnimationsCard = page.tab.findChild(AnimationsCard)
    return card


def animations(stage: Stage) -> QWidget:
    return card_of(stage)


def match_tifos(stage: Stage) -> QWidget:
    """The tab of the match, opened on its requests, in a low window."""
    card_of(stage)
    stage.window.resize(1366, 768)
    page: Any = stage.open("match", (stage.ask(telling_match), TIFOS))
    page.open_tab(TIFOS)
    stage.settle()
    window: QWidget = stage.window
    return window


def answering(stage: Stage) -> QWidget:
    """The answer to what is doubtful, with conditions to be written."""
    card = card_of(stage)
    row = max(card.rows, key=lambda each: each.is_pending * len(each.doubts))
    dialog = card.answer(row)
    stage.settle()
    dialog.typed.button.click()  # of another language, where nobody saved it
    choice: Any = dialog.form.field("decision")
    choice.buttons[D.CONDITIONS].click()
    dialog.save()
    stage.settle()
    return dialog


def asking(stage: Stage) -> QWidget:
    card = card_of(stage)
    row = max(card.rows, key=lambda each: each.is_pending * len(each.doubts))
    dialog = card.edit(row)
    stage.settle()
    return dialog


def checking(stage: Stage) -> QWidget:
    card = card_of(stage)
    row = next(each for each in card.rows if each.day.conformity_note)
    dialog = card.check(row)
    stage.settle()
    return dialog


def group_record(stage: Stage) -> QWidget:
    """The file of the group that asked for most."""
    card_of(stage)
    asked = select(AnimationRequest.group_id)
    found = stage.ask(lambda work: list(work.session.scalars(asked)))
    page: Any = stage.open("groups", max(found, key=found.count))
    stage.settle()
    panel: Any = page.list.panel
    badge = panel.findChildren(Badge)[-1]
    panel._area.ensureWidgetVisible(badge)
    stage.settle()
    shown: QWidget = panel
    return shown


SCENES = [
    Scene("animations-card", animations),
    Scene("match-tifos", match_tifos),
    Scene("animations-answer", answering),
    Scene("animations-request", asking),
    Scene("animations-day", checking),
    Scene("animations-group", group_record),
]

"""The form of an answer: what is asked, what the answer must heed, what it needs."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.animation_rules import RequestFacts, check_answer, check_request
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    ConformityDraft,
)
from sportsec.domain.words import Words
from sportsec.queries.animations import RequestRow
from sportsec.ui.pages.animations.answer_form import answer_form
from sportsec.ui.pages.animations.needed_fields import NeededFields
from tests.builders import NOW

D = AnimationDecision
ASKED = AnimationDraft(
    group_id=UUID(int=1),
    kind=AnimationKind.BANNER,
    message="Always",
    covers_exits=True,
    installers=4,  # and no hour
)
DOUBTS = tuple(check_request(ASKED, RequestFacts(NOW.date())))
ROW = RequestRow(
    id=UUID(int=2),
    draft=ASKED,
    answer=AnswerDraft(),
    day=ConformityDraft(),
    decided_at=None,
    group=Words(fr="Alpha"),
    sector=Words(),
    sector_code="",
    gate_code="",
    problems=DOUBTS,
)


@pytest.fixture
def form(qtbot: QtBot) -> NeededFields:
    """The form as it opens."""
    form = answer_form(ROW)
    qtbot.addWidget(form)
    form.load(ROW.answer)
    form.show_problems(check_answer(ROW.answer, ASKED))
    form.show()
    qtbot.waitUntil(form.isVisible)
    return form


def choose(form: NeededFields, decision: D) -> None:
    form.field("decision").buttons[decision].click()  # type: ignore[attr-defined]  # its buttons


def all_said(form: NeededFields) -> str:
    said = "\n".join(each.text() for each in form.findChildren(QLabel))
    return said.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("decision", [D.PENDING, D.AUTHORISED, D.CONDITIONS])
def test_each_thing_wrong_is_said_once_and_nothing_says_the_contrary(
    form: NeededFields, decision: D
) -> None:
    choose(form, decision)
    form.show_problems(check_answer(form.values(), ASKED))
    said = all_said(form)
    assert said.count("does not burn") == 1
    assert said.count("xits") == 2  # as a fact, and what to do
    assert "Covers exits · Fire-proof material: Not known" in said
    assert said.count("Say when they come") == 1  # no answer is about that


def test_what_was_said_of_another_answer_goes_with_it_and_leaves_no_gap(
    form: NeededFields,
) -> None:
    note = form.note("decision")
    assert note.height() > 0
    choose(form, D.CONDITIONS)
    QApplication.processEvents()
    assert note.text.text() == ""
    assert note.isHidden()


def test_what_was_typed_and_not_saved_comes_back_with_its_fields(
    form: NeededFields,
) -> None:
    form.type_in({"decision": D.CONDITIONS, "conditions": "Smaller"})
    assert form.field("conditions").isVisible()
    assert form.field("decided_by").isVisible()
    assert not form.field("reason").isVisible()

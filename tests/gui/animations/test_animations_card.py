"""Requests for tifos of a match: asked, answered in a row, checked on the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationKind,
    AnswerDraft,
    Conformity,
)
from sportsec.domain.readiness import Lack
from sportsec.i18n.formats import date_time
from sportsec.ui.desk import Desk
from sportsec.ui.pages.animations.answer_form import DECISIONS
from sportsec.ui.pages.animations.card import AnimationsCard
from sportsec.ui.pages.animations.radio_field import RadioField
from sportsec.ui.pages.liaison.lines import NARROW
from sportsec.ui.pages.match.tab_steps import take_step
from sportsec.ui.targets import TIFOS
from sportsec.ui.theme import scaled
from tests.gui.animations.conftest import Answered, Ask, Rows, Settled, Show
from tests.gui.conftest import Visits
from tests.gui.directory.conftest import dialog_of
from tests.gui.fixtures.opened import low_match
from tests.gui.fixtures.season import SmallSeason

D = AnimationDecision


def texts(widget: QWidget) -> str:
    shown = [each for each in widget.findChildren(QLabel) if not each.isHidden()]
    return "\n".join(each.text() for each in shown)


@pytest.mark.parametrize(("language", "said"), [("fr", "1,5"), ("en", "1.5")])
def test_a_size_has_the_decimal_sign_of_the_language_however_it_was_typed(
    card: AnimationsCard,
    ask_for: Ask,
    show: Show,
    speak: Callable[[str], None],
    language: str,
    said: str,
) -> None:
    ask_for("Alpha", dimensions="12 × 1.5 m")
    speak(language)
    show()
    assert f"12 × {said} m" in texts(card).replace("\N{NO-BREAK SPACE}", " ")


def choose(dialog: Any, name: str, value: object) -> None:
    dialog.form.field(name).buttons[value].click()


def press(widget: QWidget, name: str) -> None:
    found = widget.findChildren(QAbstractButton)
    next(one for one in found if one.accessibleName().startswith(name)).click()


def test_a_match_nobody_asked_for_says_so(card: AnimationsCard) -> None:
    assert "No group has asked for anything yet." in texts(card)
    assert card.row_button.isHidden()


def test_a_request_is_written_down_with_the_hour_alone(
    card: AnimationsCard,
    alpha: UUID,
    show: Show,
    rows: Rows,
    settled: Settled,
    visits: Visits,
) -> None:
    show()
    card.add_button.click()
    form: Any = dialog_of(card).form
    form.field("group_id").set_value(alpha)
    form.field("kind").set_value(AnimationKind.DRUM)
    form.field("installs_at").clock.line.setText("15:00")
    form.field("installs_at").clock.changed.emit()
    assert form.field("installs_at").day.line.text() == "27/11/2026"
    dialog_of(card).save()
    settled()
    (row,) = rows()
    assert row.draft.kind is AnimationKind.DRUM
    assert "27/11/2026 15:00" in date_time(row.draft.installs_at)
    assert visits.said == ["Request for a tifo added"]
    assert "Alpha" in texts(card)


def test_a_request_of_nobody_is_not_saved(
    card: AnimationsCard, rows: Rows, settled: Settled
) -> None:
    dialog = card.add()
    dialog.save()
    settled()
    field = dialog.form.field("group_id")
    assert field.inputs()[0].property("level") == "block"
    assert rows() == ()
    dialog.form.mark_clean()


def test_only_fields_that_the_answer_needs_are_shown(
    card: AnimationsCard, show: Show
) -> None:
    show("Together")
    dialog = card.answer(card.rows[0])
    names = ("conditions", "reason", "decided_by")

    def shown() -> set[str]:
        return {
            name
            for name in names
            if not dialog.form.field(name).parentWidget().isHidden()
        }

    assert shown() == set()
    for decision, wanted in (
        (D.AUTHORISED, {"decided_by"}),
        (D.CONDITIONS, {"decided_by", "conditions"}),
        (D.REFUSED, {"decided_by", "reason"}),
        (D.WITHDRAWN, {"reason"}),
        (D.PENDING, set()),
    ):
        choose(dialog, "decision", decision)
        assert shown() == wanted
    dialog.form.mark_clean()


def test_an_answer_without_its_reason_is_not_taken(
    card: AnimationsCard, show: Show, rows: Rows, settled: Settled
) -> None:
    show("Together")
    dialog: Any = card.answer(card.rows[0])
    choose(dialog, "decision", D.REFUSED)
    dialog.form.field("decided_by").set_value("Commissioner")
    dialog.save()
    settled()
    assert dialog.form.field("reason").inputs()[0].property("level") == "block"
    dialog.form.field("reason").set_value("It offends")
    dialog.save()
    settled()
    (row,) = rows()
    assert row.answer == AnswerDraft(D.REFUSED, "Commissioner", reason="It offends")


def test_what_was_said_before_the_choice_does_not_come_back_for_a_moment(
    card: AnimationsCard, show: Show, settled: Settled
) -> None:
    show("Together", covers_exits=True)
    dialog: Any = card.answer(card.rows[0])
    settled()
    note = dialog.form.note("decision")
    assert note.text.text() == "Exits are never covered: another place, or smaller"
    choose(dialog, "decision", D.CONDITIONS)
    dialog._pause.stop()
    dialog._check_now()
    assert note.text.text() == ""
    settled()
    assert note.isHidden()
    assert "exits" in dialog.form.note("conditions").text.text()
    dialog.form.mark_clean()


def test_after_an_answer_the_next_request_has_the_keys(
    card: AnimationsCard, show: Show, settled: Settled, qtbot: QtBot
) -> None:
    show("first", "second")
    card.activateWindow()
    dialog: Any = card.answer(card.rows[0])
    choose(dialog, "decision", D.AUTHORISED)
    dialog.form.field("decided_by").set_value("Commissioner")
    dialog.save()
    settled()
    QApplication.processEvents()
    assert [line.row.is_pending for line in card.lines] == [True, False]
    qtbot.waitUntil(lambda: card.focusWidget() is card.lines[0].main)


def test_all_that_waits_is_answered_by_keyboard_one_after_the_other(
    card: AnimationsCard, show: Show, rows: Rows, settled: Settled, qtbot: QtBot
) -> None:
    show("first", "second", "third")
    assert "3 to answer" in texts(card)
    card.row_button.click()
    for at in range(3):
        dialog: Any = card.form
        assert dialog.windowTitle() == f"Answer \u2068{at + 1}\u2069 of 3"
        pending = dialog.form.field("decision").buttons[D.PENDING]
        qtbot.keyClick(pending, Qt.Key.Key_Up)  # refused, withdrawn stand before it
        qtbot.keyClick(
            dialog.form.field("decision").buttons[D.WITHDRAWN], Qt.Key.Key_Up
        )
        assert dialog.form.values().decision is D.REFUSED
        assert dialog.form.values().decided_by == ("" if at == 0 else "Commissioner")
        dialog.form.field("decided_by").set_value("Commissioner")
        dialog.form.field("reason").set_value("It offends")
        qtbot.keyClick(dialog.bar.save, Qt.Key.Key_Space)
        settled()
    assert {row.answer.decision for row in rows()} == {D.REFUSED}
    assert card.row_button.isHidden()


def test_cancelling_ends_the_row(
    card: AnimationsCard, show: Show, settled: Settled
) -> None:
    show("first", "second")
    card.row_button.click()
    first = card.form
    assert first is not None
    first.reject()
    settled()
    assert card.form is first


def test_who_decided_last_is_filled_in(
    card: AnimationsCard, answered: Answered, show: Show
) -> None:
    answered("first", D.AUTHORISED)
    show("second")
    dialog: Any = card.answer(card.rows[0])
    assert dialog.form.field("decided_by").value() == "Commissioner"
    assert not dialog.form.dirty


def test_what_hung_is_noted_and_shown(
    card: AnimationsCard,
    answered: Answered,
    show: Show,
    rows: Rows,
    settled: Settled,
) -> None:
    answered("Together", D.AUTHORISED)
    show()
    press(card, "Check on the day")
    dialog: Any = card.form
    choose(dialog, "conformity", Conformity.DEVIATING)
    dialog.form.field("conformity_note").set_value("Other words")
    dialog.save()
    settled()
    (row,) = rows()
    assert row.day.conformity is Conformity.DEVIATING
    assert "Other words" in texts(card)


def test_what_was_refused_is_not_checked_on_the_day(
    card: AnimationsCard, answered: Answered, show: Show
) -> None:
    answered("Together", D.REFUSED, reason="Covers the exit")
    show()
    (line,) = card.lines
    spoken = [each.accessibleName() for each in line.findChildren(QAbstractButton)]
    names = [name.partition(":")[0] for name in spoken]
    assert names == ["Change the answer", "Edit", "Delete"]
    assert line.main.accessibleName() == spoken[0]


def test_a_request_is_withdrawn_and_deleted(
    card: AnimationsCard, show: Show, rows: Rows, settled: Settled, visits: Visits
) -> None:
    show("Together")
    (line,) = card.lines
    assert [each.text() for each in line.buttons if isinstance(each, QAbstractButton)][
        :2
    ] == ["Answer this request", "Withdrawn by the group"]  # words, not icons alone
    press(card, "Withdrawn by the group")
    settled()
    assert rows()[0].answer.decision is D.WITHDRAWN
    press(card, "Delete")
    settled()
    assert rows() == ()
    assert visits.said == ["Request for a tifo withdrawn", "Request for a tifo deleted"]


def test_other_words_after_the_answer_are_warned_of_and_wait_again(
    card: AnimationsCard,
    answered: Answered,
    show: Show,
    rows: Rows,
    settled: Settled,
    qtbot: QtBot,
) -> None:
    answered("Together", D.AUTHORISED)
    show()
    dialog: Any = card.edit(card.rows[0])
    settled()
    dialog.form.field("message").edit.setPlainText("Something else")
    qtbot.waitUntil(lambda: "answered anew" in dialog.form.banner.label.text())
    dialog.save()
    settled()
    assert rows()[0].is_pending


def test_the_next_step_of_the_match_leads_to_what_waits(
    card: AnimationsCard, show: Show
) -> None:
    show("Together")
    card.activateWindow()
    card.lead_here()
    assert card.focusWidget() is card.lines[0].main
    take_step(None, Lack.ANIMATIONS)  # no tab is in front


def test_a_match_is_opened_on_its_requests(
    desk: Desk, season: SmallSeason, ask_for: Ask, settled: Settled, qtbot: QtBot
) -> None:
    ask_for("Together")
    page = low_match(desk, qtbot)
    page.show_target((season.coming, TIFOS))
    settled()
    assert page.tab is not None
    card = page.tab.findChild(AnimationsCard)
    assert card is not None
    qtbot.waitUntil(lambda: page.focusWidget() is card.lines[0].main)
    QApplication.processEvents()
    assert card.lines[0].main.visibleRegion().isEmpty() is False


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_narrow_card_shows_its_buttons_under_the_text(
    card: AnimationsCard, show: Show, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    show("Together", covers_exits=True)
    line = card.lines[0]
    card.resize(scaled(NARROW) - 150, 500)
    QApplication.processEvents()
    assert line.side.y() > 0
    assert card.minimumSizeHint().width() <= card.width()


@pytest.mark.parametrize(("language", "onward"), [("en", "Right"), ("ar", "Left")])
def test_arrows_go_through_the_answers_as_one_reads(
    qtbot: QtBot, speak: Callable[[str], None], language: str, onward: str
) -> None:
    speak(language)
    field = RadioField(DECISIONS)
    qtbot.addWidget(field)
    field.set_value(D.AUTHORISED)
    changes: list[object] = []
    field.changed.connect(lambda: changes.append(field.value()))
    for key in (onward, "Down", "Up"):
        qtbot.keyClick(field.buttons[field.value()], getattr(Qt.Key, f"Key_{key}"))
    assert changes == [D.CONDITIONS, D.REFUSED, D.CONDITIONS]
    qtbot.keyClick(field.buttons[D.CONDITIONS], Qt.Key.Key_A)
    assert field.offered() == DECISIONS

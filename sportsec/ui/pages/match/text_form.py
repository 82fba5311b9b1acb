"""The form of the texts of an order, opened at one that may no longer be true."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.order_texts import OrderText, TextIn, text_said
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.queries.old_times import text_warnings
from sportsec.services.order_texts import confirm_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.match.form_parts import order_card, stakes_card
from sportsec.ui.pages.match.forms import open_card
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.form_dialog import FormDialog

ABOVE_FORM = 3


def open_text(
    parent: QWidget, desk: Desk, fixture_id: UUID, seen: FixtureDraft, text: TextIn
) -> FormDialog:
    """Open the form at a text, with what is said of it and a way to say it is right.

    Args:
        seen: The match as the file shows it.
        text: With the languages that are to be read; the cursor goes to the first,
            or to that of the screen.
    """
    is_weather = text.which is OrderText.WEATHER
    card = stakes_card() if is_weather else order_card()
    dialog = open_card(parent, desk, fixture_id, card, seen)
    TextReading(desk, fixture_id, text, dialog)
    own = translator().language  # stands first in the form
    code = own if own in text.languages else text.languages[0]
    dialog.form.focus_on(text.which.value, code)
    return dialog


class TextReading(Banner):
    """Says above the form what may be untrue in a text; the officer may say it is not.

    Whoever types mends it: what he types is saved, not confirmed.
    """

    def __init__(
        self, desk: Desk, fixture_id: UUID, text: TextIn, dialog: FormDialog
    ) -> None:
        super().__init__(action=tr("The text is right"), on_action=self._confirm)
        self._desk = desk
        self._match = fixture_id
        self._text = text
        self._dialog = dialog
        self.button.setAutoDefault(False)
        box = dialog.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(ABOVE_FORM, self)
        self.hide()
        dialog.form.dirty_changed.connect(
            lambda dirty: self.button.setEnabled(not dirty)
        )
        desk.runner.read(
            *(self, "warnings", lambda work: text_warnings(work, fixture_id)),
            self._show,
        )

    def _show(self, found: Sequence[Problem]) -> None:
        """Say all that is found in the text, in the languages that were asked for."""
        lines = [
            problem_text(translator(), each)
            for each in found
            if (said := text_said(each))
            and said.which is self._text.which
            and {*said.languages} & {*self._text.languages}
        ]
        self.say("\n".join(lines), "warn")

    def _confirm(self) -> None:
        act = N_("Text of the order confirmed")
        match, text = self._match, self._text

        def done(_result: object) -> None:
            self._desk.say(tr(act))
            self._dialog.accept()

        self._desk.runner.write(
            *(self, act, lambda work: confirm_text(work, match, text)),
            *(done, self._desk.complain),
        )

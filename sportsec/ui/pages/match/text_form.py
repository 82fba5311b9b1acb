"""The form of the texts of an order, opened at one that may no longer be true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.errors import SportsecError
from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.order_texts import OrderText, TextIn, text_said, texts_said
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.queries.old_times import text_warnings
from sportsec.services.order_texts import confirm_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.match.form_parts import order_card, stakes_card
from sportsec.ui.pages.match.forms import open_card
from sportsec.ui.widgets.aimed import Aim
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.toast import Toast

ABOVE_FORM = 3
CONFIRMED = N_("Text of the order confirmed")


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
    _stand_in(dialog, text)
    return dialog


def _stand_in(dialog: FormDialog, text: TextIn) -> None:
    """Put the cursor into a text, in a language that is to be read."""
    own = translator().language  # stands first in the form
    code = own if own in text.languages else text.languages[0]
    dialog.form.focus_on(text.which.value, code)


class TextReading(Banner):
    """Says above the form what may be untrue in a text; the officer may say it is not.

    Whoever types mends it: what he types is saved, not confirmed. After a text that is
    right comes the next of the form; after the last of them the form closes.
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
        self._aim = Aim(self, deaf_ms=0)  # a second click is not meant for the next
        self._aim.guard(self.button)
        self.toast = Toast(dialog, (dialog.bar.cancel, dialog.bar.save))
        box = dialog.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(ABOVE_FORM, self)
        self.hide()
        dialog.form.dirty_changed.connect(lambda _dirty: self._let_confirm())
        self._ask(self._show)

    def _ask(self, then: Callable[[Sequence[Problem]], object]) -> None:
        match = self._match
        self._desk.runner.read(
            *(self, "warnings", lambda work: text_warnings(work, match)), then
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
        match, text = self._match, self._text

        def done(_result: object) -> None:
            self._ask(self._go_on)

        def failed(error: SportsecError) -> None:
            self._desk.complain(error)
            self._let_confirm()

        self.button.setEnabled(False)  # until the next text is shown
        self._desk.runner.write(
            *(self, CONFIRMED, lambda work: confirm_text(work, match, text)),
            *(done, failed),
        )

    def _go_on(self, found: Sequence[Problem]) -> None:
        """Go to the next text of the form that is to be read; after the last, close."""
        form = self._dialog.form
        left = [each for each in texts_said(found) if each.which.value in form.names()]
        if not left and not form.dirty:
            self._dialog.accept()
        self._desk.say(tr(CONFIRMED))  # over what is in front now
        if left:
            self._aim.begin()
            self._text = left[0]
            _stand_in(self._dialog, left[0])
        self._show(found if left else ())
        self._let_confirm()

    def _let_confirm(self) -> None:
        self.button.setEnabled(not self._dialog.form.dirty)

"""What stands beside the title of a meeting: its papers, its acts, its history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from sportsec.domain.meetings import NOT_BEGUN
from sportsec.queries.meetings import MeetingFile
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.pages.history.opening import history_button
from sportsec.ui.pages.meetings.act_buttons import ActButtons
from sportsec.ui.pages.meetings.acts import MeetingActs
from sportsec.ui.pages.meetings.more_acts import MoreActs
from sportsec.ui.pages.meetings.papers import PaperButtons
from sportsec.ui.widgets.conflict_link import ConflictLink

#: What a button does.
Act = Callable[[], object]


class TitleRow:
    """The buttons of the title row, put there in the order in which they stand.

    Args:
        convocation, minutes: Open both papers.
        whole: Does an act that takes the meeting as it is noted, once all is noted.

    Attributes:
        conflict: Leads to the decision where the meeting has two values.
        more: What is seldom done, behind a button of its own.
    """

    def __init__(
        self,
        page: Page,
        acts: MeetingActs,
        *,
        convocation: Act,
        minutes: Act,
        whole: Callable[[Act], None],
    ) -> None:
        self._page, self._whole = page, whole
        self.conflict = ConflictLink(page.desk)
        self.history = history_button()
        for button in (self.conflict, self.history):
            page.buttons.addWidget(button)
        self.convocation = self._add(tr("Notice of meeting"), convocation, "send")
        self.signed = self._add(tr("Minutes signed"), acts.sign, "check")
        self.minutes = self._add(tr("Minutes"), minutes, "print")
        self.held = self._add(tr("It was held"), acts.hold, "check")
        self.more = MoreActs(acts.delete)
        page.buttons.addWidget(self.more)
        self._papers = PaperButtons(page, self.convocation, self.minutes)
        self._offers = ActButtons(self.held, self.convocation, self.signed)

    def show_file(self, file: MeetingFile) -> None:
        """Offer what the meeting is ready for, and say why it cannot be held yet."""
        self._set_there(is_there=True)
        self._papers.show_file(file)
        self._offers.show_file(file)
        self.held.setToolTip("" if file.has_begun else tr(NOT_BEGUN))

    def show_gone(self) -> None:
        """Offer nothing: the meeting is no more."""
        self._set_there(is_there=False)

    def forget(self) -> None:
        """Take no more room for acts that were done, from the next `show_file` on."""
        self._offers.forget()

    # ---- inside

    def _add(self, text: str, act: Act, icon: str) -> QPushButton:
        return self._page.add_button(text, lambda: self._whole(act), icon)

    def _set_there(self, *, is_there: bool) -> None:
        shown = (self.convocation, self.signed, self.minutes, self.held, self.more)
        for button in shown:
            button.setVisible(is_there)

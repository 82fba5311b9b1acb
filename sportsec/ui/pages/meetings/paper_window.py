"""Minutes and convocation as they will print, in a window of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.meetings import MeetingDraft
from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.formats import ZONE
from sportsec.i18n.translator import translator
from sportsec.queries.minutes import MinutesRows, minutes_rows
from sportsec.ui.desk import Desk
from sportsec.ui.file_names import clubs_in_name
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.meetings.forms import (
    meeting_form,
    open_part,
    open_participant,
)
from sportsec.ui.pages.meetings.not_said import NotSaid
from sportsec.ui.pages.meetings.open_yet import OpenYet
from sportsec.ui.pages.meetings.unnoted import Unnoted
from sportsec.ui.paper.sending import PaperTexts
from sportsec.ui.paper.view import Languages, PaperView
from sportsec.ui.task import Progress
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.tab_order import follow_reading
from sportsec.ui.widgets.toast import Toast

SIZE = (900, 900)


class MeetingPaperWindow(QDialog):
    """Shows a paper of one meeting and prints it."""

    def __init__(
        self,
        desk: Desk,
        meeting_id: UUID,
        parent: QWidget,
        *,
        title: str,
        texts: PaperTexts,
        report: str,
        above: Sequence[QWidget] = (),
    ) -> None:
        """Ask for what the paper says.

        Args:
            title: What the paper is called; its file is named so too.
            report: The module in `sportsec.reports` that builds it.
            above: Stand above the paper, one below the other.
        """
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = meeting_id
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._report = report
        self._meeting: MeetingDraft | None = None
        choices = [(code,) for code in LANGUAGES]
        self.toast = Toast(self)
        # The window of the program lies behind: what it says would not be seen.
        at_hand = replace(desk, say=self.toast.say)
        self.paper = PaperView(at_hand, texts, choices, "minutes/language", above)
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Read the meeting and show its paper."""
        one = self._meeting_id
        self._desk.runner.read(
            self, "rows", lambda work: minutes_rows(work, one), self.take
        )

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(lambda _on: self.reject())
        self.paper.buttons.insertWidget(0, close)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(self.paper)
        fit(self, *SIZE)
        follow_reading(self)

    def take(self, rows: MinutesRows) -> None:
        """Show the paper of a meeting as it was read."""
        self._meeting = rows.meeting
        name = partial(_file_name, rows, self.windowTitle())
        self.paper.show_paper(partial(_print, rows, self._report), name)

    def fill_in(self, name: str) -> FormDialog | None:
        """Open the form of the meeting at a field; the paper follows it."""
        if self._meeting is None:
            return None
        form, desk = meeting_form(self._desk), self._desk
        dialog = open_part(self, desk, form, self._meeting_id, self._meeting)
        dialog.saved.connect(lambda _result: self.reload())
        form.focus_on(name)
        return dialog


class MinutesWindow(MeetingPaperWindow):
    """Shows the minutes of one meeting and prints them.

    What they leave blank, and of whom they cannot say whether he came, is said above
    them.
    """

    #: Closed to note the presence of somebody: the id of the participant.
    left_for = Signal(object)

    def __init__(self, desk: Desk, meeting_id: UUID, parent: QWidget) -> None:
        self.unnoted = Unnoted(self._leave_for)
        self.unnoted.button.setAutoDefault(False)
        self.not_said = NotSaid(self.fill_in)
        texts = PaperTexts(
            printing=tr("Print the minutes"),
            saving=tr("Save the minutes"),
            printed=tr("The minutes were sent to the printer."),
            preview=tr("Preview of the minutes"),
        )
        super().__init__(
            *(desk, meeting_id, parent),
            title=tr("Minutes"),
            texts=texts,
            report="minutes",
            above=(self.not_said, self.unnoted),
        )

    def take(self, rows: MinutesRows) -> None:
        """Show the minutes, what they leave blank, and of whom they know nothing."""
        super().take(rows)
        self.not_said.show_meeting(rows.meeting)
        self.unnoted.show_people(rows.meeting.status, rows.participants)

    def _leave_for(self, participant_id: UUID) -> None:
        """Close: beside each on the page it is one key, which no form is."""
        self.reject()
        self.left_for.emit(participant_id)


class ConvocationWindow(MeetingPaperWindow):
    """Shows the convocation to one meeting and prints it.

    Where it leaves something open it says so, and leads to the form.
    """

    def __init__(self, desk: Desk, meeting_id: UUID, parent: QWidget) -> None:
        self.open_yet = OpenYet(self.fill_in, self.put_name)
        texts = PaperTexts(
            printing=tr("Print the notice of meeting"),
            saving=tr("Save the notice of meeting"),
            printed=tr("The notice of meeting was sent to the printer."),
            preview=tr("Preview of the notice of meeting"),
        )
        super().__init__(
            *(desk, meeting_id, parent),
            title=tr("Notice of meeting"),
            texts=texts,
            report="convocation",
            above=(self.open_yet,),
        )

    def take(self, rows: MinutesRows) -> None:
        """Show the letter, and what it leaves open."""
        super().take(rows)
        self.open_yet.show_rows(rows)

    def put_name(self, participant_id: UUID) -> None:
        """Open the form of somebody without a name; the letter follows it."""
        open_participant(
            *(self, self._desk, self._meeting_id, participant_id),
            done=lambda _id: self.reload(),
        )


def _file_name(rows: MinutesRows, paper: str, languages: Languages) -> str:
    """Return a name that sorts by day and says which meeting it was, of which match.

    Several commissions of one day would otherwise be of one name.
    """
    begins = rows.meeting.meets_at or rows.printed_at
    parts = [
        f"{begins.astimezone(ZONE).date():%Y-%m-%d}",
        *(each.replace(" ", "-") for each in (paper, label(rows.meeting.kind))),
    ]
    if rows.match is not None:
        parts.append(clubs_in_name(words(rows.match.home), words(rows.match.away)))
    return "_".join((*parts, "+".join(languages))) + ".pdf"


def _print(
    rows: MinutesRows, report: str, languages: Languages, progress: Progress
) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports import convocation, minutes  # noqa: PLC0415 - slow to load
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load

    builders = {"convocation": convocation.build, "minutes": minutes.build}
    progress(0.1, N_("Preparing the preview…"))
    return render(builders[report](rows, translator(languages[0])))

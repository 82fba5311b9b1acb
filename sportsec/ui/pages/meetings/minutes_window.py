"""The minutes as they will print, in a window of their own."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.formats import ZONE
from sportsec.i18n.translator import translator
from sportsec.queries.minutes import MinutesRows, minutes_rows
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr
from sportsec.ui.paper.sending import PaperTexts
from sportsec.ui.paper.view import Languages, PaperView
from sportsec.ui.task import Progress
from sportsec.ui.widgets.fitting import fit
from sportsec.ui.widgets.tab_order import follow_reading

SIZE = (900, 900)


class MinutesWindow(QDialog):
    """Shows the minutes of one meeting and prints them."""

    def __init__(self, desk: Desk, meeting_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Minutes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        texts = PaperTexts(
            printing=tr("Print the minutes"),
            saving=tr("Save the minutes"),
            printed=tr("The minutes were sent to the printer."),
            preview=tr("Preview of the minutes"),
        )
        choices = [(code,) for code in LANGUAGES]
        self.paper = PaperView(desk, texts, choices, "minutes/language")
        self._lay_out()
        desk.runner.read(
            self, "rows", lambda work: minutes_rows(work, meeting_id), self._take
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

    def _take(self, rows: MinutesRows) -> None:
        self.paper.show_paper(partial(_print, rows), partial(_file_name, rows))


def _file_name(rows: MinutesRows, languages: Languages) -> str:
    """Return a name that sorts by day and says which meeting it was."""
    begins = rows.meeting.meets_at or rows.printed_at
    day = begins.astimezone(ZONE).date()
    kind = label(rows.meeting.kind).replace(" ", "-")
    return f"{day:%Y-%m-%d}_{tr('Minutes')}_{kind}_{'+'.join(languages)}.pdf"


def _print(rows: MinutesRows, languages: Languages, progress: Progress) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports.minutes import build  # noqa: PLC0415 - slow to load
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load

    progress(0.1, N_("Preparing the preview…"))
    return render(build(rows, translator(languages[0])))

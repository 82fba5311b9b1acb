"""The briefing tab: a live preview of the paper, and what to do with it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from sportsec.domain.words import N_
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, words
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from sportsec.ui.pages.briefing.state import CHOICES, Paper, file_name
from sportsec.ui.paper.sending import PaperTexts
from sportsec.ui.paper.view import Languages, PaperView
from sportsec.ui.task import Progress


class BriefingTab(PaperView):
    """Shows the briefing of one fixture as it will print."""

    def __init__(self, desk: Desk, fixture_id: UUID) -> None:
        texts = PaperTexts(
            printing=tr("Print the briefing"),
            saving=tr("Save the briefing"),
            printed=tr("The briefing was sent to the printer."),
        )
        before = BeforePrinting(desk, fixture_id)
        super().__init__(desk, texts, CHOICES, "briefing/languages", (before,))
        self.before = before
        self._fixture_id = fixture_id
        self.languages.currentIndexChanged.connect(lambda _place: self._check())

    def reload(self) -> None:
        """Read the record again, check it and renew the preview."""
        self._check()
        fixture_id = self._fixture_id
        self._desk.runner.read(
            self, "rows", lambda work: briefing_rows(work, fixture_id), self._take
        )

    def _check(self) -> None:
        """Check the match for the paper on view."""
        self.before.check_for(self._languages())

    def _take(self, rows: BriefingRows) -> None:
        self.show_paper(partial(_print, rows), partial(_file_name, rows))


def _file_name(rows: BriefingRows, languages: Languages) -> str:
    match = rows.match.match
    return file_name(
        Paper(
            words(match.home),
            words(match.away),
            match.kick_off_date,
            match.version,
            languages,
        )
    )


def _print(rows: BriefingRows, languages: Languages, progress: Progress) -> bytes:
    """Build and draw the paper; runs in the worker, without the record."""
    from sportsec.reports.briefing.build import build  # noqa: PLC0415 - slow to load
    from sportsec.reports.pdf.renderer import render  # noqa: PLC0415 - slow to load

    progress(0.1, N_("Preparing the preview…"))
    first, *rest = (translator(code) for code in languages)
    return render(build(rows, first, rest[0] if rest else None))

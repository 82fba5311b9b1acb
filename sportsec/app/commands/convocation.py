"""`sportsec convocation`: prints the letter that asks people to a meeting as PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.minutes import printed
from sportsec.app.commands.terminal import Terminal
from sportsec.domain.meetings import check_convocation
from sportsec.i18n.labels import problem_text
from sportsec.i18n.meeting_words import unnamed_words
from sportsec.queries.minutes import MinutesRows, meeting_ahead
from sportsec.reports.convocation import build


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the letter in the language asked for; say what it leaves open."""

    def look(rows: MinutesRows) -> None:
        for problem in check_convocation(rows.meeting):
            terminal.complain(problem_text(terminal.t, problem))
        if unnamed := unnamed_words(terminal.t, len(rows.unnamed)):
            terminal.complain(unnamed)

    return printed(asked, folder, terminal, meeting_ahead, build, look)

"""`sportsec minutes`: prints the minutes of a meeting as PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.briefing import not_named
from sportsec.app.commands.files import deliver
from sportsec.app.commands.terminal import REFUSED, Terminal
from sportsec.domain.errors import NotFound
from sportsec.i18n.translator import translator
from sportsec.queries.minutes import meeting_named, minutes_rows
from sportsec.reports.minutes import build
from sportsec.reports.pdf.renderer import render
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the paper in the language asked for."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            rows = minutes_rows(work, meeting_named(work, asked.meeting))
    except NotFound as error:
        if error.kind == "meeting":
            name = terminal.quote(asked.meeting)
            terminal.complain(t("No meeting is named {name}.", name=name))
        else:
            terminal.complain(not_named(error, asked.meeting, terminal))
        return REFUSED
    finally:
        workspace.close()
    paper = build(rows, translator(asked.lang or t.language))
    return deliver(terminal, asked.out, render(paper))

"""`sportsec minutes`: prints the minutes of a meeting as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from sportsec.app.commands.briefing import not_named
from sportsec.app.commands.files import deliver
from sportsec.app.commands.terminal import REFUSED, Terminal
from sportsec.domain.errors import NotFound
from sportsec.i18n.translator import Translator, translator
from sportsec.queries.minutes import MinutesRows, meeting_named, minutes_rows
from sportsec.reports.document import Document
from sportsec.reports.minutes import build
from sportsec.reports.pdf.renderer import render
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the paper in the language asked for."""
    return printed(asked, folder, terminal, meeting_named, build)


def printed(
    asked: Namespace,
    folder: Path,
    terminal: Terminal,
    named: Callable[[Work, str], UUID],
    build: Callable[[MinutesRows, Translator], Document],
    look: Callable[[MinutesRows], object] = lambda _rows: None,
) -> int:
    """Print a paper of the meeting asked for; return the exit code.

    Args:
        named: Finds the meeting, or raises `NotFound`.
        look: Says what the officer should know of it.
    """
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            rows = minutes_rows(work, named(work, asked.meeting))
    except NotFound as error:
        if error.kind == "meeting":
            name = terminal.quote(asked.meeting)
            terminal.complain(t("No meeting is named {name}.", name=name))
        else:
            terminal.complain(not_named(error, asked.meeting, terminal))
        return REFUSED
    finally:
        workspace.close()
    look(rows)
    paper = build(rows, translator(asked.lang or t.language))
    return deliver(terminal, asked.out, render(paper))

"""`sportsec briefing`: prints the briefing of a match as PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.files import deliver
from sportsec.app.commands.terminal import REFUSED, Terminal
from sportsec.domain.errors import NotFound, SeveralMatches
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.read import briefing_rows
from sportsec.queries.next_match import fixture_named
from sportsec.reports.briefing.build import build
from sportsec.reports.pdf.renderer import render
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the paper in one language, or in two side by side."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            rows = briefing_rows(work, fixture_named(work, asked.fixture))
    except NotFound as error:
        terminal.complain(not_named(error, asked.fixture, terminal))
        return REFUSED
    finally:
        workspace.close()
    first, _, second = (asked.lang or t.language).partition("+")
    beside = translator(second) if second else None
    paper = build(rows, translator(first), beside)
    return deliver(terminal, asked.out, render(paper))


def not_named(error: NotFound, asked: str, terminal: Terminal) -> str:
    """Say why the match asked for is not one match."""
    t = terminal.t
    name = terminal.quote(asked)
    if isinstance(error, SeveralMatches):
        ids = "\n".join(map(str, error.ids))
        return t("Several matches have the number {name}:", name=name) + f"\n{ids}"
    if asked == "next":
        return t("No match is coming up.")
    return t("No match is named {name}; see: fixtures", name=name)

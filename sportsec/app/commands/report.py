"""`sportsec report`: what the support needs to know, without anything personal."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.app.places import log_file
from sportsec.queries.problem_report import problem_report
from sportsec.store.workspace import Workspace


def run(_asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the report; whoever needs it as a file writes the output into one."""
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:  # never committed
            report = problem_report(work, read_log(folder))
    finally:
        workspace.close()
    terminal.say(report)
    return DONE


def read_log(folder: Path) -> str:
    """Return the text of the log; empty when nothing was ever logged."""
    log = log_file(folder)
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""

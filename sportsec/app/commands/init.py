"""`sportsec init`: makes a new workspace, empty or with the sample season."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.app.founding import found_workspace
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.services.sample.build import Progress
from sportsec.services.workspace import create, sample_names
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace

#: Name of a cell that nobody has named.
_ANY_CELL = Words(
    ar="خلية الأمن الرياضي",
    fr="Cellule de sécurité sportive",
    en="Sports security cell",
)


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Make the workspace; leave nothing behind when that fails."""
    t = terminal.t
    where = terminal.quote(str(folder))
    if Workspace.exists(folder):
        terminal.complain(t("There is already a workspace in {path}.", path=where))
        return REFUSED

    def fill(work: Work) -> None:
        cell, command, city = sample_names() if asked.sample else _unnamed()
        if asked.cell is not None:
            # The command of the sample need not be that of a cell of another city.
            cell, command = _named(asked.cell.strip(), t.language), Words()
        create(
            work,
            cell,
            command,
            city=city,
            sample_on=local_day(work) if asked.sample else None,
            language=t.language,
            progress=_progress(),
        )

    found_workspace(folder, fill).close()
    terminal.say(t("Workspace made in {path}", path=where))
    return DONE


def _unnamed() -> tuple[Words, Words, Words]:
    return _ANY_CELL, Words(), Words()


def _named(name: str, language: str) -> Words:
    """Return a typed name in the language its letters show."""
    if any("\u0600" <= letter <= "\u06ff" for letter in name):
        return Words(ar=name)
    return Words(en=name) if language == "en" else Words(fr=name)


def _progress() -> Progress:
    """Return what shows progress: a line that counts up, where somebody looks."""

    def tell(share: float) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{share:4.0%}" + ("\n" if share >= 1 else ""))
            sys.stderr.flush()

    return tell

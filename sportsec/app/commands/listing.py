"""Asks for the matches that the options of a command name."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import Terminal
from sportsec.domain.errors import NotFound
from sportsec.queries.fixture_list import ListedMatch, listed_matches
from sportsec.store.workspace import Workspace


def asked_matches(
    asked: Namespace, folder: Path, terminal: Terminal
) -> list[ListedMatch] | None:
    """Return the matches asked for; None when no such club is known, which is said."""
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            return listed_matches(work, asked.from_day, asked.to_day, asked.club or "")
    except NotFound:
        name = terminal.quote(asked.club)
        terminal.complain(terminal.t("No club is called {name}.", name=name))
        return None
    finally:
        workspace.close()

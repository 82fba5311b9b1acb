"""`sportsec calendar`: writes matches as an iCalendar file."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from sportsec.app.commands.files import deliver
from sportsec.app.commands.listing import asked_matches
from sportsec.app.commands.terminal import REFUSED, Terminal
from sportsec.tabular.calendar_export import calendar_file


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Write the file, also when there is no match: an empty calendar."""
    matches = asked_matches(asked, folder, terminal)
    if matches is None:
        return REFUSED
    rows = [each.row for each in matches]
    content = calendar_file(rows, terminal.t, made_at=datetime.now(UTC))
    return deliver(terminal, asked.out, content)

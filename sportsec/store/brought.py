"""The note that a backup took the place of the database, for the history to say so.

What was done since the backup is gone from the record; that an officer put the old
state there must not be. The note lies beside the database until the workspace is opened
next, whose first act it becomes. It names the state that was brought, so that nothing
is said of a database whose place was not taken after all.
"""

from __future__ import annotations

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sportsec.store.durable import put_text
from sportsec.store.engine import connect
from sportsec.store.journal.standing import STANDING

_NOTE = "brought-back.json"


def note_brought(folder: Path, staged: Path, made_at: datetime) -> None:
    """Note that the database `staged`, a backup of a moment, takes its place."""
    with closing(connect(staged, writable=False)) as connection:
        state = _state(connection)
    said = {"state": state, "when": made_at.isoformat()}
    put_text(json.dumps(said), folder / _NOTE)


def brought_facts(folder: Path, connection: Any) -> dict[str, str] | None:
    """Return the facts of the act, if the database in a folder was just brought."""
    try:
        said = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return {"when": said["when"]} if said["state"] == _state(connection) else None


def forget_brought(folder: Path) -> None:
    """Say that the act stands in the journal."""
    (folder / _NOTE).unlink(missing_ok=True)


def _state(connection: Any) -> str:
    """Return what tells one state of the journal from another; "" before the first."""
    query = "SELECT coalesce(self || ' ' || tno || ' ' || hex(chain), '')"
    found = connection.execute(f"{query} FROM {STANDING}").fetchone()
    return str(found[0])

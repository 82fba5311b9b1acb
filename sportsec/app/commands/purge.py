"""`sportsec purge`: erases the personal values of a record for the law's sake."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.purges import as_json, tell
from sportsec.app.commands.record import the_record
from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.errors import Invalid
from sportsec.domain.history import PURGED
from sportsec.domain.purges import Purge, PurgeDraft
from sportsec.i18n.labels import problem_text
from sportsec.queries.purges import purge_of, with_backups
from sportsec.services.backups import replace_backups
from sportsec.services.purges import purge_record
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Erase and report; 2 where nothing was erased."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            found = the_record(work, " ".join(asked.record), terminal)
        if found is None:
            return REFUSED
        kind, record = found
        draft = PurgeDraft(asked.basis, asked.decision)
        with workspace.writing() as work:
            purge_record(work, kind, record, draft)
            work.commit(PURGED)
        with workspace.reading() as work:
            done = purge_of(work, kind, record)
            done = None if done is None else with_backups(work, folder, done)
            if asked.delete_backups and done is not None:
                replace_backups(folder, done.backups)
                done = with_backups(work, folder, done)
    except Invalid as error:
        for problem in error.problems:
            terminal.complain(problem_text(t, problem))
        return REFUSED
    finally:
        workspace.close()
    _report(terminal, done, json=asked.json)
    return DONE


def _report(terminal: Terminal, done: Purge | None, *, json: bool) -> None:
    if done is None:  # it was committed a moment ago
        raise AssertionError("a purge that was done is not known")
    if json:
        terminal.json(as_json(done, terminal.t))
    else:
        tell(terminal, done)

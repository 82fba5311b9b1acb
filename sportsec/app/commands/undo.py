"""`sportsec undo`: takes back the last act, or another one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.errors import Invalid
from sportsec.domain.words import N_
from sportsec.i18n.history_words import act_sentence
from sportsec.i18n.labels import problem_text
from sportsec.queries.history_acts import act_rows
from sportsec.queries.history_undo import first_of, second_of, undo_stack
from sportsec.services.history import NOTHING, undo_act
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Undo and say what; return 2 where something later stands on it."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            act = first_of(work, asked.act) if asked.act else _last(work)
            undo_act(work, act)
            (row,) = act_rows(work, [second_of(work, act) or act])
            said = act_sentence(t, row)
            work.commit(N_("Undone"), undoes=act, saw_all=True)
            made = work.sealed.act if work.sealed else None
    except Invalid as error:
        for problem in error.problems:
            terminal.complain(problem_text(t, problem))
        return REFUSED
    finally:
        workspace.close()
    if asked.json:
        terminal.json({"undone": act, "title": said, "act": made})
    else:
        terminal.say(t("Undone: {act}", act=said))
    return DONE


def _last(work: Work) -> int:
    step = undo_stack(work).undo
    if step is None:
        raise Invalid([NOTHING])
    return step.act

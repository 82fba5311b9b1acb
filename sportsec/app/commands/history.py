"""`sportsec history`: what was done to a record, by whom and when."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from sportsec.app.commands.record import the_record
from sportsec.app.commands.terminal import DONE, REFUSED, Json, Terminal
from sportsec.domain.history import ChangeKind, ChangeRow
from sportsec.i18n.formats import date_time
from sportsec.i18n.history_words import (
    act_sentence,
    change_words,
    mention_words,
    value_text,
)
from sportsec.i18n.translator import Translator
from sportsec.queries.history_record import Episode, RecordHistory, record_history
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the history of a record, newest first; 2 unless one record is meant."""
    t, text = terminal.t, " ".join(asked.record)
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            found = the_record(work, text, terminal)
            if found is None:
                return REFUSED
            history = record_history(work, *found)
    finally:
        workspace.close()
    if asked.json:
        terminal.json(as_json(history, t))
    else:
        terminal.say(mention_words(t, history.record))
        for episode in history.episodes:
            _tell(terminal, episode, history.record.id)
    return DONE


def as_json(history: RecordHistory, t: Translator) -> Json:
    """Return a history as other programs read it; README documents the fields."""
    return [
        {
            "act": episode.act.id,
            "at": episode.act.at.isoformat(timespec="milliseconds"),
            "actor": episode.act.actor,
            "cell": t.pick(episode.act.cell),
            "title": act_sentence(t, episode.act),
            "undone": episode.act.undone_by is not None,
            "changes": [
                {
                    "record": str(change.record.id),
                    "kind": change.record.kind,
                    "change": change.kind.value,
                    "field": change.field or None,
                    "old": value_text(t, change.field, change.old),
                    "new": value_text(t, change.field, change.new),
                }
                for change in episode.changes
            ],
        }
        for episode in history.episodes
    ]


def _tell(terminal: Terminal, episode: Episode, about: UUID) -> None:
    t, act = terminal.t, episode.act
    who = " · ".join(part for part in (act.actor, t.pick(act.cell)) if part)
    undone = f"  ({t('Undone')})" if act.undone_by is not None else ""
    terminal.say(f"\n{date_time(act.at)}  {act_sentence(t, act)}{undone}")
    terminal.say(f"    {act.id}  {who}")
    for change in episode.changes:
        whose = "" if change.record.id == about else mention_words(t, change.record)
        terminal.say("    " + " · ".join(filter(None, (whose, _line(t, change)))))
    if episode.more:
        text = t.count("{n} more change", "{n} more changes", episode.more)
        terminal.say(f"    {text}")


def _line(t: Translator, change: ChangeRow) -> str:
    name = change_words(t, change)
    if change.kind in {ChangeKind.ERASED, ChangeKind.CONFIRMED}:
        text = value_text(t, change.field, change.new)
        return t("{name}: {text}", name=name, text=text)
    if not change.field:
        return name
    arrow = "←" if t.rtl else "→"
    old, new = (value_text(t, change.field, each) for each in (change.old, change.new))
    return t("{name}: {text}", name=name, text=f"{old} {arrow} {new}")

"""`sportsec conflicts`: lists what two cells wrote without seeing each other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.domain.conflicts import Conflict, Unreadable, Version
from sportsec.domain.words import N_, Words
from sportsec.i18n.field_words import field_label
from sportsec.i18n.formats import date_time
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.translator import Translator
from sportsec.i18n.value_words import value_words
from sportsec.queries.conflicts import open_conflicts
from sportsec.store.workspace import Workspace

_UNREADABLE = {
    Unreadable.WITHHELD: N_("kept back by the sender"),
    Unreadable.ERASED: N_("erased"),
}


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print each open conflict with its values; none is no failure."""
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            found = open_conflicts(work, limit=None)
    finally:
        workspace.close()
    if asked.json:
        terminal.json([as_json(each, terminal.t) for each in found])
    elif not found:
        terminal.say(terminal.t("Nothing waits for a decision."))
    else:
        for each in found:
            _say(terminal, each)
    return DONE


def _say(terminal: Terminal, conflict: Conflict) -> None:
    t = terminal.t
    name = kind_label(t, conflict.table)
    heading = t("{name}: {text}", name=name, text=t.pick(conflict.label))
    field = field_label(t, conflict.register)
    terminal.say(f"{conflict.key}  {heading} · {field}")
    rows = [
        (
            "*" if each.is_shown else " ",
            t("ours") if each.is_ours else t("theirs"),
            value_text(t, conflict, each),
            t.pick(each.cell),
            each.actor,
            date_time(each.at),
        )
        for each in conflict.versions
    ]
    terminal.table(rows)


def value_text(t: Translator, conflict: Conflict, version: Version) -> str:
    """Return a value in words, several with their names."""
    if version.is_deletion:
        return t("Deleted")
    texts = {
        column: t(_UNREADABLE[value])
        if isinstance(value, Unreadable)
        else value_words(t, column, conflict.named(column, value))
        for column, value in version.values.items()
    }
    if len(texts) == 1:
        return next(iter(texts.values()))
    named = (
        t("{name}: {text}", name=field_label(t, column), text=text)
        for column, text in texts.items()
    )
    return t(", ").join(named)


def as_json(conflict: Conflict, t: Translator) -> dict[str, object]:
    """Return a conflict for other programs: values as `resolve` takes them."""
    return {
        "id": conflict.key,
        "kind": conflict.kind.value,
        "table": conflict.table,
        "record": str(conflict.record),
        "label": t.pick(conflict.label),
        "field": conflict.register,
        "before": plain(conflict.base),
        "values": [
            {
                "side": "ours" if each.is_ours else "theirs",
                "value": plain(each.values),
                "deletes": each.is_deletion,
                "shown": each.is_shown,
                "who": each.actor,
                "cell": t.pick(each.cell),
                "at": each.at.isoformat(),
            }
            for each in conflict.versions
        ],
    }


def plain(values: Mapping[str, object]) -> dict[str, object]:
    """Return values as JSON has them."""
    return {column: _plain(value) for column, value in values.items()}


def _plain(value: Any) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Words) or value is None:
        return None if value is None else value.pick("en")
    return value if isinstance(value, str | int | float | bool) else str(value)

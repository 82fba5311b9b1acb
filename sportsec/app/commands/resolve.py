"""`sportsec resolve`: decides one conflict."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from sportsec.app.commands.conflicts import as_json, value_text
from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.conflicts import Conflict, Decision, Side, enter, take
from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.i18n.field_words import field_label
from sportsec.queries.conflicts import conflict, conflict_of
from sportsec.queries.field_values import value_from_text
from sportsec.services.conflicts import DECIDED, decide
from sportsec.store.workspace import Workspace

#: Words that name a side; for deletions they say what becomes of the record.
SIDES = ("ours", "theirs")


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Write the decision as an act of its own, which travels with the next file.

    Raises:
        Invalid: The side names no single value, or the text is no value of the field.
    """
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            try:
                found = conflict(work, asked.id)
            except NotFound:
                name = terminal.quote(asked.id)
                terminal.complain(t("No conflict is called {name}.", name=name))
                return REFUSED
            decide(work, [_decision(found, asked.value)])
            work.commit(DECIDED, saw_all=True)
            left = conflict_of(work, found.table, found.record, found.register)
    finally:
        workspace.close()
    if asked.json:
        terminal.json({"decided": as_json(found, t), "open": left is not None})
        return DONE
    field = field_label(t, found.register)
    terminal.say(t("Decided: {field} of {name}", field=field, name=t.pick(found.label)))
    if left is not None:
        texts = t(", ").join(value_text(t, left, each) for each in left.versions)
        terminal.say(t("Another value came meanwhile: {values}", values=texts))
    return DONE


def _decision(found: Conflict, value: str) -> Decision:
    if value in SIDES:
        version = found.version(Side(value))
        if version is None:
            text = N_("That names several values, or none: give the value itself.")
            raise Invalid([Problem(None, text)])
        return take(found, version)
    try:
        return enter(found, _values(found, value))
    except (KeyError, ValueError, TypeError) as error:
        text = N_("{value} is not a value of this field.")
        raise Invalid([Problem(None, text, facts={"value": value})]) from error


def _values(found: Conflict, text: str) -> Mapping[str, object]:
    """Return what was typed: one value, or of several columns a JSON object."""
    given = {found.columns[0]: text} if len(found.columns) == 1 else json.loads(text)
    return {
        column: value_from_text(
            *(found.table, column),
            "" if given[column] is None else str(given[column]),
        )
        for column in found.columns
    }

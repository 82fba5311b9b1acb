"""`sportsec import`: takes files of other cells in, or says what that would do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sportsec.app.commands.export import passphrase_in
from sportsec.app.commands.terminal import DONE, PARTLY, REFUSED, Terminal
from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import (
    Fate,
    Judgement,
    KindPreview,
    ReceiveResult,
)
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.i18n.labels_exchange import KIND_NAMES, kind_sentence
from sportsec.i18n.translator import Translator
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.workspace import Workspace
from sportsec.sync.receive import Given, Looked, look, receive


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Take the files in, each whole or not at all."""
    passphrase = passphrase_in(asked, terminal)
    if passphrase is None:
        return REFUSED
    left_out = KIND_NAMES.keys() - set(asked.only) if asked.only else frozenset()
    files = [(path, passphrase) for path in asked.file]
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            seen = look(work, files, left_out=left_out)
        if asked.preview:
            return _tell_preview(seen, terminal, json=asked.json)
        if asked.trust:
            seen = _trust(workspace, seen, files, left_out)
        with workspace.writing() as work:
            usable = [given for given in files if given[0] in seen.judgements]
            result = receive(work, usable, left_out=left_out) if usable else None
    finally:
        workspace.close()
    return _tell(seen, result, terminal, json=asked.json)


def _trust(
    workspace: Workspace, seen: Looked, files: list[Given], left_out: Iterable[str]
) -> Looked:
    """Trust the unknown senders, whose words the officer says to have compared."""
    with workspace.writing() as work:
        for file in seen.judgements.values():
            if file.sender.trust is Trust.UNKNOWN:
                meet_cell(work, file.sender.key, file.sender.name, "")
                trust_cell(work, file.sender.key)
        work.commit(N_("Cell trusted"))
    with workspace.writing() as work:
        return look(work, files, left_out=frozenset(left_out))


def _tell_preview(seen: Looked, terminal: Terminal, *, json: bool) -> int:
    kinds = seen.preview.kinds if seen.preview else ()
    files = tuple(seen.judgements.values())
    if json:
        terminal.json(
            {
                "files": [_file(each, terminal.t) for each in files],
                "refused": _refusals(seen.refusals, terminal.t),
                "kinds": _kinds(kinds),
            }
        )
    else:
        _say(files, kinds, seen.refusals, terminal)
        terminal.say(terminal.t("Nothing was written: this was a trial."))
    return _code(len(files), len(seen.refusals), 0)


def _tell(
    seen: Looked, result: ReceiveResult | None, terminal: Terminal, *, json: bool
) -> int:
    t = terminal.t
    taken = result.files if result else ()
    refused = result.refused if result else ()
    # a file that was taken in before is no failure
    done = len(seen.judgements) - len(refused)
    if json:
        found = {each.file: each for each in (*seen.judgements.values(), *taken)}
        terminal.json(
            {
                "files": [
                    {**_file(each, t), "taken": each in taken}
                    for each in found.values()
                ],
                "refused": _refusals(seen.refusals, t),
                "kinds": _kinds(result.kinds if result else ()),
                "acts": list(result.acts) if result else [],
                "conflicts": result.conflicts if result else 0,
                "twins": result.twins if result else 0,
                "backup": str(result.backup) if result and result.backup else None,
            }
        )
    else:
        kinds = result.kinds if result else ()
        _say((*taken, *refused), kinds, seen.refusals, terminal)
    left = len(seen.refusals) + len(refused)
    return _code(done, left, result.conflicts if result else 0)


def _code(done: int, left: int, conflicts: int) -> int:
    if not done:
        return REFUSED
    return PARTLY if left or conflicts else DONE


def _say(
    files: Sequence[Judgement],
    kinds: Sequence[KindPreview],
    refusals: Mapping[Path, SportsecError],
    terminal: Terminal,
) -> None:
    t = terminal.t
    for each in files:
        name, cell = terminal.quote(each.file.name), t.pick(each.sender.name)
        terminal.say(t("{name}, from {cell}", name=name, cell=terminal.quote(cell)))
        for found in each.findings:
            terminal.complain(f"  {problem_text(t, found)}")
    for kind in kinds:
        terminal.say(kind_sentence(t, kind))
    for path, error in refusals.items():
        terminal.complain(f"{terminal.quote(path.name)}: {_sentence(t, error)}")


def _file(each: Judgement, t: Translator) -> dict[str, object]:
    return {
        "file": str(each.file),
        "sender": t.pick(each.sender.name),
        "key": each.sender.key.hex(),
        "words": t.pick(each.sender.words),
        "trust": each.sender.trust.value,
        "number": each.number,
        "place": each.place.value,
        "changes": each.changes,
        "new_changes": each.new_changes,
        "findings": [problem_text(t, found) for found in each.findings],
    }


def _kinds(kinds: Iterable[KindPreview]) -> list[dict[str, object]]:
    return [
        {
            "kind": kind.table,
            **{fate.value: kind.counts.get(fate, 0) for fate in Fate},
        }
        for kind in kinds
    ]


def _refusals(
    refusals: Mapping[Path, SportsecError], t: Translator
) -> list[dict[str, str]]:
    return [
        {"file": str(path), "reason": _sentence(t, error)}
        for path, error in refusals.items()
    ]


def _sentence(t: Translator, error: SportsecError) -> str:
    # the words of errors are needed only when something fails
    from sportsec.ui.errors import message_of  # noqa: PLC0415

    return message_of(t, error).what

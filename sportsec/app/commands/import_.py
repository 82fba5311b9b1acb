"""`sportsec import`: takes files of other cells in, or says what that would do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sportsec.app.cli_parser import PROGRAM
from sportsec.app.commands.cells import DIGITS
from sportsec.app.commands.export import passphrase_in
from sportsec.app.commands.terminal import DONE, PARTLY, REFUSED, Terminal
from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import (
    Fate,
    Judgement,
    KindPreview,
    ReceiveResult,
    Told,
)
from sportsec.domain.words import N_
from sportsec.i18n.labels import problem_text
from sportsec.i18n.labels_exchange import KIND_NAMES, kind_sentence
from sportsec.i18n.told_words import told_groups
from sportsec.i18n.translator import Translator
from sportsec.queries.peers import cell_by_key
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.workspace import Workspace
from sportsec.sync.receive import Looked, look, receive


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Take the files in, each whole or not at all."""
    passphrase = passphrase_in(asked, terminal)
    if passphrase is None:
        return REFUSED
    strange = sorted(set(asked.only or ()) - KIND_NAMES.keys())
    if strange:
        text = terminal.t(
            "No kind of record is called {name}. There are: {names}",
            name=terminal.quote(strange[0]),
            names=terminal.quote(", ".join(KIND_NAMES)),
        )
        terminal.complain(text)
        return REFUSED
    left_out = KIND_NAMES.keys() - set(asked.only) if asked.only else frozenset()
    files = [(path, passphrase) for path in asked.file]
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            seen = look(work, files, left_out=left_out)
        if asked.preview:
            return _tell_preview(seen, terminal, json=asked.json)
        if _meet(workspace, seen, trust=asked.trust):
            with workspace.writing() as work:
                seen = look(work, files, left_out=left_out)
        with workspace.writing() as work:
            usable = [given for given in files if given[0] in seen.judgements]
            result = receive(work, usable, left_out=left_out) if usable else None
    finally:
        workspace.close()
    return _tell(seen, result, terminal, json=asked.json)


def _meet(workspace: Workspace, seen: Looked, *, trust: bool) -> bool:
    """Make unknown senders known, so that `cells` lists them with their words.

    Args:
        trust: Whether the officer says to have compared these.

    Returns:
        Whether cells were trusted, so that the files are to be judged anew.
    """
    senders = {file.sender.key: file.sender for file in seen.judgements.values()}
    unknown = [each for each in senders.values() if each.trust is Trust.UNKNOWN]
    with workspace.writing() as work:
        for each in unknown:
            if cell_by_key(work, each.key) is None:
                meet_cell(work, each.key, each.name, "")
            if trust:
                trust_cell(work, each.key)
        work.commit(N_("Cell trusted"))
    return trust and bool(unknown)


def _tell_preview(seen: Looked, terminal: Terminal, *, json: bool) -> int:
    kinds = seen.preview.kinds if seen.preview else ()
    told = seen.preview.told if seen.preview else Told()
    files = tuple(seen.judgements.values())
    if json:
        terminal.json(
            {
                "files": [_file(each, terminal.t) for each in files],
                "refused": _refusals(seen.refusals, terminal.t),
                "kinds": _kinds(kinds),
                "told": _told(told, terminal.t),
            }
        )
    else:
        _say(files, kinds, seen.refusals, told, terminal, is_trial=True)
        terminal.say(terminal.t("Nothing was written: this was a trial."))
    return _code(len(files), len(seen.refusals), 0)


def _tell(
    seen: Looked, result: ReceiveResult | None, terminal: Terminal, *, json: bool
) -> int:
    t = terminal.t
    told = result.told if result else Told()
    taken = result.files if result else ()
    refused = result.refused if result else ()
    # a file that was taken in before is no failure
    done = len(seen.judgements) - len(refused)
    judged = (*seen.judgements.values(), *taken, *refused)
    found = {each.file: each for each in judged}
    if json:
        terminal.json(
            {
                "files": [
                    {**_file(each, t), "taken": each in taken}
                    for each in found.values()
                ],
                "refused": _refusals(seen.refusals, t),
                "kinds": _kinds(result.kinds if result else ()),
                "told": _told(told, t),
                "acts": list(result.acts) if result else [],
                "conflicts": result.conflicts if result else 0,
                "twins": result.twins if result else 0,
                "backup": str(result.backup) if result and result.backup else None,
            }
        )
    else:
        kinds = result.kinds if result else ()
        _say(tuple(found.values()), kinds, seen.refusals, told, terminal)
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
    told: Told,
    terminal: Terminal,
    *,
    is_trial: bool = False,
) -> None:
    t = terminal.t
    for each in files:
        name, cell = terminal.quote(each.file.name), t.pick(each.sender.name)
        terminal.say(t("{name}, from {cell}", name=name, cell=terminal.quote(cell)))
        for found in each.findings:
            terminal.complain(f"  {problem_text(t, found)}")
        if each.sender.trust is Trust.UNKNOWN and not is_trial:
            command = f"{PROGRAM} cells trust {each.sender.key.hex()[:DIGITS]}"
            text = t("If they are the same: {command}", command=terminal.quote(command))
            terminal.complain(f"  {text}")
    for text in _told(told, t):
        terminal.say(text)
    for kind in kinds:
        terminal.say(kind_sentence(t, kind))
    for path, error in refusals.items():
        name, why = terminal.quote(path.name), _sentence(t, error)
        terminal.complain(t("{name}: {text}", name=name, text=why))


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


def _told(told: Told, t: Translator) -> list[str]:
    """Return what other cells undid and decided, a sentence each."""
    return [
        t("{name}: {text}", name=group.name, text=_joined(line))
        for group in told_groups(t, told)
        for line in group.lines
    ]


def _joined(line: tuple[str, str]) -> str:
    return " · ".join(filter(None, line))


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

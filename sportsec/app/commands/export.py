"""`sportsec export`: writes a file for other cells."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.briefing import not_named
from sportsec.app.commands.cells import find_cell
from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.errors import NotFound
from sportsec.domain.exchange import Scope, ScopeKind, Sealing, SendResult, SendWish
from sportsec.queries.exchange_scopes import season_labelled
from sportsec.queries.next_match import fixture_named
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.export import send


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Write the file, read it back, and say what is in it."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            wish = _wish(asked, work, terminal)
            if wish is None:
                return REFUSED
            sent = send(work, wish, asked.file)
    except NotFound as missing:
        name = str(missing.record)
        if missing.kind == "fixture":
            terminal.complain(not_named(missing, name, terminal))
        else:
            text = t("Nothing is named {name}.", name=terminal.quote(name))
            terminal.complain(text)
        return REFUSED
    finally:
        workspace.close()
    if asked.json:
        terminal.json(_as_json(sent, wish))
    else:
        text = t(
            "{path} written (changes: {n}), {size} kB",
            path=terminal.quote(str(sent.path)),
            n=terminal.quote(str(sent.changes)),
            size=terminal.quote(str(max(1, sent.size // 1000))),
        )
        terminal.say(text)
    return DONE


def passphrase_in(asked: Namespace, terminal: Terminal) -> str | None:
    """Return the first line of the file that holds it; None when unreadable, said."""
    if asked.passphrase_file is None:
        return ""
    try:
        lines = asked.passphrase_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        path = terminal.quote(str(asked.passphrase_file))
        terminal.complain(terminal.t("The file {path} cannot be read.", path=path))
        return None
    return lines[0].strip() if lines else ""


def _wish(asked: Namespace, work: Work, terminal: Terminal) -> SendWish | None:
    passphrase = passphrase_in(asked, terminal)
    scope = _scope(asked.scope, work)
    if scope is None:
        text = terminal.t(
            "The scope {scope} is not understood.", scope=terminal.quote(asked.scope)
        )
        terminal.complain(text)
    if passphrase is None or scope is None:
        return None
    to = tuple(find_cell(work, name).key for name in asked.to or ())
    sealing = Sealing.CELLS if to else Sealing.OPEN
    if asked.passphrase_file is not None:
        sealing = Sealing.PASSPHRASE
    return SendWish(
        scope,
        with_personal=not asked.no_personal,
        sealing=sealing,
        to=to,
        passphrase=passphrase,
    )


def _scope(said: str, work: Work) -> Scope | None:
    kind, _, what = said.partition(":")
    if kind in {ScopeKind.EVERYTHING, ScopeKind.SINCE} and not what:
        return Scope(ScopeKind(kind))
    if not what:
        return None
    if kind == ScopeKind.SEASON:
        return Scope(ScopeKind.SEASON, season_labelled(work, what))
    if kind == ScopeKind.MATCH:
        return Scope(ScopeKind.MATCH, fixture_named(work, what))
    return Scope(ScopeKind.REGION, city=what) if kind == ScopeKind.REGION else None


def _as_json(sent: SendResult, wish: SendWish) -> dict[str, object]:
    return {
        "file": str(sent.path),
        "scope": wish.scope.kind.value,
        "personal": wish.with_personal,
        "sealing": wish.sealing.value,
        "numbers": {key.hex() or "*": number for key, number in sent.numbers},
        "changes": sent.changes,
        "size": sent.size,
    }

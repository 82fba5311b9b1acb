"""`sportsec twins`: lists pairs of records that may be the same, or decides one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.twins import Verdict
from sportsec.domain.words import N_
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.translator import Translator
from sportsec.queries.twins import propose_twins
from sportsec.services.twins import call_twins
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Decide the pair named, where one is, and list what waits."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            pairs = propose_twins(work)
            if asked.pair is not None:
                meant = [each for each in pairs if _name(each) == asked.pair]
                if not meant:
                    pair = terminal.quote(asked.pair)
                    text = t("No pair is named {name}; see: twins", name=pair)
                    terminal.complain(text)
                    return REFUSED
                (found,) = meant
                verdict = Verdict(asked.verdict)
                call_twins(work, found.table, found.first, found.second, verdict)
                work.commit(N_("Pair decided"))
                pairs = propose_twins(work)
    finally:
        workspace.close()
    if asked.json:
        terminal.json([_as_json(each, t) for each in pairs])
    elif not pairs:
        terminal.say(t("No two records look the same."))
    else:
        terminal.table(
            [
                (
                    _name(each),
                    kind_label(t, each.table),
                    t.pick(each.first_label),
                    t.pick(each.second_label),
                )
                for each in pairs
            ]
        )
    return DONE


def _name(pair: TwinPair) -> str:
    """Return what a pair is called on the command line: the ends of both names."""
    return f"{pair.first.hex[-6:]}-{pair.second.hex[-6:]}"


def _as_json(pair: TwinPair, t: Translator) -> dict[str, object]:
    return {
        "pair": _name(pair),
        "kind": pair.table,
        "first": str(pair.first),
        "second": str(pair.second),
        "first_name": pair.first_label.pick(t.language),
        "second_name": pair.second_label.pick(t.language),
        "why": t(pair.why),
    }

"""`sportsec check`: says whether the workspace is sound."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from sportsec.app.commands.terminal import DONE, PARTLY, Terminal
from sportsec.domain.history import OUTSIDE
from sportsec.i18n.field_words import field_label
from sportsec.i18n.formats import date_time
from sportsec.i18n.kind_words import kind_label
from sportsec.i18n.renewal import renewal_text
from sportsec.i18n.translator import Translator
from sportsec.queries.checks import TITLES, Check, WrongRecord, check_workspace
from sportsec.queries.own_state import key_renewal
from sportsec.store.journal.agreement import Departure
from sportsec.store.journal.verify import BrokenLink
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print each check; return 0 when all is well, else 1."""
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:  # never committed
            checks = check_workspace(work)
            renewal = key_renewal(work)
    finally:
        workspace.close()
    t = terminal.t
    is_sound = all(check.is_passed for check in checks)
    if asked.json:
        terminal.json(
            {
                "sound": is_sound,
                "new_key": renewal
                and {
                    "since": renewal.at.isoformat(),
                    "untold": [t.pick(cell) for cell in renewal.untold],
                },
                "checks": [
                    {
                        "check": check.kind.value,
                        "passed": check.is_passed,
                        "found": [
                            *(f"{link.cell}: {link.act}" for link in check.links),
                            *(_plain(wrong) for wrong in check.records),
                            *check.found,
                        ],
                        "detail": check.detail,
                    }
                    for check in checks
                ],
            }
        )
    else:
        _tell(checks, terminal)
        if renewal is not None:
            terminal.complain(renewal_text(t, *renewal))
    return DONE if is_sound else PARTLY


def _broken(t: Translator, link: BrokenLink) -> str:
    """Say which act of whose history is the first that does not hold."""
    cell, number = t.isolate(link.cell), t.isolate(str(link.act))
    if link.is_missing:
        return t("act {number} of {cell} is missing", number=number, cell=cell)
    return t(
        "act {number} of {cell} is not what was signed ({title}; {actor}, {moment})",
        number=number,
        cell=cell,
        title=t(link.title or OUTSIDE),
        actor=t.isolate(link.actor),
        moment=date_time(datetime.fromtimestamp(link.wall / 1000, UTC)),
    )


def _plain(wrong: WrongRecord) -> str:
    """Say to another program which record is not as its history says."""
    return " ".join((wrong.table, str(wrong.record), wrong.kind.value, *wrong.fields))


def _wrong(t: Translator, wrong: WrongRecord) -> str:
    """Say which record is not as its history says, and where."""
    kind = kind_label(t, wrong.table)
    name = t.isolate(t.pick(wrong.label) or str(wrong.record))
    match wrong.kind:
        case Departure.GONE:
            text = t("{kind} {name} is in the history only", kind=kind, name=name)
        case Departure.STRANGE:
            text = t("{kind} {name} is not in the history", kind=kind, name=name)
        case Departure.OTHER:
            fields = t(", ").join(field_label(t, each) for each in wrong.fields)
            text = t(
                "{kind} {name} is not what the history says: {fields}",
                kind=kind,
                name=name,
                fields=fields,
            )
    return text


def _rest(t: Translator, more: int) -> list[str]:
    """Say how many records are not named."""
    if not more:
        return []
    return [t.count("and {n} more record", "and {n} more records", more)]


def _tell(checks: list[Check], terminal: Terminal) -> None:
    t = terminal.t
    good, bad = t("in order"), t("NOT IN ORDER")
    terminal.table(
        [
            (t(TITLES[each.kind]), good if each.is_passed else bad, each.detail)
            for each in checks
        ]
    )
    for check in checks:
        faults = [
            *(_broken(t, link) for link in check.links),
            *(_wrong(t, each) for each in check.records),
            *_rest(t, check.more),
            *(terminal.quote(fault) for fault in check.found),
        ]
        for fault in faults:
            text = t("{name}: {text}", name=t(TITLES[check.kind]), text=fault)
            terminal.complain(text)
    if not all(check.is_passed for check in checks):
        terminal.complain(t("Bring back the last backup, or ask support."))

"""Which record a command means, by identifier, reference number or name."""

from __future__ import annotations

from uuid import UUID

from sportsec.app.commands.terminal import Terminal
from sportsec.i18n.kind_words import kind_label
from sportsec.queries.history_find import find_record
from sportsec.store.work import Work


def the_record(work: Work, text: str, terminal: Terminal) -> tuple[str, UUID] | None:
    """Return the one record meant, as its table and identifier.

    Returns:
        None where none or several are meant; that has been said.
    """
    t, found = terminal.t, find_record(work, text)
    if len(found) == 1:
        return found[0].kind, found[0].id
    if not found:
        name = terminal.quote(text)
        terminal.complain(t("No record is called {name}.", name=name))
        return None
    terminal.complain(t("Several records have this name:"))
    for each in found:
        kind, name = kind_label(t, each.kind), t.pick(each.name)
        terminal.complain(f"{each.id}  {kind}  {name}")
    return None

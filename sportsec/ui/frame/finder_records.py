"""What can be done with records from anywhere: made, made one of two, gone to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.frame.finder_entries import ACTIONS, Entry, in_all_languages
from sportsec.ui.language import tr
from sportsec.ui.page import Page
from sportsec.ui.targets import TIFOS

#: Table, the page that makes a record of it, and what that is called there.
NEW = (
    ("fixture", "agenda", N_("New match")),
    ("contact", "contacts", N_("New contact")),
    ("club", "clubs", N_("New club")),
    ("venue", "venues", N_("New stadium")),
    ("supporter_group", "groups", N_("New group")),
    ("organisation", "contacts", N_("New organisation")),
    ("unit", "units", N_("New unit")),
    ("command", "units", N_("New command")),
    ("commitment", "liaison", N_("New promise or decision")),
    ("liaison_entry", "liaison", N_("New call or visit")),
    ("meeting", "liaison", N_("New meeting")),
    ("competition", "competitions", N_("New competition")),
    ("season", "competitions", N_("New season")),
)
_DOUBLES = N_("Entries that look alike")
_TIFOS = N_("Tifo requests of the next match that has any")
#: Never shown: other words by which an act or a page is looked for.
_FOUND_BY = {
    "doubles": N_("duplicates double twice merge two entries into one"),
    "tifos": N_("tifo banner drums animation"),
    "intake": N_("import open programme file Excel Word PDF"),
    "liaison": N_("log a call phone late promises commitment decision ledger meeting"),
    "settings": N_("options preferences parameters"),
    "backups": N_("save restore"),
}


def found_by(key: str) -> tuple[str, ...]:
    """Return what a command or page is looked for by besides its name, folded."""
    return in_all_languages(_FOUND_BY[key]) if key in _FOUND_BY else ()


def of_records(
    desk: Desk, window: Callable[[], QWidget], here: Callable[[], Page | None]
) -> Iterator[Entry]:
    """Yield the making of a record of each kind, and ways to what no name leads to.

    That is to those made twice, and to requests for tifos.

    Args:
        window: Returns what a dialog opens over.
        here: Returns the page on view.
    """

    def begin(table: str, page: str) -> None:
        desk.go(page)
        shown = here()
        if shown is not None:  # another one, if the officer stays where he was
            shown.begin_new(table)

    def compare() -> None:
        from sportsec.ui.pages.directory.doubles_dialog import (  # noqa: PLC0415 - see start-up
            open_doubles,
        )

        open_doubles(window(), desk)

    def look_for_tifos() -> None:
        from sportsec.queries.animations import (  # noqa: PLC0415 - see start-up
            next_with_requests,
        )

        desk.runner.read(window(), "tifos", next_with_requests, lead_to_tifos)

    def lead_to_tifos(match: UUID | None) -> None:
        if match is None:
            desk.say(tr("No match to come has a request for a tifo."), level="info")
        else:
            desk.go("match", (match, TIFOS))

    for table, page, text in NEW:
        yield Entry(
            *(ACTIONS, "plus", tr(text), partial(begin, table, page)),
            name=f"new.{table}",
            texts=in_all_languages(text),
        )
    yield Entry(
        *(ACTIONS, "copy", tr(_DOUBLES), compare),
        name="doubles",
        texts=(*in_all_languages(_DOUBLES), *found_by("doubles")),
    )
    yield Entry(
        *(ACTIONS, "groups", tr(_TIFOS), look_for_tifos),
        name="tifos",
        texts=(*found_by("tifos"), *in_all_languages(_TIFOS)),
    )

"""Opens the erasing of personal data; the window is loaded with the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sportsec.domain.history import Mention
from sportsec.domain.purges import Purge
from sportsec.i18n.history_words import mention_words
from sportsec.queries.purges import has_personal_fields, purge_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from sportsec.ui.pages.purge.dialog import PurgeDialog


def ask_purge(parent: QWidget, desk: Desk, kind: str, record: UUID) -> PurgeDialog:
    """Show what would be erased of a record; or what has been.

    Args:
        kind: Its table, such as "contact".
    """
    from sportsec.ui.pages.purge.dialog import PurgeDialog  # noqa: PLC0415

    dialog = PurgeDialog(desk, kind, record, parent)
    dialog.open()
    return dialog


def purge_button(desk: Desk, records: Iterable[Mention]) -> QPushButton | None:
    """Return the button that opens it, with a choice where it stands for several.

    Returns:
        None where no record is of a kind that says something of a person.
    """
    persons = [each for each in records if has_personal_fields(each.kind)]
    if not persons:
        return None
    button = IconButton("lock", tr("Erase personal data…"))
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    if len(persons) == 1:
        (one,) = persons
        button.clicked.connect(
            lambda _on: ask_purge(button.window(), desk, one.kind, one.id)
        )
        _tell_if_done(button, desk, one)
        return button
    menu = QMenu(button)
    for each in persons:
        action = menu.addAction(mention_words(translator(), each))
        action.triggered.connect(
            lambda _on, one=each: ask_purge(button.window(), desk, one.kind, one.id)
        )
    button.setMenu(menu)
    return button


def _tell_if_done(button: QPushButton, desk: Desk, record: Mention) -> None:
    """Offer the report instead where the data are erased already."""

    def told(done: Purge | None) -> None:
        if done is not None:
            button.setText(tr("About the erasure…"))

    desk.runner.read(
        *(button, "purged", lambda work: purge_of(work, record.kind, record.id), told),
        lane="further",
    )

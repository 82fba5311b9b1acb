"""What was arranged with a person, club or organisation: promises and last calls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sportsec.domain.liaison import LiaisonDraft
from sportsec.i18n.formats import date_time
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.liaison import EntryRow, entries_of
from sportsec.ui.by_name import named
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.group_record import show_promises
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import link_row, value_link
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label

#: Calls that a panel lists; the page of liaison has all.
SHOWN = 5
#: Made of fields of the directory, so that it cannot be imported here.
_CALL_FORM = "sportsec.ui.pages.liaison.call_form:open_call"


@dataclass(frozen=True, slots=True)
class Arranged:
    """Promises and the last calls of a person, club or organisation.

    Args:
        calls: The latest first; one more than is shown where there are others.
    """

    promises: tuple[CommitmentRow, ...] = ()
    calls: tuple[EntryRow, ...] = ()


def arranged_with(
    work: Work,
    *,
    contact_id: UUID | None = None,
    club_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> Arranged:
    """Read what was arranged with one of them."""
    return Arranged(
        commitments_of(
            work,
            contact_id=contact_id,
            club_id=club_id,
            organisation_id=organisation_id,
        ),
        entries_of(
            work,
            contact_id=contact_id,
            club_id=club_id,
            organisation_id=organisation_id,
            limit=SHOWN + 1,
        ),
    )


def show_arranged(panel: RecordPanel, arranged: Arranged, name: str) -> None:
    """Show it; nothing where nothing was arranged.

    Args:
        name: What the page of liaison is searched for, to show all.
    """
    show_promises(panel, arranged.promises)
    if not arranged.calls:
        return
    panel.add_section(tr("Last calls"))
    for row in arranged.calls[:SHOWN]:
        panel.add(_call(panel.desk, row, is_own=row.contact_id == panel.record_id))
    if len(arranged.calls) > SHOWN and name:
        target = LedgerTarget("liaison_entry", name)
        panel.add(link_row(tr("All calls"), lambda: panel.desk.go("liaison", target)))


def call_button(panel: RecordPanel, contact: UUID) -> QPushButton:
    """Return the button that writes down a call with somebody."""
    button = IconButton("edit", tr("Log call"))
    draft = LiaisonDraft(contact_id=contact)
    button.clicked.connect(lambda _on: named(_CALL_FORM)(panel, panel.desk, draft))
    return button


def _call(desk: Desk, row: EntryRow, *, is_own: bool) -> QWidget:
    view = QWidget()
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 4)
    box.setSpacing(2)
    when = joined(label(row.kind), isolate(date_time(row.happened_at)))
    who = "" if is_own else words(row.who)
    box.addWidget(text_label(joined(when, who), "caption", wrap=True))
    if row.gist:
        box.addWidget(text_label(row.gist, "value", wrap=True))
    if not row.is_reached:
        box.addWidget(Badge(tr("No answer"), "warn"))
    if row.fixture_id is not None:
        show = partial(desk.go, "match", (row.fixture_id, "liaison"))
        box.addWidget(value_link(words(row.match), show))
    return view

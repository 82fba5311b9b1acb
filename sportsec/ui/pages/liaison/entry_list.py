"""The liaison log of all matches: calls, visits and messages, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.liaison import LiaisonDraft, LiaisonKind
from sportsec.domain.words import N_
from sportsec.i18n.formats import date_time
from sportsec.queries.commitments import CommitmentRow, given_in
from sportsec.queries.ledger import ENTRIES, EntryFilter
from sportsec.queries.liaison import EntryRow
from sportsec.services.liaison import delete_entry, restore_entry
from sportsec.ui.commitment_look import state_badge
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.liaison.call_form import open_call
from sportsec.ui.pages.liaison.commitment_table import said_of
from sportsec.ui.pages.liaison.entry_form import open_entry
from sportsec.ui.pages.liaison.entry_lines import DELETED, moment_text
from sportsec.ui.pages.liaison.ledger_list import LedgerList
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.form_dialog import FormDialog

#: Of what was said this much is read: the person gives way to it, and stands below.
GIST = 200


def entry_noun() -> Noun:
    """Return what the list says and does."""
    return Noun(
        key="liaison",
        title=tr("Calls and visits"),
        delete=delete_entry,
        restore=restore_entry,
        new=tr("New call or visit"),
        empty=tr("Nobody was called yet."),
        search=tr("Search what was said, people, clubs"),
        deleted=DELETED,
        restored=N_("Call brought back"),
    )


def entry_columns() -> list[Column[EntryRow]]:
    """Return the columns of the list.

    That nobody answered stands before what was said: few calls need a column for it.
    """
    unanswered = icon("warning", "level_warn_ink")
    return [
        Column(
            *(tr("Spoken on"), lambda r: isolate(date_time(r.happened_at))),
            sort="happened_at",
            width=126,
            least=126,
            spare=True,
        ),
        Column(
            *(tr("With whom"), lambda r: words(r.who), "who"),
            width=180,
            parted=True,
            whole=True,
        ),
        Column(
            *(tr("What was said"), _said),
            icon=lambda r: None if r.is_reached else unanswered,
            tip=_said,
            below=lambda r: words(r.who),
            stretch=True,
            least=GIST,
            key="gist",
        ),
        Column(
            *(tr("Match"), lambda r: words(r.match), "match"),
            width=170,
            parted=True,
            yields=True,
        ),
        Column(*(tr("Kind"), lambda r: label(r.kind), "kind"), width=80, hidden=True),
    ]


def _said(row: EntryRow) -> str:
    """Return what was said as one whole: cut, it has its "…" where it ends itself."""
    return joined("" if row.is_reached else tr("No answer"), isolate(row.gist))


class EntryPanel(RecordPanel):
    """One call: all that was said, and what was promised in it."""

    def read(
        self, work: Work, record_id: UUID
    ) -> tuple[EntryRow, tuple[CommitmentRow, ...]] | None:
        """Read a call with its promises; None where it was deleted meanwhile."""
        row = next(iter(ENTRIES.rows(work, [record_id])), None)
        return None if row is None else (row, given_in(work, record_id))

    def show_facts(
        self, facts: tuple[EntryRow, tuple[CommitmentRow, ...]] | None
    ) -> None:
        """Show them."""
        if facts is None:
            return
        row, promises = facts
        self.add_heading(words(row.who), moment_text(row))
        if not row.is_reached:
            self.add_badges([Badge(tr("No answer"), "warn")])
        if row.gist:
            self.add_texts([(tr("What was said"), row.gist)])
        if row.fixture_id is not None:
            self.add_section(tr("Match"))
            self.add(self._match(row, row.fixture_id))
        if promises:
            self.add_section(tr("What was promised"))
        for promise in promises:
            self.add_texts([(said_of(promise), promise.wording)])
            self.add_badges([state_badge(promise)])

    def _match(self, row: EntryRow, match: UUID) -> QWidget:
        text = joined(words(row.match), day(row.match_on))
        return value_link(text, partial(self.desk.go, "match", (match, "liaison")))


class EntryList(LedgerList):
    """Calls, visits and messages of all matches."""

    below = "who"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, entry_noun(), ENTRIES, entry_columns(), sort="")

    def filters(self) -> Sequence[Field]:
        """Filter by kind, or show only what nobody answered."""
        self.kind = EnumField(LiaisonKind, none=tr("All kinds"))
        self.kind.set_value(None)
        self.unanswered = CheckField(tr("Nobody answered"))
        return [self.kind, self.unanswered]

    def wanted(self, text: str) -> EntryFilter:
        """Return the filter for what was typed and chosen."""
        return EntryFilter(
            *(text, self.language(), self.kind.value()),
            only_unanswered=self.unanswered.value(),
        )

    def choose(self, target: LedgerTarget) -> None:
        """Show calls of any kind, answered or not."""
        del target
        self.kind.set_value(None)
        self.unanswered.set_value(value=False)

    def new(self) -> FormDialog:
        """Open the form of a call of no match."""
        return open_call(self, self.desk, LiaisonDraft())

    def edit(self, record_id: UUID) -> None:
        """Open the form of a call."""
        open_entry(self, self.desk, record_id)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen call."""
        return EntryPanel(self.desk)

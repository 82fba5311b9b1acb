"""All meetings: of matches and of the season, the latest first, one of them beside."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.meetings import MeetingKind, Presence
from sportsec.domain.words import N_
from sportsec.queries.left_meetings import MARKED_MEETINGS, marked_file
from sportsec.queries.meetings import MeetingEntry, MeetingFile, MeetingFilter
from sportsec.services.meetings import delete_meeting, restore_meeting
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import link_row
from sportsec.ui.pages.meetings.forms import (
    meeting_acts,
    meeting_form,
    open_new_meeting,
)
from sportsec.ui.pages.meetings.look import (
    day_level,
    day_text,
    long_moment,
    match_on,
    match_text,
    moment_tip,
    status_badge,
    status_level,
    time_badges,
)
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog

#: The names of two clubs are read whole up to this: what gives way stands below.
MATCH = 370


def meeting_noun() -> Noun:
    """Return what the list of meetings says and does."""
    return Noun(
        key="meetings",
        title=tr("Meetings"),
        delete=delete_meeting,
        restore=restore_meeting,
        new=tr("New meeting"),
        empty=tr("No meeting yet. Add the next commission or committee."),
        search=tr("Search clubs, places, agendas"),
        deleted=N_("Meeting deleted"),
        restored=N_("Meeting brought back"),
    )


def meeting_columns(
    below: Callable[[MeetingEntry], str],
) -> list[Column[MeetingEntry]]:
    """Return the columns of the list.

    Args:
        below: What stands below a match where there is no room beside it.
    """
    return [
        Column(
            *(tr("Day"), day_text, "meets_at"),
            level=day_level,
            tip=moment_tip,
            width=100,
            least=92,
        ),
        Column(
            *(tr("Kind"), lambda r: label(r.kind), "kind"),
            tip=lambda r: label(r.kind),
            width=150,
            least=130,
            whole=True,
        ),
        Column(
            *(tr("Match"), match_text),
            below=below,
            parted=True,
            stretch=True,
            least=MATCH,
            key="match",
        ),
        Column(
            *(tr("Place"), lambda r: isolate(r.place), "place"),
            width=130,
            yields=True,
        ),
        Column(
            *(tr("Status"), lambda r: label(r.status), "status"),
            level=status_level,
            width=104,
            spare=True,
        ),
        Column(
            *(tr("Open decisions"), lambda r: figure(r.open_decisions or None)),
            align="end",
            width=118,
            spare=True,
            key="open",
        ),
    ]


class MeetingPanel(RecordPanel):
    """A meeting in short, with the way to its file."""

    def read(self, work: Work, record_id: UUID) -> MeetingFile:
        """Read all of a meeting."""
        return marked_file(work, record_id)

    def show_facts(self, facts: MeetingFile) -> None:
        """Show it."""
        entry, draft = facts.entry, facts.draft
        self.add_heading(label(entry.kind), match_on(entry))
        badges = [status_badge(entry), *time_badges(entry), *self._left(facts)]
        self.add_badges(badges)
        self.add(
            link_row(tr("Open the meeting"), lambda: self.desk.go("meeting", entry.id))
        )
        came = sum(row.presence is Presence.PRESENT for row in facts.participants)
        invited = tr_count("{n} invited", "{n} invited", entry.invited)
        present = tr_count("{n} present", "{n} present", came)
        self.add_pairs(
            [
                (tr("Day and hour"), long_moment(entry)),
                (tr("Place"), isolate(draft.place)),
                (tr("Chair"), isolate(draft.chair)),
                (tr("Minutes kept by"), isolate(draft.minutes_keeper)),
                (
                    tr("Participants"),
                    joined(invited, present if came else "") if entry.invited else "",
                ),
            ]
        )
        if draft.agenda:
            self.add_section(tr("Points of the agenda"))
            for line in draft.agenda.splitlines():
                self.add_note(isolate(line))
        left = [r for r in facts.decisions if r.state is CommitmentState.OPEN]
        if left:
            self.add_section(tr("Open decisions"))
            for row in left:
                self.add_note(joined(isolate(row.wording), isolate(row.responsible)))

    @staticmethod
    def _left(facts: MeetingFile) -> list[Badge]:
        """Return what is still to be done of it: badges that warn."""
        late = sum(row.is_late for row in facts.decisions)
        texts = (
            tr("To be signed again") if facts.is_changed else "",
            tr_count("{n} late", "{n} late", late) if late else "",
        )
        return [Badge(text, "warn") for text in texts if text]


class MeetingList(FormList):
    """The list of meetings; Enter opens the file of one."""

    below = "kind"

    def __init__(self, desk: Desk) -> None:
        self.acts = meeting_acts()
        super().__init__(
            *(desk, meeting_noun(), MARKED_MEETINGS),
            meeting_columns(self._told_below),
            sort="-meets_at",
        )

    def filters(self) -> list[Field]:
        """Filter by kind, or keep what is open."""
        self.kind = EnumField(MeetingKind, none=tr("All kinds"))
        self.kind.set_value(None)
        self.only_open = CheckField(tr("Open only"))
        return [self.kind, self.only_open]

    def wanted(self, text: str) -> MeetingFilter:
        """Return the filter for what was typed and chosen."""
        kind, only_open = self.kind.value(), self.only_open.value()
        return MeetingFilter(text, self.language(), kind, only_open)

    def new(self) -> FormDialog:
        """Open the form of a meeting, then the meeting itself."""
        return open_new_meeting(self, self.desk, None, self.open)

    def open(self, record_id: UUID) -> None:
        """Open the file of a meeting."""
        self.desk.go("meeting", record_id)

    def form(self, record_id: UUID | None) -> Form:
        """Return the form of a meeting."""
        return meeting_form(self.desk, is_new=record_id is None)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen meeting."""
        return MeetingPanel(self.desk)

    def _told_below(self, row: MeetingEntry) -> str:
        """Return the kind, and what else has no column."""
        gave_way, left = self.table.widths.gave_way, row.open_decisions
        status = label(row.status) if gave_way("status") else ""
        if not left or not gave_way("open"):
            return joined(label(row.kind), status)
        told = tr_count("{n} decision open", "{n} decisions open", left)
        return joined(label(row.kind), status, told)

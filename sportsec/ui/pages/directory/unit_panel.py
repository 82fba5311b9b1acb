"""A unit beside its list: strength, command, and what it is planned for next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sportsec.domain.units import UnitDraft
from sportsec.queries.unit_duties import UnitDuty, coming_duties
from sportsec.queries.units import UNITS, UnitRow, unit_draft
from sportsec.ui.language import label, tr, tr_count, words
from sportsec.ui.pages.directory.links import phone_button
from sportsec.ui.pages.directory.ranges import day, figure, joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the panel shows of a unit."""

    row: UnitRow
    draft: UnitDraft
    duties: list[UnitDuty]


class UnitPanel(RecordPanel):
    """A unit: who it is, how strong, and where it is needed next."""

    def read(self, work: Work, record_id: UUID) -> UnitFacts:
        """Read all about a unit."""
        draft = unit_draft(work, record_id)
        row = UNITS.rows(work, [record_id])[0]
        return UnitFacts(row, draft, coming_duties(work, record_id))

    def show_facts(self, facts: UnitFacts) -> None:
        """Show them."""
        row = facts.row
        self.add_heading(words(row.name), words(row.kind))
        if row.is_reinforcement:
            self.add_badges([Badge(tr("Reinforcement"), "info")])
        self.add_pairs(
            [
                (tr("Service"), label(row.service)),
                (tr("Command"), words(row.command)),
                (tr("Strength"), figure(row.strength)),
                (tr("Home city"), words(row.home_city)),
            ]
        )
        if row.phone:
            self.add(phone_button(self.desk, row.phone))
        self._show_duties(facts.duties)
        if facts.draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(facts.draft.notes)

    def _show_duties(self, duties: list[UnitDuty]) -> None:
        self.add_section(tr("Planned for"))
        if not duties:
            self.add_note(tr("No match to come yet."))
        for duty in duties:
            sides = f"{words(duty.home)} – {words(duty.away)}"
            show = partial(self.desk.go, "match", duty.fixture)
            self.add(value_link(sides, show))
            persons = duty.persons or 0
            planned = tr_count("{n} officer", "{n} officers", persons)
            self.add_note(joined(day(duty.day), planned if persons else ""))

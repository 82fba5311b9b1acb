"""Supporter groups: list, form, and their relations beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from sportsec.domain.groups import Attitude, GroupDraft, GroupKind
from sportsec.domain.words import N_
from sportsec.queries.animation_trust import GroupTrust, trust_of
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.groups import (
    GROUPS,
    GroupFilter,
    GroupRow,
    RelationRow,
    SectorChoice,
    group_draft,
    relations_of,
    sector_choice,
)
from sportsec.queries.people import ContactRow, people_of
from sportsec.services.groups import (
    delete_group,
    restore_group,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.group_form import group_acts, group_form
from sportsec.ui.pages.directory.group_record import show_promises, show_trust
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.people_view import people_view
from sportsec.ui.pages.directory.ranges import day, figure, joined, span
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.relations import open_relation, relation_view
from sportsec.ui.pages.directory.small_rows import link_row
from sportsec.ui.targets import MapTarget
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.form import Form

ATTITUDE_LEVELS = {
    Attitude.COOPERATIVE: "ok",
    Attitude.DISTANT: "medium",
    Attitude.REFUSAL: "high",
    Attitude.HOSTILE: "critical",
}


#: Least width of the name of a group: it is read before what only helps.
NAME = 160


def group_noun() -> Noun:
    """Return what the list of groups says and does."""
    return Noun(
        key="groups",
        title=tr("Supporter groups"),
        delete=delete_group,
        restore=restore_group,
        new=tr("New group"),
        empty=tr("No supporter group yet."),
        search=tr("Search groups and clubs"),
        deleted=N_("Group deleted"),
        restored=N_("Group brought back"),
    )


def group_columns() -> list[Column[GroupRow]]:
    """Return the columns of the list."""
    return [
        Column(
            *(tr("Group"), lambda r: words(r.name), "name"), width=NAME, stretch=True
        ),
        Column(tr("Club"), lambda r: words(r.club), "club", width=180, spare=True),
        Column(tr("Kind"), lambda r: label(r.kind), "kind", width=150, hidden=True),
        Column(
            *(tr("Members"), lambda r: span(r.members_low, r.members_high), "members"),
            align="end",
            width=110,
            spare=True,
        ),
        Column(
            *(tr("Travel"), lambda r: span(r.away_low, r.away_high), "away"),
            align="end",
            width=100,
            spare=True,
        ),
        Column(
            tr("Strained"),
            lambda r: figure(r.strained) if r.strained else "",
            level=lambda r: "high" if r.strained else None,
            tip=lambda _r: tr("Rivalries and hostilities with other groups"),
            width=90,
            spare=True,
        ),
        Column(
            *(tr("Reviewed"), lambda r: day(r.reviewed_on), "reviewed_on"),
            width=110,
            hidden=True,
        ),
        *_further_columns(),
    ]


def _further_columns() -> list[Column[GroupRow]]:
    """Return what is shown when the officer asks for it."""
    return [
        Column(
            *(tr("Hard core"), lambda r: span(r.core_low, r.core_high), "core"),
            align="end",
            width=100,
            hidden=True,
        ),
        Column(
            *(tr("Relations"), lambda r: figure(r.relations or None)),
            align="end",
            width=90,
            hidden=True,
            key="relations",
        ),
        Column(
            *(tr("Founded"), lambda r: isolate(str(r.founded_year or "")), "founded"),
            align="end",
            width=80,
            hidden=True,
        ),
        Column(
            *(tr("Legal status"), lambda r: label(r.legal_status), "legal_status"),
            width=150,
            hidden=True,
        ),
        Column(
            *(tr("Keep until"), lambda r: day(r.retention_until), "retention_until"),
            width=110,
            hidden=True,
        ),
    ]


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What the panel shows of a group."""

    row: GroupRow
    draft: GroupDraft
    relations: list[RelationRow]
    people: list[ContactRow]
    sector: SectorChoice | None
    trust: GroupTrust
    promises: tuple[CommitmentRow, ...]


class GroupPanel(RecordPanel):
    """A group: sizes, attitudes, habits, and what it is to other groups."""

    def read(self, work: Work, record_id: UUID) -> GroupFacts:
        """Read all about a group."""
        draft = group_draft(work, record_id)
        sector = draft.usual_sector_id
        return GroupFacts(
            row=GROUPS.rows(work, [record_id])[0],
            draft=draft,
            relations=relations_of(work, record_id),
            people=people_of(work, record_id, translator().language),
            sector=sector_choice(work, sector) if sector is not None else None,
            trust=trust_of(work, record_id),
            promises=commitments_of(work, group_id=record_id),
        )

    def show_facts(self, facts: GroupFacts) -> None:
        """Show them."""
        row, draft = facts.row, facts.draft
        self.add_heading(words(row.name), words(row.club))
        self.add_pairs(
            [
                (tr("Kind"), label(row.kind)),
                (tr("Members"), span(draft.members_low, draft.members_high)),
                (tr("Hard core"), span(draft.core_low, draft.core_high)),
                (tr("Travel"), span(draft.away_low, draft.away_high)),
                (tr("Source"), _source(draft)),
                (tr("Usual sector"), _sector(facts.sector)),
            ]
        )
        self.add_texts([(tr("Sensitive dates"), words(draft.sensitive_dates))])
        self._show_relations(facts)
        self._show_attitudes(draft)
        self._show_habits(draft)
        show_trust(self, facts.trust)
        show_promises(self, facts.promises)
        if facts.people:
            self.add_section(tr("Whom to call"))
            self.add(people_view(self.desk, facts.people))
        self.add_section(tr("This file"))
        self.add_pairs(
            [
                (tr("Reviewed on"), day(draft.reviewed_on)),
                (tr("Keep until"), day(draft.retention_until)),
            ]
        )
        if draft.notes:
            self.add_note(draft.notes)

    def _show_relations(self, facts: GroupFacts) -> None:
        group = facts.row.id
        self.add_button = sign_button(
            *("plus", tr("New relation"), lambda: open_relation(self, group, None))
        )
        self.add_section(tr("Relations"), self.add_button)
        for relation in facts.relations:
            self.add(relation_view(self, group, relation))
        if not facts.relations:
            self.add_note(tr("No relation to another group is known."))
        else:
            target = MapTarget(group)
            text = tr("Show on the map")
            self.add(link_row(text, lambda: self.desk.go("groups", target)))

    def _show_attitudes(self, draft: GroupDraft) -> None:
        attitudes = (
            (tr("Towards police"), draft.attitude_police),
            (tr("Towards stewards"), draft.attitude_stewards),
            (tr("Towards its board"), draft.attitude_board),
        )
        known = [(name, each) for name, each in attitudes if each is not None]
        if known:
            self.add_section(tr("Attitudes"))
            self.add_pairs(
                [(name, Badge(label(one), ATTITUDE_LEVELS[one])) for name, one in known]
            )

    def _show_habits(self, draft: GroupDraft) -> None:
        habits, seen = _joined(draft.travel_habits), _joined(draft.behaviours)
        if habits or seen:
            self.add_section(tr("Habits"))
            pairs = [(tr("Travels by"), habits), (tr("Behaviour observed"), seen)]
            self.add_pairs(pairs)


def _joined(members: Iterable[Enum]) -> str:
    comma = "، " if translator().rtl else ", "
    return comma.join(label(one) for one in members)


def _source(draft: GroupDraft) -> str:
    return joined(draft.sizes_source, day(draft.sizes_on))


def _sector(sector: SectorChoice | None) -> str:
    if sector is None:
        return ""
    return joined(isolate(sector.code), words(sector.name), words(sector.venue))


class GroupList(FormList):
    """The list of supporter groups."""

    def __init__(self, desk: Desk) -> None:
        self.acts = group_acts()
        super().__init__(desk, group_noun(), GROUPS, group_columns())

    def filters(self) -> list[Field]:
        """Filter by kind."""
        self.kind = EnumField(GroupKind, none=tr("All kinds"))
        self.kind.set_value(None)
        return [self.kind]

    def wanted(self, text: str) -> GroupFilter:
        """Return the filter for what was typed and chosen."""
        return GroupFilter(text, self.language(), kind=self.kind.value())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a group."""
        return group_form(self.desk)

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen group."""
        return GroupPanel(self.desk)

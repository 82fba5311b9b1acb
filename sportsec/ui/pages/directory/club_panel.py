"""A club beside its list: whom to call, its rivals and groups, other spellings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QToolButton

from sportsec.domain.clubs import ClubDraft, club_gaps
from sportsec.domain.listing import by
from sportsec.domain.people import ContactRole
from sportsec.domain.words import N_
from sportsec.queries.clubs import CLUBS, AliasRow, ClubRow, club_aliases, club_draft
from sportsec.queries.groups import GROUPS, GroupFilter, GroupRow
from sportsec.queries.home_ground import matches_without_ground
from sportsec.queries.people import ContactRow, people_of
from sportsec.queries.rivals import RivalRow, rivals_of
from sportsec.services.clubs import forget_alias, restore_alias
from sportsec.services.home_ground import play_at_home
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.directory.arranged import (
    Arranged,
    arranged_with,
    show_arranged,
)
from sportsec.ui.pages.directory.contacts import new_contact
from sportsec.ui.pages.directory.group_form import new_group
from sportsec.ui.pages.directory.noun import Making
from sportsec.ui.pages.directory.people_view import people_view
from sportsec.ui.pages.directory.ranges import day, figure, joined, span
from sportsec.ui.pages.directory.record_form import open_new
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import (
    link_row,
    removable_row,
    value_link,
)
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.form import Form

#: Functions that every club names to the cell before a season.
NEEDED = (ContactRole.SAFETY_OFFICER, ContactRole.SUPPORTER_LIAISON)


@dataclass(frozen=True, slots=True)
class ClubFacts:
    """What the panel shows of a club."""

    row: ClubRow
    draft: ClubDraft
    people: list[ContactRow]
    groups: list[GroupRow]
    aliases: list[AliasRow]
    rivals: list[RivalRow]
    arranged: Arranged
    without_ground: int = 0


class ClubPanel(RecordPanel):
    """A club: stadium, whom to call, groups, other spellings."""

    def read(self, work: Work, record_id: UUID) -> ClubFacts:
        """Read all about a club."""
        draft = club_draft(work, record_id)
        language = translator().language
        wanted = GroupFilter(language=language, club_id=record_id)
        groups = GROUPS.ids(work, wanted, by("name"), None)
        return ClubFacts(
            row=CLUBS.rows(work, [record_id])[0],
            draft=draft,
            people=people_of(work, record_id, language),
            groups=list(GROUPS.rows(work, groups)),
            aliases=club_aliases(work, record_id),
            rivals=rivals_of(work, record_id),
            without_ground=len(matches_without_ground(work, record_id)),
            arranged=arranged_with(work, club_id=record_id),
        )

    def show_facts(self, facts: ClubFacts) -> None:
        """Show them."""
        row, draft = facts.row, facts.draft
        under = joined(words(row.city), isolate(row.code))
        self.add_heading(words(row.name), under)
        gaps = club_gaps(row.name, row.city)
        if gaps:
            self.add_badges([Badge(label(gap), "warn") for gap in gaps])
        self.add_pairs(
            [
                (tr("Home stadium"), self._stadium(draft.home_venue_id, row)),
                (tr("Colours"), words(draft.colours)),
                (tr("Founded"), str(draft.founded_year or "")),
                (tr("Steward provider"), draft.steward_provider),
                (tr("Usual stewards"), figure(draft.steward_count)),
            ]
        )
        if facts.without_ground:
            self._offer_ground(row.id, facts.without_ground)
        self._show_people(facts)
        show_arranged(self, facts.arranged, words(row.name))
        self._show_rivals(facts.rivals)
        self._show_groups(row.id, facts.groups)
        self._show_aliases(facts.aliases)
        if draft.notes:
            self.add_section(tr("Notes"))
            self.add_note(draft.notes)

    def _offer_ground(self, club: UUID, matches: int) -> None:
        """Offer the stadium to matches that were planned before it was known."""
        self.add_note(
            tr_count(
                "{n} coming home match has no stadium.",
                "{n} coming home matches have no stadium.",
                matches,
            )
        )
        self.ground_button = IconButton(
            "venues", tr("Enter this stadium there"), "accent"
        )
        act = N_("Home stadium entered in the coming matches")
        self.ground_button.clicked.connect(
            lambda _on: self.do(act, lambda work: play_at_home(work, club))
        )
        self.add(self.ground_button)

    def _stadium(self, venue_id: UUID | None, row: ClubRow) -> str | QPushButton:
        if venue_id is None:
            return ""
        name = words(row.home_venue)
        return value_link(name, lambda: self.desk.go("venue", venue_id))

    def _show_people(self, facts: ClubFacts) -> None:
        """Show whom to call; a new one is proposed for what nobody is named for."""
        there = {person.role for person in facts.people}
        missing = [role for role in NEEDED if role not in there]
        role = missing[0] if missing else ContactRole.OTHER
        self.contact_button = self._maker(
            tr("New contact"), lambda: new_contact(self.desk, role), facts.row.id
        )
        self.add_section(tr("Whom to call"), self.contact_button)
        self.add(people_view(self.desk, facts.people, NEEDED))

    def _show_rivals(self, rivals: list[RivalRow]) -> None:
        if not rivals:
            return
        self.add_section(tr("Rivals"))
        for rival in rivals:
            name = joined(words(rival.name), label(rival.kind))
            self.add(link_row(name, partial(self.desk.go, "clubs", rival.club)))
            if rival.meeting is not None:
                on = day(rival.day)
                met = tr("Last met on {day}", day=on)
                text = tr("Next match: {day}", day=on) if rival.is_coming else met
                show = partial(self.desk.go, "match", rival.meeting)
                self.add(value_link(text, show))

    def _maker(
        self, tip: str, new: Callable[[], tuple[Making, Form]], club: UUID
    ) -> QToolButton:
        """Return a button that makes a record which belongs to the club."""

        def make() -> None:
            making, form = new()
            draft = replace(making.blank(), club_id=club)
            open_new(self, self.desk, making, form, draft, lambda _id: None)

        return sign_button("plus", tip, make)

    def _show_groups(self, club: UUID, groups: list[GroupRow]) -> None:
        self.group_button = self._maker(
            tr("New group"), lambda: new_group(self.desk), club
        )
        self.add_section(tr("Supporter groups"), self.group_button)
        if not groups:
            self.add_note(tr("No supporter group yet."))
        for group in groups:
            members = span(group.members_low, group.members_high)
            text = f"{words(group.name)}   {members}" if members else words(group.name)
            self.add(link_row(text, partial(self.desk.go, "groups", group.id)))

    def _show_aliases(self, aliases: list[AliasRow]) -> None:
        if not aliases:
            return
        self.add_section(tr("Also written"))
        self.add_note(tr("Spellings that files use for this club."))
        for alias in aliases:
            self.add(
                removable_row(
                    alias.text,
                    tr("Forget this spelling"),
                    partial(self._forget, alias),
                )
            )

    def _forget(self, alias: AliasRow) -> None:
        self.do(
            N_("Spelling forgotten"),
            lambda work: forget_alias(work, alias.id),
            undo=lambda work: restore_alias(work, alias.id),
            undone=N_("Spelling remembered"),
        )

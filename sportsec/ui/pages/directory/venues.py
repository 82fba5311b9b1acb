"""Stadiums: the list, and beside it plan and capacity; Enter opens the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sportsec.domain.capacity import VenueCapacity
from sportsec.domain.venue_rules import VenueFile, check_certificate
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.i18n.labels import problem_text
from sportsec.i18n.phones import phone
from sportsec.queries.people import ContactRow, people_of
from sportsec.queries.venues import (
    VENUES,
    VenueFilter,
    VenueRow,
    venue_capacities,
    venue_file,
)
from sportsec.services.venues import delete_venue, restore_venue
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.directory.list_page import ListPage
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.people_view import people_view
from sportsec.ui.pages.directory.plans import plan_of
from sportsec.ui.pages.directory.ranges import day, figure
from sportsec.ui.pages.directory.record_list import RecordList
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.targets import NEW
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.stadium_view import StadiumView

PLAN_HEIGHT = 280


def venue_columns() -> list[Column[VenueRow]]:
    """Return the columns of the list."""
    today = datetime.now(ZONE).date()
    return [
        Column(tr("Stadium"), lambda r: words(r.name), "name", stretch=True),
        Column(tr("City"), lambda r: words(r.city), "city", width=110, spare=True),
        Column(
            tr("Safe for"),
            lambda r: safe_text(r.safe_capacity, is_at_most=r.is_at_most),
            align="end",
            tip=_unknown_sectors,
            width=80,
        ),
        Column(
            *(tr("Announced"), lambda r: figure(r.nominal_capacity)),
            "nominal_capacity",
            align="end",
            width=80,
            spare=True,
        ),
        Column(
            *(tr("Sectors"), lambda r: figure(r.sectors)),
            align="end",
            width=80,
            hidden=True,
        ),
        Column(
            tr("Gates"), lambda r: figure(r.gates), align="end", width=70, hidden=True
        ),
        Column(
            tr("Certificate"),
            lambda r: day(r.certificate_expires_on),
            "certificate",
            level=lambda r: certificate_level(r.certificate_expires_on, today),
            width=130,
            spare=True,
        ),
        *_further_columns(),
    ]


def _further_columns() -> list[Column[VenueRow]]:
    """Return what is shown when the officer asks for it."""
    return [
        Column(tr("Kind"), lambda r: label(r.kind), "kind", width=130, hidden=True),
        Column(
            *(tr("Inspected on"), lambda r: day(r.inspected_on), "inspected_on"),
            width=120,
            hidden=True,
        ),
        Column(
            *(tr("Control room"), lambda r: isolate(phone(r.control_room_phone))),
            width=130,
            hidden=True,
            key="control_room",
        ),
        Column(
            *(tr("Cameras"), lambda r: figure(r.camera_count), "cameras"),
            align="end",
            width=80,
            hidden=True,
        ),
        Column(
            *(tr("Nearest hospital"), _minutes, "hospital"),
            align="end",
            width=110,
            hidden=True,
        ),
    ]


def _minutes(row: VenueRow) -> str:
    """Return how far the hospital is."""
    minutes = row.hospital_minutes
    return "" if minutes is None else isolate(tr("{n} min", n=figure(minutes)))


def certificate_level(expires_on: date | None, today: date) -> str | None:
    """Return the level of a certificate: over, soon over, or in force."""
    if expires_on is None:
        return None
    if expires_on < today:
        return "block"
    return "warn" if check_certificate(expires_on, today) else "ok"


def safe_text(total: int | None, *, is_at_most: bool) -> str:
    """Say how many a stadium holds; a figure that may yet fall says "at most"."""
    text = figure(total)
    return tr("at most {n}", n=text) if text and is_at_most else text


def _unknown_sectors(row: VenueRow) -> str:
    if not row.unknown_sectors:
        return ""
    return tr_count(
        "{n} sector without figures is not counted",
        "{n} sectors without figures are not counted",
        row.unknown_sectors,
    )


@dataclass(frozen=True, slots=True)
class VenueFacts:
    """What the panel shows of a stadium."""

    row: VenueRow
    file: VenueFile
    capacity: VenueCapacity
    people: Sequence[ContactRow]


class VenuePanel(RecordPanel):
    """A stadium: plan, capacity, certificate, whom to call."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.edit_button.setText(tr("Open the file"))

    def read(self, work: Work, record_id: UUID) -> VenueFacts:
        """Read all about a stadium."""
        return VenueFacts(
            file=venue_file(work, record_id),
            row=VENUES.rows(work, [record_id])[0],
            capacity=venue_capacities(work, [record_id])[record_id],
            people=people_of(work, record_id, translator().language),
        )

    def show_facts(self, facts: VenueFacts) -> None:
        """Show them."""
        venue, row = facts.file.venue, facts.row
        self.add_heading(words(row.name), words(row.city))
        today = datetime.now(ZONE).date()
        for problem in check_certificate(venue.certificate_expires_on, today):
            self.add(Banner(problem_text(translator(), problem), "warn"))
        self._show_plan(facts)
        self.add_pairs(
            [
                (tr("Safe capacity"), self._safe(facts)),
                (tr("Announced capacity"), figure(venue.nominal_capacity)),
                (tr("Kind"), label(row.kind)),
                (tr("Certificate"), isolate(venue.certificate_no)),
            ]
        )
        self.add_texts(
            [
                (tr("Control room"), words(venue.control_room)),
                (tr("Nearest hospital"), words(venue.hospital)),
                (tr("Reception of away buses"), words(venue.away_reception)),
                (tr("Hazards around the stadium"), words(venue.hazards)),
            ]
        )
        if facts.people:
            self.add_section(tr("Whom to call"))
            self.add(people_view(self.desk, facts.people))

    def _show_plan(self, facts: VenueFacts) -> None:
        if not facts.file.sectors:
            self.add_note(tr("No sectors yet: open the file to add them."))
            return
        plan = StadiumView(tr("Plan of the stadium"))
        plan.setFixedHeight(scaled(PLAN_HEIGHT))
        plan.show_plan(plan_of(facts.file))
        self.add(plan)

    def _safe(self, facts: VenueFacts) -> str:
        capacity = facts.capacity
        total = safe_text(capacity.total, is_at_most=capacity.is_at_most)
        missing = _unknown_sectors(facts.row)
        return f"{total or '—'}  ({missing})" if missing else total


class VenueList(RecordList):
    """The list of stadiums; they open on a page of their own."""

    def __init__(self, desk: Desk) -> None:
        noun = Noun(
            key="venues",
            title=tr("Stadiums"),
            delete=delete_venue,
            restore=restore_venue,
            new=tr("New stadium"),
            empty=tr("No stadium yet. A programme brings its stadiums along."),
            search=tr("Search stadiums and cities"),
            deleted=N_("Stadium deleted"),
            restored=N_("Stadium brought back"),
        )
        super().__init__(desk, noun, VENUES, venue_columns())

    def wanted(self, text: str) -> VenueFilter:
        """Return the filter for what was typed."""
        return VenueFilter(text, self.language())

    def make_panel(self) -> RecordPanel:
        """Return what shows the chosen stadium."""
        return VenuePanel(self.desk)

    def new(self) -> None:
        """Open an empty file."""
        self.desk.go("venue", NEW)

    def edit(self, record_id: UUID) -> None:
        """Open the file of a stadium."""
        self.desk.go("venue", record_id)


class VenuesPage(ListPage):
    """All stadiums."""

    cares = frozenset({"venue", "sector", "gate", "contact"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Stadiums"), VenueList(desk))

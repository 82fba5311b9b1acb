"""The contact sheet: whom to call on the day, body by body."""

from __future__ import annotations

from sportsec.domain.words import Words
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import ContactRow, MatchPart, VenueRow
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Block,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Row,
    Table,
)


def contacts(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the contacts, with the stadium's own numbers and the command first."""
    sheet = (
        Heading(v("Contacts"), number="8"),
        *_stadium(rows.match.venue, v),
        Table(
            columns=(
                Column(v("Organisation"), width=4),
                Column(v("Function"), width=3),
                Column(v("Name"), width=4),
                Column(v("Phone"), keep=True),
                Column(v("Other phone"), keep=True),
            ),
            rows=(
                *_command(rows.match, v),
                *(_contact(row, v) for row in rows.match.contacts),
            ),
            empty=v("No contact is recorded for this match."),
            compact=True,
        ),
    )
    return (KeepTogether(sheet),)


def _command(match: MatchPart, v: Voice) -> tuple[Row, ...]:
    """Return who commands: called first, whether or not he has a call sign."""
    cell = match.cell.command_name or match.cell.name
    leaders = (
        (v("Match commander"), match.match.commander),
        (v("Deputy commander"), match.match.deputy),
    )
    return tuple(
        Row(
            (
                v.pick(person.body or cell),
                function,
                v.person(person),
                v.phone(person.phone),
                "",
            )
        )
        for function, person in leaders
        if person
    )


def _stadium(venue: VenueRow | None, v: Voice) -> tuple[Block, ...]:
    if venue is None:
        return ()
    facts = (
        (v("Control room"), v.pick(venue.control_room)),
        (v("Phone of the control room"), v.phone(venue.control_room_phone)),
        (v("Nearest hospital"), v.pick(venue.hospital)),
        (v("Minutes to the hospital"), v.number(venue.hospital_minutes)),
        (v("Reception of away buses"), v.pick(venue.away_reception)),
        (v("Hazards around the stadium"), v.pick(venue.hazards)),
    )
    return (KeyValues(facts, columns=2),)


def _contact(row: ContactRow, v: Voice) -> Row:
    body: Words = row.body
    return Row(
        (
            v.pick(body),
            v.label(row.role) if row.role else "",
            v.person(row.person),
            v.phone(row.person.phone),
            v.phone(row.other_phone),
        )
    )

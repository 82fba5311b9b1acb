"""Part 4, the timeline: the moments of the day, and what each phase is for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sportsec.domain.deployment import Phase
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import PhaseRow
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Block,
    Column,
    Heading,
    Moment,
    Row,
    Table,
    TimelineStrip,
)

#: Laws of the game: two halves of 45 minutes, 15 minutes between them. Stoppage time
#: is not known beforehand; the strip says "about" for what follows the kick-off.
HALF_TIME = timedelta(minutes=45)
FINAL_WHISTLE = timedelta(minutes=105)


def timeline(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the moments of the day and the phases with their objectives."""
    day = rows.match.match.kick_off_date
    return (
        Heading(v("Timeline"), number="3"),
        *_strip(rows, v),
        Table(
            columns=(
                Column(v("Phase"), width=3),
                Column(v("From"), keep=True),
                Column(v("To"), keep=True),
                Column(v("Objective"), width=6),
            ),
            rows=tuple(_phase(row, day, v) for row in rows.deployment.phases),
            empty=v("The phases have not been set yet."),
        ),
    )


def moments(rows: BriefingRows) -> list[tuple[datetime, str]]:
    """Return the moments of the day in order, each with its msgid."""
    arrivals = [d.arrives_at for d in rows.deployment.detachments if d.arrives_at]
    found: list[tuple[datetime | None, str]] = [
        (min(arrivals, default=None), N_("First detachments")),
        (rows.gates_open_at, N_("Gates open")),
    ]
    kick_off = rows.match.match.kick_off_at
    if kick_off is not None:
        found += [
            (kick_off, N_("Kick-off")),
            (kick_off + HALF_TIME, N_("Half-time (about)")),
            (kick_off + FINAL_WHISTLE, N_("Final whistle (about)")),
        ]
    for phase in rows.deployment.phases:
        if phase.phase is Phase.P6:
            found.append((phase.starts_at, N_("Stand-down")))
    known = [(moment, msgid) for moment, msgid in found if moment is not None]
    return sorted(known, key=lambda each: each[0])


def _strip(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    strip = tuple(
        Moment(v.hour(moment), v(msgid), strong=msgid == "Kick-off")
        for moment, msgid in moments(rows)
    )
    return (TimelineStrip(strip),) if strip else ()


def _phase(row: PhaseRow, day: date, v: Voice) -> Row:
    return Row(
        (
            v.label(row.phase),
            _clock(row.starts_at, day, v),
            _clock(row.ends_at, day, v),
            v.pick(row.objective),
        )
    )


def _clock(moment: datetime | None, day: date, v: Voice) -> str:
    """Return the hour; with its date where that is not the day of the match."""
    if moment is None or moment.astimezone(ZONE).date() == day:
        return v.hour(moment)
    return v.moment(moment)

"""Part 4, the timeline: the moments of the day, and what each phase is for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sportsec.domain.deployment import Phase
from sportsec.domain.kick_off import match_times
from sportsec.domain.phases import EARLY_DEPARTURE, departs_early
from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import PhaseRow
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Block,
    Column,
    Heading,
    KeepTogether,
    Moment,
    Paragraph,
    Row,
    Table,
    TimelineStrip,
)


def timeline(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the moments of the day and the phases with their objectives."""
    day = rows.match.match.kick_off_date
    part = (
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
        *_early_departure(rows, v),
    )
    return (KeepTogether(part),)


def moments(rows: BriefingRows) -> list[tuple[datetime, str]]:
    """Return the moments of the day in order, each with its msgid."""
    arrivals = [d.arrives_at for d in rows.deployment.detachments if d.arrives_at]
    found: list[tuple[datetime | None, str]] = [
        (min(arrivals, default=None), N_("First detachments")),
        (rows.gates_open_at, N_("Gates open")),
    ]
    kick_off = rows.match.match.kick_off_at
    if kick_off is not None:
        # Stoppage time is not known beforehand: "about" for what follows the kick-off.
        times = match_times(kick_off)
        found += [
            (kick_off, N_("Kick-off")),
            (times.half_time, N_("Half-time (about)")),
            (times.final_whistle, N_("Final whistle (about)")),
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


def _early_departure(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Say why the departure begins before the whistle (domain.md §2.11), if it does."""
    kick_off = rows.match.match.kick_off_at
    starts = (row.starts_at for row in rows.deployment.phases if row.phase is Phase.P4)
    if not departs_early(kick_off, next(starts, None)):
        return ()
    return (Paragraph(v(EARLY_DEPARTURE), small=True),)


def _phase(row: PhaseRow, day: date, v: Voice) -> Row:
    return Row((v.label(row.phase), *_window(row, day, v), v.pick(row.objective)))


def _window(row: PhaseRow, day: date, v: Voice) -> tuple[str, str]:
    """Return when a phase begins and ends; of whole days, the first and the last.

    One that begins on another day than that of the match ends on a named day, too.
    """
    start, end = row.starts_at, row.ends_at
    if start is None or end is None or not (_is_midnight(start) and _is_midnight(end)):
        is_over_night = start is not None and _day(start) != day
        ends_today = end is not None and is_over_night and _day(end) == day
        return clock(start, day, v), v.moment(end) if ends_today else clock(end, day, v)
    return v.day(_day(start)), v.day(_day(end) - timedelta(days=1))


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def _is_midnight(moment: datetime) -> bool:
    return moment.astimezone(ZONE).time() == time()


def clock(moment: datetime | None, day: date, v: Voice) -> str:
    """Return the hour; with its date where that is not the day of the match."""
    if moment is None or _day(moment) == day:
        return v.hour(moment)
    return v.moment(moment)

"""The columns of the lines of a file, and how a line reads in a cell."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.intake.comparison_words import MOVED_FAR
from sportsec.domain.intake.preview import WRITTEN, IntakeLine
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.nearby import TOO_NEAR
from sportsec.domain.words import Words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import problem_text
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.intake.lines_source import PreviewSource
from sportsec.ui.pages.intake.state import takeable
from sportsec.ui.widgets.columns import Column

OUTCOME_LEVELS = {
    Outcome.NEW: "ok",
    Outcome.MOVED: "info",
    Outcome.CHANGED: "info",
    Outcome.SAME: "muted",
    Outcome.UNCLEAR: "warn",
    Outcome.REFUSED: "block",
    Outcome.LEFT_OUT: "muted",
}


def line_columns(source: PreviewSource) -> list[Column[IntakeLine]]:
    """Return the columns; a box in the first says whether the line is taken in."""
    names = _Names(source)
    doubt = icon("warning", "level_warn_ink")
    return [
        Column(
            *("✓", lambda _line: ""),
            tick=_is_ticked,
            align="center",
            width=48,
            least=48,
            key="taken",
        ),
        Column(
            *(tr("Line"), _number, "line"),
            align="end",
            tip=_raw,
            width=60,
            spare=True,
        ),
        Column(
            *(tr("Outcome"), lambda r: label(r.outcome), "outcome"),
            level=lambda r: OUTCOME_LEVELS[r.outcome],
            width=140,
        ),
        Column(tr("Day"), _day, "day", width=90),
        Column(
            *(tr("Time"), _hour),
            align="center",
            width=54,
            key="hour",
            spare=True,  # the others say which match it is, and why it stays out
        ),
        Column(tr("Home"), names.home, "home", tip=_raw, width=150, least=80),
        Column(tr("Away"), names.away, "away", tip=_raw, width=150, least=80),
        Column(
            *(tr("Reason"), reason_text),
            icon=lambda r: doubt if is_warned_of(r) else None,
            tip=reason_text,
            stretch=True,
            width=120,
            least=90,
        ),
        Column(tr("Stadium"), names.venue, width=130, hidden=True, key="venue"),
        Column(
            *(tr("Round"), lambda r: isolate(r.line.round), "round"),
            width=80,
            hidden=True,
        ),
    ]


class _Names:
    """What the records of a line are called, else what the file says."""

    def __init__(self, source: PreviewSource) -> None:
        self._source = source

    def home(self, line: IntakeLine) -> str:
        return self._name(line.home_club_id, line.line.home)

    def away(self, line: IntakeLine) -> str:
        return self._name(line.away_club_id, line.line.away)

    def venue(self, line: IntakeLine) -> str:
        return self._name(line.venue_id, line.line.venue)

    def _name(self, record: UUID | None, spelled: str) -> str:
        """Return what a record is called, else what the file says."""
        preview = self._source.preview
        if record is None or preview is None:
            return spelled
        name = preview.clubs.get(record) or preview.venues.get(record) or Words()
        return words(name) or spelled


def _is_ticked(line: IntakeLine) -> bool | None:
    if line.outcome in WRITTEN:
        return True
    return False if takeable([line]) else None


def reason_text(line: IntakeLine) -> str:
    """Return why a line has its outcome, in one line."""
    return " · ".join(problem_text(translator(), each) for each in line.reasons)


def is_warned_of(line: IntakeLine) -> bool:
    """Say whether a line moves its match far, or near to another of its club."""
    return any(each.message in {TOO_NEAR, MOVED_FAR} for each in line.reasons)


def _number(line: IntakeLine) -> str:
    return str(line.line.number)


def _day(line: IntakeLine) -> str:
    return isolate(short_date(line.line.date))


def _hour(line: IntakeLine) -> str:
    return f"{line.line.time:%H:%M}" if line.line.time else "—"


def _raw(line: IntakeLine) -> str:
    """Return the line as it stands in the file, after the name of its sheet."""
    read = line.line
    return f"{read.sheet}: {read.raw}" if read.sheet else read.raw

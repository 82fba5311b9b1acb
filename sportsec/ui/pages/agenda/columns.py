"""The columns of the agenda, and how its facts read in a cell."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtGui import QIcon

from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureStatus,
    KickOffStatus,
    TravelRegime,
)
from sportsec.i18n.formats import day_name, hour, month_name, short_date
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl, isolate, label, tr, translator, words
from sportsec.ui.match_look import CATEGORY_LEVELS, STATUS_LEVELS, score_text
from sportsec.ui.widgets.columns import Column

#: Arabic names of days have no short form; a day is never cut.
LEAST_DAY = 150
#: In large text the names of clubs are cut before a column is reached by scrolling.
LEAST_CLUB = 116
#: The clubs tell where a match is; its stadium gives way to their names.
LEAST_STADIUM = 110


def agenda_columns() -> list[Column[AgendaRow]]:
    """Return the columns of the list; the last ones are shown when asked for."""
    return [*_shown(), *_on_request()]


def _shown() -> list[Column[AgendaRow]]:
    return [
        Column(
            *(tr("Day"), day_text, "kick_off"),
            width=112,
            least=LEAST_DAY if is_rtl() else 0,
            bold=True,
            key="day",
        ),
        Column(
            tr("Time"), hour_text, align="center", tip=hour_tip, width=54, key="hour"
        ),
        _club_column(tr("Home"), "home", lambda r: words(r.home)),
        Column(
            tr("Score"),
            lambda r: score_text(r.home_score, r.away_score),
            align="center",
            width=54,
            spare=True,
            key="score",
        ),
        _club_column(tr("Away"), "away", lambda r: words(r.away)),
        Column(
            *(tr("Category"), category_text, "category"),
            level=lambda r: CATEGORY_LEVELS[r.category] if r.category else None,
            width=96,
        ),
        Column(
            *(tr("Public"), regime_text),
            icon=regime_icon,
            tip=regime_tip,
            width=60,
            spare=True,
            key="regime",
        ),
        Column(
            *(tr("Status"), lambda r: label(r.status), "status"),
            level=lambda r: STATUS_LEVELS.get(r.status),
            tip=lambda r: label(r.status),
            width=92,
        ),
        Column(
            *(tr("Stadium"), lambda r: words(r.venue), "venue"),
            tip=lambda r: words(r.venue),
            width=110,
            least=LEAST_STADIUM,
            yields=True,
        ),
    ]


def _on_request() -> list[Column[AgendaRow]]:
    return [
        Column(
            *(tr("Competition"), competition_text, "competition"),
            tip=lambda r: words(r.competition),
            width=96,
            hidden=True,
        ),
        Column(
            *(tr("Round"), lambda r: isolate(r.round), "round"),
            width=64,
            hidden=True,
        ),
        Column(*(tr("Month"), month_text, "month"), width=120, hidden=True),
        Column(
            *(tr("City"), lambda r: words(r.city)), width=110, hidden=True, key="city"
        ),
        Column(
            *(tr("Plan"), lambda r: label(r.plan_status)),
            width=110,
            hidden=True,
            key="plan",
        ),
        Column(
            *(tr("Number"), lambda r: isolate(r.ref_no)),
            width=130,
            hidden=True,
            key="ref_no",
        ),
    ]


def _club_column(
    header: str, sort: str, text: Callable[[AgendaRow], str]
) -> Column[AgendaRow]:
    return Column(
        *(header, text, sort),
        tip=text,
        width=150,
        least=LEAST_CLUB,
        stretch=True,
    )


def day_text(row: AgendaRow) -> str:
    """Return "Sat 05/12/2026", the name of the day in its short form."""
    name = day_name(row.kick_off_date, translator().language)
    if translator().language != "ar":
        name = name[:3].capitalize()
    return f"{name} {isolate(short_date(row.kick_off_date))}"


def month_text(row: AgendaRow) -> str:
    """Return "December 2026"."""
    month = month_name(row.kick_off_date.month, translator().language)
    return f"{month} {isolate(str(row.kick_off_date.year))}"


def hour_text(row: AgendaRow) -> str:
    """Return the local hour; a dash while it is not known, or holds no more."""
    if row.status is FixtureStatus.POSTPONED:
        return "—"
    return hour(row.kick_off_at, ZoneInfo(row.kick_off_zone)) or "—"


def hour_tip(row: AgendaRow) -> str:
    """Return how sure the hour is."""
    if row.status is FixtureStatus.POSTPONED:
        return tr("Postponed: no new day yet")
    if row.kick_off_at is None:
        return tr("The time is not known yet")
    if row.kick_off_status is KickOffStatus.CONFIRMED:
        return ""
    return label(row.kick_off_status)


def category_text(row: AgendaRow) -> str:
    """Return the category; empty while the match is not rated."""
    return label(row.category) if row.category else ""


def competition_text(row: AgendaRow) -> str:
    """Return the code of the competition, else its name."""
    return isolate(row.competition_code) or words(row.competition)


def regime_text(row: AgendaRow) -> str:
    """Return how the public is restricted, in a word or two; empty where it is not."""
    short = {
        AttendanceRegime.HOME_ONLY: tr("Home only"),
        AttendanceRegime.LIMITED: tr("Limited"),
        AttendanceRegime.SEASON_CARDS_ONLY: tr("Season tickets"),
        AttendanceRegime.WOMEN_CHILDREN_ONLY: tr("Women, children"),
        AttendanceRegime.BEHIND_CLOSED_DOORS: tr("Closed doors"),
    }.get(row.attendance_regime, "")
    is_banned = row.travel_regime is TravelRegime.BANNED
    return short or (tr("Travel banned") if is_banned else "")


def regime_icon(row: AgendaRow) -> QIcon | None:
    """Return a lock where the public is restricted."""
    return icon("lock") if regime_text(row) else None


def regime_tip(row: AgendaRow) -> str:
    """Return the restriction in full, with its reference."""
    open_, free = AttendanceRegime.OPEN, TravelRegime.ALLOWED
    attendance, travel = row.attendance_regime, row.travel_regime
    parts = (
        label(attendance) if attendance is not open_ else "",
        label(travel) if travel is not free else "",
        isolate(row.regime_reference) if row.regime_reference else "",
    )
    return " · ".join(part for part in parts if part)

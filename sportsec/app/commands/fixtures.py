"""`sportsec fixtures`: lists matches, for people or for other programs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from zoneinfo import ZoneInfo

from sportsec.app.commands.listing import asked_matches
from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.i18n.formats import hour, short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.fixture_list import ListedMatch


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the matches in the order of their kick-off."""
    t = terminal.t
    matches = asked_matches(asked, folder, terminal)
    if matches is None:
        return REFUSED
    if asked.json:
        terminal.json([as_json(each, t) for each in matches])
    elif matches:
        terminal.table([_line(each.row, t) for each in matches])
    else:
        terminal.complain(t("No matches."))
    return DONE


def as_json(match: ListedMatch, t: Translator) -> dict[str, object]:
    """Return a match as other programs read it; README documents the fields."""
    row = match.row
    return {
        "id": str(row.id),
        "competition": t.pick(row.competition),
        "season": match.season,
        "round": row.round,
        "home": t.pick(row.home),
        "away": t.pick(row.away),
        "venue": t.pick(row.venue),
        "kick_off": _kick_off(row),
        "kick_off_date": row.kick_off_date.isoformat(),
        "status": row.status.value,
        "score": _score(row) or None,
    }


def _kick_off(row: AgendaRow) -> str | None:
    """Return the moment with the offset that the venue's clocks have then."""
    if row.kick_off_at is None:
        return None
    return row.kick_off_at.astimezone(ZoneInfo(row.kick_off_zone)).isoformat(
        timespec="seconds"
    )


def _score(row: AgendaRow) -> str:
    if row.home_score is None or row.away_score is None:
        return ""
    return f"{row.home_score}-{row.away_score}"


def _line(row: AgendaRow, t: Translator) -> tuple[str, ...]:
    return (
        short_date(row.kick_off_date),
        hour(row.kick_off_at, ZoneInfo(row.kick_off_zone)) or "--:--",
        f"{t.pick(row.home)} – {t.pick(row.away)}",
        _score(row) or label(t, row.status),
        t.pick(row.venue),
    )

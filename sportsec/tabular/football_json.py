"""JSON lists of matches into a table: football.json, API-Football, and plain lists."""

from __future__ import annotations

import json
from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import Cell, FileFormat
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.seasons import find_season
from sportsec.domain.intake.tables import Table
from sportsec.tabular.content import FIXED, Content
from sportsec.tabular.limits import CELLS, LINES
from sportsec.tabular.source import refuse_big

#: Characters; as objects they take ten times the room.
_LONGEST = 16 << 20


def read_json(text: str, name: str) -> Content:
    """Return the matches of a JSON file.

    Raises:
        BadFile: It is cut short, too big, or holds no list of matches.
    """
    refuse_big(name, len(text), _LONGEST)
    objects = text.count("{")
    if objects > 5 * LINES:  # a match is made of a few
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=objects, limit=LINES)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFile(FileReason.DAMAGED, name=name, kind="JSON") from error
    found = _football_json(content) or _api_football(content) or _plain(content)
    if found is None:
        raise BadFile(FileReason.NO_MATCHES, name=name)
    lines = sum(len(table.rows) for table in found.tables)
    if lines > LINES:
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=lines, limit=LINES)
    return found


def _football_json(content: Any) -> Content | None:
    """Read {"name": …, "matches": [...]}, or the older form with "rounds"."""
    if not isinstance(content, dict):
        return None
    rounds = content.get("rounds")
    if isinstance(rounds, list):
        pairs = [
            (_text(each.get("name")), match)
            for each in rounds
            if isinstance(each, dict)
            for match in _dicts(each.get("matches"))
        ]
    else:
        pairs = [("", match) for match in _dicts(content.get("matches"))]
    if not any("team1" in match for _, match in pairs):
        return None
    title = _text(content.get("name"))
    season = find_season(title)
    rows = [_football_row(round_, match, season) for round_, match in pairs]
    table = Table(rows, range(1, len(rows) + 1))
    return Content(
        FileFormat.FOOTBALL_JSON, [table], fixed=FIXED, title=title, season=season
    )


def _football_row(round_: str, match: dict[str, Any], season: str) -> list[Cell]:
    return [
        _text(match.get("round")) or round_,
        _text(match.get("date")),
        _text(match.get("time")),
        _name(match.get("team1")),
        _name(match.get("team2")),
        _football_score(match),
        _text(match.get("status")),
        "",
        _name(match.get("ground") or match.get("stadium")),
        "",
        season,
        "",
    ]


def _football_score(match: dict[str, Any]) -> str:
    score = match.get("score")
    if isinstance(score, list):
        return _pair(score)
    if not isinstance(score, dict):
        return _pair([match.get("score1"), match.get("score2")])
    shoot_out, extra = _pair(score.get("p")), _pair(score.get("et"))
    parts = [f"{shoot_out} pen." if shoot_out else ""]
    parts.append(f"{extra} a.e.t." if extra else _pair(score.get("ft")))
    return " ".join(filter(None, parts))


def _pair(goals: Any) -> str:
    """Return "2-1" for two numbers, "" for anything else."""
    if isinstance(goals, dict):
        goals = [goals.get("home"), goals.get("away")]
    if not isinstance(goals, list) or len(goals) != 2:
        return ""
    if any(isinstance(each, bool) or not isinstance(each, int) for each in goals):
        return ""
    return f"{goals[0]}-{goals[1]}"


def _api_football(content: Any) -> Content | None:
    """Read the third version of API-Football's answers."""
    answers = _dicts(content.get("response")) if isinstance(content, dict) else []
    if not any("fixture" in each and "teams" in each for each in answers):
        return None
    rows = [_api_row(each) for each in answers]
    table = Table(rows, range(1, len(rows) + 1))
    leagues = {_text(_at(each, "league", "name")) for each in answers}
    title = leagues.pop() if len(leagues) == 1 else ""
    return Content(FileFormat.API_FOOTBALL, [table], fixed=FIXED, title=title)


#: Signs of a match that is over; else the goals may still change.
_OVER = frozenset({"FT", "AET", "PEN", "AWD", "WO", "ABD"})


def _api_row(answer: dict[str, Any]) -> list[Cell]:
    sign = _text(_at(answer, "fixture", "status", "short"))
    shoot_out = _pair(_at(answer, "score", "penalty"))
    goals = _pair(answer.get("goals")) if sign in _OVER else ""
    if goals and sign in {"AET", "PEN"}:
        goals += " a.e.t."
    year = _at(answer, "league", "season")
    known = {"PST": "postponed", "CANC": "cancelled", "NS": "", "TBD": ""}
    status = known.get(sign, _text(_at(answer, "fixture", "status", "long")))
    return [
        _text(_at(answer, "league", "round")),
        _text(_at(answer, "fixture", "date")) if sign != "TBD" else "",
        "",
        _name(_at(answer, "teams", "home")),
        _name(_at(answer, "teams", "away")),
        f"{shoot_out} pen. {goals}" if shoot_out and goals else goals,
        status,
        "",
        _text(_at(answer, "fixture", "venue", "name")),
        _text(_at(answer, "league", "name")),
        f"{year}-{year + 1}" if isinstance(year, int) and 1850 < year < 2150 else "",
        _text(_at(answer, "fixture", "id")),
    ]


def _plain(content: Any) -> Content | None:
    """Read a list of objects as a table whose headings are their keys."""
    records = _records(content)
    if not records:
        return None
    keys: dict[str, None] = {}
    for record in records:
        keys.update(dict.fromkeys(record))
    if len(keys) * len(records) > CELLS or len(keys) > 500:
        return None
    rows: list[list[Cell]] = [list(keys)]
    rows += [[_cell(record.get(key)) for key in keys] for record in records]
    return Content(FileFormat.JSON, [Table(rows, range(len(rows)))])


def _records(content: Any, depth: int = 0) -> list[dict[str, Any]]:
    """Return the longest list of objects, down to two levels."""
    if isinstance(content, list):
        return _dicts(content)
    if not isinstance(content, dict) or depth > 1:
        return []
    found = (_records(each, depth + 1) for each in content.values())
    return max(found, key=len, default=[])


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return _pair(value) or _name(value)
    if isinstance(value, list):
        return _pair(value) or " ".join(_text(each) for each in value[:9])
    return value if isinstance(value, int | float) else _text(value)


def _dicts(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [each for each in value if isinstance(each, dict)]


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _name(value: Any) -> str:
    """Return a name that stands alone, or in an object."""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("fr") or value.get("title"))
    return _text(value)


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)

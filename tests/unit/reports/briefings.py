"""A briefing made of little, and what its document says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sportsec.domain.deployment import Phase
from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureStatus,
    TravelRegime,
)
from sportsec.domain.words import Words
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import (
    CellRow,
    DeploymentPart,
    MatchPart,
    MatchRow,
    MeetingRow,
    Person,
    PhaseRow,
    PostRow,
)

MOMENT = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)


def a_match(**values: object) -> MatchRow:
    plain: dict[str, object] = {each.name: None for each in fields(MatchRow)}
    plain |= {
        "id": UUID(int=1),
        "ref_no": "AGA/2026-2027/014",
        "version": 2,
        "competition": Words("البطولة", "Championnat", "League"),
        "season": "2026-2027",
        "round": "12",
        "home": Words("نادي الأطلس", "Atlas Club", "Atlas Club"),
        "away": Words("نادي المحيط", "Océan FC", "Ocean FC"),
        "venue": Words("ملعب الأطلس", "Stade de l'Atlas", "Atlas Stadium"),
        "city": Words(),
        "kick_off_date": date(2026, 12, 5),
        "kick_off_at": datetime(2026, 12, 5, 18, 0, tzinfo=UTC),
        "status": FixtureStatus.CONFIRMED,
        "regime": AttendanceRegime.OPEN,
        "regime_reference": "",
        "travel_regime": TravelRegime.ALLOWED,
        "stakes": (),
        "commander": Person("", "A. Chef", Words(fr="Commissaire")),
        "deputy": Person(),
        "commander_call_sign": "ATLAS 1",
        "command_post_phone": "",
    }
    for name in ("concurrent_events", "weather", "command_post", "key_messages"):
        plain[name] = Words()
    for name in ("situation", "mission", "constraints"):
        plain[name] = Words()
    return MatchRow(**(plain | values))  # type: ignore[arg-type]  # made of field names


def rows(
    match: MatchRow | None = None,
    *,
    posts: tuple[PostRow, ...] = (),
    meetings: tuple[MeetingRow, ...] = (),
    phases: tuple[PhaseRow, ...] = (),
    **others: Any,
) -> BriefingRows:
    cell = CellRow(Words(fr="Cellule"), Words(fr="Préfecture"), Words())
    part = MatchPart(cell, match or a_match(), None, {}, meetings, (), (), ())
    plain: dict[str, Any] = {
        "printed_at": MOMENT,
        "match": part,
        "risk": None,
        "deployment": DeploymentPart(phases, (), posts, ()),
        "safe_capacity": None,
        "gates_open_at": None,
        "stewards_required": None,
        "plan_sectors": (),
        "plan_gates": (),
        "plan_posts": (),
    }
    return BriefingRows(**plain | others)


def a_post(needed: int, assigned: int) -> PostRow:
    empty = Words()
    return PostRow(
        *(UUID(int=2), None, None),
        *(Phase.P2, "N1", empty, "N", "P1", empty, empty, empty, empty),
        needed=needed,
        assigned=assigned,
        call_signs=("N 11",),
    )


def parts_of(value: object) -> Iterator[object]:
    """Yield everything a document is made of."""
    yield value
    if is_dataclass(value):
        for each in fields(value):
            yield from parts_of(getattr(value, each.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)


def texts(document: object) -> str:
    return "\n".join(part for part in parts_of(document) if isinstance(part, str))

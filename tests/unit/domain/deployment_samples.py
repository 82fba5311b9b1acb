"""Invented deployments, for the tests of their rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.deployment import (
    DetachmentDraft,
    Function,
    Phase,
    PostDraft,
    Service,
)
from sportsec.domain.deployment_plan import (
    DetachmentLine,
    Duty,
    Plan,
    PostLine,
    SectorLine,
)
from sportsec.domain.identity import natural_id
from sportsec.domain.phases import Window, default_windows
from sportsec.domain.stadium import PlanSector
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words

KICK_OFF = datetime(2026, 12, 5, 19, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHIEF = Function.SECTOR_CHIEF


def an_id(code: str) -> UUID:
    return natural_id("test", code)


def a_detachment(sign: str = "Lion", **values: Any) -> DetachmentLine:
    """Ten officers that lack nothing and may be on no post."""
    strength = values.pop("strength", None)
    draft = DetachmentDraft(
        **{
            "unit_id": an_id("unit"),
            "headcount": 10,
            "leader_name": "Chef",
            "call_sign": sign,
            "channel": "4",
            "function": Function.LOGISTICS,
            **values,
        }
    )
    return DetachmentLine(
        an_id(sign),
        draft,
        unit=Words(fr="Corps urbain"),
        service=Service.DGSN,
        strength=strength,
    )


def a_post(code: str = "A1", needed: int | None = 5, **values: Any) -> PostLine:
    sector = values.pop("sector", "")
    phase = values.get("phase", Phase.P3)
    draft = PostDraft(
        **{
            "code": code,
            "headcount_needed": needed,
            "phase": Phase.P3,
            "place": Words(fr="Porte"),
            **values,
        }
    )
    return PostLine(
        an_id(f"{code}{phase}"),
        draft,
        sector_id=an_id(sector) if sector else None,
        sector_code=sector,
    )


def a_sector(code: str, use: SectorUse = SectorUse.HOME) -> SectorLine:
    return SectorLine(PlanSector(an_id(code), code, use), Words(fr=f"Tribune {code}"))


def a_plan(
    *lines: DetachmentLine | PostLine | SectorLine,
    assigned: dict[tuple[str, str], int] | None = None,
    **values: Any,
) -> Plan:
    """A plan with a commander and the usual phases.

    Args:
        assigned: Officers by call sign and post id name, such as ("Lion", "A1P3").
    """
    given = (assigned or {}).items()
    plan = Plan(
        fixture_id=an_id("match"),
        commander_id=an_id("commander"),
        kick_off_at=KICK_OFF,
        windows=default_windows(KICK_OFF, KICK_OFF - 3 * HOUR),
        detachments=tuple(x for x in lines if isinstance(x, DetachmentLine)),
        posts=tuple(x for x in lines if isinstance(x, PostLine)),
        sectors=tuple(x for x in lines if isinstance(x, SectorLine)),
        assigned={(an_id(sign), an_id(post)): n for (sign, post), n in given},
    )
    return replace(plan, **values)


def a_duty(start: datetime, end: datetime, headcount: int = 10, **values: Any) -> Duty:
    return Duty(
        **{
            "fixture_id": an_id("other match"),
            "home": Words(fr="Rif Union"),
            "away": Words(fr="Sahara SC"),
            "window": Window(start, end),
            "headcount": headcount,
            "unit_id": an_id("unit"),
            **values,
        }
    )

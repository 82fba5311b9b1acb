"""The matches for which things are arranged, and what each needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from math import ceil
from typing import Any
from uuid import UUID

from sportsec.domain.kick_off import local_moment
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import hour, number
from sportsec.services.sample.clubs import clubs
from sportsec.services.sample.history import History
from sportsec.services.sample.plans import Plan
from sportsec.services.sample.sources import arrangements, phrase
from sportsec.services.sample.writing import facts_of

#: The gravest match of so many days is the one that the cell talks about.
WEEK_DAYS = 9
SEASON = "season"
_SEATS_OF_A_COACH = 50
#: Of many visitors some come by train.
_MANY, _BY_COACH = 1000, 0.6
#: Coaches arrive so long after the gates open; else so long before the kick-off.
_AFTER_GATES, _EARLY = timedelta(minutes=30), timedelta(hours=2)
_USUAL_HOUR = time(19)


@dataclass(frozen=True, slots=True)
class Rated:
    """A match with its plan and its category, as the season is built.

    Args:
        is_own: Whether it is played in a city of the cell.
        commander: Who commands it; None where nobody is named.
        decider: Who decides on ratings and requests.
    """

    fixture: UUID
    plan: Plan
    category: RiskCategory
    gates: datetime | None
    commander: UUID | None
    decider: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """A match for which things are arranged.

    Args:
        traits: What it is, in the words of `arrangements.toml`.
        facts: What the placeholders of its texts stand for.
    """

    match: Rated
    traits: frozenset[str]
    facts: dict[str, object]

    @property
    def plan(self) -> Plan:
        """What is planned."""
        return self.match.plan

    @property
    def is_season(self) -> bool:
        """Whether it stands for the season, not for its match."""
        return SEASON in self.traits

    def of_season(self) -> Occasion:
        """Return what is arranged for no match; facts and people are of this one."""
        return replace(self, traits=frozenset({SEASON}))

    def needs(self, part: str) -> Iterable[dict[str, Any]]:
        """Yield what such a match needs: its calls, meetings, requests or tasks."""
        for each in arrangements()[part]:
            if self.traits.issuperset(each["when"].split()):
                yield each


def occasions_of(found: Iterable[Rated], history: History) -> list[Occasion]:
    """Return the matches of the coming weeks, and the last one that was played here."""
    rated = sorted(found, key=lambda each: each.plan.days)
    coming = [each for each in rated if each.plan.days >= 0]
    here = [each for each in coming if each.is_own]
    week = [each for each in here if each.plan.days <= WEEK_DAYS]
    gravest = max(week, key=lambda each: each.category, default=None)
    played = [each for each in rated if each.plan.days < 0 and _brings_visitors(each)]
    return [
        Occasion(
            each,
            _traits(each, is_main=each is gravest, is_last=each in played[-1:]),
            _facts(each, history),
        )
        for each in (*played[-1:], *coming)
    ]


def _traits(match: Rated, *, is_main: bool, is_last: bool) -> frozenset[str]:
    plan = match.plan
    if is_last:
        return frozenset({"own", "played"})
    said = {
        "own": match.is_own,
        "out": not match.is_own,
        "visitors": _brings_visitors(match),
        "grave": match.category >= RiskCategory.HIGH,
        "derby": plan.is_derby,
        "week": plan.days <= WEEK_DAYS,
        "main": is_main,
    }
    return frozenset(trait for trait, holds in said.items() if holds)


def _brings_visitors(match: Rated) -> bool:
    return bool(match.plan.stewards)


def _facts(match: Rated, history: History) -> dict[str, object]:
    plan = match.plan
    at = plan.match.at or local_moment(plan.match.day, _USUAL_HOUR)
    return {
        **facts_of(plan, match.gates, history),
        "risk": phrase(f"risk.{match.category.value}"),
        "coaches": _coaches(plan.public.visitors),
        "arrival": hour(match.gates + _AFTER_GATES if match.gates else at - _EARLY),
        "stewards": plan.stewards or 0,
        "crew": clubs()[plan.match.home].line["stewards"],
        "allocation": _figure(plan.away_allocation),
    }


def _coaches(visitors: int) -> int:
    share = _BY_COACH if visitors > _MANY else 1
    return ceil(visitors * share / _SEATS_OF_A_COACH)


def _figure(value: int) -> Words:
    return Words(**{code: number(value, code) for code in LANGUAGES})

"""The ratings of the sample's matches: values, evidence, stages, other raters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from uuid import UUID

from sportsec.domain.fixtures import Confidence
from sportsec.domain.groups import SourceGrade
from sportsec.domain.identity import natural_id
from sportsec.domain.kick_off import local_moment
from sportsec.domain.risk import (
    AssessmentDraft,
    Factor,
    Rater,
    RiskCategory,
    Scopes,
    Stage,
)
from sportsec.domain.risk_rating import rate
from sportsec.domain.risk_record import circumstances, findings
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import Tension
from sportsec.services.sample.history import History
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.plans import Plan
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import fill, lines, phrase, text, words
from sportsec.services.sample.stadiums import values_of
from sportsec.services.sample.writing import facts_of
from sportsec.store.tables.risk import RiskAssessment, RiskItem

#: Days before the match on which each stage is decided.
_STAGES = ((Stage.INITIAL, 28), (Stage.INTERIM, 16), (Stage.FINAL, 2))
#: Not known yet when a match is first rated.
_UNKNOWN_AT_FIRST = ("F8", "F12")
#: How restless the publics have been this season, and their quarrels at home.
_RESTLESS = {"OCE": 2, "ATL": 2, "CIG": 2, "CED": 2, "POT": 3, "DET": 1, "OLI": 1}
_CRISES = {"CED": 3, "OCE": 2, "SEB": 1, "COL": 1}
_SOURCES = {
    "F5": "source.tickets",
    "F6": "source.tickets",
    "F8": "source.club",
    "F9": "source.coaches",
    "F12": "source.city",
    "F13": "source.groups",
}
_GRADES = {"F12": SourceGrade.B, "F13": SourceGrade.B}

Values = dict[str, int | None]


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid in use, as the rules of rating take it."""

    id: UUID
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a match is rated before anybody differs."""

    values: Values
    scopes: Scopes
    has_grave_precedent: bool


def judge(plan: Plan, grid: Grid, history: History, values: Values) -> Judgement:
    """Rate a match by the rules of the grid."""
    record = plan.record(history)
    facts = circumstances(record, has_grave_precedent=False)
    rating = rate(grid.factors, values, facts)
    scopes = rating.suggested
    if scopes is None:
        raise ValueError(plan.match.key)
    return Judgement(values, scopes, facts.has_grave_precedent)


def values_for(plan: Plan, history: History) -> Values:
    """Return the value of each factor: what the record says, and what was learnt."""
    values: Values = {**_learnt(plan), "F1": 1, "F2": 0, "F5": 0, "F6": 0, "F7": 0}
    for finding in findings(plan.record(history)):
        values[finding.code] = finding.value
    return values


def _learnt(plan: Plan) -> Values:
    """Return the values that only people can know."""
    match, line = plan.match, plan.stadium.line
    is_hot = plan.tension is Tension.HOSTILITY
    is_full = plan.public.crowd > plan.allowed * 0.9
    is_late = plan.match.at is not None and plan.match.at.hour >= 18
    far = sum(plan.distance_km >= step for step in (60, 250))
    return {
        "F3": _RESTLESS.get(match.away, 0) if plan.public.visitors else 0,
        "F4": min(_RESTLESS.get(match.home, 0), 3),
        "F8": sum((is_full, plan.is_derby, plan.public.ticketless > 150)),
        "F9": (far + int(is_late) + int(is_hot)) if plan.public.visitors else 0,
        "F10": 3
        if line["weak_sector"]
        else {"bowl": 1, "stadium": 1}.get(line["plan"], 2),
        "F11": 2 if is_late else 0,
        "F12": _intelligence(plan),
        "F13": max(_CRISES.get(match.home, 0), _CRISES.get(match.away, 0)),
    }


def _intelligence(plan: Plan) -> int:
    if plan.is_derby:
        return 3
    if plan.tension >= Tension.RIVALRY and plan.public.visitors > 200:
        return 2 if plan.tension is Tension.HOSTILITY else 1
    return int(lot("rumour", *plan.match.key).random() < 0.15)


class Ratings:
    """Adds the assessments of matches to the rows.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(
        self, rows: Rows, mint: Mint, grid: Grid, history: History, tongue: str
    ) -> None:
        self._rows = rows
        self._mint = mint
        self._grid = grid
        self._history = history
        self._tongue = tongue

    def add(
        self,
        fixture: UUID,
        plan: Plan,
        decider: Callable[[RiskCategory], str],
        *,
        gates: datetime | None,
    ) -> RiskCategory:
        """Add the stages reached by today; return the category of the last one.

        Args:
            decider: Who decides on a match of that category.
        """
        facts = facts_of(plan, gates, self._history)
        values = values_for(plan, self._history)
        judged = judge(plan, self._grid, self._history, values)
        category, drafts = judged.scopes.overall, []
        for stage, moment in self._reached(plan):
            known = dict(values)
            if stage is Stage.INITIAL:
                known.update(dict.fromkeys(_UNKNOWN_AT_FIRST))
            now = judge(plan, self._grid, self._history, known)
            draft = self._draft(plan, stage, now)
            category = _overall(draft)
            drafts.append((stage, draft, known, moment))
        name = decider(category)
        for stage, draft, known, moment in drafts:
            key = (fixture, stage, Rater.POLICE)
            self._write(key, draft, known, facts, (name, moment))
        if category >= RiskCategory.HIGH:
            self._add_others(fixture, plan, judged, facts)
        return category

    def _reached(self, plan: Plan) -> Iterator[tuple[Stage, datetime]]:
        """Yield the stages decided by yesterday; a past match has the final one."""
        if plan.days < 0:
            yield Stage.FINAL, _morning(plan.match.day - timedelta(2))
            return
        yesterday = self._mint.today - timedelta(1)
        for stage, days in _STAGES:
            day = min(plan.match.day - timedelta(days), yesterday)
            if stage is Stage.INITIAL or plan.match.day - timedelta(days) <= yesterday:
                yield stage, _morning(day)

    def _draft(self, plan: Plan, stage: Stage, judged: Judgement) -> AssessmentDraft:
        scopes, override = judged.scopes, Words()
        outside = scopes.outside
        if plan.tension is Tension.RIVALRY and outside is RiskCategory.MODERATE:
            outside = RiskCategory.HIGH  # the officer differs, and says why
        if outside is not scopes.outside:
            override = text("override")
        overall = max(scopes.overall, outside)
        is_first = stage is Stage.INITIAL
        return AssessmentDraft(
            *(scopes.inside.value, outside.value, scopes.travel.value),
            confidence=Confidence.MEDIUM if is_first else Confidence.HIGH,
            has_grave_precedent=judged.has_grave_precedent,
            override_reason=override,
            summary=text("summary", str(overall.value)),
        )

    def _add_others(
        self, fixture: UUID, plan: Plan, judged: Judgement, facts: dict[str, object]
    ) -> None:
        """Add what the club and the local commission think of a grave match."""
        if not 0 <= plan.days <= 12:
            return
        moment = _morning(self._mint.today - timedelta(1))
        club = {**judged.values, "F3": 1, "F4": 0, "F8": 1, "F12": 0}
        commission = {**judged.values, "F13": 1}
        for rater, values, who in (
            (Rater.CLUB, club, phrase("source.club")),
            (Rater.LOCAL_COMMISSION, commission, phrase("certificate.issuer")),
        ):
            now = judge(plan, self._grid, self._history, values)
            draft = self._draft(plan, Stage.INTERIM, now)
            key = (fixture, Stage.INTERIM, rater)
            self._write(key, draft, values, facts, (who.pick(self._tongue), moment))

    def _write(
        self,
        key: tuple[UUID, Stage, Rater],
        draft: AssessmentDraft,
        values: Values,
        facts: dict[str, object],
        decided: tuple[str, datetime],
    ) -> None:
        fixture, stage, rater = key
        assessment = self._mint.id("assessment", fixture, stage, rater)
        self._rows.add(
            RiskAssessment,
            id=assessment,
            fixture_id=fixture,
            grid_id=self._grid.id,
            stage=stage,
            rater=rater,
            decided_by=decided[0],
            decided_at=decided[1],
            **values_of(draft),
        )
        for factor in self._grid.factors:
            value = values.get(factor.code)
            if value is None:
                continue
            source = phrase(_SOURCES.get(factor.code, "source.file"))
            self._rows.add(
                RiskItem,
                id=natural_id("risk_item", assessment.hex, factor.id.hex),
                assessment_id=assessment,
                factor_id=factor.id,
                value=value,
                evidence=_evidence(factor.code, value, facts),
                source=source.pick(self._tongue),
                source_grade=_GRADES.get(factor.code, SourceGrade.A),
            )


def _overall(draft: AssessmentDraft) -> RiskCategory:
    scopes = (draft.category_inside, draft.category_outside, draft.category_travel)
    return RiskCategory(max(each or 1 for each in scopes))


def _morning(day: object) -> datetime:
    return local_moment(day, time(10))  # type: ignore[arg-type]


@cache
def _evidences() -> dict[tuple[str, int], Words]:
    return {
        (line["factor"], int(line["value"])): words(line) for line in lines("evidence")
    }


def _evidence(code: str, value: int, facts: dict[str, object]) -> Words:
    """Return the evidence of a value, or of the nearest one that has a text."""
    found = _evidences()
    for near in (value, value - 1, value - 2, value + 1):
        if (code, near) in found:
            return fill(found[code, near], **facts)
    raise KeyError(code, value)

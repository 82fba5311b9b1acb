"""Whether the texts of an order still say what its plan says: hours, category, public.

They are written by hand, often weeks before; a match that moves takes its plan along
and leaves them behind (domain.md §4.2, the checks before printing).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from sportsec.domain.fixtures import HOME_ZONE, EstimateKind
from sportsec.domain.folding import fold
from sportsec.domain.kick_off import HALF, INTERVAL, local_day, local_hour, local_moment
from sportsec.domain.old_figures import FormerFigure, old_figures_in
from sportsec.domain.order_public import estimate_for, public_in
from sportsec.domain.phases import Window
from sportsec.domain.problems import Level, Problem
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import LANGUAGES, N_, Words


class OrderText(StrEnum):
    """A text of the order; its value is the field of the match that holds it."""

    KEY_MESSAGES = "key_messages"
    SITUATION = "situation"
    MISSION = "mission"
    CONSTRAINTS = "constraints"
    WEATHER = "weather"  #: foreseen for the day of the match: no hour of the plan


@dataclass(frozen=True, slots=True)
class TextIn:
    """A text of the order in those of its languages of which something is said.

    Args:
        languages: Codes, in the order of `LANGUAGES`; at least one.
    """

    which: OrderText
    languages: tuple[str, ...]


class PlanHour(StrEnum):
    """An hour of the plan that has a name."""

    GATES = "gates"
    KICK_OFF = "kick_off"
    HALF_TIME = "half_time"
    SECOND_HALF = "second_half"
    WHISTLE = "whistle"


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """What the plan says that the texts may say, too.

    Args:
        hours: Those with a name; without a kick-off nothing is known.
        others: Edges of phases, arrivals, ends of duty.
        held: From installation to stand-down: hours outside are no part of the plan.
        left: Earlier kick-offs, the latest first.
        categories: Decided, of all scopes; empty before the decision.
        overall: The one that the paper names.
        public: The latest estimate of each kind, in persons.
        former: What estimates and the allotment were before.
    """

    hours: Mapping[PlanHour, datetime] = field(default_factory=dict)
    others: Collection[datetime] = ()
    held: Window | None = None
    left: Collection[datetime] = ()
    categories: Collection[RiskCategory] = ()
    overall: RiskCategory | None = None
    public: Mapping[EstimateKind, int] = field(default_factory=dict)
    former: Collection[FormerFigure] = ()
    zone: str = HOME_ZONE


#: 15:30, 15h30, 15 h 30; 15h and الساعة 15 after a word that makes them a clock time.
#: A single figure below 6 is a ratio or a duration.
_CLOCK = re.compile(
    r"(?<![\d:.,/])(?P<hour>[01]\d|2[0-3]|[6-9])\s?[:h]\s?(?P<minute>[0-5]\d)(?![\d:])"
)
_FULL = re.compile(
    r"(?:(?<!\w)(?:a|des|vers|avant|apres)\s(?P<fr>[01]\d|2[0-3]|[6-9])\s?h(?![\w\d]|\s\d)"
    r"|(?:الساعه|ساعه)\s(?P<ar>[01]\d|2[0-3]|[6-9])(?![\d:]|[.,]\d))"
)
#: Words for a category, folded; the second of a pair is an attribute in Arabic.
_LEVELS = {
    RiskCategory.LOW: "منخفضه?|ضعيفه?|faible|low",
    RiskCategory.MODERATE: "متوسطه?|moderee?|moyenn?e?|moderate|medium",
    RiskCategory.HIGH: "مرتفعه?|عاليه?|elevee?|high",
    RiskCategory.CRITICAL: "حرجه?|critique|critical",
}
_RISK = r"(?:ال)?(?:مخاطر|خطوره)|risques?|risk|categorie|category|(?:ال)?(?:تصنيف|فيه)"
_IS = r"\s*(?::|=|-|est|is|هو|هي)?\s*(?:ال)?"
#: Only what is said of the match counts, not of supporters "at high risk".
_OF_MATCH = re.compile(
    r"مبارا|لقا|مصنف|تصنيف|match|rencontre|class|categor|rated|rating|fixture"
)
_CLAUSE = re.compile(r"[\n;؛]|\.(?=\s|$)")


def check_order(texts: Mapping[OrderText, Words], plan: OrderPlan) -> list[Problem]:
    """Say where the texts of an order are no longer true; each fact once per text."""
    return in_one(
        problem
        for which, words in texts.items()
        if which is not OrderText.WEATHER
        for code in LANGUAGES
        for problem in _check_text(TextIn(which, (code,)), getattr(words, code), plan)
    )


def text_said(problem: Problem) -> TextIn | None:
    """Return of which text a problem speaks; None if it is about something else."""
    text = problem.facts.get("text")
    return text if isinstance(text, TextIn) else None


def texts_said(problems: Iterable[Problem]) -> list[TextIn]:
    """Return the texts of which something is said, each once, in their order.

    Each with all the languages of which something is said.
    """
    told: dict[OrderText, set[str]] = {}
    for text in filter(None, map(text_said, problems)):
        told.setdefault(text.which, set()).update(text.languages)
    return [
        TextIn(which, tuple(code for code in LANGUAGES if code in told[which]))
        for which in OrderText
        if which in told
    ]


def said_in(problem: Problem, codes: Collection[str]) -> Problem:
    """Return a problem of a text as said of these of its languages."""
    told = tuple(code for code in LANGUAGES if code in codes)
    text = TextIn(OrderText(problem.field or ""), told)
    return replace(problem, facts={**problem.facts, "text": text})


def in_one(found: Iterable[Problem]) -> list[Problem]:
    """Return what is said of texts, each fact once per text, with all its languages."""
    merged: dict[object, tuple[Problem, set[str]]] = {}
    for each in found:
        said = {name: fact for name, fact in each.facts.items() if name != "text"}
        key = each.field, each.message, *sorted(said.items())
        text = text_said(each)
        merged.setdefault(key, (each, set()))[1].update(text.languages if text else ())
    return [said_in(each, codes) for each, codes in merged.values()]


def hours_in(text: str) -> Iterator[time]:
    """Yield the clock times of a text as it writes them, in any of our languages."""
    folded = fold(text)
    for match in _CLOCK.finditer(folded):
        yield time(int(match["hour"]), int(match["minute"]))
    for match in _FULL.finditer(folded):
        yield time(int(match["fr"] or match["ar"]))


def categories_in(text: str) -> Iterator[RiskCategory]:
    """Yield the risk categories that a text names for the match."""
    for clause in _CLAUSE.split(text):
        folded = fold(clause)
        if not _OF_MATCH.search(folded):
            continue
        for category, level in _LEVELS.items():
            if re.search(
                rf"(?:\b(?:{_RISK}){_IS}(?:{level})\b)"
                rf"|(?:\b(?:ال)?(?:{level})[\s-](?:{_RISK})\b)",
                folded,
            ):
                yield category


def _check_text(which: TextIn, text: str, plan: OrderPlan) -> Iterator[Problem]:
    for hour in sorted(set(hours_in(text))):
        yield from _check_hour(which, hour, plan)
    for named in sorted(set(categories_in(text)) - set(plan.categories)):
        if plan.overall is not None:
            message = N_("{text}: “{named}” risk is named, decided is “{decided}”")
            yield _warn(which, message, {"named": named, "decided": plan.overall})
    yield from _check_public(which, text, plan)


def _check_public(which: TextIn, text: str, plan: OrderPlan) -> Iterator[Problem]:
    seen: set[int] = set()  # what is told already, and ranges that still hold
    for said in dict.fromkeys(public_in(text)):
        estimate = estimate_for(said, plan.public)
        if estimate is not None:
            kind, persons = estimate
            message = N_(
                "{text}: {said} people expected, the estimate “{what}” is {now}"
            )
            facts = {"said": said.nearest(persons), "what": kind, "now": persons}
            yield _warn(which, message, facts)
        if estimate is not None or said.least != said.most:
            seen |= {said.least, said.most}
    for old in old_figures_in(text, plan.former):
        if old.was in seen:
            continue
        facts = {"said": old.was, "now": old.now}
        if old.what is None:
            message = N_(
                "{text}: {said} tickets were allotted to the visitors, now {now}"
            )
            yield _warn(which, message, facts)
        else:
            message = N_("{text}: {said} was the estimate “{what}” before, now {now}")
            yield _warn(which, message, {**facts, "what": old.what})


def _check_hour(which: TextIn, hour: time, plan: OrderPlan) -> Iterator[Problem]:
    kick_off = plan.hours.get(PlanHour.KICK_OFF)
    if kick_off is None or hour in _clock(plan, timedelta()):
        return
    said: dict[str, object] = {"hour": _figures(hour)}
    for earlier in plan.left:
        by = earlier - kick_off
        if hour not in _clock(plan, by):
            continue
        for name, moment in plan.hours.items():
            if local_hour(moment + by, plan.zone) == hour:
                text = N_("{text}: {hour} was “{what}” before the move, now {now}")
                now = _figures(local_hour(moment, plan.zone))
                yield _warn(which, text, {**said, "what": name, "now": now})
                return
        text = N_("{text}: {hour} is an hour from before the move")
        yield _warn(which, text, said)
        return
    if _is_held(plan, kick_off, hour):
        text = N_("{text}: {hour} is no hour of this plan; kick-off is at {now}")
        now = _figures(local_hour(kick_off, plan.zone))
        yield _warn(which, text, {**said, "now": now})


def _clock(plan: OrderPlan, by: timedelta) -> set[time]:
    """Return what clocks show at the hours of the plan, were it so much elsewhere."""
    kick_off = plan.hours[PlanHour.KICK_OFF]
    # Without the minutes that are usually added: an order says them like this.
    plain = [
        kick_off + HALF,
        kick_off + HALF + INTERVAL,
        kick_off + 2 * HALF + INTERVAL,
    ]
    moments = [*plan.hours.values(), *plan.others, *plain]
    shown = (local_hour(moment + by, plan.zone) for moment in moments)
    return {each.replace(second=0, microsecond=0) for each in shown}


def _is_held(plan: OrderPlan, kick_off: datetime, hour: time) -> bool:
    """Say whether an hour lies in the time for which the plan speaks."""
    if plan.held is None:
        return True
    day = local_day(kick_off, plan.zone)
    moments = (local_moment(day + timedelta(n), hour, plan.zone) for n in (-1, 0, 1))
    return any(plan.held.starts_at <= each <= plan.held.ends_at for each in moments)


def _figures(hour: time) -> str:
    return f"{hour:%H:%M}"


def _warn(which: TextIn, message: str, facts: Mapping[str, object]) -> Problem:
    return Problem(which.which.value, message, Level.WARN, {"text": which, **facts})

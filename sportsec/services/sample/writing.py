"""The words of a plan: situation, mission, constraints and key messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sportsec.domain.fixtures import AttendanceRegime, TravelRegime
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import hour, number, short_date
from sportsec.i18n.translator import translator
from sportsec.services.sample.clubs import clubs, reason
from sportsec.services.sample.history import History, Meeting
from sportsec.services.sample.plans import Plan, hold_back
from sportsec.services.sample.sources import fill, lines, phrase, text, words

#: Groups named in a situation, the largest of each club.
_GROUPS_NAMED = 2
_CUP_ROUND_NAMES = {
    "1/8": "round.last16",
    "1/4": "round.quarter",
    "1/2": "round.semi",
    "F": "round.final",
}
#: First letters of clubs before which French cuts "de" short.
_VOWELS = "AÀÂEÉÈÊIÎOÔUÛY"
_COMMA = {"ar": "، ", "fr": ", ", "en": ", "}
_SEASONS = {12: "winter", 1: "winter", 2: "winter", 3: "cool", 11: "cool"}
_WARM = {6: "warm", 7: "warm", 8: "warm", 9: "warm"}


@dataclass(frozen=True, slots=True)
class Script:
    """The texts of one plan."""

    situation: Words
    mission: Words
    constraints: Words
    messages: Words
    weather: Words


def script_of(
    plan: Plan, category: RiskCategory, gates: datetime | None, history: History
) -> Script:
    """Write the texts of a plan, filled with its figures."""
    risk = phrase(f"risk.{category.value}")
    facts = {**facts_of(plan, gates, history), "risk": risk}
    is_firm = category >= RiskCategory.HIGH
    tone = "firm" if is_firm else "calm"
    is_banned = plan.travel is TravelRegime.BANNED
    stress = "derby" if plan.is_derby else "banned" if is_banned else tone
    situation = fill(text("situation", _variant(plan, category)), **facts)
    if plan.regime is AttendanceRegime.BEHIND_CLOSED_DOORS:
        situation = text("closed")
    return Script(
        situation=situation,
        mission=fill(text("mission", tone), **facts),
        constraints=fill(text("constraints", tone), **facts),
        messages=fill(text("messages", stress), **facts),
        weather=_weather(plan),
    )


def facts_of(plan: Plan, gates: datetime | None, history: History) -> dict[str, object]:
    """Return what the placeholders of the texts stand for."""
    match = plan.match
    home, away = clubs()[match.home], clubs()[match.away]
    table = history.table(match.season, match.day)
    met = history.meetings(match)
    bad = max(met[:5], key=lambda each: (each.code, each.match.day), default=None)
    return {
        "home": home.short_name,
        "away": away.short_name,
        "of_home": _of(home.short_name),
        "of_away": _of(away.short_name),
        "venue": plan.stadium.name,
        "round": _round(match.round),
        "round_name": _round_name(match.round),
        "home_rank": _place(table[match.home][0]),
        "away_rank": _place(table[match.away][0]),
        "home_points": _points(table[match.home][1]),
        "away_points": _points(table[match.away][1]),
        "crowd": _figure(plan.public.crowd),
        "away_fans": _figure(plan.away_tickets),
        "ticketless": _figure(plan.away_ticketless),
        "allowed": _figure(plan.allowed),
        "distance": plan.distance_km,
        "hold": int(hold_back(plan).total_seconds() // 60),
        "gates": hour(gates),
        "groups": _groups(match.home, match.away),
        "relation": reason(match.home, match.away),
        "event": plan.event,
        **_meeting_facts("last", met[0] if met else None),
        **_meeting_facts("last_bad", bad),
    }


def _variant(plan: Plan, category: RiskCategory) -> str:
    if plan.is_derby:
        return "derby"
    if plan.travel is TravelRegime.BANNED:
        return "banned"
    if plan.match.competition == "cup":
        return "cup"
    names = {RiskCategory.LOW: "low", RiskCategory.MODERATE: "moderate"}
    return names.get(category, "high")


def _meeting_facts(stem: str, meeting: Meeting | None) -> dict[str, object]:
    """Return day, score and note of an earlier meeting."""
    if meeting is None:
        none = phrase("first_meeting")
        facts = {"date": "-", "score": "-", "note": none, "": "-"}
    else:
        match = meeting.match
        facts = {
            "date": short_date(match.day),
            "": short_date(match.day),
            # Read like the names beside it in Arabic too: each goal next to its club.
            "score": f"{match.home_score} – {match.away_score}",
            "note": meeting.note,
        }
    return {f"{stem}_{name}" if name else stem: fact for name, fact in facts.items()}


def _place(place: int) -> Words:
    first = place == 1
    return Words(str(place), "1er" if first else f"{place}e", str(place))


def _round(name: str) -> Words:
    """Return a matchday as it stands beside its noun; a journée is feminine."""
    french = "1re" if name == "1" else f"{name}e"
    return Words(name, french, name)


def _points(count: int) -> Words:
    """Return how many points a club has, with the noun as the number asks for it."""
    said = {
        code: translator(code).count("{n} point", "{n} points", count)
        for code in LANGUAGES
    }
    return Words(**said)


def _figure(value: int) -> Words:
    return Words(**{code: number(value, code) for code in LANGUAGES})


def _of(name: Words) -> Words:
    """Return a club as it stands behind a noun in French: "de Fleurs", "d'Olivier"."""
    before_vowel = name.fr[:1] in _VOWELS
    return Words(name.ar, f"d'{name.fr}" if before_vowel else f"de {name.fr}", name.en)


def _round_name(name: str) -> Words:
    return phrase(_CUP_ROUND_NAMES[name]) if name in _CUP_ROUND_NAMES else Words()


@cache
def _groups(home: str, away: str) -> Words:
    """Name the largest groups of both clubs."""
    named = []
    for code in (home, away):
        own = [line for line in lines("groups") if line["club"] == code]
        own.sort(key=lambda line: -int(line["members_high"]))
        named += [words(line, "name") for line in own[:_GROUPS_NAMED]]
    return Words(
        **{
            code: _COMMA[code].join(each.pick(code) for each in named)
            for code in LANGUAGES
        }
    )


def _weather(plan: Plan) -> Words:
    month = plan.match.day.month
    name = _SEASONS.get(month) or _WARM.get(month) or "mild"
    return phrase(f"weather.{name}")

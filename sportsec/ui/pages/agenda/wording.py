"""How a match, a day and a clash read on the boards, for the eye and read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sportsec.domain.day_clashes import Clash
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.holidays import CALCULATED, Holiday
from sportsec.i18n.formats import (
    day_and_month,
    day_name,
    day_number,
    hour,
    long_date,
    month_name,
    short_day_name,
)
from sportsec.queries.agenda_days import BoardMatch, DayOnBoard
from sportsec.queries.agenda_heat import HeatDay
from sportsec.ui.language import (
    is_rtl,
    isolate,
    label,
    span_text,
    tr,
    tr_count,
    translator,
    words,
)
from sportsec.ui.pages.agenda.state import View

#: What matches look like from whose status nothing has to be said.
_USUAL = frozenset({FixtureStatus.SCHEDULED, FixtureStatus.CONFIRMED})

#: Matches that a hint names; a national list holds more on one day.
_NAMED = 12

#: The names of weekdays begin with it in Arabic.
_ARTICLE = "ال"
#: From Monday, as CLDR has them: the names all begin alike.
_ARABIC_LETTERS = "نثرخجسح"


def hour_of(match: BoardMatch) -> str:
    """Return the local hour; a dash while it is not known, or holds no more."""
    if match.status is FixtureStatus.POSTPONED:
        return "—"
    return hour(match.at, ZoneInfo(match.zone)) or "—"


def sides_of(match: BoardMatch) -> str:
    """Return "Atlas – Ocean"."""
    return f"{words(match.home)} – {words(match.away)}"


def short_sides_of(match: BoardMatch) -> str:
    """Return both clubs by their codes, in Arabic by their short names.

    Codes are Latin letters; a club without an Arabic short name keeps its code.
    """
    if match.codes is None:
        return sides_of(match)
    home, away = (
        name.ar if is_rtl() and name.has("ar") else isolate(code)
        for name, code in zip(match.short_names, match.codes, strict=True)
    )
    return f"{home}–{away}"


def shortest_sides_of(match: BoardMatch) -> str:
    """Return the same, Arabic names without their articles."""
    sides = short_sides_of(match).split("–")
    return "–".join(side.removeprefix(_ARTICLE) for side in sides)


def status_of(match: BoardMatch) -> str:
    """Return what became of the match; empty while it is simply ahead."""
    return "" if match.status in _USUAL else label(match.status)


def clash_words(kinds: Iterable[Clash]) -> str:
    """Return in a few words what clashes."""
    return " · ".join(label(kind) for kind in kinds)


def clash_lines(match: BoardMatch) -> list[str]:
    """Return each clash of a match with the matches it clashes with."""
    found = []
    for kind, others in match.clashes:
        named = "، " if translator().language == "ar" else ", "
        listed = named.join(f"{words(home)} – {words(away)}" for home, away in others)
        found.append(tr("{clash}: {matches}", clash=label(kind), matches=listed))
    return found


def match_hint(match: BoardMatch) -> str:
    """Return all that is known of a match on a board, a line each."""
    place = " · ".join(part for part in (words(match.venue), words(match.city)) if part)
    dark = tr("Kick-off after sunset") if match.after_sunset else ""
    other = "" if match.is_wanted else tr("Does not fit the filters")
    category = label(match.category) if match.category else tr("Not rated yet")
    lines = [
        _head_of(match),
        place,
        " · ".join(part for part in (category, status_of(match)) if part),
        dark,
        *clash_lines(match),
        other,
    ]
    return "\n".join(line for line in lines if line)


def by_gravity(matches: Iterable[BoardMatch]) -> list[BoardMatch]:
    """Return matches with those of the highest category first."""
    return sorted(matches, key=lambda match: -(match.category or 0))


def by_weight(matches: Iterable[BoardMatch]) -> list[BoardMatch]:
    """Return those that were asked for, by gravity, then the others likewise."""
    return sorted(by_gravity(matches), key=lambda match: not match.is_wanted)


def match_lines(matches: Sequence[BoardMatch]) -> list[str]:
    """Return a line for each match: its hour, its sides and its category."""
    lines = []
    for match in matches[:_NAMED]:
        rated = label(match.category) if match.category else ""
        lines.append(" · ".join(filter(None, (_head_of(match), rated))))
    more = len(matches) - _NAMED
    if more > 0:
        lines.append(tr_count("and {n} more", "and {n} more", more))
    return lines


def _head_of(match: BoardMatch) -> str:
    return f"{hour_of(match)}  {sides_of(match)}"


def spoken_match(match: BoardMatch) -> str:
    """Return a match as a screen reader says it."""
    return ", ".join(match_hint(match).split("\n"))


def day_marks(holidays: Iterable[Holiday], *, is_ramadan: bool) -> str:
    """Return the feasts of a day, in a few words."""
    feasts = _feasts(holidays, is_ramadan=is_ramadan)
    return " · ".join(name for name, _is_sure in feasts)


def told_marks(holidays: Iterable[Holiday], *, is_ramadan: bool) -> str:
    """Return the feasts of a day, and that those of the moon are calculated."""
    return " · ".join(
        name if is_sure else tr("{feast} (calculated, may be a day off)", feast=name)
        for name, is_sure in _feasts(holidays, is_ramadan=is_ramadan)
    )


def _feasts(
    holidays: Iterable[Holiday], *, is_ramadan: bool
) -> Iterator[tuple[str, bool]]:
    """Yield what a day is called, and whether it is sure to be that day."""
    for one in holidays:
        yield label(one), one not in CALCULATED
    if is_ramadan:
        yield tr("Ramadan"), False


def elsewhere_text(count: int) -> str:
    """Say where nothing is on view that matches lie on other days."""
    return tr_count(
        "No match in this period: {n} match lies outside of it.",
        "No match in this period: {n} matches lie outside of it.",
        count,
    )


def spoken_day(day: DayOnBoard) -> str:
    """Return a day as a screen reader says it, and as its hint tells it."""
    wanted = sum(match.is_wanted for match in day.matches)
    others = len(day.matches) - wanted
    parts = [
        long_date(day.day, translator().language),
        tr_count("{n} match", "{n} matches", wanted) if wanted else tr("no match"),
        tr_count("{n} other match", "{n} other matches", others) if others else "",
        told_marks(day.holidays, is_ramadan=day.is_ramadan),
        tr("sunset at {hour}", hour=isolate(hour(day.sunset))) if day.sunset else "",
        clash_words(day.clashes),
    ]
    return ", ".join(part for part in parts if part)


def spoken_heat(day: HeatDay) -> str:
    """Return a day of the season as a screen reader says it."""
    worst = ""
    if day.worst is not None:
        worst = tr("highest category: {category}", category=label(day.worst))
    parts = [
        long_date(day.day, translator().language),
        tr_count("{n} match", "{n} matches", day.count)
        if day.count
        else tr("no match"),
        worst,
        told_marks(day.holidays, is_ramadan=day.is_ramadan),
    ]
    return ", ".join(part for part in parts if part)


def short_day(day: date) -> str:
    """Return the name of a weekday, short where the language has a short form."""
    return short_day_name(day, translator().language).capitalize()


def shortest_day(day: date) -> str:
    """Return the name of a weekday as it is said without its article in Arabic."""
    return short_day(day).removeprefix(_ARTICLE)


def letter_of(day: date) -> str:
    """Return one letter for a weekday, different from its neighbours'."""
    language = translator().language
    if language == "ar":
        return _ARABIC_LETTERS[day.weekday()]
    return day_name(day, language)[:1].upper()


def span_title(view: View, first: date, last: date, at: date) -> str:
    """Return what a board shows: "23 – 29 November 2026", "November 2026"."""
    language = translator().language
    if view is View.MONTH:
        return f"{month_name(at.month, language)} {at.year}".capitalize()
    return days_text(first, last)


def days_text(first: date, last: date) -> str:
    """Return "23 – 29 November 2026", saying no month or year twice."""
    language = translator().language
    end = f"{day_and_month(last, language)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return span_text(day_number(first, language), end, " – ")
    year = f" {first.year}" if first.year != last.year else ""
    return span_text(f"{day_and_month(first, language)}{year}", end, " – ")

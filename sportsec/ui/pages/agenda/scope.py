"""Which matches leave the agenda in a file, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sportsec.domain.listing import Order
from sportsec.i18n.formats import long_date
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.ui.language import isolate, tr, tr_count, translator
from sportsec.ui.pages.agenda.state import AgendaState, Period, View
from sportsec.ui.pages.agenda.wording import days_text
from sportsec.ui.widgets.fields_above import searched_text

#: Filters that are named one by one.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """What a file is asked for.

    Args:
        said: The same in words: days, then filters.
    """

    wanted: AgendaFilter
    order: Order
    said: str


def scope_on_view(
    state: AgendaState, order: Order, season: str, chips: Iterable[str]
) -> Scope:
    """Return what is on view.

    Args:
        season: The name of the season that is under way.
        chips: What the filters that are chosen say.
    """
    wanted = state.on_view()
    filters = [*filter(None, [searched_text(state.text)]), *chips]
    narrowed = tr("without filters")
    if filters:
        narrowed = tr("only: {filters}", filters=_listed(filters))
    return Scope(wanted, order, f"{_days(state, wanted, season)} · {narrowed}")


def whole_season(state: AgendaState, order: Order, season: str) -> Scope | None:
    """Return all matches of the season; None where they are on view, or it is none."""
    if state.season_id is None or not season:
        return None
    wanted = AgendaFilter(language=state.language, season_id=state.season_id)
    if wanted == state.on_view():
        return None
    said = f"{_season(season)} · {tr('without filters')}"
    return Scope(wanted, order, said)


def _listed(filters: list[str]) -> str:
    """Return the first filters in words: a line of a menu has no room for ten."""
    said, more = tr(", ").join(filters[:_NAMED]), len(filters) - _NAMED
    if more <= 0:
        return said
    return f"{said} {tr_count('and {n} more', 'and {n} more', more)}"


def _season(season: str) -> str:
    return tr("season {season}", season=isolate(season))


def _days(state: AgendaState, wanted: AgendaFilter, season: str) -> str:
    """Return the days of a filter in words, or the season that stands for them."""
    first, last = wanted.starts_on, wanted.ends_on
    if first is not None and last is not None:
        return days_text(first, last)
    if last is not None:
        return tr("until {day}", day=long_date(last, translator().language))
    is_season = state.view is View.LIST and state.period is Period.SEASON
    return _season(season) if is_season and season else tr("all days")

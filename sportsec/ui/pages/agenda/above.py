"""What is above the agenda's list, to be saved with it under a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sportsec.ui.pages.agenda import kept_filters
from sportsec.ui.pages.agenda.filters import period_names
from sportsec.ui.pages.agenda.state import AgendaState, Period
from sportsec.ui.widgets.fields_above import searched_text

#: Values of chips by the name of the filter's field.
Chosen = Mapping[str, tuple[Any, ...]]
#: Shows a text, a period and chosen chips, and asks for the matches that fit.
Ask = Callable[[str, Period, Chosen], None]


class AgendaAbove:
    """Search, period and chips of the agenda, as a `ListFilter`.

    Args:
        state: Returns what stands there now.
        ask: Shows something else there.
        chosen: Returns what the chips say that filter.
    """

    def __init__(
        self,
        state: Callable[[], AgendaState],
        ask: Ask,
        chosen: Callable[[], Iterable[str]],
    ) -> None:
        self._state = state
        self._ask = ask
        self._chosen = chosen

    def kept(self) -> Mapping[str, Any]:
        """Return what is typed and chosen."""
        state = self._state()
        chosen = kept_filters.written(state.chosen)
        return {"text": state.text, "period": state.period, "chosen": chosen}

    def said(self) -> list[str]:
        """Return what is typed and chosen, in words."""
        state = self._state()
        period = period_names()[state.period]
        typed = searched_text(state.text)
        return [*filter(None, [period, typed]), *self._chosen()]

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed and chosen, and ask for it; nothing for all matches."""
        period = str(kept.get("period", Period.ALL))
        self._ask(
            str(kept.get("text", "")),
            Period(period) if period in set(Period) else Period.ALL,
            kept_filters.read(str(kept.get("chosen", ""))),
        )

    def clear(self) -> None:
        """Show the matches of the period that is chosen."""
        self.recall({"period": self._state().period})

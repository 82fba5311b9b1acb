"""The controls above the agenda: periods and filter chips."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_choices import season_choices
from sportsec.queries.agenda_cities import city_choices
from sportsec.queries.agenda_plan import NO_VENUE, NOT_RATED
from sportsec.queries.pickers import Named, offered
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.agenda.chip import FilterChip, Find
from sportsec.ui.pages.agenda.kept_filters import no_stadium, not_rated
from sportsec.ui.pages.agenda.state import Period
from sportsec.ui.tasks import Runner, Work


def period_names() -> dict[Period, str]:
    """Return what the periods are called."""
    return {
        Period.THIS_WEEK: tr("This week"),
        Period.FOUR_WEEKS: tr("Next 4 weeks"),
        Period.SEASON: tr("This season"),
        Period.PAST: tr("Past"),
        Period.ALL: tr("All"),
    }


class PeriodBar(QWidget):
    """One button for each period; one of them is pressed."""

    chosen = Signal(object)

    def __init__(self, period: Period) -> None:
        super().__init__()
        self.buttons: dict[Period, QPushButton] = {}
        group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for one, name in period_names().items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.setChecked(one is period)
            button.clicked.connect(lambda _on, one=one: self.chosen.emit(one))
            group.addButton(button)
            box.addWidget(button)
            self.buttons[one] = button
        self.setAccessibleName(tr("Period"))

    def call_season(self, season: str) -> None:
        """Say which season it is; one of the ways of seeing has that name already."""
        if season:
            button = self.buttons[Period.SEASON]
            button.setText(isolate(season))
            button.setAccessibleName(f"{tr('Season')} {isolate(season)}")
            button.setToolTip(button.accessibleName())


def filter_chips(runner: Runner) -> dict[str, FilterChip]:
    """Return the chips by the field of the filter that each sets; all take several."""

    def chip(title: str, find: Find, *, searched: bool = False) -> FilterChip:
        return FilterChip(runner, title, find, searched=searched)

    return {
        "competition_id": chip(tr("Competition"), _named(Named.COMPETITION)),
        "season_id": chip(tr("Season"), lambda work, _text: season_choices(work)),
        "club_id": chip(tr("Club"), _named(Named.CLUB), searched=True),
        "venue_id": chip(tr("Stadium"), _venues(), searched=True),
        "city": chip(tr("City"), _cities(), searched=True),
        "status": chip(tr("Status"), _members(FixtureStatus)),
        "category": chip(
            tr("Category"), _members(RiskCategory, (NOT_RATED, not_rated()))
        ),
    }


def _named(kind: Named) -> Find:
    language = translator().language

    def find(work: Work, text: str) -> Sequence[tuple[Any, str]]:
        return [(one, words(name)) for one, name in offered(work, kind, text, language)]

    return find


def _venues() -> Find:
    """Offer the stadiums; before anything is typed, also that there is none."""
    named = _named(Named.VENUE)

    def find(work: Work, text: str) -> Sequence[tuple[Any, str]]:
        none = [] if text else [(NO_VENUE, no_stadium())]
        return [*none, *named(work, text)]

    return find


def _cities() -> Find:
    language = translator().language

    def find(work: Work, text: str) -> Sequence[tuple[Any, str]]:
        return [(key, words(city)) for key, city in city_choices(work, text, language)]

    return find


def _members(kind: type[Enum], *more: tuple[Any, str]) -> Find:
    pairs = [*((member, label(member)) for member in kind), *more]
    return lambda _work, _text: pairs

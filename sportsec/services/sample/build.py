"""Builds the sample season into an empty workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.competitions import (
    Format,
    Organiser,
    SeasonStatus,
    SecurityRegime,
)
from sportsec.domain.risk import Factor, RiskCategory
from sportsec.services.sample.arrangements import Arrangements
from sportsec.services.sample.deployments import Command, Deployments
from sportsec.services.sample.directory import (
    add_clubs,
    add_commands,
    add_groups,
    add_organisations,
    add_units,
)
from sportsec.services.sample.fixtures import Fixtures, Orders, gates_of
from sportsec.services.sample.forces import WITHOUT_COMMANDER
from sportsec.services.sample.history import History
from sportsec.services.sample.matches import Match, season_matches
from sportsec.services.sample.mint import Mint
from sportsec.services.sample.occasions import Rated
from sportsec.services.sample.people import (
    OWN_CITY,
    SECOND_GROUND,
    Chief,
    People,
    commander_key,
    commanders,
    deputy_key,
)
from sportsec.services.sample.plans import Plan, plan_of, size_of
from sportsec.services.sample.ratings import Grid, Ratings
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.seasons import SeasonFrame, seasons
from sportsec.services.sample.sources import phrase
from sportsec.services.sample.stadiums import add_stadiums, stadiums
from sportsec.services.sample.writing import script_of
from sportsec.services.seed import DEFAULT_GRID, plant_defaults
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.risk import RiskFactor
from sportsec.store.work import Work

#: Tells how far the building is: a share of 1.
Progress = Callable[[float], object]

#: Cities whose matches of past seasons carry their ratings: the cell's own.
_OWN_CITIES = frozenset({OWN_CITY, "mohammedia"})
#: A played match is spoken of for so long.
_SPOKEN_OF_DAYS = 28


def build_sample(
    work: Work,
    today: date,
    progress: Progress | None = None,
    *,
    language: str = "ar",
) -> int:
    """Fill the workspace with the sample season, placed around `today`.

    The same day and language give the same rows, identifiers included.

    Args:
        today: Matches before it are played; the four weeks from it are planned.
        progress: Called with the share done, 0 … 1.
        language: Of what the record keeps in one language only, such as sources.

    Returns:
        Number of rows written.
    """
    tell: Progress = progress or (lambda _share: None)
    plant_defaults(work)
    work.session.flush()
    builder = _Builder(work, today, language)
    tell(0.1)
    builder.directory()
    tell(0.2)
    builder.matches(lambda share: tell(0.2 + 0.5 * share))
    written = builder.rows.write(work)
    tell(1.0)
    return written


class _Builder:
    """Holds what the parts of the sample share while it is built."""

    def __init__(self, work: Work, today: date, tongue: str) -> None:
        self.rows = Rows()
        self._today = today
        self._tongue = tongue
        self._mint = Mint(today)
        self._stadiums = stadiums(self._mint)
        self._frames = seasons(today)
        self._matches = [m for frame in self._frames for m in season_matches(frame)]
        self._history = History(self._matches)
        self._people = People(self.rows, self._mint, tongue)
        self._chiefs: dict[str, list[Chief]] = {}
        self._fixtures = Fixtures(self.rows, self._mint, self._stadiums, tongue)
        self._ratings = Ratings(
            self.rows, self._mint, _grid(work), self._history, tongue
        )
        self._deployments = Deployments(self.rows, self._mint, tongue)
        self._arrangements = Arrangements(self.rows, self._mint, self._people, tongue)
        self._rated: list[Rated] = []

    def directory(self) -> None:
        """Add competitions, stadiums, clubs, groups, people and units."""
        rows, mint = self.rows, self._mint
        _add_competitions(rows, mint)
        _add_seasons(rows, mint, self._frames)
        add_stadiums(rows, mint, self._stadiums, self._tongue)
        add_clubs(rows, mint, self._stadiums, self._tongue)
        add_groups(rows, mint, self._stadiums, self._tongue)
        add_commands(rows, mint)
        add_units(rows, mint)
        organisations = add_organisations(rows, mint)
        people = self._people
        people.add_authorities(organisations)
        people.add_club_people()
        people.add_venue_people({key: each.id for key, each in self._stadiums.items()})
        people.add_spokespersons()
        self._chiefs = people.add_chiefs(organisations)

    def matches(self, tell: Progress) -> None:
        """Add all matches; those of the next four weeks with their whole plan."""
        until = self._frames[-1].planned_until or self._today
        for number, match in enumerate(self._matches):
            if self._today <= match.day <= until:
                self._add_planned(match)
            else:
                self._add_other(match)
            if number % 50 == 0:
                tell(number / len(self._matches))
        self._arrangements.add(self._rated, self._history)

    def _add_other(self, match: Match) -> None:
        """Add a match that is played, or too far away to be planned."""
        fixture = self._fixtures.add(match)
        if not match.is_played:
            return
        is_own = self._stadiums[match.venue].city in _OWN_CITIES
        self._arrangements.add_reports(fixture, match.day, is_own=is_own)
        if is_own:
            plan = self._plan(match)
            gates, usual = gates_of(plan), self._usual_commander(plan)
            category = self._ratings.add(
                fixture, plan, lambda _category: self._name(usual), gates=gates
            )
            if plan.days >= -_SPOKEN_OF_DAYS:
                self._note(fixture, plan, category, usual)

    def _note(
        self, fixture: UUID, plan: Plan, category: RiskCategory, commander: UUID | None
    ) -> None:
        """Keep what its arrangements depend on, until all matches are there."""
        is_own = plan.stadium.city in _OWN_CITIES
        decider, gates = self._decider(plan, commander), gates_of(plan)
        self._rated.append(
            Rated(fixture, plan, category, gates, commander, decider, is_own)
        )

    def _add_planned(self, match: Match) -> None:
        """Add a match with estimates, ratings, texts and deployment."""
        plan, fixture = self._plan(match), self._fixtures.id(match)
        gates = gates_of(plan)
        category = self._ratings.add(
            *(fixture, plan),
            lambda category: self._decider(plan, self._commander(plan, category)),
            gates=gates,
        )
        script = script_of(plan, category, gates, self._history)
        city, is_second = plan.stadium.city, match.venue == SECOND_GROUND
        commander = self._commander(plan, category)
        deputy = self._contact(deputy_key(city, int(is_second)))
        self._fixtures.add(match, Orders(plan, script, gates, commander, deputy))
        self._note(fixture, plan, category, commander)
        if gates is not None:
            command = Command(commander, self._free_chiefs(city, match.venue))
            size = size_of(plan, category)
            self._deployments.add(fixture, plan, size, command, gates)

    def _free_chiefs(self, city: str, venue: str) -> list[Chief]:
        """Return who may lead here: nobody is at both grounds of the cell's city."""
        return self._chiefs[venue if venue == SECOND_GROUND else city]

    def _plan(self, match: Match) -> Plan:
        days = (match.day - self._today).days
        return plan_of(match, self._stadiums[match.venue], days, self._history)

    def _rank(self, plan: Plan, category: RiskCategory) -> str:
        """Return the rank of the commander: the highest for the gravest."""
        ranks = commanders(plan.stadium.city)
        if plan.match.venue == SECOND_GROUND:
            return ranks[-1]
        return ranks[0] if category is RiskCategory.CRITICAL else ranks[-1]

    def _decider(self, plan: Plan, commander: UUID | None) -> str:
        """Return who decides: the commander; where nobody is named, the usual one."""
        return self._name(commander or self._usual_commander(plan))

    def _name(self, contact: UUID) -> str:
        return self._people.names[contact].pick(self._tongue)

    def _usual_commander(self, plan: Plan) -> UUID:
        city = plan.stadium.city
        return self._contact(commander_key(city, commanders(city)[-1]))

    def _commander(self, plan: Plan, category: RiskCategory) -> UUID | None:
        match, rank = plan.match, self._rank(plan, category)
        if {match.home, match.away} == WITHOUT_COMMANDER:
            return None
        is_second = match.venue == SECOND_GROUND
        return self._contact(commander_key(plan.stadium.city, rank, int(is_second)))

    def _contact(self, key: tuple[object, ...]) -> UUID:
        return self._mint.id("contact", *key)


def _grid(work: Work) -> Grid:
    query = (
        select(RiskFactor)
        .where(RiskFactor.grid_id == DEFAULT_GRID, RiskFactor.deleted_at.is_(None))
        .order_by(RiskFactor.position)
    )
    factors = tuple(
        Factor(each.id, each.code, each.weight or 0)
        for each in work.session.scalars(query)
    )
    return Grid(DEFAULT_GRID, factors)


def _add_competitions(rows: Rows, mint: Mint) -> None:
    for key, code, organiser, form in (
        ("league", "BOTOLA1", Organiser.LNFP, Format.LEAGUE),
        ("cup", "THRONE_CUP", Organiser.FRMF, Format.KNOCKOUT),
    ):
        rows.add(
            Competition,
            id=mint.id("competition", key),
            code=code,
            name=phrase(key),
            organiser=organiser,
            format=form,
            security_regime=SecurityRegime.NATIONAL,
            away_quota_percent=5.0,
        )


def _add_seasons(rows: Rows, mint: Mint, frames: Iterable[SeasonFrame]) -> None:
    *past, _current = frames
    for frame in (*past, _current):
        rows.add(
            Season,
            id=mint.id("season", frame.label),
            label=frame.label,
            starts_on=frame.starts_on,
            ends_on=frame.ends_on,
            status=SeasonStatus.CLOSED if frame in past else SeasonStatus.OPEN,
        )

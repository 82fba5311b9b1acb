"""A programme compared with the record, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.matching_schedule import Coincidence, coincidences
from sportsec.domain.intake.preview import (
    Choices,
    IntakePreview,
    NameKind,
    NewNames,
)
from sportsec.domain.intake.programme import Outcome, Programme
from sportsec.domain.problems import Problem
from sportsec.queries.clock import local_day
from sportsec.queries.intake import Directory, read_directory, read_matches
from sportsec.services.intake.lines import LineComparer, Setting
from sportsec.services.intake.names import NameBook
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Basis:
    """The state of the record that a preview was made from."""

    directory: Directory
    matches: list[KnownMatch]
    competitions: frozenset[UUID]
    seasons: frozenset[UUID]

    @classmethod
    def read(
        cls,
        work: Work,
        directory: Directory,
        competitions: Iterable[UUID | None],
        seasons: Iterable[UUID | None],
    ) -> Basis:
        """Read the matches that lines of these competitions and seasons may mean."""
        within = frozenset(each for each in competitions if each is not None)
        during = frozenset(each for each in seasons if each is not None)
        matches = read_matches(work, within, during)
        return cls(directory, matches, within, during)


def preview(work: Work, programme: Programme, choices: Choices) -> IntakePreview:
    """Compare a programme with the record; writes nothing.

    Every line gets its outcome and the reason; every spelling that is not simply a
    name of the record gets its meaning or is to be decided.
    """
    directory = read_directory(work)
    counts = _Counts(programme)
    named = _competitions(directory, counts.competitions, choices)
    competitions = _chosen(named, counts.competitions, directory, choices)
    seasons, doubts = _seasons(directory, counts.seasons, programme, choices)
    basis = Basis.read(work, directory, competitions.values(), seasons.values())
    clubs = _clubs(directory, counts.clubs, programme, choices, basis)
    venues = NameBook(
        NameKind.VENUE, directory.venues, choices.venues, _new_venues(choices)
    )
    venues.settle(counts.venues)
    venues.decide({})
    setting = Setting(
        directory=directory,
        clubs=clubs,
        venues=venues,
        competitions=competitions,
        seasons=seasons,
        season_doubts=doubts,
        zone=programme.zone,
        today=local_day(work),
        taken=choices.take_unclear,
    )
    lines = LineComparer(setting, basis.matches).compare(programme.lines)
    books = (clubs, venues, named) if named is not None else (clubs, venues)
    return IntakePreview(
        programme=programme,
        choices=choices,
        lines=lines,
        counts={**dict.fromkeys(Outcome, 0), **Counter(each[1] for each in lines)},
        names=tuple(match for book in books for match in book.to_show()),
        clubs=clubs.names,
        venues=venues.names,
        problems=tuple(_problems(directory, competitions, seasons)),
        basis=basis,
    )


class _Counts:
    """On how many lines each spelling stands; lines that are broken do not count."""

    def __init__(self, programme: Programme) -> None:
        lines = programme.lines
        home = Counter(line.home for line in lines)
        self.clubs = home + Counter(line.away for line in lines)
        self.venues = Counter(line.venue for line in lines)
        self.competitions = Counter(line.competition for line in lines)
        self.seasons = Counter(line.season for line in lines)
        for counts in (self.clubs, self.venues):
            counts.pop("", None)


def _clubs(
    directory: Directory,
    counts: Mapping[str, int],
    programme: Programme,
    choices: Choices,
    basis: Basis,
) -> NameBook:
    book = NameBook(NameKind.CLUB, directory.clubs, choices.clubs, choices.new_clubs)
    book.settle(counts)
    evidence: Mapping[str, Sequence[Coincidence]] = {}
    if book.waiting:
        evidence = coincidences(programme.lines, book.ids(), basis.matches)
    book.decide(evidence)
    return book


def _new_venues(choices: Choices) -> NewNames:
    """A venue that is unknown never keeps a match out: at most it is asked about."""
    if choices.new_venues is not None:
        return choices.new_venues
    if choices.new_clubs is NewNames.CREATE:
        return NewNames.CREATE
    return NewNames.ASK


def _competitions(
    directory: Directory, counts: Mapping[str, int], choices: Choices
) -> NameBook | None:
    """Return what names of competitions mean, None when the file is of one only."""
    if len({fold(name) for name in counts} - {""}) < 2:
        return None
    known = [each.known for each in directory.competitions.values()]
    book = NameBook(NameKind.COMPETITION, known, choices.competitions)
    book.settle({name: count for name, count in counts.items() if name})
    book.decide({})
    return book


def _chosen(
    named: NameBook | None,
    counts: Mapping[str, int],
    directory: Directory,
    choices: Choices,
) -> dict[str, UUID | None]:
    chosen = choices.competition_id
    if chosen not in directory.competitions:
        chosen = None
    found = named.ids() if named is not None else {}
    return {name: found.get(name) if name in found else chosen for name in counts}


def _seasons(
    directory: Directory,
    counts: Mapping[str, int],
    programme: Programme,
    choices: Choices,
) -> tuple[dict[str, UUID | None], dict[str, Problem]]:
    """Return the season that each label means, and labels that are of none."""
    by_label = {fold(each.label): key for key, each in directory.seasons.items()}
    chosen = choices.season_id
    if chosen not in directory.seasons:
        chosen = by_label.get(fold(programme.season)) if chosen is None else None
    seasons = {label: by_label.get(fold(label), chosen) for label in counts}
    doubts = {
        label: words.other_season(label)
        for label in counts
        if label and fold(label) not in by_label
    }
    return seasons, doubts


def _problems(
    directory: Directory,
    competitions: Mapping[str, UUID | None],
    seasons: Mapping[str, UUID | None],
) -> Iterable[Problem]:
    if set(competitions.values()) == {None}:
        yield words.NO_COMPETITION
    if set(seasons.values()) == {None}:
        yield words.NO_SEASON
    for season in {each for each in seasons.values() if each is not None}:
        if directory.seasons[season].is_closed:
            yield words.closed_season(directory.seasons[season].label)

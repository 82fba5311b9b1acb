"""Which competition and season each line of a file belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.memory import Memory
from sportsec.domain.intake.preview import Choices, NameKind
from sportsec.domain.intake.programme import Programme, QuestionKind
from sportsec.domain.intake.seasons import find_season
from sportsec.domain.problems import Problem
from sportsec.queries.intake import Directory
from sportsec.services.intake.names import NameBook


@dataclass(frozen=True, slots=True)
class Frame:
    """Competitions and seasons by what lines say of them.

    Args:
        book: Names of competitions; None when the file is of one only.
        competitions: Competition named on a line → the one of the record.
        seasons: Season named on a line → the one of the record.
        by_day: The season that a day lies in, for lines that are of none.
        season_doubts: Season named on a line → why it may be the wrong one.
    """

    directory: Directory
    book: NameBook | None
    competitions: Mapping[str, UUID | None]
    seasons: Mapping[str, UUID | None]
    by_day: Mapping[date | None, UUID | None]
    season_doubts: Mapping[str, Problem]
    problems: tuple[Problem, ...]

    def used_competitions(self) -> frozenset[UUID]:
        """Return all competitions that lines may be of."""
        return frozenset(each for each in self.competitions.values() if each)

    def used_seasons(self) -> frozenset[UUID]:
        """Return all seasons that lines may be of."""
        found = {*self.seasons.values(), *self.by_day.values()}
        return frozenset(each for each in found if each)


def frame_of(directory: Directory, programme: Programme, choices: Choices) -> Frame:
    """Say where the lines of a file belong, as far as it can be said."""
    lines = programme.lines
    named = {line.competition for line in lines}
    book = _competition_names(directory, programme, choices)
    chosen = choices.competition_id
    if chosen not in directory.competitions:
        chosen = None
    found = book.ids() if book is not None else {}
    competitions = {
        name: found.get(name) if name in found else chosen for name in named
    }
    labels = _labels(directory)
    season = _chosen_season(directory, labels, programme, choices)
    seasons = {
        label: labels.get(fold(label), season)
        for label in {line.season for line in lines}
    }
    by_day: dict[date | None, UUID | None] = {}
    if None in seasons.values():
        by_day = Memory(_Calendar(directory).season_at)
        for line in lines:
            by_day[line.date]
    doubts = {
        label: words.other_season(label)
        for label in seasons
        if label and fold(label) not in labels
    }
    return Frame(
        *(directory, book, competitions, seasons, by_day, doubts),
        tuple(_problems(directory, programme, competitions, seasons, by_day)),
    )


def _competition_names(
    directory: Directory, programme: Programme, choices: Choices
) -> NameBook | None:
    counts: dict[str, int] = {}
    for line in programme.lines:
        if line.competition:
            counts[line.competition] = counts.get(line.competition, 0) + 1
    if len({fold(name) for name in counts}) < 2:
        return None
    known = [each.known for each in directory.competitions.values()]
    book = NameBook(NameKind.COMPETITION, known, choices.competitions)
    book.settle(counts)
    book.decide({})
    return book


def _labels(directory: Directory) -> dict[str, UUID]:
    """Return the seasons by label: "2024/25" and "Saison 2024-2025" are one."""
    found: dict[str, UUID] = {}
    for key, season in directory.seasons.items():
        for label in (season.label, find_season(season.label)):
            if label:
                found.setdefault(fold(label), key)
    return found


def _chosen_season(
    directory: Directory,
    labels: Mapping[str, UUID],
    programme: Programme,
    choices: Choices,
) -> UUID | None:
    if choices.season_id is None:
        return labels.get(fold(programme.season))
    return choices.season_id if choices.season_id in directory.seasons else None


class _Calendar:
    """The seasons of the record by their days."""

    def __init__(self, directory: Directory) -> None:
        self._seasons = [
            (each.starts_on, each.ends_on, key)
            for key, each in directory.seasons.items()
            if each.starts_on is not None and each.ends_on is not None
        ]

    def season_at(self, day: date | None) -> UUID | None:
        """Return the season that a day lies in; None where none or several do."""
        if day is None:
            return None
        hits = [key for begins, ends, key in self._seasons if begins <= day <= ends]
        return hits[0] if len(hits) == 1 else None


def _problems(
    directory: Directory,
    programme: Programme,
    competitions: Mapping[str, UUID | None],
    seasons: Mapping[str, UUID | None],
    by_day: Mapping[date | None, UUID | None],
) -> Iterator[Problem]:
    found = {*seasons.values(), *by_day.values()} - {None}
    if set(competitions.values()) <= {None}:
        yield words.NO_COMPETITION
    orders = [
        each for each in programme.questions if each.kind is QuestionKind.DAY_ORDER
    ]
    yield from map(words.no_day_order, orders)
    if not found and not orders:  # with their order the days name the season
        yield words.NO_SEASON
    yield from _wrong_competition(directory, competitions)
    for season in found:
        if season is not None and directory.seasons[season].is_closed:
            yield words.closed_season(directory.seasons[season].label)


def _wrong_competition(
    directory: Directory, competitions: Mapping[str, UUID | None]
) -> Iterable[Problem]:
    """Warn when the file names a competition of the record, but another is chosen."""
    for name, chosen in competitions.items():
        if not name or chosen is None:
            continue
        for key, each in directory.competitions.items():
            known = each.known
            texts = (known.code, known.name.ar, known.name.fr, known.name.en)
            if key != chosen and fold(name) in {fold(text) for text in texts if text}:
                other = directory.competitions[chosen].known.name
                yield words.other_competition(known.name, other)

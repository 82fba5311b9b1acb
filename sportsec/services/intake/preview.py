"""A programme compared with the record, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.matching_schedule import Coincidence, coincidences
from sportsec.domain.intake.preview import (
    WRITTEN,
    Choices,
    IntakeLine,
    IntakePreview,
    LineKey,
    NameKind,
    NewNames,
)
from sportsec.domain.intake.programme import Outcome, Programme
from sportsec.domain.sides import SideFigures
from sportsec.queries.clock import local_day
from sportsec.queries.exchanged_sides import side_figures
from sportsec.queries.intake import (
    Directory,
    read_directory,
    read_matches,
    read_matches_by_id,
)
from sportsec.services.intake.frame import frame_of
from sportsec.services.intake.known import (
    Surroundings,
    matches_meant,
    take_as_known,
)
from sportsec.services.intake.lines import LineComparer
from sportsec.services.intake.meetings import ask_of_meetings
from sportsec.services.intake.names import NameBook
from sportsec.services.intake.placing import Setting
from sportsec.services.intake.resting import warn_of_rest
from sportsec.services.intake.sides import exchanged_in, with_sides
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Basis:
    """The state of the record that a preview was made from.

    Args:
        meant: Matches that lines were said to be, also of other competitions.
        figures: Of the publics of the matches whose sides lines exchange.
    """

    directory: Directory
    matches: list[KnownMatch]
    competitions: frozenset[UUID]
    seasons: frozenset[UUID]
    meant: Mapping[UUID, KnownMatch] = field(default_factory=dict)
    figures: Mapping[UUID, SideFigures] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        work: Work,
        directory: Directory,
        competitions: frozenset[UUID],
        seasons: frozenset[UUID],
    ) -> Basis:
        """Read the matches that lines of these competitions and seasons may mean."""
        matches = read_matches(work, competitions, seasons)
        return cls(directory, matches, competitions, seasons)

    def again(self, work: Work) -> Basis:
        """Read all of it as it is now."""
        directory = read_directory(work)
        now = Basis.read(work, directory, self.competitions, self.seasons)
        meant = read_matches_by_id(work, self.meant)
        return replace(now, meant=meant, figures=side_figures(work, self.figures))

    @property
    def known(self) -> dict[UUID, KnownMatch]:
        """All matches that lines mean, by their ids."""
        return {match.id: match for match in self.matches} | dict(self.meant)


def preview(work: Work, programme: Programme, choices: Choices) -> IntakePreview:
    """Compare a programme with the record; writes nothing.

    Every line gets its outcome and the reason; every spelling that is not simply a
    name of the record gets its meaning or is to be decided.
    """
    directory = read_directory(work)
    frame = frame_of(directory, programme, choices)
    basis = Basis.read(work, directory, frame.used_competitions(), frame.used_seasons())
    counts = _Counts(programme)
    clubs = _clubs(directory, counts.clubs, programme, choices, basis)
    venues = NameBook(
        NameKind.VENUE, directory.venues, choices.venues, _new_venues(choices)
    )
    venues.settle(counts.venues)
    venues.decide({})
    setting = Setting(
        frame=frame,
        clubs=clubs,
        venues=venues,
        zone=programme.zone,
        today=local_day(work),
        taken=choices.take_unclear,
    )
    lines = LineComparer(setting, basis.matches).compare(programme.lines)
    lines = ask_of_meetings(work, lines, directory, choices.take_unclear, clubs.names)
    around = Surroundings(directory, programme.zone, clubs.names, venues.names)
    lines, basis = _on_known(work, lines, choices, basis, around)
    lines = tuple(_left_out(lines, choices.leave_out)) if choices.leave_out else lines
    lines = warn_of_rest(work, lines, basis.known.values(), clubs.names)
    books = (clubs, venues, frame.book) if frame.book else (clubs, venues)
    return IntakePreview(
        programme=programme,
        choices=choices,
        lines=lines,
        counts={**dict.fromkeys(Outcome, 0), **Counter(each[1] for each in lines)},
        names=tuple(match for book in books for match in book.to_show()),
        clubs=clubs.names,
        venues=venues.names,
        problems=frame.problems,
        basis=basis,
    )


def _on_known(
    work: Work,
    lines: Sequence[IntakeLine],
    choices: Choices,
    basis: Basis,
    around: Surroundings,
) -> tuple[tuple[IntakeLine, ...], Basis]:
    """Let lines change the matches they are said to be; carry what hangs on sides."""
    meant = read_matches_by_id(work, matches_meant(lines, choices.same))
    lines = take_as_known(lines, choices.same, meant, around)
    figures = side_figures(work, exchanged_in(lines))
    basis = replace(basis, meant=meant, figures=figures)
    if figures:
        lines = with_sides(lines, basis.known, figures, around)
    return lines, basis


class _Counts:
    """On how many lines each spelling stands; lines that are broken do not count."""

    def __init__(self, programme: Programme) -> None:
        lines = [
            line for line in programme.lines if not (line.problems and line.is_blocked)
        ]
        self.clubs = Counter(line.home for line in lines)
        self.clubs.update(line.away for line in lines)
        self.venues = Counter(line.venue for line in lines if line.venue)


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


def _left_out(
    lines: Iterable[IntakeLine], keys: Collection[LineKey]
) -> Iterator[IntakeLine]:
    """Yield the lines; those that the officer leaves out are not taken in."""
    for line in lines:
        if line.key in keys and line.outcome in WRITTEN:
            yield line._replace(outcome=Outcome.LEFT_OUT, if_taken=line.outcome)
        else:
            yield line


def _new_venues(choices: Choices) -> NewNames:
    """A venue that is unknown never keeps a match out: at most it is asked about."""
    if choices.new_venues is not None:
        return choices.new_venues
    if choices.new_clubs is NewNames.CREATE:
        return NewNames.CREATE
    return NewNames.ASK

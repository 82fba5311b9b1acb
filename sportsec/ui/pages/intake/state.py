"""What the intake page decides: what to ask next, and whether it may be accepted."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.preview import (
    WRITTEN,
    Choice,
    Choices,
    Decision,
    IntakeLine,
    IntakePreview,
    LineKey,
    NameKind,
    NewNames,
)
from sportsec.domain.intake.programme import Outcome, Programme, QuestionKind

#: Tabs of the page, in the order of the work.
FILE, COLUMNS, NAMES, LINES = range(4)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer said about how the file is to be read."""

    mapping: Mapping | None = None
    day_first: bool | None = None
    season: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class IntakeState:
    """A file on its way in.

    Args:
        programme: As read last; None before.
        preview: As compared last; None while it is on its way.
    """

    path: Path
    answers: Answers = Answers()
    choices: Choices = field(default_factory=Choices)
    programme: Programme | None = None
    preview: IntakePreview | None = None

    def name(self, kind: NameKind, spelled: str, decision: Decision) -> IntakeState:
        """Return the state with one spelling decided."""
        choices = self.choices
        if kind is NameKind.CLUB:
            choices = replace(choices, clubs={**choices.clubs, spelled: decision})
        elif kind is NameKind.VENUE:
            choices = replace(choices, venues={**choices.venues, spelled: decision})
        elif isinstance(decision, UUID):
            named = {**choices.competitions, spelled: decision}
            choices = replace(choices, competitions=named)
        return replace(self, choices=choices)

    def create_all(self) -> IntakeState:
        """Return the state in which all unknown names become new records."""
        return replace(self, choices=replace(self.choices, new_clubs=NewNames.CREATE))

    def take(self, keys: Iterable[LineKey]) -> IntakeState:
        """Return the state in which lines are taken: unclear ones, and those left."""
        left, these = self.choices.leave_out, frozenset(keys)
        taken = self.choices.take_unclear | (these - left)
        choices = replace(self.choices, take_unclear=taken, leave_out=left - these)
        return replace(self, choices=choices)

    def same(self, meant: Mapped[LineKey, UUID]) -> IntakeState:
        """Return the state in which lines change the match they are asked about."""
        old = self.choices
        choices = replace(
            old,
            take_unclear=old.take_unclear - meant.keys(),
            same={**old.same, **meant},
            leave_out=old.leave_out - meant.keys(),
        )
        return replace(self, choices=choices)

    def leave(self, keys: Iterable[LineKey]) -> IntakeState:
        """Return the state in which lines are left out.

        Those that were unclear wait for a decision again.
        """
        old, these = self.choices, frozenset(keys)
        choices = replace(
            old,
            take_unclear=old.take_unclear - these,
            same={key: match for key, match in old.same.items() if key not in these},
            leave_out=old.leave_out | (these - old.decided),
        )
        return replace(self, choices=choices)

    def column(self, column: int, meaning: Field | None) -> IntakeState:
        """Return the state in which a column means something else."""
        mapping = self.programme.mapping if self.programme else Mapping()
        others = [
            (at, what)
            for at, what in mapping.columns
            if at != column and what is not meaning
        ]
        chosen = [(column, meaning)] if meaning is not None else []
        answers = replace(self.answers, mapping=Mapping.of([*chosen, *others]))
        return replace(self, answers=answers)

    def rest(self) -> IntakeState:
        """Return the state in which the file is read once more for the lines left out.

        How it is read, where it belongs, which spelling means which record and what
        was left out stays. What made new records, or took unclear lines, is in.
        """
        old = self.choices
        choices = Choices(
            *(old.competition_id, old.season_id),
            clubs=_known(old.clubs),
            venues=_known(old.venues),
            competitions=old.competitions,
            leave_out=old.leave_out,
            day_first=old.day_first,
        )
        return IntakeState(self.path, self.answers, choices)

    @property
    def is_decided(self) -> bool:
        """Whether the officer decided anything that would have to be decided again."""
        choices = self.choices
        named = choices.clubs or choices.venues or choices.competitions
        made = choices.new_clubs is not NewNames.ASK
        return bool(named or made or choices.decided or choices.leave_out)

    @property
    def questions(self) -> tuple[QuestionKind, ...]:
        """What the file does not say."""
        asked = self.programme.questions if self.programme else ()
        return tuple(question.kind for question in asked)

    @property
    def asks_day_order(self) -> bool:
        """Whether the order of day and month is the officer's to say."""
        return (
            QuestionKind.DAY_ORDER in self.questions
            or self.answers.day_first is not None
        )

    @property
    def next_tab(self) -> int:
        """The tab where something waits for the officer; the lines if nothing does."""
        if QuestionKind.COLUMNS in self.questions:
            return COLUMNS
        preview = self.preview
        if self.questions or (preview is not None and preview.problems):
            return FILE
        if preview is not None and preview.open_names:
            return NAMES
        return LINES

    @property
    def can_accept(self) -> bool:
        """Whether accepting would write anything."""
        return self.preview is not None and self.preview.writes > 0


def _known(decisions: Mapped[str, Decision]) -> dict[str, Decision]:
    """Return the decisions but for those that made new records: they are known now."""
    return {
        spelled: decision
        for spelled, decision in decisions.items()
        if decision is not Choice.CREATE
    }


def lines_of(preview: IntakePreview | None, outcome: Outcome | None) -> list[int]:
    """Return the places of the lines with an outcome; None for all lines."""
    if preview is None:
        return []
    lines = preview.lines
    return [at for at, line in enumerate(lines) if outcome in {None, line.outcome}]


def takeable(lines: Iterable[IntakeLine]) -> list[LineKey]:
    """Return the keys of the lines that may be taken all the same."""
    return [
        line.key
        for line in lines
        if line.outcome not in WRITTEN and line.if_taken is not None
    ]


def leavable(preview: IntakePreview, lines: Iterable[IntakeLine]) -> list[LineKey]:
    """Return the keys of the lines that are taken in, and need not be."""
    taken = preview.choices.decided
    return [line.key for line in lines if line.outcome in WRITTEN or line.key in taken]


def changeable(lines: Iterable[IntakeLine]) -> dict[LineKey, UUID]:
    """Return the matches that lines ask about and may be, by the keys of the lines."""
    return {
        line.key: line.may_be
        for line in lines
        if line.outcome is Outcome.UNCLEAR and line.may_be is not None
    }


def stamp(path: Path) -> tuple[Path, int] | None:
    """Name a file as it is now; None when it is not there."""
    try:
        return path, path.stat().st_mtime_ns
    except OSError:
        return None

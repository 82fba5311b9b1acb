"""Programmes made by hand, and a record to compare them with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID

from sportsec.domain.competitions import Format
from sportsec.domain.intake.preview import Choices, IntakePreview, NewNames
from sportsec.domain.intake.programme import (
    FileFormat,
    Programme,
    ProgrammeLine,
    Score,
)
from sportsec.domain.kick_off import local_moment
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_competition, a_season

SAMPLES = Path(__file__).parents[2] / "samples"
SATURDAY = date(2026, 11, 7)
FIVE = time(17)


@dataclass(frozen=True)
class Frame:
    """A season of a competition, in a workspace."""

    workspace: Workspace
    competition: UUID
    season: UUID

    def choices(self, **values: Any) -> Choices:
        return Choices(self.competition, self.season, **values)

    def see(self, programme: Programme, **values: Any) -> IntakePreview:
        """Compare only."""
        with self.workspace.reading() as work:
            return preview(work, programme, self.choices(**values))

    def take(self, programme: Programme, **values: Any) -> IntakePreview:
        """Compare and accept, creating clubs."""
        values.setdefault("new_clubs", NewNames.CREATE)
        seen = self.see(programme, **values)
        with self.workspace.writing() as work:
            accept(work, seen)
            work.commit("Take in")
        return seen


def a_frame(
    workspace: Workspace,
    form: Format = Format.LEAGUE,
    days: tuple[date, date] = (date(2026, 8, 1), date(2027, 6, 30)),
    label: str = "2026-2027",
) -> Frame:
    with workspace.writing() as work:
        competition = a_competition(work, format=form)
        season = a_season(work, label, starts_on=days[0], ends_on=days[1])
        work.session.flush()
        ids = competition.id, season.id
        work.commit("Begin")
    return Frame(workspace, *ids)


def line(
    home: str,
    away: str,
    day: date = SATURDAY,
    hour: time | None = FIVE,
    *,
    number: int = 1,
    score: tuple[int, int] | None = None,
    **values: Any,
) -> ProgrammeLine:
    return ProgrammeLine(
        number,
        home,
        away,
        day,
        hour,
        local_moment(day, hour) if hour is not None else None,
        score=Score(*score) if score is not None else None,
        **values,
    )


def programme(*lines: ProgrammeLine, **values: Any) -> Programme:
    numbered = [
        each if each.number > 1 else each._replace(number=number)
        for number, each in enumerate(lines, 1)
    ]
    return of(numbered, **values)


def of(lines: Sequence[ProgrammeLine], **values: Any) -> Programme:
    values = {"name": "programme.csv", "format": FileFormat.CSV, **values}
    return Programme(encoding="utf-8", digest="", lines=tuple(lines), **values)


def commit(work: Work) -> None:
    work.commit("Test")

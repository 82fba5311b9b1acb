"""Which column of a table means what: a value that the officer can change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sportsec.domain.folding import fold


class Field(StrEnum):
    """What a column can hold."""

    DATE = "date"  #: day, with or without the hour
    TIME = "time"
    HOME = "home"
    AWAY = "away"
    TEAMS = "teams"  #: both sides in one cell: "A - B"
    VENUE = "venue"
    ROUND = "round"
    LEG = "leg"
    COMPETITION = "competition"
    SEASON = "season"
    STATUS = "status"
    REMARK = "remark"
    SCORE = "score"
    HOME_SCORE = "home_score"
    AWAY_SCORE = "away_score"
    NEUTRAL = "neutral"
    UID = "uid"


_PART = re.compile(rf"\b({'|'.join(field.value for field in Field)})\s*=\s*")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Columns, counted from 0, and the field each one fills.

    A field is filled by one column at most; columns left out are ignored.
    """

    columns: tuple[tuple[int, Field], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, Field]]) -> Mapping:
        """Make a mapping; of two columns for one field the first wins."""
        chosen: dict[Field, int] = {}
        taken: set[int] = set()
        for column, field in pairs:
            if field not in chosen and column not in taken:
                chosen[field] = column
                taken.add(column)
        return cls(tuple(sorted((column, field) for field, column in chosen.items())))

    @classmethod
    def parse(cls, text: str, headings: Sequence[str] = ()) -> Mapping:
        """Read "date=2 home=Équipe recevante": numbers count columns from 1.

        Raises:
            ValueError: An unknown field, or a column that is not there; the
                argument is the part that was not understood.
        """
        folded = [fold(heading) for heading in headings]
        before, *parts = _PART.split(text)
        if before.strip(" ,;"):
            raise ValueError(before)
        pairs = []
        for name, where in zip(parts[::2], parts[1::2], strict=True):
            wanted = where.strip(" ,;\"'")
            if wanted.isdecimal() and int(wanted) >= 1:
                column = int(wanted) - 1
            elif wanted and fold(wanted) in folded:
                column = folded.index(fold(wanted))
            else:
                raise ValueError(f"{name}={where}")
            pairs.append((column, Field(name)))
        return cls.of(pairs)

    def text(self) -> str:
        """Write the mapping so that `parse` reads it back."""
        return " ".join(f"{field.value}={column + 1}" for column, field in self.columns)

    def column(self, field: Field) -> int | None:
        """Return the column that fills `field`, None when there is none."""
        return next((column for column, each in self.columns if each is field), None)

    def field(self, column: int) -> Field | None:
        """Return what a column fills, None when it is ignored."""
        return next((each for number, each in self.columns if number == column), None)

    @property
    def names_teams(self) -> bool:
        """Whether both sides of a match can be read with it."""
        fields = {field for _, field in self.columns}
        return Field.TEAMS in fields or {Field.HOME, Field.AWAY} <= fields


def heading_key(headings: Sequence[str]) -> str:
    """Name a set of headings: the same for other case, accents and spaces.

    Empty when there is no heading, for then nothing recognises the layout.
    """
    folded = [fold(heading) for heading in headings]
    if not any(folded):
        return ""
    return hashlib.sha256("\x1f".join(folded).encode()).hexdigest()[:16]

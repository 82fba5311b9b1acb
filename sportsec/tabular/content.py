"""What every format reader hands on: tables of cells, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.programme import FileFormat
from sportsec.domain.intake.tables import Table
from sportsec.domain.problems import Problem

#: The columns of formats that name their fields themselves.
COLUMNS = (
    Field.ROUND,
    Field.DATE,
    Field.TIME,
    Field.HOME,
    Field.AWAY,
    Field.SCORE,
    Field.STATUS,
    Field.REMARK,
    Field.VENUE,
    Field.COMPETITION,
    Field.SEASON,
    Field.UID,
)
FIXED = Mapping.of(enumerate(COLUMNS))


@dataclass(slots=True)
class Content:
    """A file's matches as tables.

    Args:
        fixed: The mapping of a format that leaves nothing to guess; else None.
        title: What the file calls itself.
        zone: IANA name that the file gives for hours without a zone.
    """

    format: FileFormat
    tables: list[Table]
    encoding: str = ""
    fixed: Mapping | None = None
    title: str = ""
    season: str = ""
    zone: str = ""
    notices: list[Problem] = field(default_factory=list)

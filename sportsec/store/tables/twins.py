"""Pairs of records that an officer called the same, or different."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.twins import Verdict
from sportsec.store.base import Id, Record, coded, note


class Twin(Record):
    """Two records that two cells made of one thing; id from both.

    The ids are no references: either record may not have arrived yet.
    """

    __tablename__ = "twin"

    tbl: Mapped[str] = note()
    first_id: Mapped[UUID | None] = mapped_column(Id)
    second_id: Mapped[UUID | None] = mapped_column(Id)
    verdict: Mapped[Verdict] = coded(Verdict, Verdict.SAME)

"""Erasing the personal values of a record for good, here and in every other cell."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.plain_text import plain
from sportsec.domain.problems import Problem
from sportsec.domain.purges import PurgeDraft, check_purge
from sportsec.domain.words import N_
from sportsec.queries.purges import purge_of
from sportsec.services.rules import refuse_blocking
from sportsec.store.base import Record
from sportsec.store.journal.purge import purge, reason
from sportsec.store.journal.shape import shapes
from sportsec.store.work import Work

NOTHING_PERSONAL = N_("Nothing in this record is personal.")
_ALREADY = N_("The personal data of this record have already been erased.")


def purge_record(work: Work, kind: str, record: UUID, draft: PurgeDraft) -> None:
    """Erase every personal value of a record; also of one in the trash.

    Of records called the same all are erased. It is done when the act is committed
    with the sentence `PURGED`, and cannot be undone.

    Args:
        kind: Its table, such as "contact".

    Raises:
        NotFound: There is no such record.
        Invalid: A reason is missing, nothing in it is personal, or it was done already.
    """
    shape = shapes().get(kind)
    if shape is None or not shape.personal:
        raise Invalid([Problem(None, NOTHING_PERSONAL)])
    refuse_blocking(check_purge(draft))
    columns = Record.metadata.tables[kind].c
    if work.session.scalar(select(columns.id).where(columns.id == record)) is None:
        raise NotFound(kind, record)
    if purge_of(work, kind, record) is not None:
        raise Invalid([Problem(None, _ALREADY)])
    work.session.flush()
    why = reason(
        plain(draft.basis).strip(), plain(draft.decision).strip(), shape.personal
    )
    purge(work.connection, kind, record.bytes, "", why)
    work.note_touched(kind)
    work.session.expire_all()

"""Receiving: what files would do, and taking them in.

The preview is the merge itself, inside a transaction that is rolled back, so that what
is shown and what is done cannot differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import Trust
from sportsec.domain.exchange_received import (
    Judgement,
    Place,
    ReceivePreview,
    ReceiveResult,
)
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.queries.twins import propose_twins
from sportsec.store.backup import BACKUPS, back_up
from sportsec.store.work import Work
from sportsec.sync.arrivals import (
    RECEIVED,
    Arrival,
    Given,
    Refusals,
    identity_of,
    merge_alone,
    opened_files,
    sealed,
)
from sportsec.sync.course import Course, Progress, Tell, nobody
from sportsec.sync.describing import Description, conflicts_in
from sportsec.sync.wishes import database_of

__all__ = ["Given", "Looked", "look", "receive"]

#: Part of the whole at which all files are merged.
_MERGED = 0.95


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into files found.

    Args:
        judgements: Of those that could be opened.
        refusals: Why the others cannot be used.
        preview: Of all that could be opened; None when there is none.
    """

    judgements: Mapping[Path, Judgement]
    refusals: Mapping[Path, SportsecError]
    preview: ReceivePreview | None = None


def look(
    work: Work,
    files: Sequence[Given],
    *,
    left_out: Collection[str] = (),
    progress: Tell = nobody,
) -> Looked:
    """Judge files and describe what taking them in would do; nothing is written.

    Args:
        work: A writing one, which is rolled back.
        progress: Told how far it is; may raise to stop.
    """
    identity, course = identity_of(work), Course(progress)
    rid = identity.rid
    try:
        with opened_files(work, files, course.part(0, 0.3)) as (found, refusals):
            description = Description(work)
            looked = [each for each in found if _may_be_looked_into(each)]
            # What can be taken in is shown as it will be, without what cannot yet; of
            # a first file of a cell alone, what it would do once its words are heard.
            taken = [each for each in looked if each.judgement.can_be_accepted]
            for each, part in zip(looked, _parts(course, 0.3, looked), strict=True):
                shows = description if not taken or each in taken else None
                merge_alone(work, each, left_out, shows, refusals, part)
            usable = [each for each in found if each.path not in refusals]
            judgements = {each.path: each.judgement for each in usable}
            if not usable:
                return Looked(judgements, refusals)
            course.tell(_MERGED, ExchangeStep.DESCRIBING)
            description.look_after()
            changes, more = description.changes()
            preview = ReceivePreview(
                tuple(judgements.values()),
                description.kinds(),
                changes,
                more,
                work.position,
                frozenset(left_out),
                description.told(),
            )
            return Looked(judgements, refusals, preview)
    finally:
        work.session.rollback()
        identity.rid = rid


def receive(
    work: Work,
    files: Sequence[Given],
    *,
    left_out: Collection[str] = (),
    progress: Tell = nobody,
) -> ReceiveResult:
    """Take files in, each as an act of its own, in one transaction, after a backup.

    Args:
        work: A writing one; it is committed once. Where that does not come about,
            nothing of any file is kept.
        progress: Told how far it is; may raise to stop.

    Raises:
        BadFile: The first of several refusals, when no file could be taken in.
    """
    identity, course = identity_of(work), Course(progress)
    rid = identity.rid
    with opened_files(work, files, course.part(0, 0.3)) as (found, refusals):
        if not found and refusals:
            raise next(iter(refusals.values()))
        wanted = [each for each in found if each.judgement.can_be_accepted]
        new = [each for each in wanted if each.judgement.place is not Place.AGAIN]
        step = course.step(ExchangeStep.BACKING_UP, 0.3, 0.4)
        backup = _backed_up(work, step) if new else None
        try:
            result = _take_in(work, new, left_out, refusals, course)
        except BaseException:
            work.session.rollback()
            identity.rid = rid
            raise
        refused = [each.judgement for each in found if each not in wanted]
        refused += [each.judgement for each in new if each.path in refusals]
        return replace(result, backup=backup, refused=tuple(refused))


def _take_in(
    work: Work,
    new: Sequence[Arrival],
    left_out: Collection[str],
    refusals: Refusals,
    course: Course,
) -> ReceiveResult:
    """Merge the files, make an act of each, and commit them all at once."""
    description = Description(work)
    acts: list[int] = []
    for each, part in zip(new, _parts(course, 0.4, new), strict=True):
        merge_alone(work, each, left_out, description, refusals, part)
        if each.path not in refusals:
            acts += sealed(work, each)
    course.tell(_MERGED, ExchangeStep.DESCRIBING)
    description.look_after()
    changes, more = description.changes()
    kinds, told = description.kinds(), description.told()
    work.note_touched("journal_arrival", *description.tables())
    work.session.expire_all()
    twins = len(propose_twins(work)) if acts else 0
    work.commit(RECEIVED)
    return ReceiveResult(
        tuple(each.judgement for each in new if each.path not in refusals),
        tuple(acts),
        kinds,
        conflicts_in(kinds),
        twins,
        changes=changes,
        more=more,
        told=told,
    )


def _backed_up(work: Work, progress: Progress) -> Path:
    database = database_of(work)
    folder = database.parent / BACKUPS
    made = back_up(
        *(database, folder, BackupReason.BEFORE_IMPORT), now=work.now, tell=progress
    )
    return folder / made.name


def _may_be_looked_into(each: Arrival) -> bool:
    return each.judgement.sender.trust is not Trust.REVOKED


def _parts(course: Course, start: float, files: Sequence[Arrival]) -> Iterator[Course]:
    """Yield the stretch of each file, up to the one of the description."""
    length = (_MERGED - start) / max(1, len(files))
    for place in range(len(files)):
        yield course.part(start + place * length, start + (place + 1) * length)

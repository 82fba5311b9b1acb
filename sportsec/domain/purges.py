"""Erasing personal values for the law: what is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sportsec.domain.backups import Backup
from sportsec.domain.history import Mention
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_, Words

#: Why values are erased, as a rule (domain.md §1.9); anything else can be typed.
BASES = (
    N_("The person asked for it (law 09-08)"),
    N_("The time limit for keeping it is over (law 09-08)"),
    N_("Ordered by a court"),
    N_("Ordered by the data protection commission (CNDP)"),
)
#: The law itself, where no more than its name was given.
LAW = N_("Law 09-08")
#: What stands beside a field that the law has emptied.
ERASED = N_("Erased by law: nothing can be written here any more.")
#: Longest texts: they travel with every file for good.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class PurgeDraft:
    """What the officer gives as the reason.

    Args:
        basis: The law, the request or the judgment that orders it.
        decision: Number of the decision, as it stands on the paper.
    """

    basis: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class PurgeField:
    """One personal field of a record.

    Args:
        column: Its name in the record.
        shown: What the record shows in it; nothing where it is empty.
        values: How many values of it the journal keeps, the shown one among them.
    """

    column: str
    shown: object
    values: int


@dataclass(frozen=True, slots=True)
class Purge:
    """A purge that was ordered, and how far it has come.

    Args:
        confirmed: Cells that are known to have carried it out.
        waiting: Cells that have not said so yet; they do with their next file.
        is_wiped: Whether the file of this workspace is rid of every trace of it.
        backups: Copies of this workspace made before; they still hold the values.
    """

    record: Mention
    basis: str
    decision: str
    at: datetime
    actor: str
    cell: Words
    confirmed: tuple[Words, ...] = ()
    waiting: tuple[Words, ...] = ()
    is_wiped: bool = True
    backups: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True)
class PurgePreview:
    """What a purge of a record would erase.

    Args:
        fields: The personal fields, in the record's order.
        elsewhere: Other records that show the same name, number or address: they are
            not touched.
        cells: Cells known, which carry it out when they receive the next file.
        backups: Copies of this workspace, which hold the values until they are deleted
            or thinned out.
        done: The purge of this record, if there was one.
    """

    record: Mention
    fields: tuple[PurgeField, ...]
    elsewhere: tuple[Mention, ...] = ()
    cells: tuple[Words, ...] = ()
    backups: tuple[Backup, ...] = ()
    done: Purge | None = None


def check_purge(draft: PurgeDraft) -> list[Problem]:
    """Say what is missing: without a reason on paper nothing is erased."""
    found = []
    if not draft.basis.strip():
        found.append(Problem("basis", N_("Give the legal basis")))
    if not draft.decision.strip():
        found.append(Problem("decision", N_("Give the number of the decision")))
    found += [
        Problem(name, N_("At most {n} characters"), facts={"n": LONGEST})
        for name in ("basis", "decision")
        if len(getattr(draft, name)) > LONGEST
    ]
    return found

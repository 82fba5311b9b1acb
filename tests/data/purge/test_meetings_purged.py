"""Who sat at a meeting can be erased by law; the meeting itself stays."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from sportsec.domain.errors import Invalid
from sportsec.domain.history import PURGED
from sportsec.domain.meetings import ParticipantDraft
from sportsec.domain.purges import PurgeDraft
from sportsec.queries.meetings import meeting_draft, meeting_file
from sportsec.queries.participants import participant_draft
from sportsec.services.meetings import (
    add_participant,
    revise_meeting,
    revise_participant,
)
from sportsec.services.purges import purge_record
from sportsec.store.work import Work
from tests.data.meetings.samples import a_decision, a_meeting, a_person
from tests.data.sync.conftest import Cell

WHY = PurgeDraft("Loi 09-08", "12/2026")
NAME = "Zoulikha Qortobi"


def a_table(work: Work) -> tuple[UUID, UUID, UUID, UUID]:
    """Return a meeting, a contact at it, a name written down, and a decision."""
    meeting = a_meeting(work, chair=NAME, minutes_keeper=NAME, agenda="Tickets")
    person = a_person(work, NAME)
    add_participant(work, meeting, ParticipantDraft(contact_id=person))
    written = ParticipantDraft(person=NAME, function="Magistrate")
    seat = add_participant(work, meeting, written)
    decision = a_decision(work, meeting, "By name", responsible=NAME)
    return meeting, person, seat, decision


def erase(cell: Cell, kind: str, record: UUID) -> None:
    cell.act(lambda work: purge_record(work, kind, record, WHY), PURGED)


def test_nothing_of_an_erased_person_is_left_at_the_table(
    pair: tuple[Cell, Cell],
) -> None:
    cell = pair[0]
    meeting, person, seat, decision = cell.act(a_table)
    for kind, record in (
        *(("contact", person), ("participant", seat)),
        *(("meeting", meeting), ("commitment", decision)),
    ):
        erase(cell, kind, record)
    with cell.workspace.reading() as work:
        file = meeting_file(work, meeting)
    assert NAME not in repr(file)
    assert file.draft.agenda == "Tickets"
    assert [str(row.function.en) for row in file.participants] == ["", "Magistrate"]
    assert file.decisions[0].wording == "By name"


def test_an_erased_name_is_not_written_again(pair: tuple[Cell, Cell]) -> None:
    cell = pair[0]
    meeting, _, seat, _ = cell.act(a_table)
    erase(cell, "participant", seat)
    erase(cell, "meeting", meeting)

    def sit_again(work: Work) -> None:
        seen = participant_draft(work, seat)
        revise_participant(work, seat, replace(seen, person=NAME), seen=seen)

    def chair_again(work: Work) -> None:
        seen = meeting_draft(work, meeting)
        revise_meeting(work, meeting, replace(seen, chair=NAME), seen=seen)

    for act in (sit_again, chair_again):
        with pytest.raises(Invalid):
            cell.act(act)

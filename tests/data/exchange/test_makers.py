"""Who made a record, as the cards of two that may be the same tell it."""

from __future__ import annotations

from sportsec.domain.identity import new_id
from sportsec.domain.words import N_
from sportsec.queries.conflict_versions import maker_of
from sportsec.store.workspace import Workspace
from tests.builders import a_club


def test_a_record_has_the_one_who_made_it_not_who_changed_it(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        club = a_club(work)
        work.commit(N_("Club added"))
        record, officer = club.id, work.actor.name
    with workspace.writing() as work:
        work.get(type(club), record).notes = "Later"
        work.commit(N_("Club saved"))
    with workspace.reading() as work:
        maker = maker_of(work.connection, record)
        assert maker is not None
        assert (maker.title, maker.actor, maker.is_ours) == (
            "Club added",
            officer,
            True,
        )
        assert maker_of(work.connection, new_id()) is None

"""What is offered while a name is typed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.pickers import Named, kind_of, name_of, offered
from sportsec.store.work import Work
from tests.builders import a_club, a_group, a_unit, a_venue


def test_records_are_offered_by_kind(work: Work) -> None:
    club = a_club(work, "Atlas")
    venue = a_venue(work, "Atlas")
    work.session.flush()
    assert offered(work, Named.CLUB, "atl", "fr") == [(club.id, Words(fr="Atlas"))]
    assert offered(work, Named.VENUE, "atl", "fr") == [(venue.id, Words(fr="Atlas"))]
    assert offered(work, Named.UNIT, "atl", "fr") == []


def test_a_deleted_record_is_named_but_not_offered(work: Work) -> None:
    unit = a_unit(work, "Corps")
    work.session.flush()
    work.delete(unit)
    work.session.flush()
    assert offered(work, Named.UNIT, "", "fr") == []
    assert name_of(work, Named.UNIT, unit.id) == Words(fr="Corps")
    assert name_of(work, Named.UNIT, new_id()) == Words()


def test_the_kind_of_a_record_is_found_among_those_asked(work: Work) -> None:
    club = a_club(work)
    group = a_group(work, club)
    work.session.flush()
    kinds = (Named.CLUB, Named.GROUP)
    assert kind_of(work, group.id, kinds) is Named.GROUP
    assert kind_of(work, group.id, (Named.CLUB,)) is None
    work.delete(group)
    assert kind_of(work, group.id, kinds) is None


def test_the_day_of_a_work_is_the_moroccan_one(work: Work) -> None:
    work.now = datetime(2026, 6, 23, 23, 30, tzinfo=UTC)
    assert local_day(work) == date(2026, 6, 24)

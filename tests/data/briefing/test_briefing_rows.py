"""What a briefing reads from the record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sportsec.domain.deployment import Function, Phase
from sportsec.domain.errors import NotFound
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.groups import RelationKind
from sportsec.domain.identity import new_id
from sportsec.domain.people import ContactRole
from sportsec.domain.stadium import PostState
from sportsec.domain.words import Words
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.store.tables.deployment import Assignment, Detachment, Post
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.groups import GroupRelation
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work
from tests.builders import (
    NOW,
    a_club,
    a_fixture,
    a_gate,
    a_group,
    a_request,
    a_sector,
    a_unit,
    a_venue,
)

DAY = date(2026, 12, 5)
KICK_OFF = datetime(2026, 12, 5, 18, 0, tzinfo=UTC)


def a_match(work: Work) -> Fixture:
    return a_fixture(work, a_club(work, "Atlas"), a_club(work, "Ocean"))


def read(work: Work, fixture: Fixture) -> BriefingRows:
    work.session.flush()
    return briefing_rows(work, fixture.id)


def test_a_deleted_match_has_no_briefing(work: Work) -> None:
    fixture = a_match(work)
    work.session.flush()
    work.delete(fixture)
    with pytest.raises(NotFound):
        briefing_rows(work, fixture.id)
    with pytest.raises(NotFound):
        briefing_rows(work, new_id())


def test_the_paper_knows_how_the_away_public_comes(work: Work) -> None:
    fixture = a_match(work)
    fixture.away_station, fixture.away_route = "Gare de Fès", "A 2"
    match = read(work, fixture).match.match
    assert (match.away_station, match.away_route) == ("Gare de Fès", "A 2")


def test_the_paper_names_the_commander_of_the_file_else_of_the_deployment(
    work: Work,
) -> None:
    fixture = a_match(work)
    work.session.flush()
    for function, name in (
        (Function.MATCH_COMMANDER, ""),  # a command that nobody leads yet
        (Function.MATCH_COMMANDER, "Alami"),
        (Function.DEPUTY, "Bennis"),
    ):
        work.add(
            Detachment(
                fixture_id=fixture.id,
                function=function,
                leader_name=name,
                call_sign=f"sign {name}",
            )
        )
    planned = read(work, fixture).match.match
    assert planned.commander.name_latin == "Alami"
    assert planned.commander_call_sign == "sign Alami"
    assert planned.deputy.name_latin == "Bennis"
    decided = work.add(Contact(name_latin="Chraibi"))
    work.session.flush()
    fixture.commander_id, fixture.commander_call_sign = decided.id, "Rif 1"
    match = read(work, fixture).match.match
    assert (match.commander.name_latin, match.commander_call_sign) == (
        "Chraibi",
        "Rif 1",
    )


def test_the_last_five_meetings_are_shown_newest_first_and_on_both_grounds(
    work: Work,
) -> None:
    home, away, third = (a_club(work, name) for name in ("A", "B", "C"))
    for months in range(1, 8):
        pair = (home, away) if months % 2 else (away, home)
        a_fixture(work, *pair, kick_off_date=DAY - timedelta(days=30 * months))
    a_fixture(work, home, third, kick_off_date=DAY - timedelta(days=3))
    a_fixture(work, home, away, kick_off_date=DAY + timedelta(days=90))
    meetings = read(work, a_fixture(work, home, away)).match.meetings
    assert [(DAY - each.played_on).days for each in meetings] == [30, 60, 90, 120, 150]


def test_a_first_leg_still_to_come_is_no_earlier_meeting(work: Work) -> None:
    home, away = a_club(work, "A"), a_club(work, "B")
    tomorrow = NOW.date() + timedelta(days=1)
    a_fixture(work, away, home, kick_off_date=tomorrow)
    return_leg = a_fixture(work, home, away, kick_off_date=tomorrow + timedelta(days=9))
    assert read(work, return_leg).match.meetings == ()


def test_the_latest_estimate_of_each_kind_counts(work: Work) -> None:
    fixture = a_match(work)
    work.session.flush()
    for day, persons in ((1, 900), (3, 1500), (2, 1200)):
        work.add(
            Estimate(
                fixture_id=fixture.id,
                kind=EstimateKind.AWAY_TICKETED,
                persons=persons,
                estimated_on=date(2026, 12, day),
            )
        )
    rows = read(work, fixture)
    assert rows.match.estimates[EstimateKind.AWAY_TICKETED].persons == 1500
    assert rows.stewards_required == 8  # UEFA art. 24: 4, and 4 for a further part


def test_gates_open_as_computed_until_someone_orders_otherwise(work: Work) -> None:
    venue = a_venue(work)
    sector = a_sector(work, venue, seats=10000)
    a_gate(work, sector, turnstiles=10, rate_per_hour=500)
    home, away = a_club(work, "A"), a_club(work, "B")
    fixture = a_fixture(work, home, away, venue_id=venue.id)
    work.session.flush()
    work.add(Estimate(fixture_id=fixture.id, persons=10000))
    assert read(work, fixture).gates_open_at == KICK_OFF - timedelta(hours=2)
    fixture.gates_open_at = KICK_OFF - timedelta(hours=4)
    rows = read(work, fixture)
    assert rows.gates_open_at == KICK_OFF - timedelta(hours=4)
    assert rows.safe_capacity == 5000  # entry: 10 turnstiles × 500 in an hour
    assert rows.is_safe_at_most  # nobody knows how fast they get out


def test_a_relation_reads_from_home_to_away_whoever_noted_it(work: Work) -> None:
    home, away = a_club(work, "A"), a_club(work, "B")
    ours, theirs = a_group(work, home, "Ours"), a_group(work, away, "Theirs")
    fixture = a_fixture(work, home, away)
    work.session.flush()
    work.add(
        GroupRelation(
            group_id=theirs.id, other_group_id=ours.id, kind=RelationKind.HOSTILITY
        )
    )
    (relation,) = read(work, fixture).match.relations
    assert (relation.home_group.fr, relation.away_group.fr) == ("Ours", "Theirs")


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "listed"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (DAY + timedelta(days=1), None, False),
        (None, DAY - timedelta(days=1), False),
    ],
)
def test_only_contacts_in_office_on_the_day_are_printed(
    work: Work, valid_from: date | None, valid_to: date | None, *, listed: bool
) -> None:
    home, away = a_club(work, "A"), a_club(work, "B")
    fixture = a_fixture(work, home, away)
    work.add(
        Contact(
            name_latin="X",
            role=ContactRole.SAFETY_OFFICER,
            club_id=home.id,
            valid_from=valid_from,
            valid_to=valid_to,
        )
    )
    assert bool(read(work, fixture).match.contacts) is listed


def test_an_organisation_of_which_nobody_is_named_is_called_by_its_own_number(
    work: Work,
) -> None:
    venue = a_venue(work, city=Words(fr="Ifrane"))
    fixture = a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    ambulance = work.add(Organisation(name=Words(fr="Ambulance"), phone="141"))
    named = work.add(
        Organisation(name=Words(fr="Hôpital"), phone="5", city=Words(fr="Ifrane"))
    )
    work.add(Organisation(name=Words(fr="Ailleurs"), phone="6", city=Words(fr="Fès")))
    work.add(Organisation(name=Words(fr="Muet")))
    work.session.flush()
    work.add(Contact(name_latin="X", organisation_id=named.id, phone="7"))
    rows = read(work, fixture).match.contacts
    assert [(row.body, row.person.phone) for row in rows] == [
        (named.name, "7"),
        (ambulance.name, "141"),
    ]
    assert [row.role for row in rows] == [ContactRole.OTHER, None]


def test_a_sector_is_led_by_its_sector_chief_and_by_nobody_else(
    work: Work,
) -> None:
    venue = a_venue(work)
    north, south = a_sector(work, venue, "N"), a_sector(work, venue, "S")
    fixture = a_fixture(work, a_club(work, "A"), a_club(work, "B"), venue_id=venue.id)
    unit = a_unit(work)
    work.session.flush()
    chief, large = (
        work.add(Detachment(fixture_id=fixture.id, unit_id=unit.id, **values))
        for values in (
            {"call_sign": "N1", "headcount": 5, "function": Function.SECTOR_CHIEF},
            {"call_sign": "N2", "headcount": 50},
        )
    )
    posts = [
        work.add(
            Post(
                fixture_id=fixture.id,
                sector_id=sector.id,
                code=sector.code,
                phase=Phase.P3,
                headcount_needed=12,
            )
        )
        for sector in (north, south)
    ]
    work.session.flush()
    for detachment, post in ((chief, posts[0]), (large, posts[0]), (large, posts[1])):
        work.add(Assignment(detachment_id=detachment.id, post_id=post.id, headcount=6))
    rows = read(work, fixture)
    assert [each.call_sign for each in rows.deployment.sectors] == ["N1", ""]
    assert [each.chief is None for each in rows.deployment.sectors] == [False, True]
    assert [each.headcount for each in rows.deployment.sectors] == [12, 6]
    assert [each.assigned for each in rows.deployment.posts] == [12, 6]
    assert rows.deployment.posts[0].call_signs == ("N1", "N2")
    states = [post.state for post in rows.plan_posts]
    assert states == [PostState.FULL, PostState.SHORT]
    assert rows.deployment.headcount == 55


def test_a_match_of_which_little_is_known_still_has_a_briefing(work: Work) -> None:
    fixture = work.add(Fixture(kick_off_date=DAY, key_messages=Words(ar="تنبيه")))
    rows = read(work, fixture)
    assert rows.match.match.home == Words()
    assert rows.gates_open_at is None
    assert rows.risk is None
    assert rows.deployment.headcount is None


def test_the_paper_reads_the_requests_for_tifos(work: Work) -> None:
    home, away = a_club(work, "Atlas"), a_club(work, "Ocean")
    fixture = a_fixture(work, home, away)
    assert read(work, fixture).animations == ()
    request = a_request(work, fixture, a_group(work, home), message="Together")
    (row,) = read(work, fixture).animations
    assert (row.group.fr, row.draft.message) == ("Group Alpha", "Together")
    work.delete(request)
    assert read(work, fixture).animations == ()

"""The sample season obeys the rules that the program keeps for its officers."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from sportsec.domain.deployment_checks import check_plan
from sportsec.domain.people import ContactDraft, Freshness, check_contact, freshness
from sportsec.domain.problems import blocking
from sportsec.domain.risk_checks import check_assessment
from sportsec.domain.venue_rules import check_venue_file
from sportsec.queries.deployment import deployment_plan
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.queries.order_texts import order_problems
from sportsec.queries.outdated_promises import outdated_promises
from sportsec.queries.risk import risk_file
from sportsec.queries.venues import venue_file
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.deployment import Detachment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work
from tests.data.sample.conftest import TODAY


def coming(work: Work, until: date = TODAY + timedelta(weeks=4)) -> list[Fixture]:
    days = Fixture.kick_off_date.between(TODAY, until)
    return list(work.session.scalars(select(Fixture).where(days)))


def test_plans_are_sound_but_for_those_that_show_what_checks_are_for(
    season: Work,
) -> None:
    found: dict[str, set[str]] = {}
    for match in coming(season):
        for flaw in check_plan(deployment_plan(season, match.id)):
            found.setdefault(flaw.problem.message, set()).add(match.ref_no)
    assert {message: len(matches) for message, matches in found.items()} == {
        "No match commander": 1,
        "Call sign {sign} is used twice": 1,
        "Post {code}: {short} short of {needed}, {phase}": 1,
        "Escort, though the away public is not to come": 1,
        "The same day also at {home} – {away}, {hours}: {who}": 2,
    }


def test_the_texts_of_every_order_say_what_its_plan_says(season: Work) -> None:
    for match in coming(season, date(2100, 1, 1)):
        assert order_problems(season, match.id) == []


def test_no_promise_gives_a_figure_that_has_changed_since(season: Work) -> None:
    for match in coming(season, date(2100, 1, 1)):
        assert outdated_promises(season, match.id) == []


def test_detachments_arrive_on_a_full_five_minutes(season: Work) -> None:
    query = select(Detachment.arrives_at).where(Detachment.arrives_at.is_not(None))
    moments = list(season.session.scalars(query))
    assert moments
    assert not [at for at in moments if at is not None and at.minute % 5]


def test_no_rule_forbids_to_save_a_match(season: Work) -> None:
    for match in coming(season, date(2100, 1, 1)):
        problems = fixture_problems(season, fixture_draft(season, match.id), match.id)
        assert not blocking(problems)


def test_ratings_could_have_been_decided_as_they_stand(season: Work) -> None:
    for match in coming(season):
        file = risk_file(season, match.id)
        assert file.assessments
        for row in file.assessments:
            problems = check_assessment(
                row.draft, row.items, row.grid.factors, row.rating, file.findings
            )
            assert not blocking(problems), problems


def test_visitors_come_by_a_station_and_a_road_unless_they_live_here(
    season: Work,
) -> None:
    for match in coming(season):
        comes = bool(match.away_station and match.away_route)
        home, away = (
            season.get(Club, each) for each in (match.home_club_id, match.away_club_id)
        )
        assert comes == (home.city != away.city and bool(match.away_allocation))


def test_stadiums_can_hold_people_and_say_what_limits_them(season: Work) -> None:
    for venue in season.session.scalars(select(Venue)):
        file = venue_file(season, venue.id)
        problems = check_venue_file(file, TODAY).all()
        assert not blocking(problems)


def test_contacts_are_right_and_a_few_show_what_goes_stale(season: Work) -> None:
    states = set()
    for contact in season.session.scalars(select(Contact)):
        draft = draft_of(ContactDraft, contact)
        problems = check_contact(draft, TODAY)
        assert not blocking(problems)
        states.add(
            freshness(draft.verified_on, draft.valid_from, draft.valid_to, TODAY)
        )
    assert states == {Freshness.FRESH, Freshness.STALE, Freshness.EXPIRED}

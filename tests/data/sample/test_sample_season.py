"""The sample season is complete, consistent, and the same for the same day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from sqlalchemy import Table, func, select

from sportsec.domain.risk import Rater
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.deployment import Assignment, Detachment, Post
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.risk import RiskAssessment, RiskFactor, RiskItem
from sportsec.store.tables.units import ListItem, Unit
from sportsec.store.tables.venues import Gate, Sector, Venue
from sportsec.store.work import Work
from tests.data.sample.conftest import TODAY, built

TABLES: list[Table] = list(Record.metadata.sorted_tables)
#: A winter day, a Friday before a weekend, a summer day without football.
DAYS = (date(2027, 1, 1), date(2026, 11, 27), date(2027, 7, 10))


def everything(work: Work) -> dict[str, list[tuple[Any, ...]]]:
    connection = work.session.connection()
    return {
        table.name: [tuple(row) for row in connection.execute(select(table))]
        for table in TABLES
    }


def planned(work: Work) -> list[Fixture]:
    weeks = Fixture.kick_off_date.between(TODAY, TODAY + timedelta(weeks=4))
    query = select(Fixture).where(weeks).order_by(Fixture.kick_off_at)
    return list(work.session.scalars(query))


def count(work: Work, kind: type[Record]) -> int:
    return work.session.scalar(select(func.count()).select_from(kind)) or 0


def test_it_has_what_the_issue_asks_for(season: Work) -> None:
    kinds = (Competition, Season, Club, Venue, SupporterGroup)
    assert [count(season, kind) for kind in kinds] == [2, 4, 16, 12, 30]
    assert count(season, GroupRelation) >= 30
    assert count(season, Sector) > 12 * 8
    assert count(season, Gate) > count(season, Sector)
    assert count(season, Contact) > 16 * 5 + 12 * 3 + 40


def test_the_same_day_gives_the_same_rows(season: Work, tmp_path: Path) -> None:
    again = built(tmp_path / "again")
    with again.reading() as work:
        assert everything(work) == everything(season)
    again.close()


@pytest.mark.parametrize("today", DAYS)
def test_any_day_has_four_planned_weeks_ahead(today: date, tmp_path: Path) -> None:
    workspace = built(tmp_path / "cell", today)
    with workspace.reading() as work:
        days = Fixture.kick_off_date.between(today, today + timedelta(weeks=4))
        posts = (
            select(func.count(Post.id.distinct()), func.count(Fixture.id.distinct()))
            .join_from(Fixture, Post, Post.fixture_id == Fixture.id)
            .where(days)
        )
        held, matches = work.session.execute(posts).one()
        assert matches >= 28
        assert held >= 30 * matches
        late = work.session.scalar(
            select(func.count()).where(
                Fixture.kick_off_date < today, Fixture.home_score.is_(None)
            )
        )
        assert late == 0
        largest = work.session.execute(
            select(func.count()).group_by(Post.fixture_id).select_from(Post)
        ).scalars()
        assert 250 <= max(largest) <= 300
    workspace.close()


def test_every_club_meets_every_other_at_home_and_away(season: Work) -> None:
    league = select(Competition.id).where(Competition.code == "BOTOLA1")
    query = select(Fixture.season_id, Fixture.home_club_id, Fixture.away_club_id)
    pairs = season.session.execute(
        query.where(Fixture.competition_id == league.scalar_subquery())
    ).all()
    assert len(pairs) == len(set(pairs)) == 4 * 16 * 15


def test_no_club_plays_twice_in_a_round_and_no_ground_is_used_twice_a_day(
    season: Work,
) -> None:
    matches = season.session.scalars(select(Fixture).where(Fixture.leg.is_not(None)))
    clubs: Counter[Any] = Counter()
    grounds: Counter[Any] = Counter()
    for match in matches:
        for club in (match.home_club_id, match.away_club_id):
            clubs[match.season_id, match.round, club] += 1
        grounds[match.venue_id, match.kick_off_date] += 1
    assert max(clubs.values()) == max(grounds.values()) == 1


def test_coming_matches_are_planned_in_full(season: Work) -> None:
    for match in planned(season):
        for text in (match.situation, match.mission, match.constraints):
            assert text.ar
            assert text.fr
            assert text.en
        rated = select(RiskAssessment.id).where(
            RiskAssessment.fixture_id == match.id,
            RiskAssessment.rater == Rater.POLICE,
        )
        assert season.session.scalars(rated).all()
        assert match.gates_open_at is None or match.kick_off_at is not None


def test_the_derby_is_at_the_limit_and_the_others_are_as_large_as_real_ones(
    season: Work,
) -> None:
    detachments = _per_match(season, Detachment)
    posts = _per_match(season, Post)
    sizes = sorted(
        (detachments[match.id], posts[match.id]) for match in planned(season)
    )
    assert sizes[-1] == (80, 299)
    assert sizes[0] >= (11, 30)
    assert all(size <= (40, 120) for size in sizes[:-1])
    assert sum(held >= 100 for _, held in sizes) >= 3


def test_past_seasons_have_results_public_and_outcome(season: Work) -> None:
    past = season.session.scalars(
        select(Fixture).where(Fixture.kick_off_date < TODAY)
    ).all()
    assert len(past) > 3 * 250
    assert all(match.outcome is not None and match.outcome_note.ar for match in past)
    assert all((match.actual_attendance or 0) > 500 for match in past)
    assert len({match.outcome for match in past}) >= 4


def test_texts_that_print_are_in_all_three_languages(season: Work) -> None:
    connection = season.session.connection()
    for table in TABLES:
        stems = [c.name[:-3] for c in table.columns if c.name.endswith("_ar")]
        for stem in stems:
            if stem == "name" and table.name == "contact":
                continue
            ar, fr, en = (table.c[f"{stem}_{code}"] for code in ("ar", "fr", "en"))
            some = (ar != "") | (fr != "") | (en != "")
            lacking = (ar == "") | (fr == "") | (en == "")
            found = connection.execute(select(ar, fr, en).where(some & lacking)).all()
            assert not found, (table.name, stem, found[:3])


def test_arabic_texts_hold_no_placeholder_and_no_forgotten_latin(season: Work) -> None:
    texts = season.session.execute(
        select(Fixture.situation, Fixture.mission, Fixture.constraints)
    ).all()
    for row in texts:
        for words in row:
            assert "{" not in words.ar + words.fr + words.en
            assert not any("a" <= sign <= "z" for sign in words.ar)


def test_nobody_can_be_reached_at_the_numbers_given(season: Work) -> None:
    numbers = [
        *season.session.scalars(select(Contact.phone)),
        *season.session.scalars(select(Organisation.phone)),
        *season.session.scalars(select(Unit.phone)),
    ]
    for number in numbers:
        assert number.startswith(("+21260000", "+21252000"))
        assert phonenumbers.is_valid_number(phonenumbers.parse(number))
    emails = season.session.scalars(select(Contact.email).where(Contact.email != ""))
    assert all(email.endswith(".example") for email in emails)


def test_ranks_and_kinds_of_units_are_on_the_lists(season: Work) -> None:
    codes = set(season.session.scalars(select(ListItem.code)))
    used = {
        *season.session.scalars(select(Contact.rank).distinct()),
        *season.session.scalars(select(Unit.kind_code).distinct()),
        *season.session.scalars(select(Detachment.leader_rank).distinct()),
    }
    assert used - codes == {""}


def test_no_two_persons_have_the_same_name(season: Work) -> None:
    names = season.session.scalars(select(Contact.name_latin)).all()
    assert len(names) == len(set(names))


def test_high_values_carry_their_evidence(season: Work) -> None:
    bare = select(func.count()).where(RiskItem.value >= 3, RiskItem.evidence_ar == "")
    assert season.session.scalar(bare) == 0
    items = season.session.execute(
        select(RiskFactor.code, func.count())
        .join_from(RiskItem, RiskFactor, RiskItem.factor_id == RiskFactor.id)
        .group_by(RiskFactor.code)
    ).all()
    assert len(items) == 13


def test_estimates_are_revised_and_say_where_they_come_from(season: Work) -> None:
    query = select(Estimate.fixture_id, Estimate.kind, func.count()).group_by(
        Estimate.fixture_id, Estimate.kind
    )
    revisions = [row[2] for row in season.session.execute(query)]
    assert max(revisions) >= 2
    sources = season.session.scalars(select(Estimate.source).distinct()).all()
    assert all(sources)


def test_assignments_never_exceed_the_detachment_in_a_phase(season: Work) -> None:
    query = (
        select(Detachment.headcount, func.sum(Assignment.headcount))
        .join_from(Assignment, Detachment, Assignment.detachment_id == Detachment.id)
        .join(Post, Assignment.post_id == Post.id)
        .group_by(Detachment.id, Post.phase)
    )
    for headcount, assigned in season.session.execute(query):
        assert assigned <= headcount


def _per_match(work: Work, kind: type[Post | Detachment]) -> dict[Any, int]:
    query = select(kind.fixture_id, func.count()).group_by(kind.fixture_id)
    return {row[0]: row[1] for row in work.session.execute(query)}


def test_points_and_matchdays_are_counted_as_each_language_counts(
    season: Work,
) -> None:
    told = [
        match.situation for match in planned(season) if "journée" in match.situation.fr
    ]
    assert told
    for text in told:
        found = re.findall(r"(\d+) (نقط\S*?)[)\s]", text.ar)
        assert all(
            ("نقط" if 3 <= int(n) % 100 <= 10 else "نقطة") == noun for n, noun in found
        )
        assert "الجولة" not in text.ar
        assert "1e journée" not in re.findall(r"\b\d+e journée", text.fr)


def test_texts_are_written_as_their_language_has_it(season: Work) -> None:
    told = [
        text
        for match in planned(season)
        for text in (
            match.situation,
            match.mission,
            match.constraints,
            match.key_messages,
        )
    ]
    assert any("supporters d'" in text.fr for text in told)
    assert not [text.fr for text in told if re.search(r" de [AEIOUÉÎÔ]", text.fr)]
    # A noun in the singular behind a figure asks for another ending with each.
    assert not [text.ar for text in told if re.search(r"\d (زائر|متفرج)\b", text.ar)]


def test_visitors_without_ticket_are_not_counted_among_all_that_are_expected(
    season: Work,
) -> None:
    """The total is given without them, and the text says so."""
    told = [match.situation for match in planned(season)]
    with_them = [text for text in told if "munis de billets" in text.fr]
    assert with_them
    for text in with_them:
        assert "sans compter environ" in text.fr
        assert "not counting about" in text.en
        assert "دون احتساب نحو" in text.ar


def test_languages_are_called_as_their_own_readers_call_them(season: Work) -> None:
    query = select(Contact.languages).distinct()
    assert list(season.session.scalars(query)) == ["العربية · Français"]

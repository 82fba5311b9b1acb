"""A line that is the known match it asks about: that one is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import EstimateKind, PlanStatus
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.preview import IntakePreview, IntakeResult
from sportsec.domain.intake.programme import Outcome, Programme
from sportsec.domain.words import Words
from sportsec.queries.history_undo import undo_stack
from sportsec.services.history import undo_act
from sportsec.services.intake.accept import accept
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work
from tests.builders import a_competition
from tests.data.intake.programmes import SATURDAY, Frame, commit, line, programme

CUP = Words(fr="Coupe du Trône")
CUP_DAY, DAY = date(2026, 12, 16), date(2026, 12, 17)
ONE = timedelta(days=1)


@pytest.fixture
def throne(league: Frame) -> Frame:
    """A cup in the season of the league, with one match."""
    with league.workspace.writing() as work:
        cup = a_competition(work, name=CUP.fr)
        work.session.flush()
        commit(work)
    throne = replace(league, competition=cup.id)
    throne.take(programme(line("Atlas", "Détroit", CUP_DAY, venue="Stade Adrar")))
    return throne


def as_same(frame: Frame, file: Programme) -> IntakePreview:
    """Compare a file whose lines are all said to be what they ask about."""
    asked = {each.key: each.may_be for each in frame.see(file).lines if each.may_be}
    return frame.see(file, same=asked)


def taken(frame: Frame, file: Programme) -> IntakeResult:
    seen = as_same(frame, file)
    with frame.workspace.writing() as work:
        result = accept(work, seen)
        work.commit("Take in")
    return result


def only(work: Work) -> Fixture:
    return work.session.query(Fixture).one()


def noted(frame: Frame, **values: Any) -> None:
    """Note something of the only match."""
    with frame.workspace.writing() as work:
        for name, value in values.items():
            setattr(only(work), name, value)
        commit(work)


def said(seen: IntakePreview) -> list[str]:
    return [each.message for each in seen.lines[0].reasons]


def test_the_match_of_another_competition_goes_to_this_one_and_moves(
    league: Frame, throne: Frame
) -> None:
    file = programme(line("Atlas", "Détroit", DAY, round="7"), name="semaine 51.csv")
    seen = as_same(league, file)
    (asked,) = seen.lines
    assert (asked.outcome, asked.if_taken) == (Outcome.MOVED, None)
    assert said(seen)[:2] == [words.IS_THAT_MATCH, "Competition: {old} → {new}"]
    assert "Kick-off: {old} → {new}" in said(seen)
    result = taken(league, file)
    with league.workspace.reading() as work:
        match, move = only(work), work.session.query(KickOffChange).one()
        assert result.moved == (match.id,)
        assert (match.competition_id, match.round) == (league.competition, "7")
        assert (match.kick_off_date, move.source) == (DAY, "semaine 51.csv")
        assert match.venue_id is not None  # the line names none: it stays
    again = league.see(file)
    assert again.lines[0].outcome is Outcome.SAME


def test_exchanged_sides_are_the_same_match_the_other_way_round(
    league: Frame, throne: Frame
) -> None:
    taken(league, programme(line("Détroit", "Atlas", DAY)))
    with league.workspace.reading() as work:
        match = only(work)
        sides = match.home_club_id, match.away_club_id
        home, away = (work.get(Club, each) for each in sides if each)
        assert (home.name.fr, away.name.fr) == ("Détroit", "Atlas")


def test_what_the_record_keeps_for_a_club_stays_with_the_club(
    league: Frame, throne: Frame
) -> None:
    noted(throne, tickets_sold_home=9000, tickets_sold_away=400)
    with league.workspace.writing() as work:
        match = only(work)
        work.add(Commitment(fixture_id=match.id, club_id=match.away_club_id))
        club = match.away_club_id
        commit(work)
    taken(league, programme(line("Détroit", "Atlas", DAY)))
    with league.workspace.reading() as work:
        match = only(work)
        assert match.home_club_id == club
        assert (match.tickets_sold_home, match.tickets_sold_away) == (400, 9000)
        assert work.session.query(Commitment).one().club_id == club


def test_what_was_noted_of_other_visitors_is_taken_away_and_said_before(
    league: Frame, throne: Frame
) -> None:
    noted(
        *(throne,),
        away_allocation=1200,
        away_station="Casa-Voyageurs",
        plan_status=PlanStatus.ORDERED,
    )
    with league.workspace.writing() as work:
        own = {"fixture_id": only(work).id, "persons": 1000}
        for kind in (EstimateKind.ATTENDANCE, EstimateKind.AWAY_TICKETED):
            work.add(Estimate(kind=kind, **own))
        commit(work)
    file = programme(line("Détroit", "Atlas", DAY))
    told = said(as_same(league, file))
    assert "Tickets of the visitors: {old} → none" in told
    assert "Station of the visitors: {old} → none" in told
    assert "The estimates of each public are taken away" in told
    assert "The order was for the other sides: it is to be approved anew" in told
    result = taken(league, file)
    with league.workspace.reading() as work:
        match = only(work)
        assert result.exchanged == (match.id,)
        assert (match.away_allocation, match.away_station) == (None, "")
        assert match.plan_status is PlanStatus.COORDINATED
        left = work.session.query(Estimate).where(Estimate.deleted_at.is_(None))
        assert [each.kind for each in left] == [EstimateKind.ATTENDANCE]


def test_with_the_same_sides_nothing_is_taken_away(
    league: Frame, throne: Frame
) -> None:
    noted(throne, away_allocation=1200, tickets_sold_home=9000)
    result = taken(league, programme(line("Atlas", "Détroit", DAY)))
    with league.workspace.reading() as work:
        match = only(work)
        assert (match.away_allocation, match.tickets_sold_home) == (1200, 9000)
        assert result.exchanged == ()


def test_a_stadium_that_is_now_the_visitors_own_is_said(
    league: Frame, throne: Frame
) -> None:
    with league.workspace.writing() as work:
        match = only(work)
        assert match.home_club_id is not None
        work.get(Club, match.home_club_id).home_venue_id = match.venue_id
        commit(work)
    file = programme(line("Détroit", "Atlas", DAY))
    stays = "No stadium given: it stays {venue}, the home stadium of {away}"
    assert stays in said(as_same(league, file))


def test_one_undo_takes_all_of_it_back(league: Frame, throne: Frame) -> None:
    noted(throne, away_allocation=1200, tickets_sold_home=9000)
    before = fields(league)
    seen = as_same(league, programme(line("Détroit", "Atlas", DAY)))
    with league.workspace.writing() as work:
        accept(work, seen)
        work.commit("Take in")
    assert fields(league) != before
    with league.workspace.writing() as work:
        step = undo_stack(work).undo
        assert step is not None
        undo_act(work, step.act)
        work.commit("Undo", undoes=step.act)
    assert fields(league) == before


def fields(frame: Frame) -> dict[str, object]:
    with frame.workspace.reading() as work:
        match = only(work)
        return {each.key: getattr(match, each.key) for each in Fixture.__table__.c}


def test_of_two_lines_said_to_be_one_match_the_second_waits(
    league: Frame, throne: Frame
) -> None:
    file = programme(
        line("Atlas", "Détroit", DAY, round="1"),
        line("Détroit", "Atlas", DAY + ONE, round="9"),
    )
    first, second = as_same(league, file).lines
    assert first.outcome is Outcome.MOVED
    assert (second.outcome, second.may_be) == (Outcome.UNCLEAR, None)


def test_a_second_meeting_in_one_competition_may_be_the_known_match(
    cup: Frame,
) -> None:
    both = programme(line("Raja", "Wydad"), line("Raja", "Wydad", DAY))
    cup.take(both, take_unclear=frozenset({("", 2)}))
    between = programme(line("Raja", "Wydad", SATURDAY + 20 * ONE))
    (asked,) = cup.see(between).lines
    assert words.MEETS_TWICE in [each.message for each in asked.reasons]
    result = taken(cup, between)
    assert result.moved == (asked.may_be,)
    with cup.workspace.reading() as work:
        days = {each.kick_off_date for each in work.session.query(Fixture)}
    assert days == {SATURDAY + 20 * ONE, DAY}


def test_a_line_beside_another_of_the_file_cannot_be_that_one(cup: Frame) -> None:
    both = programme(line("Raja", "Wydad"), line("Raja", "Wydad", DAY))
    waits = cup.take(both).lines[1]
    assert (waits.outcome, waits.may_be) == (Outcome.UNCLEAR, None)


def test_a_match_of_a_closed_season_cannot_be_meant(
    league: Frame, throne: Frame
) -> None:
    with league.workspace.writing() as work:
        closed = Season(label="2025-2026", status=SeasonStatus.CLOSED)
        work.add(closed)
        work.session.flush()
        only(work).season_id = closed.id
        commit(work)
    (waits,) = league.see(programme(line("Atlas", "Détroit", DAY))).lines
    assert (waits.outcome, waits.may_be) == (Outcome.UNCLEAR, None)


def test_figures_noted_meanwhile_stop_the_writing(league: Frame, throne: Frame) -> None:
    seen = as_same(league, programme(line("Détroit", "Atlas", DAY)))
    noted(throne, away_allocation=1200)
    with league.workspace.writing() as work, pytest.raises(Invalid):
        accept(work, seen)

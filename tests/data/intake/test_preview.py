"""What each line of a programme comes to, beside the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.fixtures import FixtureStatus as S
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.findings import ambiguous_date
from sportsec.domain.intake.preview import (
    Choice,
    Choices,
    IntakePreview,
    NameKind,
    NewNames,
    Verdict,
)
from sportsec.domain.intake.programme import Outcome, Question, QuestionKind
from sportsec.domain.nearby import TOO_NEAR
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import Words
from sportsec.services.intake.preview import preview
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from tests.builders import a_club, a_competition, a_season, a_venue
from tests.data.intake.programmes import (
    SATURDAY,
    Frame,
    commit,
    line,
    programme,
)

DAY = timedelta(days=1)


def outcomes(seen: IntakePreview) -> list[Outcome]:
    return [each.outcome for each in seen.lines]


def only(seen: IntakePreview) -> Outcome:
    (outcome,) = outcomes(seen)
    return outcome


def said(seen: IntakePreview, index: int = 0) -> list[str]:
    return [each.message for each in seen.lines[index].reasons]


def test_a_match_the_record_does_not_have_is_new(league: Frame) -> None:
    seen = league.see(programme(line("Raja", "Wydad")), new_clubs=NewNames.CREATE)
    assert only(seen) is Outcome.NEW
    assert seen.counts[Outcome.NEW] == seen.writes == 1
    assert [each.verdict for each in seen.names] == [Verdict.NEW, Verdict.NEW]
    assert seen.clubs[seen.lines[0].home_club_id or UUID(int=0)] == Words(fr="Raja")


def test_the_same_file_again_changes_nothing(league: Frame) -> None:
    file = programme(line("Raja", "Wydad"), line("FUS", "FAR", hour=None))
    league.take(file)
    assert outcomes(league.see(file)) == [Outcome.SAME, Outcome.SAME]


def test_another_day_hour_or_place_is_a_move(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", venue="Grand Stade")))
    later = programme(line("Raja", "Wydad", SATURDAY + DAY, venue="Grand Stade"))
    assert only(league.see(later)) is Outcome.MOVED
    hour = programme(line("Raja", "Wydad", hour=time(20)))
    assert only(league.see(hour)) is Outcome.MOVED
    place = programme(line("Raja", "Wydad", venue="Stade du Phosphate"))
    assert only(league.see(place, new_venues=NewNames.CREATE)) is Outcome.MOVED


def test_a_move_says_from_when_to_when(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    seen = league.see(programme(line("Raja", "Wydad", SATURDAY + DAY)))
    (reason,) = seen.lines[0].reasons
    assert reason.facts["new"] - reason.facts["old"] == DAY  # type: ignore[operator]
    assert reason.message == "Kick-off: {old} → {new}"


def test_a_file_without_hours_does_not_take_a_known_hour_away(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    assert only(league.see(programme(line("Raja", "Wydad", hour=None)))) is Outcome.SAME


def test_an_hour_that_becomes_known_is_a_move(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", hour=None)))
    seen = league.see(programme(line("Raja", "Wydad")))
    assert only(seen) is Outcome.MOVED
    assert said(seen) == ["The kick-off is now known: {new}"]


def test_another_day_without_hour_makes_the_hour_unknown(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    seen = league.see(programme(line("Raja", "Wydad", SATURDAY + DAY, None)))
    assert only(seen) is Outcome.MOVED
    assert {each.field: each.new for each in seen.lines[0].changes} == {
        "kick_off_date": SATURDAY + DAY,
        "kick_off_at": None,
    }


def test_a_score_or_status_is_a_change(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", date(2026, 11, 1))))
    played = line("Raja", "Wydad", date(2026, 11, 1), score=(2, 1), status=S.PLAYED)
    seen = league.see(programme(played))
    assert only(seen) is Outcome.CHANGED
    assert set(said(seen)) == {
        *("Home goals: {new}", "Away goals: {new}", "Status: {old} → {new}")
    }


def test_a_result_before_the_day_of_the_match_is_unclear(league: Frame) -> None:
    day = date(2026, 12, 5)
    played = programme(line("Raja", "Wydad", day, score=(2, 1), status=S.PLAYED))
    seen = league.see(played, new_clubs=NewNames.CREATE)
    assert only(seen) is Outcome.UNCLEAR
    assert said(seen)[0] == words.not_played_yet(day).message


def test_a_postponed_match_with_a_new_day_is_in_the_calendar_again(
    league: Frame,
) -> None:
    league.take(programme(line("Raja", "Wydad", status=S.POSTPONED)))
    seen = league.see(programme(line("Raja", "Wydad", SATURDAY + 30 * DAY)))
    assert only(seen) is Outcome.MOVED
    assert ("status", S.POSTPONED, S.SCHEDULED) in seen.lines[0].changes


def test_a_plain_score_does_not_undo_a_decision_at_the_green_table(
    league: Frame,
) -> None:
    day = date(2026, 11, 1)
    awarded = line("Raja", "Wydad", day, score=(3, 0), status=S.AWARDED, remark="CD 12")
    league.take(programme(awarded))
    same = programme(line("Raja", "Wydad", day, score=(3, 0), status=S.PLAYED))
    assert only(league.see(same)) is Outcome.SAME
    other = programme(line("Raja", "Wydad", day, score=(1, 0), status=S.PLAYED))
    assert only(league.see(other)) is Outcome.UNCLEAR


def test_a_match_that_is_over_is_not_put_back_unasked(league: Frame) -> None:
    day = date(2026, 10, 3)
    league.take(programme(line("Raja", "Wydad", day, score=(1, 1), status=S.PLAYED)))
    back = league.see(programme(line("Raja", "Wydad", day, status=S.SCHEDULED)))
    assert (only(back), back.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.CHANGED)
    moved = league.see(programme(line("Raja", "Wydad", day + 60 * DAY)))
    assert only(moved) is Outcome.UNCLEAR
    corrected = league.see(programme(line("Raja", "Wydad", day + DAY)))
    assert only(corrected) is Outcome.MOVED


def test_a_later_day_of_a_match_with_a_result_is_another_match(league: Frame) -> None:
    day = date(2026, 10, 3)
    league.take(programme(line("Raja", "Wydad", day, score=(1, 1), status=S.PLAYED)))
    again = programme(line("Raja", "Wydad", day + 90 * DAY))
    seen = league.see(again)
    assert (only(seen), seen.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.NEW)
    league.take(again, take_unclear=frozenset({seen.lines[0].key}))
    with league.workspace.reading() as work:
        query = select(Fixture).order_by(Fixture.kick_off_date)
        played, planned = work.session.scalars(query)
        assert (played.status, played.home_score) == (S.PLAYED, 1)
        assert (planned.status, planned.home_score) == (S.SCHEDULED, None)


def test_exchanged_sides_are_unclear_and_keep_the_match_when_taken(
    league: Frame,
) -> None:
    league.take(programme(line("Raja", "Wydad", round="3")))
    file = programme(line("Wydad", "Raja", SATURDAY + DAY, round="3"))
    seen = league.see(file)
    assert (only(seen), said(seen)[0]) == (Outcome.UNCLEAR, words.SWAPPED)
    league.take(file, take_unclear=frozenset({seen.lines[0].key}))
    with league.workspace.reading() as work:
        (match,) = work.session.query(Fixture).all()
        assert match.home_club_id == seen.lines[0].home_club_id
        assert match.kick_off_date == SATURDAY + DAY
    assert only(league.see(file)) is Outcome.SAME


def test_the_return_match_is_another_match(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", round="3")))
    back = programme(line("Wydad", "Raja", SATURDAY + 90 * DAY, round="18"))
    assert only(league.see(back)) is Outcome.NEW


def test_a_line_that_repeats_another_is_the_same_or_refused(league: Frame) -> None:
    file = programme(
        line("Raja", "Wydad", round="3"),
        line("Raja", "Wydad", round="Journée 3"),
        line("Raja", "Wydad", SATURDAY + DAY, round="3"),
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert outcomes(seen) == [Outcome.NEW, Outcome.SAME, Outcome.REFUSED]
    assert seen.lines[2].reasons == (
        Problem(None, words.REPEATED_OTHERWISE, facts={"line": "1"}),
    )


def test_a_new_day_speaks_for_a_match_listed_as_postponed(league: Frame) -> None:
    file = programme(
        line("Raja", "Wydad", round="3", status=S.POSTPONED),
        line("Raja", "Wydad", SATURDAY + 20 * DAY, round="3"),
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert outcomes(seen) == [Outcome.REFUSED, Outcome.NEW]


def test_clubs_meet_twice_in_different_rounds_of_a_cup(cup: Frame) -> None:
    file = programme(
        line("Raja", "Wydad", round="Group A"),
        line("Raja", "Wydad", SATURDAY + 90 * DAY, round="Semi-finals"),
    )
    cup.take(file)
    assert outcomes(cup.see(file)) == [Outcome.SAME, Outcome.SAME]


def test_a_second_meeting_that_nothing_tells_apart_is_unclear(cup: Frame) -> None:
    file = programme(line("Raja", "Wydad"), line("Raja", "Wydad", SATURDAY + 90 * DAY))
    seen = cup.take(file)
    assert outcomes(seen) == [Outcome.NEW, Outcome.UNCLEAR]
    assert seen.lines[1].if_taken is Outcome.NEW
    cup.take(file, take_unclear=frozenset({seen.lines[1].key}))
    assert outcomes(cup.see(file)) == [Outcome.SAME, Outcome.SAME]


def test_a_match_that_goes_far_away_is_first_of_all_said_to_move(
    league: Frame,
) -> None:
    league.take(programme(line("Raja", "Wydad", round="3")))
    seen = league.see(programme(line("Raja", "Wydad", SATURDAY + 92 * DAY, round="12")))
    first, doubt, *_ = seen.lines[0].reasons
    assert first.message == words.MOVED_FAR
    assert (first.facts["days"], first.facts["old"]) == (92, SATURDAY)
    assert doubt.message == words.OTHER_ROUND
    near = league.see(programme(line("Raja", "Wydad", SATURDAY + 14 * DAY, round="3")))
    assert words.MOVED_FAR not in said(near)


def test_a_league_match_in_another_round_is_unclear(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", round="3")))
    other = programme(line("Raja", "Wydad", SATURDAY + 60 * DAY, round="12"))
    seen = league.see(other)
    assert (only(seen), seen.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.MOVED)
    same_day = programme(line("Raja", "Wydad", round="4"))
    assert only(league.see(same_day)) is Outcome.CHANGED


def test_the_identifier_of_a_feed_never_decides_alone(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", uid_hint="x1")))
    other = programme(line("FUS", "FAR", uid_hint="x1"))
    assert only(league.see(other, new_clubs=NewNames.CREATE)) is Outcome.NEW
    renamed = programme(line("Raja", "Wydad", uid_hint="x2"))
    assert only(league.see(renamed)) is Outcome.SAME


def test_a_match_that_the_file_leaves_out_is_left_alone(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad"), line("FUS", "FAR")))
    league.take(programme(line("Raja", "Wydad", SATURDAY + DAY)))
    with league.workspace.reading() as work:
        days = [each.kick_off_date for each in work.session.query(Fixture).all()]
    assert sorted(days) == [SATURDAY, SATURDAY + DAY]


def test_nothing_is_changed_in_a_closed_season(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    with league.workspace.writing() as work:
        work.get(Season, league.season).status = SeasonStatus.CLOSED
        commit(work)
    file = programme(line("Raja", "Wydad"), line("Wydad", "Raja", SATURDAY + 90 * DAY))
    seen = league.see(file)
    assert outcomes(seen) == [Outcome.SAME, Outcome.UNCLEAR]
    assert seen.lines[1].if_taken is None
    assert [each.message for each in seen.problems] == said(seen, 1)


def test_a_day_far_outside_the_season_is_unclear(league: Frame) -> None:
    day = date(2028, 1, 8)
    file = programme(line("Raja", "Wydad", day))
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert (only(seen), seen.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.NEW)
    near = programme(line("Raja", "Wydad", date(2027, 7, 10)))
    assert only(league.see(near, new_clubs=NewNames.CREATE)) is Outcome.NEW


def test_without_a_competition_or_season_nothing_is_clear(league: Frame) -> None:
    file = programme(line("Raja", "Wydad", date(2040, 1, 7)))
    choices = Choices(new_clubs=NewNames.CREATE)
    with league.workspace.reading() as work:
        seen = preview(work, file, choices)
    assert only(seen) is Outcome.UNCLEAR
    assert seen.problems == (words.NO_COMPETITION, words.NO_SEASON)


@pytest.mark.parametrize("has_season", [False, True])
def test_how_days_are_written_is_asked_before_the_season_and_after_it(
    league: Frame, *, has_season: bool
) -> None:
    day = line("Raja", "Wydad")._replace(
        date=None, kick_off=None, problems=(ambiguous_date("05/06/2027"),)
    )
    asked = Question(QuestionKind.DAY_ORDER, "05/06/2027", 4)
    season = league.season if has_season else None
    with league.workspace.reading() as work:
        choices = Choices(league.competition, season)
        seen = preview(work, programme(day, questions=(asked,)), choices)
    assert seen.problems == (words.no_day_order(asked),)


def test_the_season_is_found_by_its_name_or_by_the_days(league: Frame) -> None:
    choices = Choices(league.competition, new_clubs=NewNames.CREATE)
    for file in (
        programme(line("Raja", "Wydad")),
        programme(line("Raja", "Wydad", date(2027, 7, 5)), season="2026-2027"),
        programme(line("Raja", "Wydad", season="2026-2027")),
    ):
        with league.workspace.reading() as work:
            (found,) = preview(work, file, choices).lines
        assert (found.outcome, found.season_id) == (Outcome.NEW, league.season)


def test_lines_of_another_season_go_there_or_are_unclear(league: Frame) -> None:
    with league.workspace.writing() as work:
        days = {"starts_on": date(2025, 8, 1), "ends_on": date(2026, 6, 30)}
        a_season(work, "2025-2026", **days)
        commit(work)
    file = programme(
        line("Raja", "Wydad", date(2025, 11, 1), season="2025-2026"),
        line("Raja", "Wydad", season="2030-2031"),
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert outcomes(seen) == [Outcome.NEW, Outcome.UNCLEAR]
    assert seen.lines[0].season_id != league.season


def test_a_venue_of_the_file_is_asked_about_created_or_left_out(
    league: Frame,
) -> None:
    file = programme(line("Raja", "Wydad", venue="Stade Roches Noires"))
    asked = league.see(file, clubs={"Raja": Choice.CREATE, "Wydad": Choice.CREATE})
    assert (only(asked), asked.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.NEW)
    (name,) = asked.open_names
    assert (name.kind, name.spelled) == (NameKind.VENUE, "Stade Roches Noires")
    left = {"Stade Roches Noires": Choice.LEAVE_OUT}
    seen = league.see(file, new_clubs=NewNames.CREATE, venues=left)
    assert (only(seen), seen.lines[0].venue_id) == (Outcome.NEW, None)
    made = league.see(file, new_clubs=NewNames.CREATE)
    assert made.venues[made.lines[0].venue_id or UUID(int=0)].fr == name.spelled


def test_a_new_match_is_at_home_where_the_file_names_no_venue(league: Frame) -> None:
    with league.workspace.writing() as work:
        ground = a_venue(work)
        work.session.flush()
        raja = a_club(work, "Raja", home_venue_id=ground.id)
        a_club(work, "Wydad")
        work.session.flush()
        ids = ground.id, raja.id
        commit(work)
    seen = league.see(programme(line("Raja", "Wydad"), line("Wydad", "Raja")))
    assert [each.venue_id for each in seen.lines] == [ids[0], None]
    neutral = league.see(programme(line("Raja", "Wydad", neutral=True)))
    assert neutral.lines[0].venue_id is None


def test_a_match_on_the_ground_of_its_away_club_is_unclear(league: Frame) -> None:
    with league.workspace.writing() as work:
        grounds = [a_venue(work, "Stade Nord"), a_venue(work, "Stade Sud")]
        work.session.flush()
        for name, ground in zip(("Raja", "Wydad"), grounds, strict=True):
            a_club(work, name, home_venue_id=ground.id)
        commit(work)
    there = line("Raja", "Wydad", venue="Stade Sud")
    seen = league.see(programme(there))
    assert (only(seen), seen.lines[0].if_taken) == (Outcome.UNCLEAR, Outcome.NEW)
    assert only(league.see(programme(there._replace(neutral=True)))) is Outcome.NEW
    at_home = programme(there._replace(venue="Stade Nord"))
    assert only(league.see(at_home)) is Outcome.NEW
    league.take(programme(there), take_unclear=frozenset({seen.lines[0].key}))
    assert only(league.see(programme(there))) is Outcome.SAME


def test_unknown_clubs_wait_for_the_officer(league: Frame) -> None:
    seen = league.see(programme(line("Raja", "Wydad"), line("Raja", "FAR")))
    assert outcomes(seen) == [Outcome.UNCLEAR, Outcome.UNCLEAR]
    assert [(each.spelled, each.lines) for each in seen.open_names] == [
        *(("Raja", 2), ("FAR", 1), ("Wydad", 1))
    ]
    refused = league.see(programme(line("Raja", "FUS")), new_clubs=NewNames.REFUSE)
    assert only(refused) is Outcome.REFUSED


def test_a_name_that_may_be_known_is_never_created_unasked(league: Frame) -> None:
    with league.workspace.writing() as work:
        a_club(work, "Chabab Houara")
        a_club(work, "Chabab Houara")
        commit(work)
    seen = league.see(
        programme(line("Chabab Houara", "Wydad")), new_clubs=NewNames.CREATE
    )
    assert [each.spelled for each in seen.open_names] == ["Chabab Houara"]


def test_a_spelling_that_plays_the_matches_of_a_club_is_proposed_as_it(
    league: Frame,
) -> None:
    rivals = ("Wydad", "FUS", "Difaa")
    days = [SATURDAY + n * 7 * DAY for n in range(3)]
    league.take(
        programme(*(line("Raja", *each) for each in zip(rivals, days, strict=True)))
    )
    file = programme(
        *(line("النسور الخضر", *each) for each in zip(rivals, days, strict=True))
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    (name,) = seen.open_names
    assert (name.proposals[0].name.fr, name.proposals[0].matches) == ("Raja", 3)


def test_two_spellings_of_one_club_cannot_play_each_other(league: Frame) -> None:
    with league.workspace.writing() as work:
        a_club(work, "Raja", code="RCA")
        commit(work)
    seen = league.see(programme(line("Raja", "RCA")))
    assert (only(seen), said(seen)) == (Outcome.UNCLEAR, ["Both sides would be {club}"])


def test_new_clubs_of_one_file_in_two_spellings_are_one(league: Frame) -> None:
    file = programme(
        line("Olympique de Safi", "Wydad"), line("FUS", "Olympic Safi", SATURDAY + DAY)
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert seen.lines[0].home_club_id == seen.lines[1].away_club_id
    league.take(file)
    assert outcomes(league.see(file)) == [Outcome.SAME, Outcome.SAME]


def test_a_file_of_several_competitions_is_sorted_or_asked_about(
    league: Frame,
) -> None:
    with league.workspace.writing() as work:
        cup = a_competition(work, "Coupe du Trône", code="CT")
        work.session.flush()
        key = cup.id
        commit(work)
    file = programme(
        line("Raja", "Wydad", competition="Championnat"),
        line("Raja", "FUS", competition="coupe du trone"),
        line("Raja", "FAR", competition="Ligue des champions"),
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert outcomes(seen) == [Outcome.NEW, Outcome.NEW, Outcome.UNCLEAR]
    assert [each.competition_id for each in seen.lines[:2]] == [league.competition, key]
    assert [each.kind for each in seen.open_names] == [NameKind.COMPETITION]
    decided = league.see(
        file,
        new_clubs=NewNames.CREATE,
        competitions={"Ligue des champions": league.competition},
    )
    assert outcomes(decided) == [Outcome.NEW, Outcome.NEW, Outcome.NEW]


def test_a_file_of_another_competition_than_the_chosen_one_is_warned_of(
    league: Frame,
) -> None:
    with league.workspace.writing() as work:
        a_competition(work, "Coupe du Trône", code="CT")
        commit(work)
    seen = league.see(programme(line("Raja", "FUS", competition="Coupe du Trone")))
    (problem,) = seen.problems
    assert problem.level is Level.WARN


def test_a_line_that_cannot_be_a_match_is_refused_and_says_why(league: Frame) -> None:
    wrong = line("Raja", "Raja")._replace(problems=(Problem("away", "No match"),))
    seen = league.see(
        programme(wrong, line("Raja", "Wydad")), new_clubs=NewNames.CREATE
    )
    assert outcomes(seen) == [Outcome.REFUSED, Outcome.NEW]
    assert seen.lines[0].reasons == wrong.problems


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Europe/Paris"])
def test_the_moment_counts_where_zones_differ(league: Frame, zone: str) -> None:
    league.take(programme(line("Raja", "Wydad", SATURDAY, time(23, 30))))
    moment = line("Raja", "Wydad", SATURDAY, time(23, 30)).kick_off
    elsewhere = line("Raja", "Wydad", SATURDAY + DAY, time(0, 30))._replace(
        kick_off=moment
    )
    assert only(league.see(programme(elsewhere, zone=zone))) is Outcome.SAME


def test_previewing_writes_nothing(league: Frame) -> None:
    league.see(programme(line("Raja", "Wydad")), new_clubs=NewNames.CREATE)
    with league.workspace.reading() as work:
        assert work.session.query(Fixture).count() == 0


def near(seen: IntakePreview, index: int) -> list[tuple[object, object]]:
    """Return the sides of the matches that a line is told to lie too near to."""
    return [
        (each.facts["home"], each.facts["away"])
        for each in seen.lines[index].reasons
        if each.message == TOO_NEAR and each.level is Level.WARN
    ]


def test_lines_that_leave_a_club_without_rest_say_so_and_are_taken_in(
    league: Frame,
) -> None:
    seen = league.take(
        programme(
            line("Raja", "Wydad"),
            line("FUS", "Raja", SATURDAY + DAY),
            line("Wydad", "FUS", SATURDAY + 3 * DAY),
        )
    )
    assert outcomes(seen) == [Outcome.NEW] * 3
    raja, wydad, fus = Words(fr="Raja"), Words(fr="Wydad"), Words(fr="FUS")
    assert near(seen, 0) == [(fus, raja)]
    assert near(seen, 1) == [(raja, wydad)]
    assert near(seen, 2) == []


def test_a_match_of_another_competition_in_the_record_takes_rest_too(
    league: Frame,
) -> None:
    league.take(programme(line("Raja", "Wydad")))
    with league.workspace.writing() as work:
        cup = a_competition(work)
        work.session.flush()
        other = replace(league, competition=cup.id)
        commit(work)
    seen = other.see(
        programme(
            line("Raja", "FUS", hour=None), line("FAR", "Wydad", SATURDAY + 2 * DAY)
        ),
        new_clubs=NewNames.CREATE,
    )
    assert seen.writes == 2
    assert near(seen, 0) == [(Words(fr="Raja"), Words(fr="Wydad"))]
    assert near(seen, 1) == []  # two days to the hour are rest enough


def test_what_is_not_played_that_day_takes_no_rest(league: Frame) -> None:
    file = programme(
        line("Raja", "Wydad", status=S.POSTPONED), line("FUS", "Raja", hour=time(20))
    )
    assert near(league.take(file), 1) == []
    file = programme(line("FAR", "FUS"), line("FUS", "Raja"))
    again = league.see(file, new_clubs=NewNames.CREATE)
    assert near(again, 0) == [(Words(fr="FUS"), Words(fr="Raja"))]
    assert again.lines[1].outcome is Outcome.MOVED


def test_a_match_that_the_file_moves_away_gives_the_rest_back(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    file = programme(line("Raja", "Wydad", SATURDAY + 4 * DAY), line("FUS", "Raja"))
    seen = league.see(file, new_clubs=NewNames.CREATE)
    assert [near(seen, at) for at in (0, 1)] == [[], []]


def test_a_file_that_changes_nothing_warns_of_nothing(league: Frame) -> None:
    file = programme(line("Raja", "Wydad"), line("FUS", "Raja"))
    league.take(file)
    seen = league.see(file)
    assert outcomes(seen) == [Outcome.SAME, Outcome.SAME]
    assert [each.reasons for each in seen.lines] == [(), ()]

"""What accepting a preview writes, and what it refuses to write."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from sportsec.domain.deployment import Phase
from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import FixtureStatus, KickOffStatus, PlanStatus
from sportsec.domain.identity import natural_id
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.preview import Choice, NewNames
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.meetings import MeetingStatus
from sportsec.domain.task_times import Timing
from sportsec.queries.intake_mappings import remembered_mapping, remembered_mappings
from sportsec.queries.match_steps import match_steps
from sportsec.queries.task_list import task_list
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.deployment import FixturePhase
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.tables.venues import Venue, VenueAlias
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture
from tests.data.intake.programmes import SATURDAY, Frame, commit, line, programme

DAY = timedelta(days=1)


def only_match(work: Work) -> Fixture:
    return work.session.query(Fixture).one()


def test_new_matches_get_numbers_in_the_order_of_their_days(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", SATURDAY + DAY), line("FUS", "FAR")))
    with league.workspace.reading() as work:
        numbers = {
            match.kick_off_date: match.ref_no
            for match in work.session.query(Fixture).all()
        }
    assert numbers[SATURDAY] < numbers[SATURDAY + DAY]


def test_a_line_that_is_left_out_is_not_written(league: Frame) -> None:
    given = programme(line("Raja", "Wydad"), line("FUS", "FAR"))
    _wydad, far = given.lines
    left = frozenset({(far.sheet, far.number)})
    with league.workspace.writing() as work:
        asked = league.choices(new_clubs=NewNames.CREATE, leave_out=left)
        seen = preview(work, given, asked)
        assert seen.counts[Outcome.LEFT_OUT] == 1
        assert (seen.lines[1].outcome, seen.lines[1].if_taken) == (
            *(Outcome.LEFT_OUT, Outcome.NEW),
        )
        result = accept(work, seen)
        assert (len(result.new), len(result.clubs)) == (1, 2)


def test_a_new_match_is_written_as_the_file_gives_it(league: Frame) -> None:
    status = FixtureStatus.POSTPONED
    given = line(
        "Raja", "Wydad", round="3", status=status, remark="pluie", uid_hint="7"
    )
    league.take(programme(given, zone="Africa/Casablanca"))
    with league.workspace.reading() as work:
        match = only_match(work)
        assert (match.kick_off_date, match.kick_off_at) == (given.date, given.kick_off)
        assert (match.status, match.status_remark) == (status, "pluie")
        assert (match.round, match.feed_uid) == ("3", "7")
        assert match.kick_off_status is KickOffStatus.PROVISIONAL
        assert match.season_id == league.season
        assert not match.is_neutral


def test_a_moved_match_keeps_its_identity_and_tells_its_history(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad")))
    with league.workspace.reading() as work:
        before = only_match(work).id
    later = line("Raja", "Wydad", SATURDAY + DAY, remark="Décision LNFP")
    league.take(programme(later, name="semaine 45.csv"))
    with league.workspace.reading() as work:
        match = only_match(work)
        change = work.session.query(KickOffChange).one()
        assert (match.id, match.kick_off_date) == (before, SATURDAY + DAY)
        assert match.kick_off_status is KickOffStatus.CHANGED
        assert (change.from_date, change.to_date) == (SATURDAY, SATURDAY + DAY)
        assert change.to_at == match.kick_off_at
        assert (change.reason, change.source) == ("Décision LNFP", "semaine 45.csv")
        assert change.changed_at == NOW


def test_the_plan_of_a_match_moves_with_it(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad", venue="Stade Ahmed Choukri")))
    hour = timedelta(hours=1)
    with league.workspace.writing() as work:
        match = only_match(work)
        assert match.kick_off_at is not None
        match.gates_open_at = match.kick_off_at - 3 * hour
        starts = match.kick_off_at - 4 * hour
        work.add(FixturePhase(fixture_id=match.id, phase=Phase.P1, starts_at=starts))
        commit(work)
    league.take(programme(line("Raja", "Wydad", SATURDAY + DAY, venue="Stade Adrar")))
    with league.workspace.reading() as work:
        match = only_match(work)
        phase = work.session.query(FixturePhase).one()
        assert match.gates_open_at == match.kick_off_at - 3 * hour  # type: ignore[operator]
        assert phase.starts_at == match.kick_off_at - 4 * hour  # type: ignore[operator]
        assert match.away_sector_id is None


@pytest.mark.parametrize(
    ("values", "left"),
    [
        ({"hour": time(20)}, PlanStatus.COORDINATED),
        ({"venue": "Stade Adrar"}, PlanStatus.ORDERED),  # it only became known
    ],
)
def test_an_approved_order_of_a_match_that_moved_is_to_be_approved_anew(
    league: Frame, values: dict[str, Any], left: PlanStatus
) -> None:
    league.take(programme(line("Raja", "Wydad")))
    with league.workspace.writing() as work:
        only_match(work).plan_status = PlanStatus.ORDERED
        commit(work)
    league.take(programme(line("Raja", "Wydad", **values)))
    with league.workspace.reading() as work:
        assert only_match(work).plan_status is left


@pytest.mark.parametrize(("weeks", "loses"), [(6, True), (9, False)])
def test_tasks_that_lose_their_day_by_a_move_are_counted(
    league: Frame, weeks: int, loses: bool
) -> None:
    league.take(programme(line("Raja", "Wydad", SATURDAY + 56 * DAY)))
    moved = line("Raja", "Wydad", SATURDAY + timedelta(weeks=weeks))
    seen = league.see(programme(moved))
    with league.workspace.writing() as work:
        result = accept(work, seen)
        tasks = task_list(work, result.moved[0])
    assert (result.passed_tasks > 0) is loses
    assert result.passed_tasks == tasks.count(Timing.AT_ONCE)


def test_what_was_agreed_for_the_old_day_of_a_moved_match_is_counted(
    league: Frame,
) -> None:
    ahead = SATURDAY + 56 * DAY
    league.take(programme(line("Raja", "Wydad", ahead)))
    with league.workspace.writing() as work:
        match = only_match(work)
        own = {"fixture_id": match.id}
        work.add(Commitment(**own, due_on=match.kick_off_date))
        work.add(Commitment(**own, due_on=match.kick_off_date - timedelta(days=20)))
        work.add(Meeting(**own, status=MeetingStatus.PLANNED))
        commit(work)
    seen = league.see(programme(line("Raja", "Wydad", ahead + DAY)))
    with league.workspace.writing() as work:
        result = accept(work, seen)
    assert (result.kept_promises, result.kept_meetings) == (2, 1)


def test_the_file_of_a_match_moved_by_an_intake_leads_to_the_days_left_behind(
    league: Frame,
) -> None:
    ahead = SATURDAY + 56 * DAY
    league.take(programme(line("Raja", "Wydad", ahead)))
    with league.workspace.writing() as work:
        match = only_match(work).id
        work.add(Commitment(fixture_id=match, due_on=ahead))
        commit(work)
    league.take(programme(line("Raja", "Wydad", ahead + DAY)))
    with league.workspace.reading() as work:
        assert match_steps(work, match).due_days == 1


def test_the_same_file_again_writes_nothing_at_all(league: Frame) -> None:
    file = programme(line("Raja", "Wydad", venue="Stade Adrar"), line("FUS", "FAR"))
    league.take(file)
    seen = league.see(file)
    with league.workspace.writing() as work:
        result = accept(work, seen)
        assert (work.touched, result.new, result.aliases) == (set(), (), 0)
        assert not work.session.new
        assert not work.session.dirty


def test_a_decision_about_a_spelling_is_remembered(league: Frame) -> None:
    with league.workspace.writing() as work:
        raja = a_club(work, "Raja Club Athletic")
        a_club(work, "Wydad")
        work.session.flush()
        key = raja.id
        commit(work)
    file = programme(line("النسور", "Wydad", venue="دونور"))
    league.take(
        file,
        clubs={"النسور": key},
        new_clubs=NewNames.ASK,
        venues={"دونور": Choice.CREATE},
    )
    with league.workspace.reading() as work:
        alias = work.session.query(ClubAlias).one()
        assert alias.id == natural_id("club_alias", alias.folded)
        assert (alias.club_id, alias.text) == (key, "النسور")
        assert work.session.query(Venue).one().name.ar == "دونور"
        assert work.session.query(VenueAlias).count() == 0
    assert league.see(file).lines[0].outcome is Outcome.SAME


def test_a_spelling_recognised_without_asking_stays_recognised(league: Frame) -> None:
    with league.workspace.writing() as work:
        a_club(work, "Olympique Club de Khouribga")
        a_club(work, "Wydad")
        commit(work)
    file = programme(line("Olympique Khouribga", "Wydad"))
    league.take(file)
    with league.workspace.writing() as work:
        assert work.session.query(ClubAlias).one().text == "Olympique Khouribga"
        a_club(work, "Olympique de Khouribga Sud")
        a_club(work, "Olympique Khouribga Ouest")
        commit(work)
    assert league.see(file).lines[0].outcome is Outcome.SAME


def test_only_names_of_lines_that_are_taken_become_clubs(league: Frame) -> None:
    day = SATURDAY.replace(year=2040)
    league.take(programme(line("Raja", "Wydad"), line("FUS", "FAR", day)))
    with league.workspace.reading() as work:
        names = {club.name.fr for club in work.session.query(Club).all()}
    assert names == {"Raja", "Wydad"}


def test_an_arabic_name_becomes_the_arabic_name_of_a_new_club(league: Frame) -> None:
    league.take(programme(line("نهضة بركان", "Wydad")))
    with league.workspace.reading() as work:
        names = {club.name.ar for club in work.session.query(Club).all()}
    assert names == {"نهضة بركان", ""}


def test_what_changed_elsewhere_meanwhile_stops_the_writing(league: Frame) -> None:
    file = programme(line("Raja", "Wydad", SATURDAY + DAY))
    league.take(programme(line("Raja", "Wydad")))
    seen = league.see(file)
    with league.workspace.writing() as work:
        only_match(work).kick_off_date = SATURDAY + 2 * DAY
        commit(work)
    with league.workspace.writing() as work, pytest.raises(Invalid):
        accept(work, seen)


def test_what_changed_elsewhere_without_bearing_on_it_does_not(league: Frame) -> None:
    file = programme(line("Raja", "Wydad"))
    seen = league.see(file, new_clubs=NewNames.CREATE)
    with league.workspace.writing() as work:
        home, away = a_club(work, "FUS"), a_club(work, "FAR")
        a_fixture(work, home, away)
        commit(work)
    with league.workspace.writing() as work:
        assert len(accept(work, seen).new) == 1


def test_a_club_that_came_meanwhile_is_not_made_twice(league: Frame) -> None:
    file = programme(line("Raja", "Wydad"))
    seen = league.see(file, new_clubs=NewNames.CREATE)
    with league.workspace.writing() as work:
        a_club(work, "Raja")
        commit(work)
    with league.workspace.writing() as work, pytest.raises(Invalid):
        accept(work, seen)


def test_an_error_in_the_middle_writes_nothing(league: Frame) -> None:
    file = programme(line("Raja", "Wydad"), line("FUS", "FAR"))
    with league.workspace.writing() as work:
        seen = preview(work, file, league.choices(new_clubs=NewNames.CREATE))
        lines = list(seen.lines)
        spoilt = lines[1].line._replace(date=None)
        lines[1] = lines[1]._replace(line=spoilt)
        object.__setattr__(seen, "lines", tuple(lines))
        with pytest.raises(IntegrityError):
            accept(work, seen)
    with league.workspace.reading() as work:
        assert work.session.query(Fixture).count() == 0
        assert work.session.query(Club).count() == 0


def test_what_is_not_committed_is_not_written(league: Frame) -> None:
    seen = league.see(programme(line("Raja", "Wydad")), new_clubs=NewNames.CREATE)
    with league.workspace.writing() as work:
        accept(work, seen)
    with league.workspace.reading() as work:
        assert work.session.query(Fixture).count() == 0


def test_the_columns_of_a_file_are_remembered_for_its_headings(league: Frame) -> None:
    mapping = Mapping.of([(0, Field.DATE), (1, Field.HOME), (2, Field.AWAY)])
    headings = {"headings": ("J", "A", "B"), "heading_key": "k1", "mapping": mapping}
    league.take(programme(line("Raja", "Wydad"), **headings), day_first=True)
    with league.workspace.reading() as work:
        kept = remembered_mapping(work, "k1")
        assert kept is not None
        assert (kept.mapping, kept.day_first) == (mapping, True)
        assert remembered_mapping(work, "k2") is None
        assert remembered_mappings(work) == {"k1": kept}
    league.take(programme(line("FUS", "FAR"), **headings))
    with league.workspace.reading() as work:
        assert remembered_mapping(work, "k1") == kept


def test_the_result_names_what_was_written(league: Frame) -> None:
    league.take(programme(line("Raja", "Wydad"), line("FUS", "FAR")))
    file = programme(
        line("Raja", "Wydad", SATURDAY + DAY),
        line("FUS", "FAR", round="2"),
        line("Safi", "Raja", SATURDAY + 20 * DAY),
    )
    seen = league.see(file, new_clubs=NewNames.CREATE)
    with league.workspace.writing() as work:
        result = accept(work, seen)
        assert {"fixture", "club", "kick_off_change"} <= work.touched
        found = (result.new, result.moved, result.changed, result.clubs, result.venues)
        assert [len(ids) for ids in found] == [1, 1, 1, 1, 0]
        assert work.get(Fixture, result.new[0]).round == ""
        assert work.get(Club, result.clubs[0]).name.fr == "Safi"
        assert isinstance(result.moved[0], UUID)

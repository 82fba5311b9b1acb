"""Which competition and season a programme is of, where nobody can be asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from sportsec.domain.errors import NotFound
from sportsec.domain.intake.preview import NewNames
from sportsec.domain.intake.programme import FileFormat, Programme, ProgrammeLine
from sportsec.domain.words import Words
from sportsec.services.programme_frame import choices_for
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.work import Work
from tests.builders import a_competition, a_season


def a_programme(*names: str, **values: Any) -> Programme:
    lines = tuple(
        ProgrammeLine(number, "A", "B", date(2026, 10, number), competition=name)
        for number, name in enumerate(names or ("",), start=1)
    )
    return Programme("file.csv", FileFormat.CSV, "utf-8", "", lines, **values)


@pytest.fixture
def league(work: Work) -> Competition:
    found = a_competition(work, code="D1")
    found.name = Words("البطولة الاحترافية", "Championnat professionnel", "League")
    a_season(work)
    work.session.flush()
    return found


@pytest.mark.parametrize("said", ["d1", "CHAMPIONNAT professionnel", "البطوله"])
def test_a_competition_is_named_by_code_name_or_part_of_it(
    work: Work, league: Competition, said: str
) -> None:
    choices = choices_for(work, a_programme(), competition=said)
    assert choices.competition_id == league.id


def test_a_name_that_the_record_lacks_is_not_guessed(
    work: Work, league: Competition
) -> None:
    with pytest.raises(NotFound):
        choices_for(work, a_programme(), competition="Liga")
    with pytest.raises(NotFound):
        choices_for(work, a_programme(), season="1999-2000")


def test_the_file_names_its_competition_else_there_is_only_one(
    work: Work, league: Competition
) -> None:
    assert choices_for(work, a_programme()).competition_id == league.id
    cup = a_competition(work, "Coupe", code="CUP")
    work.session.flush()
    assert choices_for(work, a_programme()).competition_id is None
    of_cup = a_programme(competition="Coupe")
    assert choices_for(work, of_cup).competition_id == cup.id


def test_the_season_is_said_else_in_the_file_else_that_of_its_days(
    work: Work, league: Competition
) -> None:
    later = a_season(work, "2027-2028")
    work.session.flush()
    assert choices_for(work, a_programme(), season="2027/28").season_id == later.id
    of_later = a_programme(season="2027-2028")
    assert choices_for(work, of_later).season_id == later.id
    found = choices_for(work, a_programme()).season_id
    assert work.get(Season, found).label == "2026-2027"


def test_in_an_empty_record_nothing_can_be_mistyped(work: Work) -> None:
    choices = choices_for(
        work, a_programme(), competition="كأس العرش", season="2025-2026"
    )
    work.session.flush()
    assert work.get(Competition, choices.competition_id).name == Words(ar="كأس العرش")
    season = work.get(Season, choices.season_id)
    assert (season.starts_on, season.ends_on) == (date(2025, 7, 1), date(2026, 6, 30))


def test_new_names_are_created_on_request_one_for_each_in_the_file(
    work: Work, league: Competition
) -> None:
    programme = a_programme("D1", "Supercoupe", "Supercoupe")
    choices = choices_for(work, programme, new_names=NewNames.CREATE, season="2031")
    work.session.flush()
    assert set(choices.competitions) == {"D1", "Supercoupe"}
    assert choices.competitions["D1"] == league.id
    assert work.get(Season, choices.season_id).starts_on == date(2031, 1, 1)


def a_history(*days: date) -> Programme:
    lines = tuple(
        ProgrammeLine(number, "A", "B", day) for number, day in enumerate(days, start=1)
    )
    return Programme("file.csv", FileFormat.CSV, "utf-8", "", lines)


def labels(work: Work) -> list[str]:
    work.session.flush()
    return list(work.session.scalars(select(Season.label).order_by(Season.label)))


def test_a_file_of_many_years_gets_every_season_its_days_lie_in(work: Work) -> None:
    years = a_history(date(2014, 9, 1), date(2016, 3, 1), date(2018, 6, 30))
    assert choices_for(work, years, competition="D1").season_id is None
    assert labels(work) == ["2014-2015", "2015-2016", "2017-2018"]


def test_seasons_are_added_only_on_request_and_where_there_is_none(
    work: Work, league: Competition
) -> None:
    years = a_history(date(2025, 9, 1), date(2026, 9, 1), date(2150, 9, 1))
    assert choices_for(work, years).season_id is None
    assert labels(work) == ["2026-2027"]
    assert choices_for(work, years, new_names=NewNames.CREATE).season_id is None
    assert labels(work) == ["2025-2026", "2026-2027"]


def test_a_tournament_of_one_summer_is_one_season(work: Work) -> None:
    summer = a_history(date(2026, 6, 14), date(2026, 7, 9))
    choices_for(work, summer, competition="World Cup")
    assert labels(work) == ["2026"]


def test_a_name_of_marks_alone_is_no_name(work: Work) -> None:
    choices = choices_for(work, a_programme(), competition="\u202e ")
    assert choices.competition_id is None

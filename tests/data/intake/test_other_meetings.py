"""Lines beside matches of the same clubs in other competitions, and those near them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.fixtures import FixtureStatus as S
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.preview import IntakePreview, NewNames
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.nearby import TOO_NEAR
from sportsec.domain.words import Words
from sportsec.store.tables.fixtures import Fixture
from tests.builders import a_competition
from tests.data.intake.programmes import Frame, commit, line, programme

CUP = Words(fr="Coupe du Trône")
PLAYED_ON, CUP_DAY, DAY = date(2026, 9, 12), date(2026, 12, 16), date(2026, 12, 17)


@pytest.fixture
def throne(league: Frame) -> Frame:
    """A cup in the season of the league; its clubs have met in the league already."""
    played = line("Atlas", "Détroit", PLAYED_ON, score=(2, 1), status=S.PLAYED)
    league.take(programme(played))
    with league.workspace.writing() as work:
        cup = a_competition(work, name=CUP.fr)
        work.session.flush()
        commit(work)
    return replace(league, competition=cup.id)


def said(seen: IntakePreview, index: int = 0) -> list[tuple[str, object]]:
    return [(each.message, each.facts.get("day")) for each in seen.lines[index].reasons]


@pytest.mark.parametrize("sides", [("Atlas", "Détroit"), ("Détroit", "Atlas")])
def test_the_nearest_match_is_named_not_the_one_played_in_this_competition(
    league: Frame, throne: Frame, sides: tuple[str, str]
) -> None:
    throne.take(programme(line(*sides, CUP_DAY)))
    file = programme(line("Atlas", "Détroit", DAY))
    seen = league.see(file)
    assert seen.lines[0].outcome is Outcome.UNCLEAR
    assert said(seen) == [(words.ALSO_MEETS, CUP_DAY), (TOO_NEAR, CUP_DAY)]
    facts = seen.lines[0].reasons[0].facts
    assert facts["competition"] == CUP
    # The line may name them the other way round: that is seen at once.
    assert (facts["home"].fr, facts["away"].fr) == sides
    league.take(file)
    assert matches(league) == 2
    league.take(file, take_unclear=frozenset({seen.lines[0].key}))
    assert matches(league) == 3


def matches(frame: Frame) -> int:
    with frame.workspace.reading() as work:
        return work.session.query(Fixture).count()


def test_a_cancelled_match_is_not_asked_about(league: Frame, throne: Frame) -> None:
    throne.take(programme(line("Atlas", "Détroit", CUP_DAY, status=S.CANCELLED)))
    seen = league.see(programme(line("Atlas", "Détroit", DAY)))
    assert words.ALSO_MEETS not in dict(said(seen))


def test_a_file_that_names_both_matches_is_not_asked_about_them(
    throne: Frame, league: Frame
) -> None:
    throne.take(programme(line("Atlas", "Détroit", CUP_DAY)))
    cup, second = (
        line("Atlas", "Détroit", CUP_DAY, competition=CUP.fr),
        line("Détroit", "Atlas", DAY, number=2, competition="Botola"),
    )
    competitions = {CUP.fr: throne.competition, "Botola": league.competition}
    seen = league.see(programme(cup, second), competitions=competitions)
    assert [each.outcome for each in seen.lines] == [Outcome.SAME, Outcome.NEW]


def test_a_line_that_waits_says_that_a_club_has_no_rest_but_takes_none_itself(
    league: Frame, throne: Frame
) -> None:
    throne.take(programme(line("Détroit", "FUS", CUP_DAY)))
    seen = league.see(
        programme(line("Atlas", "Détroit", DAY), line("FAR", "Atlas", DAY)),
        new_clubs=NewNames.CREATE,
    )
    assert [each.outcome for each in seen.lines] == [Outcome.UNCLEAR, Outcome.NEW]
    waits, clear = seen.lines
    assert [each.message for each in waits.reasons if "home" in each.facts] == [
        TOO_NEAR,
        TOO_NEAR,
    ]
    assert TOO_NEAR not in {each.message for each in clear.reasons}

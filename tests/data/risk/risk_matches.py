"""A match worth rating, for the tests of risk."""

from __future__ import annotations

from datetime import date
from typing import Any

from sportsec.domain.fixtures import EstimateKind, OutcomeCode
from sportsec.domain.groups import RelationKind
from sportsec.domain.risk import AssessmentDraft, ItemDraft, Stage
from sportsec.domain.words import Words
from sportsec.queries.risk import assessment_row
from sportsec.services.risk import decide, open_assessment
from sportsec.services.seed import plant_defaults
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.groups import GroupRelation
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group

WHY = Words(fr="Note de la cellule")


def a_match(work: Work, **values: Any) -> Fixture:
    """Two clubs and their match in a workspace with the default grid."""
    plant_defaults(work)
    home, away = a_club(work, "Atlas Club"), a_club(work, "Ocean FC")
    fixture = a_fixture(work, home, away, **values)
    work.session.flush()
    return fixture


def the_clubs(work: Work, fixture: Fixture) -> tuple[Club, Club]:
    return (
        work.get(Club, fixture.home_club_id),
        work.get(Club, fixture.away_club_id),
    )


def an_estimate(work: Work, fixture: Fixture, kind: EstimateKind, n: int) -> None:
    work.add(Estimate(fixture_id=fixture.id, kind=kind, persons=n))
    work.session.flush()


def a_hostility(work: Work, fixture: Fixture) -> None:
    home, away = the_clubs(work, fixture)
    one, other = a_group(work, home, "Group Alpha"), a_group(work, away, "Group Beta")
    work.session.flush()
    work.add(
        GroupRelation(
            group_id=other.id, other_group_id=one.id, kind=RelationKind.HOSTILITY
        )
    )
    work.session.flush()


def a_meeting(work: Work, fixture: Fixture, day: date, outcome: OutcomeCode) -> None:
    home, away = the_clubs(work, fixture)
    a_fixture(work, away, home, kick_off_date=day, kick_off_at=None, outcome=outcome)
    work.session.flush()


def decided(
    work: Work, fixture: Fixture, stage: Stage, value: int = 0, **values: Any
) -> Any:
    """Rate every factor alike and decide; return the id."""
    key = open_assessment(work, fixture.id, stage)
    row = assessment_row(work, key)
    items = {f.code: ItemDraft(value, WHY, "cellule") for f in row.grid.factors}
    draft = AssessmentDraft(confidence=row.draft.confidence, **values)
    decide(work, key, draft, items, seen=(row.draft, row.items))
    return key

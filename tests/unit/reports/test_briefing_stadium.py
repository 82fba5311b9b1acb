"""The plan of the stadium on paper, and the legend that explains it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from sportsec.domain.deployment import Service
from sportsec.domain.stadium import PlanGate, PlanPost, PlanSector, PostState
from sportsec.domain.venues import SectorSide, SectorUse
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.rows import DeploymentPart, DetachmentRow, Person
from sportsec.reports.briefing.organisation import organisation
from sportsec.reports.briefing.stadium import stadium_plan
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import Drawing, KeepTogether
from sportsec.reports.drawing import Fill, Label, Path, Stroke, Style
from tests.unit.reports.briefings import rows


def test_the_plan_on_paper_says_what_has_no_position() -> None:
    lost = PlanSector(UUID(int=1), "B", SectorUse.AWAY)
    placed = replace(lost, side=SectorSide.NORTH)
    for sector, is_lost in ((lost, True), (placed, False)):
        (drawing,) = stadium_plan(rows(plan_sectors=(sector,)), Voice(translator("en")))
        assert isinstance(drawing, Drawing)
        assert ("?: position not known" in drawing.caption) is is_lost
        assert ("Away public" in {key.words for key in drawing.legend}) is not is_lost


def a_full_ground(language: str) -> Drawing:
    """A ground with each use, every state of posts and more posts than have room."""
    sectors = tuple(
        PlanSector(UUID(int=n), f"S{n}", use, list(SectorSide)[n % 4], tier=1 + n // 4)
        for n, use in enumerate(SectorUse)
    )
    posts = tuple(
        PlanPost(UUID(int=100 + n), f"P{n}", state=list(PostState)[n % 3])
        for n in range(40)
    )
    gate = PlanGate(UUID(int=99), "G1", 10.0)
    emergency = PlanGate(UUID(int=98), "E1", 60.0, is_emergency_only=True)
    given = rows(plan_sectors=sectors, plan_gates=(gate, emergency), plan_posts=posts)
    (drawing,) = stadium_plan(given, Voice(translator(language)))
    assert isinstance(drawing, Drawing)
    return drawing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_on_the_plan_is_in_its_legend(language: str) -> None:
    drawing = a_full_ground(language)
    explained = {key.style for key in drawing.legend}
    drawn = {shape.style for shape in drawing.shapes if isinstance(shape, Path)}
    ground = {Style(Fill.PALE, Stroke.HAIR), Style(Fill.GRASS, Stroke.THIN)}
    assert drawn - ground - {Style(Fill.NONE, Stroke.WHITE)} == explained
    said = [key.words for key in drawing.legend]
    assert len(said) == len(set(said))


def test_signs_on_the_plan_that_are_no_mark_are_explained_below_it() -> None:
    said = a_full_ground("en").caption.translate(
        dict.fromkeys(map(ord, "\u2068\u2069"))
    )
    assert said.split(" · ") == [
        "N: north",
        "Posts in this phase: During the match",
        "In the corners: posts around the stadium",
        "+17: so many more posts there, see “Posts by phase”",
    ]


def test_codes_on_an_arabic_plan_keep_their_signs_in_place() -> None:
    """A plus or a question mark beside a figure would change its side."""
    sector = PlanSector(UUID(int=1), "12", SectorUse.HOME)
    (drawing,) = stadium_plan(rows(plan_sectors=(sector,)), Voice(translator("ar")))
    assert isinstance(drawing, Drawing)
    codes = {shape.text for shape in drawing.shapes if isinstance(shape, Label)}
    assert "\u206812 ?\u2069" in codes


@pytest.mark.parametrize("is_planned", [True, False])
def test_only_a_plan_with_somebody_deployed_begins_a_page_for_its_sectors(
    *, is_planned: bool
) -> None:
    """The part before it would else leave a page nearly empty."""
    nothing = Words()
    each = DetachmentRow(
        *(UUID(int=5), nothing, nothing, Service.DGSN, 28, None, None, False),
        *(nothing, Person(), "Lion", "", "", None),
    )
    deployed = DeploymentPart((), (each,) if is_planned else (), (), ())
    first = organisation(rows(deployment=deployed), Voice(translator("en")))[0]
    assert isinstance(first, KeepTogether) is is_planned

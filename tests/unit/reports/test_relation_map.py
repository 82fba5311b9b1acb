"""The paper of the relations: a picture with a line for each kind, then words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import combinations, pairwise
from uuid import UUID

import pytest

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import GroupKind, RelationKind
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.queries.relation_map import MapGroup, MapRelation, RelationMap
from sportsec.reports.document import Document, Table
from sportsec.reports.drawing import Drawing, Fill, Label, Polygon
from sportsec.reports.pdf.box import Stack
from sportsec.reports.pdf.furniture import Furniture
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.picture import PictureBox, picture_boxes
from sportsec.reports.relation_box import HALF, box, width_of
from sportsec.reports.relation_map import MapSheet, build

ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))
LONG = "Les amis de toujours du club de la vieille ville et de ses faubourgs"


def _group(key: UUID, name: str) -> MapGroup:
    words = Words("النسور", name, "")
    return MapGroup(key, words, GroupKind.ULTRAS, None, Words(), beside=False)


def _relation(key: int, first: UUID, second: UUID, kind: RelationKind) -> MapRelation:
    since, reason = date(2020, 5, 1), Words(fr="bâche")
    return MapRelation(UUID(int=key), first, second, kind, since, reason, Words())


def paper(language: str, kind: RelationKind = RelationKind.FRIENDSHIP) -> Document:
    drawn = RelationMap(
        (_group(ONE, LONG), _group(TWO, "Deux"), _group(THREE, "Trois")),
        (),
        (
            _relation(11, ONE, TWO, kind),
            _relation(12, TWO, THREE, RelationKind.HOSTILITY),
        ),
    )
    places = {ONE: Place(0, 0), TWO: Place(400, 0), THREE: Place(200, 300)}
    printed = datetime(2026, 9, 7, tzinfo=UTC)
    cell = Words(fr="Préfecture"), Words(fr="Cellule")
    return build(MapSheet(drawn, places, "Fès", printed, cell), translator(language))


def picture(document: Document) -> Drawing:
    return next(each for each in document.blocks if isinstance(each, Drawing))


def legend(document: Document) -> Drawing:
    _map, found = (each for each in document.blocks if isinstance(each, Drawing))
    return found


def scale_of(drawn: Drawing) -> float:
    """Points of a unit of the map, on a page that lies down."""
    page = Furniture(paper("fr"))
    (stack,) = picture_boxes(drawn, Measure(page.width, page.room, "fr"))
    assert isinstance(stack, Stack)
    first = stack.boxes[0]
    assert isinstance(first, PictureBox)
    return first.scale


def lines(drawn: Drawing) -> list[Polygon]:
    return [s for s in drawn.shapes if isinstance(s, Polygon) and not s.closed]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_only_the_kinds_drawn_stand_in_the_legend_each_with_its_line(
    language: str,
) -> None:
    drawn = legend(paper(language))
    words = [shape for shape in drawn.shapes if isinstance(shape, Label)]
    assert len(words) == 2
    assert len({line.style.stroke for line in lines(drawn)}) == 2
    first, second = (word.at[0] for word in words)
    assert (first > second) is (language == "ar")  # as one reads


def test_an_alliance_is_two_lines_a_friendship_one() -> None:
    allied = paper("fr", RelationKind.ALLIANCE)
    assert len(lines(picture(paper("fr")))) == 2
    assert len(lines(picture(allied))) == 3
    above, below = lines(picture(allied))[:2]
    assert above.points != below.points
    assert len(lines(legend(allied))) == 3


def test_each_line_says_its_kind() -> None:
    labels = [s for s in picture(paper("fr")).shapes if isinstance(s, Label)]
    assert {"Amitié", "Hostilité"} <= {label.text for label in labels}


def _names(name: str, under: str = "", scale: float = 0.35) -> list[Label]:
    drawn = box(Place(0, 0), (name, under), Fill.PAPER, scale)
    found = [shape for shape in drawn if isinstance(shape, Label)]
    for label in found:
        wide = width_of(label.text, label.size, bold=label.bold)
        assert wide / scale < 2 * HALF.x, label.text
    return found


@pytest.mark.parametrize("scale", [0.25, 0.35, 0.6])
@pytest.mark.parametrize(
    ("name", "club"),
    [
        ("Mohammedia Blossoms", ""),
        ("Association des supporters de l'Océan", "Océan Football Club"),
        ("Section Palmier", "Palmeraie Club de Marrakech"),
        ("جمعية محبي نادي المحيط", "نادي المحيط لكرة القدم"),
        (LONG, ""),
    ],
)
def test_every_name_is_whole_within_its_box(name: str, club: str, scale: float) -> None:
    """Associations that begin alike are told apart."""
    labels = _names(name, club, scale)
    assert " ".join(label.text for label in labels) == f"{name} {club}".strip()
    high = sum(label.size for label in labels) / scale
    assert high < 2 * HALF.y


@pytest.mark.parametrize("far", [Place(3000, 100), Place(100, 1500)])
def test_names_are_measured_as_large_as_the_paper_draws_them(far: Place) -> None:
    drawn = RelationMap((_group(ONE, "Palmeraie de Marrakech"), _group(TWO, LONG)))
    printed = datetime(2026, 9, 7, tzinfo=UTC)
    sheet = MapSheet(drawn, {ONE: Place(0, 0), TWO: far}, "", printed)
    map_ = picture(build(sheet, translator("fr")))
    for each in map_.shapes:
        if isinstance(each, Label):
            wide = width_of(each.text, each.size, bold=each.bold) / scale_of(map_)
            assert wide <= 2 * HALF.x - 8, each.text


def test_a_name_that_no_box_could_hold_loses_its_end() -> None:
    labels = _names(" ".join([LONG] * 4), LONG * 2)
    name, club = labels[-2], labels[-1]
    assert name.text.endswith("…")
    assert club.text.endswith("…")


def test_the_words_of_lines_do_not_lie_on_each_other() -> None:
    """Three lines side by side say the same word: each has room of its own."""
    keys = [UUID(int=n) for n in range(1, 7)]
    drawn = RelationMap(
        tuple(_group(key, "Nom") for key in keys),
        (),
        tuple(
            _relation(20 + n, keys[n], keys[n + 3], RelationKind.RIVALRY)
            for n in range(3)
        ),
    )
    places = {key: Place(0, 0) for key in keys[:3]}
    places |= {key: Place(400, 10 * n) for n, key in enumerate(keys[3:])}
    printed = datetime(2026, 9, 7, tzinfo=UTC)
    map_ = picture(build(MapSheet(drawn, places, "", printed), translator("ar")))
    scale = scale_of(map_)
    words = [s for s in map_.shapes if isinstance(s, Label) and s.halo]
    for one, other in combinations(words, 2):
        aside = abs(one.at[0] - other.at[0]) * scale
        above = abs(one.at[1] - other.at[1]) * scale
        apart = width_of(one.text, one.size) + 3  # its ground is somewhat wider
        assert aside > apart or above > 1.25 * one.size


def test_the_worst_comes_first_in_words() -> None:
    table = next(each for each in paper("fr").blocks if isinstance(each, Table))
    assert [row.cells[0] for row in table.rows] == ["Hostilité", "Amitié"]
    assert LONG in str(table.rows[1].cells[1])


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nothing_drawn_lies_outside_the_paper(language: str) -> None:
    drawn = picture(paper(language))
    for shape in drawn.shapes:
        if isinstance(shape, Label):
            assert 0 <= shape.at[0] <= drawn.width
            assert 0 <= shape.at[1] <= drawn.height


def test_without_groups_there_is_no_picture() -> None:
    printed = datetime(2026, 9, 7, tzinfo=UTC)
    empty = build(MapSheet(RelationMap(), {}, "", printed), translator("en"))
    assert not any(isinstance(each, Drawing) for each in empty.blocks)


def test_the_paper_says_who_issues_it() -> None:
    made = paper("fr")
    assert made.issuer == ("Préfecture", "Cellule")
    assert made.author == "Cellule"


def test_the_lines_of_a_box_stand_inside_it_and_do_not_touch() -> None:
    drawn = picture(paper("fr"))
    boxes = [s for s in drawn.shapes if isinstance(s, Polygon) and s.closed]
    # As large as on the paper, in its points.
    scale = scale_of(drawn)
    for each in boxes:
        left, right = min(x for x, _ in each.points), max(x for x, _ in each.points)
        top, bottom = min(y for _, y in each.points), max(y for _, y in each.points)
        inside = [
            (shape.at[1] - shape.size / scale / 2, shape.at[1] + shape.size / scale / 2)
            for shape in drawn.shapes
            if isinstance(shape, Label)
            and not shape.halo
            and left < shape.at[0] < right
            and top < shape.at[1] < bottom
        ]
        assert inside
        assert top <= inside[0][0]
        assert inside[-1][1] <= bottom
        assert all(one[1] <= other[0] for one, other in pairwise(inside))

"""The paper of the relations: a picture with a line for each kind, then words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from uuid import UUID

import pytest

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import GroupKind, RelationKind
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.queries.relation_map import MapGroup, MapRelation, RelationMap
from sportsec.reports.document import Document, Table
from sportsec.reports.drawing import Drawing, Label, Polygon
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


def test_a_long_name_takes_two_lines_and_is_cut_if_it_is_longer() -> None:
    """Associations that begin alike are told apart."""
    labels = [s for s in picture(paper("fr")).shapes if isinstance(s, Label)]
    texts = [label.text for label in labels]
    (cut,) = [at for at, text in enumerate(texts) if text.endswith("…")]
    assert LONG.startswith(f"{texts[cut - 1]} {texts[cut][:-1]}")
    assert labels[cut - 1].at[1] < labels[cut].at[1]


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
    scale = min(755.0 / drawn.width, 380.0 / drawn.height)
    for box in boxes:
        left, right = min(x for x, _ in box.points), max(x for x, _ in box.points)
        top, bottom = min(y for _, y in box.points), max(y for _, y in box.points)
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

from __future__ import annotations

import pytest

from sportsec.reports.document import Drawing
from sportsec.reports.drawing import (
    Circle,
    Fill,
    Key,
    Label,
    Path,
    Polygon,
    Sign,
    Step,
    Stroke,
    Style,
)
from sportsec.reports.pdf.picture import outline
from tests.unit.reports.sheet import ROOM, WIDTH, boxes, printed

SQUARE = Polygon(((0, 0), (10, 0), (10, 10), (0, 10)), Style(Fill.PALE))


def test_a_drawing_keeps_its_proportions_and_its_sides() -> None:
    for language in ("ar", "fr"):
        sheet = printed(Drawing(10, 10, (SQUARE,), max_height=50), language=language)
        points = [p for step in sheet.paths[0] for p in step.points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        assert max(xs) - min(xs) == pytest.approx(max(ys) - min(ys))
        assert min(xs) == pytest.approx(WIDTH - max(xs))
        assert points[0][0] == min(xs)  # never mirrored


def test_a_drawing_fits_on_a_page_with_its_heading() -> None:
    (stack,) = boxes(Drawing(100, 900, (SQUARE,), max_height=900))
    assert stack.height < 0.9 * ROOM


def test_labels_keep_their_size_whatever_the_scale() -> None:
    label = Label((5, 5), "الباب 3", 7.5)
    small = printed(Drawing(10, 10, (label,), max_height=20)).words[0]
    large = printed(Drawing(10, 10, (label,), max_height=100)).words[0]
    assert small.size == large.size == 7.5


@pytest.mark.parametrize(
    ("anchor", "share"), [("left", 0.0), ("middle", 0.5), ("right", 1.0)]
)
def test_a_label_is_anchored_as_seen(anchor: str, share: float) -> None:
    label = Label((5, 5), "Porte", anchor=anchor)  # type: ignore[arg-type]  # three
    words = printed(Drawing(10, 10, (label,))).words[0]
    assert words.x + share * words.width == pytest.approx(WIDTH / 2)


def test_an_inverse_label_is_white() -> None:
    drawing = Drawing(10, 10, (Label((5, 5), "1", inverse=True),))
    assert printed(drawing).words[0].white


def test_a_halo_is_as_wide_as_its_words() -> None:
    sheet = printed(Drawing(10, 10, (Label((5, 5), "A1", halo=True),)))
    assert sheet.boxes[0]["width"] > sheet.words[0].width


def test_the_legend_runs_in_reading_order_and_folds() -> None:
    legend = tuple(Key(Style(Fill.HOME), f"فئة{k:02}") for k in range(20))
    sheet = printed(Drawing(10, 10, (), legend=legend))
    assert sheet.place("فئة00").x > sheet.place("فئة01").x
    assert sheet.place("فئة19").baseline > sheet.place("فئة00").baseline
    assert all(words.x >= 0 for words in sheet.words)


def test_what_is_alike_in_black_ink_is_told_apart_by_its_shape() -> None:
    dark = Style(Fill.DARK)
    area = printed(Drawing(10, 10, (), legend=(Key(dark, "A"),)))
    square = printed(Drawing(10, 10, (), legend=(Key(dark, "A", Sign.SQUARE),)))
    disc = printed(Drawing(10, 10, (), legend=(Key(dark, "A", Sign.DISC),)))
    assert len({area.place("A").x, square.place("A").x, disc.place("A").x}) == 1
    assert len({str(sheet.paths) for sheet in (area, square, disc)}) == 3


def test_shapes_become_outlines() -> None:
    steps = (Step("M", ((0, 0),)), Step("L", ((1, 1),)))
    assert outline(Path(steps)) == steps
    assert [s.kind for s in outline(Circle((0, 0), 5))] == ["M", *"CCCC", "Z"]
    line = Polygon(((0, 0), (1, 1)), Style(Fill.NONE, Stroke.THIN), closed=False)
    assert [s.kind for s in outline(line)] == ["M", "L"]


def test_a_picture_without_shapes_is_white_paper() -> None:
    assert printed(Drawing(10, 10, (), caption="رسم")).all_text() == "رسم"

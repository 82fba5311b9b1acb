from __future__ import annotations

from sportsec.reports.drawing import Step
from sportsec.reports.pdf.lines import one_line
from sportsec.reports.pdf.palette import BODY
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.typeset import typeset


class Canvas:
    """Takes what a pen hands over."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.entries: list[tuple[str, int]] = []

    def addLiteral(self, code: str) -> None:
        self.pages.append(code)

    def showPage(self) -> None:
        pass

    def bookmarkHorizontalAbsolute(self, key: str, top: float) -> None:
        pass

    def addOutlineEntry(self, title: str, key: str, level: int) -> None:
        self.entries.append((title, level))


def written(*, stretch: float = 0.0, text: str = "نص", white: bool = False) -> str:
    canvas = Canvas()
    pen = Pen(canvas, 600, 800)
    line = one_line(typeset(text, BODY, rtl=True))
    pen.text(line, 10, 100, 10.0, stretch=stretch, white=white)
    pen.end_page()
    return canvas.pages[0]


def test_distances_are_counted_from_the_top() -> None:
    assert "1 0 0 1 10.00 700.00 Tm" in written()


def test_a_line_is_written_in_one_go() -> None:
    assert written(text="نص أول وثان").count("BT") == 1


def test_stretched_spaces_move_what_follows() -> None:
    assert "-200" in written(text="أ ب", stretch=2.0)
    assert "-200" not in written(text="أ ب")


def test_marks_are_painted_over_their_letters() -> None:
    page = written(text="مُحَمَّد")
    assert page.count(" cm ") == 3
    assert page.index("ET") < page.index(" cm ")


def test_white_is_white_whatever_the_tone() -> None:
    assert "1 1 1 rg" in written(white=True)


def test_shapes_become_operators() -> None:
    canvas = Canvas()
    pen = Pen(canvas, 600, 800)
    pen.box(0, 0, 10, 20, fill="000000")
    pen.box(0, 0, 10, 20, stroke="FFFFFF", radius=2)
    pen.rule((0, 0), (10, 0), "FF0000")
    pen.box(0, 0, 1, 1)
    with pen.inside((Step("M", ((0, 0),)), Step("L", ((5, 5),)), Step("Z"))):
        pen.path((Step("M", ((0, 0),)), Step("L", ((1, 1),))), fill="000000")
    pen.end_page()
    first, second, third, clip, _, end = canvas.pages[0].split("\n")
    assert first == "0 0 0 rg 0.00 780.00 10.00 20.00 re f"
    assert second.count(" c") == 4
    assert third == "1 0 0 RG 0.5 w [] 0 d 0.00 800.00 m 10.00 800.00 l S"
    assert clip.startswith("q ")
    assert clip.endswith("W n")
    assert end == "Q"


def test_an_outline_never_skips_a_level() -> None:
    canvas = Canvas()
    pen = Pen(canvas, 600, 800)
    for title, level in (("أ", 2), ("ب", 0), ("ج", 2), ("د", 2)):
        pen.entry(title, level, 0)
    assert canvas.entries == [("أ", 0), ("ب", 0), ("ج", 1), ("د", 2)]

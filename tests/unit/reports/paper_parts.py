"""Parts of the invented papers: isolated numbers, a stadium, a roll."""

from __future__ import annotations

from math import cos, pi, sin

from sportsec.reports.document import (
    Align,
    Cell,
    Column,
    Drawing,
    Row,
    RowKind,
    Table,
    Tone,
)
from sportsec.reports.drawing import (
    Circle,
    Fill,
    Key,
    Label,
    Polygon,
    Shape,
    Stroke,
    Style,
)


def iso(text: str) -> str:
    """Isolate a number, an hour or a name, as `Translator.isolate` does."""
    return f"\u2068{text}\u2069"


def stadium(names: tuple[str, str, str, str, str], legend: tuple[str, ...]) -> Drawing:
    """A small stadium: eight sectors, a pitch, gates and posts."""
    shapes: list[Shape] = []
    fills = [Fill.HOME, Fill.HOME, Fill.NEUTRAL, Fill.OFFICIAL]
    fills += [Fill.AWAY, Fill.AWAY, Fill.CLOSED, Fill.NEUTRAL]
    for k, fill in enumerate(fills):
        start, end = 2 * pi * k / 8 + 0.02, 2 * pi * (k + 1) / 8 - 0.02
        arc = [start + (end - start) * i / 12 for i in range(13)]
        outer = [(200 + 180 * cos(a), 130 + 115 * sin(a)) for a in arc]
        inner = [(200 + 115 * cos(a), 130 + 68 * sin(a)) for a in reversed(arc)]
        shapes.append(Polygon((*outer, *inner), Style(fill, Stroke.THIN)))
    pitch = ((130, 92), (270, 92), (270, 168), (130, 168))
    shapes.append(Polygon(pitch, Style(Fill.GRASS, Stroke.WHITE)))
    shapes.append(Circle((200, 130), 14, Style(Fill.NONE, Stroke.WHITE)))
    shapes.append(Label((200, 130), names[0], 9, bold=True))
    for k in range(8):
        a = 2 * pi * (k + 0.5) / 8
        at = (200 + 148 * cos(a), 130 + 92 * sin(a))
        shapes.append(
            Label(at, f"{'ABCD'[k // 2]}{k % 2 + 1}", 8, bold=True, halo=True)
        )
    for k in range(4):
        a = 2 * pi * k / 4 + 0.4
        at = (200 + 188 * cos(a), 130 + 122 * sin(a))
        shapes.append(Circle(at, 7, Style(Fill.DARK, Stroke.NONE)))
        shapes.append(Label(at, str(k + 1), 7, bold=True, inverse=True))
    for at, name in zip(
        ((200, 6), (200, 254), (44, 130), (356, 130)), names[1:], strict=True
    ):
        shapes.append(Label(at, name, 8.5, halo=True))
    styles = (Fill.HOME, Fill.AWAY, Fill.NEUTRAL, Fill.OFFICIAL, Fill.CLOSED)
    return Drawing(
        400,
        260,
        tuple(shapes),
        legend=tuple(Key(Style(f), w) for f, w in zip(styles, legend, strict=True)),
        max_height=95,
    )


def detachments(count: int) -> Table:
    """A roll of detachments in Arabic."""
    sectors = (
        "القطاع أ – المدرج الشمالي",
        "القطاع ب – مدرج المكانة",
        "القطاع ج – المدرج الجنوبي",
    )
    tasks = (
        "مراقبة الولوج والتفتيش عند البوابات",
        "تأمين محيط رقعة الملعب",
        "الاحتياط والتدخل السريع بأمر من قائد العملية",
        "الفصل بين الجمهورين بالمدرج",
    )
    rows: list[Row] = []
    for k in range(count):
        if k % 28 == 0:
            rows.append(Row((sectors[k // 28 % 3],), RowKind.SECTION))
        kind = RowKind.WARN if k % 23 == 11 else RowKind.PLAIN
        leader = (
            Cell("بدون رئيس", tone=Tone.ALERT)
            if k % 23 == 11
            else f"الضابط رقم {iso(str(100 + k))}"
        )
        rows.append(
            Row(
                (
                    str(k + 1),
                    f"مفرزة {iso('D' + str(k + 1))}",
                    leader,
                    tasks[k % 4],
                    iso(f"BRAVO {k + 1}"),
                    str(k % 5 + 1),
                    str(8 + k % 9),
                ),
                kind,
            )
        )
    rows.append(
        Row(
            (Cell("المجموع", span=6), str(sum(8 + k % 9 for k in range(count)))),
            RowKind.TOTAL,
        )
    )
    return Table(
        (
            Column("#", keep=True, align=Align.CENTER),
            Column("المفرزة", 1.2),
            Column("الرئيس", 1.5),
            Column("المهمة", 2.5),
            Column("النداء", keep=True),
            Column("القناة", keep=True, align=Align.CENTER),
            Column("العدد", keep=True, align=Align.END),
        ),
        tuple(rows),
        groups=(("", 2), ("القيادة والمهمة", 2), ("الاتصال", 2), ("", 1)),
    )

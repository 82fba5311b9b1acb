"""The vocabulary of papers: a document as plain data, in its own language.

All words arrive translated; `sportsec.reports.pdf.renderer.render` prints them:

    from sportsec.reports.document import (
        Badge, Cell, Column, Document, Heading, KeyValues, Level, Paragraph, Row,
        RowKind, Span, Table, Tone)
    from sportsec.reports.pdf.renderer import render

    paper = Document(
        title=t("Match briefing"), language="ar", marking=t("Restricted"),
        reference=(order, version, copy, generated),
        footer=(order, version, generated),
        page_of=t("Page {page} of {pages}"),
        blocks=(
            Badge(t("High"), Level.HIGH, caption=t("Inside the stadium")),
            Heading(t("Situation")),
            Paragraph(("Gates at ", Span(t.isolate("14:30"), bold=True), ".")),
            KeyValues(((t("Stadium"), venue), (t("Kick-off"), kick_off)), columns=2),
            Table(
                columns=(Column(t("Sector"), width=2), Column(t("Staff"), keep=True)),
                rows=(Row(("A", "12")), Row(("B", Cell("3", tone=Tone.ALERT))),
                      Row((t("Total"), "15"), RowKind.TOTAL)),
            ),
        ))
    pdf = render(paper)  # bytes; the same document always gives the same bytes

Numbers, hours, phones and codes inside Arabic are isolated by the caller
(`Translator.isolate`); plain strings and `Span`s may be mixed wherever `Inline` stands.
Lengths are millimetres on paper, except inside a `Drawing`, which has its own units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sportsec.reports.drawing import Drawing
from sportsec.reports.inline import Align, Inline, Level, Span, Tone
from sportsec.reports.tables import Cell, Column, Row, RowKind, Table

__all__ = [
    "Align",
    "Badge",
    "Badges",
    "Block",
    "Callout",
    "Cell",
    "Column",
    "Columns",
    "Document",
    "Drawing",
    "Heading",
    "InLanguage",
    "Inline",
    "KeepTogether",
    "KeyValues",
    "Level",
    "Moment",
    "PageBreak",
    "Paragraph",
    "Row",
    "RowKind",
    "SideBySide",
    "Signature",
    "SignatureBlock",
    "Spacer",
    "Span",
    "Table",
    "TimelineStrip",
    "Tone",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; stays with what follows it and enters the outline of the file.

    Args:
        level: 1 for a section, 2 within it, 3 run in small.
        number: Printed before the text, such as `1` or `II`; may be empty.
    """

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.

    Args:
        bullet: Sign before the text, such as `•` or `1.`; empty for none.
        small: Print as a note.
    """

    text: Inline
    align: Align = Align.START
    bullet: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class KeyValues:
    """A grid of labelled facts, filled row by row in reading order.

    Args:
        items: (label, value) pairs; an empty value prints as a dash.
        columns: Pairs side by side, 1 to 3.
    """

    items: tuple[tuple[str, Inline], ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Badge:
    """The category of a risk: its words, and as many filled boxes as its level.

    Args:
        text: The category in words; always printed.
        caption: What is rated, such as "inside the stadium".
        note: A short line below, such as the score and its stage.
    """

    text: str
    level: Level
    caption: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Badges:
    """Badges side by side in reading order; at most four."""

    items: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed message: ALERT is the red box, WARN amber, others calm."""

    title: str
    lines: tuple[Inline, ...] = ()
    tone: Tone = Tone.ALERT


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a time line; `strong` is for the kick-off and the like."""

    time: str
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TimelineStrip:
    """Moments on a line in reading direction; folds into rows when there are many."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side in reading order; each column runs on over pages.

    Args:
        shares: Relative widths; empty for equal ones.
    """

    columns: tuple[tuple[Block, ...], ...]
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same matter in the two languages of the document.

    `first` is in the document's language on its reading-start side (right for Arabic),
    `second` in its second language on the other side.
    """

    first: tuple[Block, ...]
    second: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Blocks set in another language and direction than the document's."""

    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page if they fit on one.

    Where they do not, all but the last stand with the beginning of the last.
    """

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page (nothing happens on a page still empty)."""


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty room; dropped at the top of a page."""

    height: float = 4.0


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: caption ("approved by"), and name and rank where known."""

    caption: str
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Places to sign side by side, in reading order, with room for the stamp."""

    places: tuple[Signature, ...]


Block = (
    Heading
    | Paragraph
    | KeyValues
    | Table
    | Badge
    | Badges
    | Callout
    | TimelineStrip
    | Drawing
    | Columns
    | SideBySide
    | InLanguage
    | KeepTogether
    | PageBreak
    | Spacer
    | SignatureBlock
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, complete and translated; A4 portrait unless `landscape`.

    Args:
        language: `ar`, `fr` or `en`; decides the direction.
        second_language: Of `SideBySide` and of the `second_…` texts.
        subtitle: Under the title, such as the two clubs and the date.
        issuer: Letterhead lines on the reading-start side, highest authority first.
        second_issuer: The same in the second language, on the other side.
        marking: Printed boxed at the top of the first page and the foot of each.
        reference: Facts under the title: order number, version, copy, generated at.
        running_title: In the header of page 2 onwards; the title if empty.
        footer: Parts at the foot of each page, in reading order.
        page_of: Translated template with `{page}` and `{pages}`.
        author: Kept in the properties of the file.
        created: Aware; kept in the properties of the file too.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    second_language: str | None = None
    second_title: str = ""
    subtitle: Inline = ""
    second_subtitle: Inline = ""
    issuer: tuple[str, ...] = ()
    second_issuer: tuple[str, ...] = ()
    marking: str = ""
    second_marking: str = ""
    reference: tuple[str, ...] = ()
    running_title: str = ""
    footer: tuple[str, ...] = ()
    page_of: str = "{page} / {pages}"
    author: str = ""
    landscape: bool = field(default=False, kw_only=True)
    created: datetime | None = field(default=None, kw_only=True)

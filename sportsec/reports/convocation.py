"""The convocation to a meeting on paper: when, where, about what, and who is asked."""

from __future__ import annotations

from sportsec.domain.words import N_
from sportsec.i18n.translator import Translator
from sportsec.queries.minutes import MinutesRows
from sportsec.reports.document import (
    Block,
    Document,
    Heading,
    KeyValues,
    Paragraph,
    Row,
    Signature,
    SignatureBlock,
    Table,
)
from sportsec.reports.meeting_paper import (
    agenda,
    meeting_paper,
    moment,
    person,
    person_columns,
)

TITLE = N_("Notice of meeting")


def build(rows: MinutesRows, t: Translator) -> Document:
    """Lay out one letter for all who are asked to come.

    A day, place or chair that is not fixed yet is said to be so: a letter without a
    word about it would be taken for complete.

    Args:
        t: Language of the paper, which need not be that of the screen.
    """
    blocks = (
        Paragraph(_request(t)),
        KeyValues(_facts(rows, t), columns=3),
        *agenda(rows, t),
        *_invited(rows, t),
    )
    return meeting_paper(rows, t, TITLE, blocks)


def _request(t: Translator) -> str:
    asked = t("You are asked to attend the following meeting.")
    other = t("Whoever cannot come names somebody to come instead and tells the cell.")
    return f"{asked} {other}"


def _facts(rows: MinutesRows, t: Translator) -> tuple[tuple[str, str], ...]:
    open_yet = t("Not fixed yet")
    return (
        (t("Day and hour"), moment(rows, t) or open_yet),
        (t("Place"), t.isolate(rows.meeting.place) or open_yet),
        (t("Chair"), t.isolate(rows.meeting.chair) or open_yet),
    )


def _invited(rows: MinutesRows, t: Translator) -> tuple[Block, ...]:
    """Lay out who is asked to come, and who signs."""
    people = enumerate(rows.asked, start=1)
    table = Table(
        columns=person_columns(t),
        rows=tuple(Row(person(at, row, t)) for at, row in people),
        empty=t("Nobody is on the list."),
        compact=True,
    )
    signed = SignatureBlock((Signature(t("Chair"), rows.meeting.chair),))
    return (Heading(t("Those asked to come")), table, signed)

"""What the papers of a meeting have in common: frame, match, agenda, people."""

from __future__ import annotations

from collections.abc import Iterator

from sportsec.domain.words import N_
from sportsec.i18n.formats import ZONE, date_time, hour, long_date, short_date
from sportsec.i18n.labels import label
from sportsec.i18n.phones import unbroken
from sportsec.i18n.quotes import isolated
from sportsec.i18n.translator import Translator
from sportsec.queries.minutes import MinutesRows
from sportsec.queries.participants import ParticipantRow
from sportsec.queries.spoken_of import with_status
from sportsec.reports.document import (
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
)

MARKING = N_("Restricted")


def meeting_paper(
    rows: MinutesRows, t: Translator, heading: str, blocks: tuple[Block, ...]
) -> Document:
    """Lay out a paper of a meeting.

    Args:
        heading: What the paper is, as a text of the catalogue.
    """
    printed = t("Printed {moment}", moment=t.isolate(date_time(rows.printed_at)))
    title = t(heading)
    kind = label(t, rows.meeting.kind)
    return Document(
        title=title,
        language=t.language,
        blocks=blocks,
        subtitle="\n".join(filter(None, (kind, match_text(rows, t)))),
        issuer=tuple(dict.fromkeys(filter(None, map(t.pick, rows.cell)))),
        marking=t(MARKING),
        reference=(printed,),
        running_title=f"{title} · {kind}",
        footer=(printed,),
        page_of=t("Page {page} of {pages}"),
        author=t.pick(rows.cell[-1]) if rows.cell else "",
        created=rows.printed_at,
    )


def match_text(rows: MinutesRows, t: Translator) -> str:
    """Return "Atlas Club – Rif Club, 05/12/2026 19:00" over the stadium; or "".

    Says of a match that is off that it is.
    """
    match = rows.match
    if match is None:
        return ""
    clubs = " – ".join(t.pick(side) or "?" for side in (match.home, match.away))
    comma = "، " if t.rtl else ", "
    begins = date_time(match.kick_off_at) or short_date(match.kick_off_date)
    said = f"{with_status(t, clubs, match.status)}{comma}{t.isolate(begins)}"
    return "\n".join(filter(None, (said, t.pick(match.venue))))


def moment(rows: MinutesRows, t: Translator) -> str:
    """Return the day and hour of the meeting; empty while they are not fixed."""
    begins = rows.meeting.meets_at
    if begins is None:
        return ""
    day = long_date(begins.astimezone(ZONE).date(), t.language)
    return f"{day}{'،' if t.rtl else ','} {t.isolate(hour(begins))}"


def agenda(rows: MinutesRows, t: Translator) -> tuple[Block, ...]:
    """Return the numbered points of the agenda; nothing without any."""
    numbered = tuple(
        Paragraph(isolated(t, point), bullet=f"{at}.")
        for at, point in enumerate(text_lines(rows.meeting.agenda), start=1)
    )
    if not numbered:
        return ()
    heading = Heading(t("Points of the agenda"))
    return (KeepTogether((heading, numbered[0])), *numbered[1:])


def person_columns(t: Translator) -> tuple[Column, ...]:
    """Return the columns that `person` fills."""
    return (
        Column(t("No."), keep=True),
        Column(t("Name"), width=4),
        Column(t("In what capacity"), width=4),
        Column(t("Organisation"), width=4),
    )


def person(at: int, row: ParticipantRow, t: Translator) -> tuple[str, ...]:
    """Return number, name with rank, capacity and organisation of a participant."""
    name = " ".join(filter(None, (t.pick(row.rank), t.pick(row.name))))
    texts = (str(at), name, t.pick(row.function), t.pick(row.body))
    return tuple(map(t.isolate, texts))


def text_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text that say something; their telephones stay whole."""
    return (unbroken(line.strip()) for line in text.splitlines() if line.strip())

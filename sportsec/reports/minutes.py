"""The minutes of a meeting on paper: who came, what was said, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.meetings import MeetingStatus, Presence
from sportsec.domain.meetings import Signature as Signed
from sportsec.domain.words import N_, Words
from sportsec.i18n.commitment_words import state_words
from sportsec.i18n.formats import short_date
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.minutes import MinutesRows
from sportsec.queries.participants import ParticipantRow
from sportsec.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Paragraph,
    Row,
    Signature,
    SignatureBlock,
    Table,
    Tone,
)
from sportsec.reports.meeting_paper import (
    agenda,
    meeting_paper,
    moment,
    person,
    person_columns,
    text_lines,
)

TITLE = N_("Minutes of meeting")
#: Of a meeting that was not held yet: what is known is printed all the same.
DRAFT = N_("Draft minutes")
_BULLET = "•"
#: So many decisions stand on one page with the signatures below them.
_FEW = 8


def build(rows: MinutesRows, t: Translator) -> Document:
    """Lay out the minutes; the same rows in the same language give the same paper.

    Args:
        t: Language of the paper, which need not be that of the screen.
    """
    is_held = rows.meeting.status is MeetingStatus.HELD
    blocks = (
        KeyValues(_facts(rows, t)),
        *_participants(rows.participants, t),
        *agenda(rows, t),
        *_discussion(rows.meeting.discussion, t),
        *_end(rows, t),
    )
    return meeting_paper(rows, t, TITLE if is_held else DRAFT, blocks)


def _facts(rows: MinutesRows, t: Translator) -> tuple[tuple[str, str], ...]:
    meeting = rows.meeting
    return (
        (t("Day and hour"), moment(rows, t)),
        (t("Place"), t.isolate(meeting.place)),
        (t("Chair"), t.isolate(meeting.chair)),
        (t("Minutes kept by"), t.isolate(meeting.minutes_keeper)),
        *_standing(rows, t),
    )


def _standing(rows: MinutesRows, t: Translator) -> Iterator[tuple[str, str]]:
    """Yield what is not to be expected of minutes: others are held, and signed here."""
    meeting = rows.meeting
    if meeting.status is not MeetingStatus.HELD:
        yield t("Status"), label(t, meeting.status)
    if rows.is_changed:
        # What was signed is not what this paper says.
        yield t("Signature"), t("Changed after the signing, to be signed again")
    elif meeting.signature is not Signed.NONE:
        yield t("Signature"), label(t, meeting.signature)


def _participants(people: Sequence[ParticipantRow], t: Translator) -> tuple[Block, ...]:
    columns = (
        *person_columns(t),
        Column(t("Presence"), keep=True),
    )
    table = Table(
        columns=columns,
        rows=tuple(_participant(at, row, t) for at, row in enumerate(people, start=1)),
        empty=t("Nobody is on the list."),
        compact=True,
    )
    came = sum(row.presence is Presence.PRESENT for row in people)
    invited = t.count("{n} invited", "{n} invited", len(people))
    present = t.count("{n} present", "{n} present", came)
    figures = (invited, present, *_away(people, t))
    note = Paragraph(" · ".join(figures), small=True)
    return (Heading(t("Participants")), table, *((note,) if people else ()))


def _away(people: Sequence[ParticipantRow], t: Translator) -> Iterator[str]:
    """Yield how many did not come, those who said so before and the others."""
    noted = Counter(row.presence for row in people)
    if excused := noted[Presence.EXCUSED]:
        yield t.count("{n} excused", "{n} excused", excused)
    if absent := noted[Presence.ABSENT]:
        yield t.count("{n} absent", "{n} absent", absent)


def _participant(at: int, row: ParticipantRow, t: Translator) -> Row:
    # Who did not come is as much a fact as who did.
    tone = Tone.QUIET if row.presence is Presence.INVITED else Tone.PLAIN
    return Row((*person(at, row, t), Cell(label(t, row.presence), tone=tone)))


def _discussion(discussion: str, t: Translator) -> tuple[Block, ...]:
    lines = [Paragraph(t.isolate(line)) for line in text_lines(discussion)]
    if not lines:
        return ()
    return (KeepTogether((Heading(t("Discussion")), lines[0])), *lines[1:])


def _end(rows: MinutesRows, t: Translator) -> tuple[Block, ...]:
    """Lay out what binds and who signs it: nobody signs an empty page."""
    decided, promised = _decisions(rows.decisions, t), _promises(rows.promises, t)
    signed = _signatures(rows, t)
    if promised:
        *before, last = promised
        return (*decided, *before, KeepTogether((last, signed)))
    if len(rows.decisions) <= _FEW:
        return (KeepTogether((*decided, signed)),)
    return (*decided, signed)


def _decisions(rows: Sequence[CommitmentRow], t: Translator) -> tuple[Block, ...]:
    columns = (
        Column(t("No."), keep=True),
        Column(t("Decision"), width=7),
        Column(t("Responsible"), width=4),
        Column(t("Due on"), keep=True),
        Column(t("State"), keep=True),
    )
    table = Table(
        columns=columns,
        rows=tuple(_decision(at, row, t) for at, row in enumerate(rows, start=1)),
        empty=t("No decision was taken."),
    )
    return (Heading(t("Decisions")), table)


def _decision(at: int, row: CommitmentRow, t: Translator) -> Row:
    responsible = row.responsible or t.pick(row.bound)
    is_open = row.state is CommitmentState.OPEN
    state = t("Late") if row.is_late else state_words(t, row.kind, row.state)
    tone = Tone.WARN if row.is_late else Tone.PLAIN if is_open else Tone.QUIET
    return Row(
        (
            t.isolate(str(at)),
            t.isolate(row.wording),
            t.isolate(responsible),
            t.isolate(short_date(row.due_on)),
            Cell(state, tone=tone),
        )
    )


def _promises(rows: Sequence[CommitmentRow], t: Translator) -> tuple[Block, ...]:
    if not rows:
        return ()
    lines = [Paragraph(_promise(row, t), bullet=_BULLET) for row in rows]
    return (KeepTogether((Heading(t("Promises made")), lines[0])), *lines[1:])


def _promise(row: CommitmentRow, t: Translator) -> str:
    said = t("{name}: {text}", name=_who(row.bound, t), text=t.isolate(row.wording))
    if row.due_on is None:
        return said
    due = t("due on {day}", day=t.isolate(short_date(row.due_on)))
    return f"{said} ({due})"


def _who(bound: Words, t: Translator) -> str:
    return t.isolate(t.pick(bound))


def _signatures(rows: MinutesRows, t: Translator) -> SignatureBlock:
    meeting = rows.meeting
    return SignatureBlock(
        (
            Signature(t("Chair"), meeting.chair),
            Signature(t("Minutes kept by"), meeting.minutes_keeper),
        )
    )

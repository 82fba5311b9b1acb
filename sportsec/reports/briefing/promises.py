"""The annex of what was promised and decided before the match, and still waits."""

from __future__ import annotations

from collections.abc import Sequence

from sportsec.domain.commitments import CommitmentState
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.commitments import CommitmentRow
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Cell,
    Column,
    Inline,
    Row,
    RowKind,
    Span,
    Table,
    Tone,
)


def open_promises(rows: BriefingRows, v: Voice) -> Table | None:
    """Lay out the open ones, late ones first; None where none is open."""
    still_open = [
        each for each in rows.commitments if each.state is CommitmentState.OPEN
    ]
    if not still_open:
        return None
    return Table(
        columns=(
            Column(v("Wording"), width=6),
            Column(v("Who is bound"), width=4),
            Column(v("Responsible"), width=3),
            Column(v("Due on"), keep=True),
        ),
        rows=tuple(_row(each, v, _marks(rows, each, v)) for each in still_open),
        compact=True,
    )


def _marks(rows: BriefingRows, each: CommitmentRow, v: Voice) -> list[str]:
    """Return what the wording of one may still say as it was before."""
    marks = []
    if each.id in rows.old_promises:
        marks.append(v("Hour from before the move?"))
    if each.id in rows.outdated_promises:
        marks.append(v("Figure from before?"))
    return marks


def _row(each: CommitmentRow, v: Voice, marks: Sequence[str]) -> Row:
    wording: Inline = each.wording
    if marks:
        said = "".join(f"\n{mark}" for mark in marks)
        wording = each.wording, Span(said, bold=True, tone=Tone.ALERT)
    due: str | Cell = v.day(each.due_on) if each.due_on else ""
    if each.is_late:
        due = Cell(f"{due}\n{v('Late')}", bold=True, tone=Tone.ALERT)
    return Row(
        (wording, v.stack(lambda t: _who(each, t)), each.responsible, due),
        RowKind.WARN if each.is_late or marks else RowKind.PLAIN,
    )


def _who(each: CommitmentRow, t: Translator) -> str:
    bound, towards = t.pick(each.bound), t.pick(each.towards)
    return t("{one} to {other}", one=bound, other=towards) if towards else bound

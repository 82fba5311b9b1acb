"""The risk page: the category, why it is that one, and what is not known."""

from __future__ import annotations

from sportsec.domain.risk import EVIDENCE_FROM
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.risk_rows import RiskItemRow, RiskPart
from sportsec.reports.briefing.situation import running_text
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Align,
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Row,
    Table,
    Tone,
)


def risk(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the rating with its contributions, floors and open questions."""
    heading = Heading(v("Risk assessment"), number="7")
    part = rows.risk
    if part is None:
        message = v("This match has not been rated yet.")
        return (heading, Callout(v("Risk category"), (message,), Tone.WARN))
    return (
        heading,
        KeyValues(_facts(part, v), columns=2),
        *running_text(v, part.summary),
        *_floors(part, v),
        *_override(part, v),
        _factors(part.items, v),
    )


def _facts(part: RiskPart, v: Voice) -> tuple[tuple[str, str], ...]:
    return (
        (v("Stage"), v.label(part.stage)),
        (v("Rated by"), v.label(part.rater)),
        (v("Category of the match"), v.label(part.categories.overall)),
        (v("Score of 100"), v.number(part.rating.score, 1)),
        (v("Confidence"), v.label(part.confidence)),
        (
            v("Decided by"),
            " · ".join(filter(None, (_decider(part, v), v.moment(part.decided_at)))),
        ),
    )


def _decider(part: RiskPart, v: Voice) -> str:
    """Return who decided; without a name nobody is said to have done it."""
    if part.decided_by or part.decided_at is None:
        return part.decided_by
    return v("name not given")


def _floors(part: RiskPart, v: Voice) -> tuple[Block, ...]:
    if not part.rating.floors:
        return ()
    lines = tuple(v.label(floor) for floor in part.rating.floors)
    title = v("At least high, whatever the score")
    return (KeepTogether((Callout(title, lines, Tone.ALERT),)),)


def _override(part: RiskPart, v: Voice) -> tuple[Block, ...]:
    if not part.override_reason:
        return ()
    title = v("The commander's decision differs from the suggestion")
    reason = (v.pick(part.override_reason),)
    return (KeepTogether((Callout(title, reason, Tone.WARN),)),)


def _factors(items: tuple[RiskItemRow, ...], v: Voice) -> Table:
    return Table(
        columns=(
            Column(v("Factor"), width=4),
            Column(v("Value"), keep=True, align=Align.CENTER),
            Column(v("Points"), keep=True, align=Align.END),
            Column(v("Evidence"), width=7),
        ),
        rows=tuple(_factor(item, v) for item in items),
        compact=True,
    )


def _factor(item: RiskItemRow, v: Voice) -> Row:
    if item.value is None:
        value = Cell(v("unknown"), tone=Tone.QUIET)
    else:
        is_grave = item.value >= EVIDENCE_FROM
        value = Cell(v.number(item.value), bold=is_grave)
    return Row(
        (v.pick(item.name), value, v.number(item.points, 1), v.pick(item.evidence))
    )

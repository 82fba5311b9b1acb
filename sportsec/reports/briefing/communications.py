"""Part 9, command and communications: call signs, channels, reports."""

from __future__ import annotations

from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import DetachmentRow, MatchRow
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Block,
    Callout,
    Column,
    Heading,
    Row,
    Table,
    Tone,
)


def communications(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the call-sign sheet, and how and when to report."""
    match = rows.match.match
    signs = [_detachment(each, v) for each in rows.deployment.detachments]
    given = {each.call_sign for each in rows.deployment.detachments}
    if match.commander_call_sign and match.commander_call_sign not in given:
        signs.insert(0, _commander(match, v))
    return (
        Heading(v("Command and communications"), number="6"),
        # Reporting rules of the field (domain.md §4.2, part 9).
        Callout(
            v("Reports"),
            (
                v("Report every 30 minutes from the opening of the gates."),
                v("Say who, where, what, how many, and what is needed."),
                v("An incident is reported at once, before anything is written."),
            ),
            Tone.ACCENT,
        ),
        Table(
            columns=(
                Column(v("Call sign"), keep=True),
                Column(v("Function or unit"), width=4),
                Column(v("Leader"), width=4),
                Column(v("Channel"), keep=True),
                Column(v("Phone"), keep=True),
            ),
            rows=tuple(signs),
            empty=v("No call sign has been given yet."),
            compact=True,
        ),
    )


def _commander(match: MatchRow, v: Voice) -> Row:
    return Row(
        (
            v.code(match.commander_call_sign),
            v("Match commander"),
            v.person(match.commander),
            "",
            v.phone(match.commander.phone),
        )
    )


def _detachment(each: DetachmentRow, v: Voice) -> Row:
    body = v.label(each.function) if each.function else v.pick(each.unit)
    channels = filter(None, (each.channel, each.fallback_channel))
    return Row(
        (
            v.code(each.call_sign),
            body,
            v.person(each.leader),
            v.code(" / ".join(channels)),
            v.phone(each.leader.phone),
        )
    )

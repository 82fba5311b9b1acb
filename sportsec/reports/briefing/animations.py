"""Part 6, tifos, banners and drums: what may hang where, what was refused."""

from __future__ import annotations

from sportsec.domain.animation_rules import ALLOWED
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    on_one_line,
)
from sportsec.i18n.formats import with_decimals
from sportsec.i18n.translator import Translator
from sportsec.queries.animations import RequestRow
from sportsec.queries.briefing.read import BriefingRows
from sportsec.reports.briefing.timeline import clock
from sportsec.reports.briefing.voice import Voice, on_line
from sportsec.reports.document import (
    Block,
    Callout,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
    Tone,
)


def animations(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out what groups asked to show, by what was answered."""
    heading = Heading(v("Tifos, banners and drums"), number="5")
    asked = rows.animations
    if not asked:
        none = Paragraph(v("No request received."))
        return (KeepTogether((heading, none)),)
    return (
        KeepTogether(
            (
                heading,
                *_pending(_those(asked, {AnimationDecision.PENDING}), v),
                Heading(v("May be shown"), level=2),
                _allowed(rows, v),
            )
        ),
        Paragraph(
            v(
                "What is not listed here is not authorised. Nothing offends, nothing"
                " burns, no exit is covered."
            ),
            small=True,
        ),
        *_refused(_those(asked, {AnimationDecision.REFUSED}), v),
    )


def _those(
    asked: tuple[RequestRow, ...], decisions: set[AnimationDecision]
) -> list[RequestRow]:
    return [each for each in asked if each.answer.decision in decisions]


def _pending(asked: list[RequestRow], v: Voice) -> tuple[Block, ...]:
    """Say that the order went to paper before all was answered."""
    if not asked:
        return ()
    lines = tuple(on_line(f"{v.pick(each.group)}\n{_shown(each, v)}") for each in asked)
    return (Callout(v("Not answered yet, so not authorised"), lines, Tone.WARN),)


def _allowed(rows: BriefingRows, v: Voice) -> Table:
    return Table(
        columns=(
            Column(v("Group"), width=3),
            Column(v("Shown"), width=5),
            Column(v("Sector"), width=3),
            Column(v("Put up at"), keep=True),
            Column(v("Conditions"), width=5),
        ),
        rows=tuple(
            Row(
                (
                    v.pick(each.group),
                    _shown(each, v),
                    _place(each, v),
                    _put_up(each, rows, v),
                    _conditions(each),
                )
            )
            for each in _those(rows.animations, set(ALLOWED))
        ),
        empty=v("Nothing is authorised."),
    )


def _refused(asked: list[RequestRow], v: Voice) -> tuple[Block, ...]:
    if not asked:
        return ()
    table = Table(
        columns=(
            Column(v("Group"), width=3),
            Column(v("Shown"), width=5),
            Column(v("Reason"), width=5),
        ),
        rows=tuple(
            Row((v.pick(each.group), _shown(each, v), each.answer.reason))
            for each in asked
        ),
    )
    return (KeepTogether((Heading(v("Refused requests"), level=2), table)),)


def _shown(each: RequestRow, v: Voice) -> str:
    """Return kind, words and size; the words are kept apart from ours."""
    draft, lines = each.draft, [v.label(each.draft.kind)]
    if draft.message:
        said = v.t.isolate(on_one_line(draft.message))
        lines.append(v.t("“{text}”", text=said))
    lines += [v.stack(lambda t: _size(draft, t)), v.stack(lambda t: _count(draft, t))]
    return "\n".join(filter(None, lines))


def _size(draft: AnimationDraft, t: Translator) -> str:
    return t.isolate(with_decimals(draft.dimensions, t.language))


def _count(draft: AnimationDraft, t: Translator) -> str:
    """Return how many there are, on a line of its own.

    Beside the size, "4 · 6 × 1,5 m" is what stands there in Arabic: like a product.
    """
    pieces = draft.pieces or 0
    return t.count("{n} piece", "{n} pieces", pieces) if pieces > 1 else ""


def _place(each: RequestRow, v: Voice) -> str:
    code = v.code(each.sector_code) if each.sector_code else ""
    return "\n".join(filter(None, (code, v.pick(each.sector))))


def _put_up(each: RequestRow, rows: BriefingRows, v: Voice) -> str:
    draft, gate = each.draft, each.gate_code
    many = v.number(draft.installers)
    lines = (
        clock(draft.installs_at, rows.match.match.kick_off_date, v),
        v("{n} to install it", n=many) if draft.installers else "",
        v("Gate {code}", code=v.code(gate)) if gate else "",
    )
    return "\n".join(filter(None, lines))


def _conditions(each: RequestRow) -> str:
    is_bound = each.answer.decision is AnimationDecision.CONDITIONS
    return each.answer.conditions if is_bound else ""

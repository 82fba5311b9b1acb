"""Part 5, organisation: sectors and their chiefs, detachments, posts, the plan."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from sportsec.domain.deployment import Phase, Service
from sportsec.domain.stadium import PostState, post_state
from sportsec.domain.venues import SectorUse
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.read import BriefingRows
from sportsec.queries.briefing.rows import (
    DeploymentPart,
    DetachmentRow,
    PostRow,
    SectorRow,
    Share,
)
from sportsec.reports.briefing.promises import open_promises
from sportsec.reports.briefing.stadium import stadium_plan
from sportsec.reports.briefing.voice import Voice
from sportsec.reports.document import (
    Block,
    Cell,
    Column,
    Heading,
    KeepTogether,
    Row,
    RowKind,
    Table,
    Tone,
)

#: Of the annexes: the parts have numbers, as papers here have them.
LETTERS, ARABIC_LETTERS = "ABC", "أبج"


def organisation(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out the plan of the stadium, who leads its sectors, and the reserves."""
    part = rows.deployment
    plan = (
        Heading(v("Organisation of the deployment"), number="4"),
        *stadium_plan(rows, v),
        Heading(v("Sectors and their chiefs"), level=2),
        _sectors(part, v),
    )
    # With nobody deployed the chiefs are not looked up on the plan: what is left of
    # the page before would stay empty for it.
    laid = (KeepTogether(plan),) if part.detachments else plan
    return (
        *laid,
        *_reserves(part.detachments, v),
        Heading(v("Strength by service"), level=2),
        _strength(part.detachments, v),
    )


def annexes(rows: BriefingRows, v: Voice) -> tuple[Block, ...]:
    """Lay out what is looked up: the roll, what others still owe, and every post.

    An annex that would hold nothing is left out: the parts say that nothing is planned.
    A short one follows on the page before it.
    """
    part = rows.deployment
    held: list[tuple[str, Table]] = []
    if part.detachments:
        held.append((v("Detachments"), _detachments(part.detachments, v)))
    owed = open_promises(rows, v)
    if owed is not None:
        held.append((v("Promises and decisions still open"), owed))
    if part.posts:
        held.append((v("Posts by phase"), _posts(part.posts, v)))
    letters = ARABIC_LETTERS if v.t.language == "ar" else LETTERS
    return tuple(
        KeepTogether((Heading(title, number=letter), table))
        for letter, (title, table) in zip(letters, held, strict=False)
    )


def _sectors(part: DeploymentPart, v: Voice) -> Table:
    rows = [_sector(sector, v) for sector in part.sectors]
    if part.detachments:
        rows += _outside(part, v)
    return Table(
        columns=(
            Column(v("Code"), keep=True),
            Column(v("Sector"), width=3),
            Column(v("For"), width=3),
            Column(v("Safe capacity"), keep=True),
            Column(v("Chief"), width=3),
            Column(v("Channel"), keep=True),
            Column(v("Call signs"), width=4),
            Column(v("Staff"), keep=True),
        ),
        rows=tuple(rows),
        empty=v("The sectors of this stadium are not recorded."),
        caption=v.stack(lambda t: _counted(part.strength.phase, t)),
        compact=True,
    )


def _counted(phase: Phase | None, t: Translator) -> str:
    if phase is None:
        return ""
    return t("Staff and chiefs in this phase: {phase}", phase=label(t, phase))


def _safe(sector: SectorRow, v: Voice) -> str:
    text = v.number(sector.capacity)
    return v("at most {n}", n=text) if text and sector.is_at_most else text


def _sector(sector: SectorRow, v: Voice) -> Row:
    return Row(
        (
            v.code(sector.code),
            v.pick(sector.name),
            v.label(sector.use),
            _safe(sector, v),
            _chief(sector, v),
            v.code(sector.channel),
            _crew(sector.crew, v),
            v.number(sector.headcount),
        )
    )


def _chief(sector: SectorRow, v: Voice) -> str | Cell:
    """Return who leads a sector, and when, where he does so in another phase only."""
    if sector.chief is None:
        # A buffer is kept empty.
        empty = sector.use is SectorUse.BUFFER
        return "" if empty else Cell(v("No chief"), tone=Tone.ALERT)
    name = v.person(sector.chief) or v.code(sector.call_sign)
    phase = sector.chief_only_in
    if phase is None:
        return name
    when = v.stack(lambda t: t("Only in: {phase}", phase=label(t, phase)))
    return Cell(f"{name}\n{when}", tone=Tone.WARN)


def _outside(part: DeploymentPart, v: Voice) -> list[Row]:
    """Return those in no sector and the total: the rows add up to all deployed."""
    rest = (
        (v("On posts outside the sectors"), part.strength.elsewhere),
        (v("On no post in this phase"), part.strength.unposted),
    )
    rows = [
        Row(
            ("", Cell(name, span=2), Cell(_crew(crew, v), span=4), v.number(_sum(crew)))
        )
        for name, crew in rest
        if crew
    ]
    total = sum(each.headcount for each in part.sectors)
    total += sum(_sum(crew) for _, crew in rest)
    whole = ("", Cell(v("Total"), span=6), v.number(total))
    return [*rows, Row(whole, RowKind.TOTAL)]


def _sum(crew: tuple[Share, ...]) -> int:
    return sum(each.headcount for each in crew)


def _crew(crew: tuple[Share, ...], v: Voice) -> str:
    """Return each detachment by its call sign, with how many of it are there."""
    return v.codes(f"{_called(each.detachment, v)} ({each.headcount})" for each in crew)


def _called(detachment: DetachmentRow, v: Voice) -> str:
    name = detachment.name or detachment.unit
    return detachment.call_sign or v.t.pick(name)


def _detachments(detachments: tuple[DetachmentRow, ...], v: Voice) -> Table:
    total = sum(each.headcount or 0 for each in detachments)
    rows = [_detachment(number, each, v) for number, each in enumerate(detachments, 1)]
    if rows:
        rows.append(Row(("", v("Total"), "", v.number(total)), RowKind.TOTAL))
    return Table(
        columns=(
            Column(v("No."), keep=True),
            Column(v("Unit"), width=4),
            Column(v("Function"), width=3),
            Column(v("Staff"), keep=True),
            Column(v("Women"), keep=True),
            Column(v("Leader"), width=4),
            Column(v("Call sign"), keep=True),
            Column(v("Arrival"), keep=True),
        ),
        rows=tuple(rows),
        empty=v("No detachment has been planned yet."),
        compact=True,
    )


def _detachment(number: int, each: DetachmentRow, v: Voice) -> Row:
    function = v.label(each.function) if each.function else ""
    if each.is_reserve:
        function = "\n".join(filter(None, (function, v("Reserve"))))
    return Row(
        (
            v.number(number),
            "\n".join(
                dict.fromkeys(filter(None, (v.pick(each.unit), v.pick(each.name))))
            ),
            function,
            v.number(each.headcount),
            v.number(each.women) if each.women else "",
            v.person(each.leader),
            v.code(each.call_sign),
            v.hour(each.arrives_at),
        )
    )


def _reserves(detachments: tuple[DetachmentRow, ...], v: Voice) -> tuple[Block, ...]:
    reserves = [each for each in detachments if each.is_reserve]
    if not reserves:
        return ()
    table = Table(
        columns=(
            Column(v("Call sign"), keep=True),
            Column(v("Reserve"), width=3),
            Column(v("Staff"), keep=True),
            Column(v("Engaged when"), width=6),
        ),
        rows=tuple(_reserve(each, v) for each in reserves),
    )
    return (Heading(v("Reserves and their triggers"), level=2), table)


def _reserve(each: DetachmentRow, v: Voice) -> Row:
    """Return a reserve with what is left of it while most of it is on posts."""
    name, left = v.pick(each.name or each.unit), each.headcount
    if left is not None and each.spent is not None:
        phase, posted = each.spent
        left = max(0, left - posted)
        used = v.stack(
            lambda t: t(
                "On posts: {posted} of {headcount}, {phase}",
                posted=posted,
                headcount=each.headcount,
                phase=label(t, phase),
            )
        )
        name = f"{name}\n{used}"
    return Row(
        (
            v.code(each.call_sign),
            name,
            v.number(left),
            v.pick(each.reserve_trigger),
        )
    )


def _strength(detachments: tuple[DetachmentRow, ...], v: Voice) -> Table:
    by_service: Counter[Service] = Counter()
    for each in detachments:
        if each.service is not None:
            by_service[each.service] += each.headcount or 0
    rows = [
        Row((v.label(service), v.number(by_service[service])))
        for service in Service
        if by_service[service]
    ]
    if rows:
        total = v.number(by_service.total())
        rows.append(Row((v("Total"), total), RowKind.TOTAL))
    return Table(
        columns=(Column(v("Service"), width=4), Column(v("Staff"), keep=True)),
        rows=tuple(rows),
        empty=v("No detachment has been planned yet."),
    )


def _posts(posts: tuple[PostRow, ...], v: Voice) -> Table:
    rows: list[Row] = []
    for phase, members in groupby(posts, key=lambda post: Phase(post.phase)):
        rows.append(Row((v.label(phase),), RowKind.SECTION))
        rows.extend(_post(post, v) for post in members)
    return Table(
        columns=(
            Column(v("Post"), keep=True),
            Column(v("Place"), width=4),
            Column(v("Task"), width=6),
            Column(v("Needed"), keep=True),
            Column(v("Assigned"), keep=True),
            Column(v("Call signs"), width=2),
        ),
        rows=tuple(rows),
        compact=True,
    )


def _post(post: PostRow, v: Voice) -> Row:
    is_short = post_state(post.needed, post.assigned) is not PostState.FULL
    assigned = v.number(post.assigned)
    # A post at a gate bears the code of its gate, which its own column says.
    gate = v.code(post.gate_code) if post.gate_code != post.code else ""
    places = (v.pick(post.place) or v.pick(post.sector), gate)
    return Row(
        (
            v.code(post.code),
            " · ".join(filter(None, places)),
            v.pick(post.task),
            v.number(post.needed),  # empty, not nil, where nobody said how many
            Cell(assigned, bold=True, tone=Tone.ALERT) if is_short else assigned,
            v.codes(post.call_signs),
        ),
        RowKind.WARN if is_short else RowKind.PLAIN,
    )

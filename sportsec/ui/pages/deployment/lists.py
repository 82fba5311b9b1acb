"""The two lists of the tab, fed from the plan on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any
from uuid import UUID

from sportsec.domain.deployment_plan import Plan
from sportsec.domain.folding import fold
from sportsec.domain.stadium import PostState
from sportsec.i18n.formats import hour
from sportsec.i18n.phones import phone
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.deployment.state import (
    STATE_LEVELS,
    DetachmentRow,
    PostRow,
    post_row,
)
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.held_rows import HeldRows, text_key

#: The name of a detachment is read before its leader: so much of it, while
#: there is something else to leave out.
LEAST_NAME = 190
#: The leader's name is read whole, or left out.
LEAST_LEADER = 160
#: The states of a post, those that want something first.
_STATE_WORDS: Mapping[PostState, Callable[[], str]] = {
    PostState.EMPTY: lambda: tr("not manned"),
    PostState.SHORT: lambda: tr("undermanned"),
    PostState.FULL: lambda: tr("manned"),
}
_STATES = list(_STATE_WORDS)


def place_text(row: PostRow) -> str:
    """Return where a post is: sector, gate, and what was written of the place."""
    parts = []
    if row.line.sector_code:
        code = isolate(row.line.sector_code)
        parts.append(tr("sector {code}", code=code))
    if row.line.gate_code:
        parts.append(tr("gate {code}", code=isolate(row.line.gate_code)))
    if row.line.draft.place:
        parts.append(words(row.line.draft.place))
    return " · ".join(parts)


def _place_tip(row: PostRow) -> str:
    """Return place and task, to be read without opening the post."""
    lines = (place_text(row), words(row.line.draft.task))
    return "\n".join(line for line in lines if line)


def state_text(row: PostRow) -> str:
    """Return how far a post is manned, in words."""
    if row.line.draft.headcount_needed is None:
        return _STATE_WORDS[row.state]()
    if row.short:
        return tr_count("{n} short", "{n} short", row.short)
    if row.on_post > row.line.needed:
        return tr_count("{n} too many", "{n} too many", row.on_post - row.line.needed)
    return tr("manned")


def needed_text(row: PostRow) -> str:
    """Return how many officers a post needs, in words."""
    needed = row.line.draft.headcount_needed
    if needed is None:
        return tr("need not stated")
    if not needed:
        return tr("nobody needed")
    return tr_count("{n} needed", "{n} needed", needed)


def need_and_state(row: PostRow) -> str:
    """Return what a post needs, and how far it is manned where it needs anybody."""
    is_nothing = row.line.draft.headcount_needed == row.on_post == 0
    said = (needed_text(row), "" if is_nothing else state_text(row))
    return " · ".join(filter(None, said))


def manning_text(row: PostRow) -> str:
    """Return figures and words: how many of how many, and what is missing."""
    needed = row.line.draft.headcount_needed
    if needed == 0:
        return need_and_state(row)
    known = "?" if needed is None else needed
    figures = tr("{n} of {needed}", n=row.on_post, needed=known)
    if row.on_post == needed:
        return figures
    return f"{figures} · {state_text(row)}"


def tip_text(plan: Plan, record: UUID) -> str:
    """Return what a place of the stadium plan is: a post or a sector."""
    row = post_row(plan, record)
    if row is not None:
        code = tr("Post {code}", code=isolate(row.line.draft.code))
        lines = (code, place_text(row), manning_text(row), who_text(row))
        return "\n".join(line for line in lines if line)
    for sector in plan.sectors:
        if sector.plan.id == record:
            return f"{isolate(sector.plan.code)} · {words(sector.name)}"
    return ""


def who_text(row: PostRow) -> str:
    """Return who stands on a post: call signs and figures."""
    return tr(", ").join(
        f"{sign_of(each.detachment)} ({each.headcount})" for each in row.who
    )


def sign_of(line: Any) -> str:
    """Return what a detachment is called on the radio, else its name."""
    return isolate(line.draft.call_sign) or words(line.title)


def free_text(row: DetachmentRow) -> str:
    """Return how many officers are free in the phase on view."""
    return over_text(-row.free) if row.free < 0 else str(row.free)


def over_text(count: int) -> str:
    """Return that more officers are on posts than the detachment has."""
    return tr_count("{n} more than it has", "{n} more than it has", count)


def posts_source() -> HeldRows[PostRow, None]:
    """Return the source of the list of posts."""
    return HeldRows(
        attrgetter("id"),
        {
            "code": lambda row: fold(row.line.draft.code),
            "place": lambda row: fold(place_text(row)),
            "needed": lambda row: row.line.needed,
            "assigned": lambda row: row.on_post,
            "short": lambda row: row.short,
            "sector": lambda row: text_key(row.line.sector_code),
            "gate": lambda row: text_key(row.line.gate_code),
            "state": lambda row: _STATES.index(row.state),
        },
        {
            "sector": lambda row: row.line.sector_code,
            "gate": lambda row: row.line.gate_code,
            "state": lambda row: _STATE_WORDS[row.state](),
        },
    )


def post_columns() -> list[Column[PostRow]]:
    """Return the columns of the list of posts."""
    return [
        Column(tr("Post"), lambda r: isolate(r.line.draft.code), "code", width=70),
        Column(tr("Place"), place_text, "place", tip=_place_tip, stretch=True),
        Column(
            *(tr("Manning"), manning_text, "short"),
            level=lambda r: r.level,
            width=160,
        ),
        Column(
            *(tr("Needed"), lambda r: str(r.line.needed), "needed"),
            align="end",
            width=60,
            hidden=True,
        ),
        Column(
            *(tr("Assigned"), lambda r: str(r.on_post), "assigned"),
            align="end",
            width=60,
            hidden=True,
        ),
        Column(tr("Who"), who_text, tip=who_text, width=110, spare=True, key="who"),
        Column(
            *(tr("Task"), lambda r: words(r.line.draft.task)),
            tip=lambda r: words(r.line.draft.task),
            width=260,
            hidden=True,
            key="task",
        ),
        *_further_columns(),
    ]


def _further_columns() -> list[Column[PostRow]]:
    """Return what posts can be grouped by."""
    return [
        Column(
            *(tr("Sector"), lambda r: isolate(r.line.sector_code), "sector"),
            width=80,
            hidden=True,
        ),
        Column(
            *(tr("Gate"), lambda r: isolate(r.line.gate_code), "gate"),
            width=80,
            hidden=True,
        ),
        Column(
            *(tr("State"), lambda r: _STATE_WORDS[r.state](), "state"),
            level=lambda r: STATE_LEVELS[r.state],
            width=120,
            hidden=True,
        ),
    ]


def detachments_source() -> HeldRows[DetachmentRow, None]:
    """Return the source of the list of detachments."""
    return HeldRows(
        attrgetter("id"),
        {
            "sign": lambda row: fold(row.line.draft.call_sign),
            "unit": lambda row: fold(words(row.line.title)),
            "headcount": lambda row: row.line.headcount,
            "free": lambda row: row.free,
            "channel": lambda row: text_key(row.line.draft.channel),
            "leader": lambda row: fold(words(row.line.leader)),
            "function": lambda row: text_key(_function(row)),
            "service": lambda row: text_key(_service(row)),
            "reserve": lambda row: not row.line.draft.is_reserve,
        },
        {
            "function": _function,
            "service": _service,
            "channel": lambda row: row.line.draft.channel,
            "reserve": _reserve,
        },
    )


def detachment_columns() -> list[Column[DetachmentRow]]:
    """Return the columns of the list of detachments."""
    return [
        Column(tr("Call sign"), lambda r: isolate(r.line.draft.call_sign), "sign"),
        Column(
            *(tr("Officers"), lambda r: _figure(r.line.draft.headcount), "headcount"),
            align="end",
            width=60,
        ),
        Column(
            *(tr("Free"), free_text, "free"),
            align="end",
            level=lambda r: "block" if r.free < 0 else None,
            width=80,
        ),
        # Its own name, else that of its unit; kept in arrangements under "unit".
        Column(
            *(tr("Detachment"), lambda r: words(r.line.title), "unit"),
            width=170,
            least=LEAST_NAME,
            stretch=True,
        ),
        Column(tr("Function"), _function, "function", width=150, yields=True),
        Column(tr("Service"), _service, "service", width=150, hidden=True),
        Column(
            *(tr("Channel"), lambda r: isolate(r.line.draft.channel), "channel"),
            spare=True,
        ),
        *_leader_columns(),
        _small(tr("Women"), lambda r: _figure(r.line.draft.women), "women"),
        _small(tr("Arrival"), lambda r: hour(r.line.draft.arrives_at), "arrives"),
        _small(tr("Departure"), lambda r: hour(r.line.draft.leaves_at), "leaves"),
        Column(
            *(tr("Reserve"), _reserve, "reserve"),
            level=lambda r: "info" if r.line.draft.is_reserve else None,
            tip=lambda r: words(r.line.draft.reserve_trigger),
            width=120,
            spare=True,
        ),
    ]


def _leader_columns() -> list[Column[DetachmentRow]]:
    return [
        Column(
            *(tr("Leader"), lambda r: words(r.line.leader), "leader"),
            width=140,
            least=LEAST_LEADER,
            spare=True,
        ),
        Column(
            *(tr("Rank"), lambda r: words(r.line.rank)),
            width=150,
            spare=True,
            key="rank",
        ),
        Column(
            *(tr("Phone"), lambda r: isolate(phone(r.line.phone))),
            width=130,
            spare=True,
            key="phone",
        ),
    ]


def _small(
    header: str, text: Callable[[DetachmentRow], str], key: str
) -> Column[DetachmentRow]:
    return Column(header, text, align="end", width=60, spare=True, key=key)


def _function(row: DetachmentRow) -> str:
    function = row.line.draft.function
    return "" if function is None else label(function)


def _service(row: DetachmentRow) -> str:
    service = row.line.service
    return "" if service is None else label(service)


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _reserve(row: DetachmentRow) -> str:
    return tr("Reserve") if row.line.draft.is_reserve else ""

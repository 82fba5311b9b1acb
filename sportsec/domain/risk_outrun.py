"""Whether later figures of the public contradict the rating in force (§2.9, §3.9).

Domain.md names a jump of the tickets among what makes a rating be looked at again. One
rule, for the list before printing, the readiness, the risk tab and the task list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.problems import Level, Problem
from sportsec.domain.risk import AWAY_PUBLIC, CROWD, RECORD, Factor, ItemDraft
from sportsec.domain.risk_checks import COUNTED
from sportsec.domain.risk_record import Finding
from sportsec.domain.words import N_

_AWAY = frozenset({EstimateKind.AWAY_TICKETED, EstimateKind.AWAY_TICKETLESS})


@dataclass(frozen=True, slots=True)
class Heard:
    """An estimate of a public as it came to the cell.

    Args:
        said_on: The day it speaks for; None where nobody wrote it.
        source: Who says so; may be empty.
        stamp: Of the act that wrote it down; None for what is being written just now.
            Stamps follow each other as the cells knew of them, whatever the clocks.
    """

    kind: EstimateKind
    said_on: date | None = None
    source: str = ""
    stamp: int | None = None

    def is_after(self, decision: int | None) -> bool:
        """Say whether it was not there yet when a decision was made.

        Args:
            decision: Its stamp; None while it is being written.
        """
        if self.stamp is None:
            return True
        return decision is not None and self.stamp > decision


@dataclass(frozen=True, slots=True)
class Outrun:
    """A counted factor of the rating in force for which the figures give another value.

    Args:
        rated: In the rating; None where it was not known.
        value: By the figures now.
        heard: The estimate that says so; None where other figures of the match do.
    """

    factor: Factor
    rated: int | None
    value: int
    heard: Heard | None = None


def outrun(
    factors: Sequence[Factor],
    items: Mapping[str, ItemDraft],
    decision: int | None,
    found: Collection[Finding],
    estimates: Sequence[Heard],
) -> tuple[Outrun, ...]:
    """Return what the figures say otherwise than the rating in force, by its factors.

    What was taken from the record follows it. What the officer chose by hand, or left
    open, stands until somebody estimates the public anew.

    Args:
        items: Of the rating, by the code of their factor.
        decision: Stamp of the act that decided it; None while it is being written.
        found: What the record suggests now.
        estimates: Of the match, the latest last.
    """
    now = {each.code: each.value for each in found if each.code in COUNTED}
    return tuple(_outrun(factors, items, decision, now, estimates))


def outrun_problem(one: Outrun) -> Problem:
    """Return as a warning which estimate changes which factor from what to what."""
    facts: dict[str, object] = {
        "factor": one.factor.name,
        "rated": one.rated,
        "value": one.value,
    }
    if one.rated is None:
        del facts["rated"]
    heard = one.heard
    if heard is not None and heard.said_on is not None:
        facts["day"] = heard.said_on
        if heard.source:
            facts["source"] = heard.source
    return Problem(None, _message(facts), Level.WARN, facts)


# ---- inside


def _outrun(
    factors: Sequence[Factor],
    items: Mapping[str, ItemDraft],
    decision: int | None,
    now: Mapping[str, int],
    estimates: Sequence[Heard],
) -> Iterator[Outrun]:
    for factor in factors:
        item, value = items.get(factor.code, ItemDraft()), now.get(factor.code)
        if value is None or item.value == value:
            continue
        heard = _last_about(factor.code, estimates)
        is_new = heard is not None and heard.is_after(decision)
        if is_new or (item.value is not None and item.source == RECORD):
            yield Outrun(factor, item.value, value, heard if is_new else None)


def _last_about(code: str, estimates: Sequence[Heard]) -> Heard | None:
    """Return the last estimate on which the value of a factor rests.

    A public estimated as a whole is not counted by its parts.
    """
    kinds = {AWAY_PUBLIC: _AWAY, CROWD: {EstimateKind.HOME, *_AWAY}}.get(code, set())
    if code == CROWD and any(e.kind is EstimateKind.ATTENDANCE for e in estimates):
        kinds = {EstimateKind.ATTENDANCE}
    about = [each for each in estimates if each.kind in kinds]
    return about[-1] if about else None


def _message(facts: Mapping[str, object]) -> str:
    """Return the sentence for what is known of a contradiction."""
    if "rated" not in facts:
        if "source" in facts:
            return N_(
                "{factor}: not known in the rating, level {value} by the estimate of"
                " {day} ({source})"
            )
        if "day" in facts:
            return N_(
                "{factor}: not known in the rating, level {value} by the estimate of"
                " {day}"
            )
        return N_("{factor}: not known in the rating, level {value} by the figures")
    if "source" in facts:
        return N_(
            "{factor}: level {rated} in the rating, level {value} by the estimate of"
            " {day} ({source})"
        )
    if "day" in facts:
        return N_(
            "{factor}: level {rated} in the rating, level {value} by the estimate of"
            " {day}"
        )
    return N_(
        "{factor}: level {rated} in the rating, level {value} by the figures of the"
        " match"
    )

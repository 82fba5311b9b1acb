"""What may be wrong with a request for a tifo, with its answer, and on the day.

Before each match the police know the idea, it offends nobody and its material does not
burn (domain.md §1.8, the Moroccan rule); exits are never covered (Green Guide).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sportsec.domain.animations import (
    ALWAYS_REFUSED,
    CLOSES_BEFORE,
    MAY_BURN,
    SHOWS_SOMETHING,
    AnimationDecision,
    AnimationDraft,
    AnswerDraft,
    Conformity,
    ConformityDraft,
    FireProof,
)
from sportsec.domain.away import AWAY_USES
from sportsec.domain.checks import check_not_future
from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.kick_off import local_day
from sportsec.domain.problems import Problem, warning
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import N_

#: What is put up stands so long before a match, at most: else its day is doubtful.
EARLIEST = timedelta(hours=48)
#: Answers by which something may be shown.
ALLOWED = frozenset({AnimationDecision.AUTHORISED, AnimationDecision.CONDITIONS})
#: Answers that the police give; a group withdraws by itself.
GIVEN = ALLOWED | {AnimationDecision.REFUSED}

#: Fields of a request in which stands what its answer must heed.
HEEDED = frozenset({"kind", "message", "fire_proof", "covers_exits"})

_HOME_USES = frozenset({SectorUse.HOME, SectorUse.ULTRAS_HOME})
_SMOKE = N_("Smoke is always refused: it burns")
#: Not authorised just so; where it is authorised with conditions, they say it.
_EXITS_ALONE = N_(
    "It covers exits: make another place or a smaller size a condition, or refuse"
)
_EXITS_BOUND = N_("It covers exits: make another place or a smaller size a condition")
_PROOF_ALONE = N_(
    "No proof that the material does not burn: make the proof a condition, or refuse"
)
_PROOF_BOUND = N_(
    "No proof that the material does not burn: make the proof a condition"
)
_NO_PROOF = N_("There is no proof that the material does not burn")
_ASK_FOR_PROOF = N_("Ask for the proof that the material does not burn")


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What the rules must know of the match and of the places named.

    Args:
        today: The local day.
        gates_open_at: As ordered, else as computed; None where neither is known.
        zone: In whose time the match is played.
        is_home: Whether the group is of the home club; None where it is of neither
            club, or where no group is named.
        has_group: Whether a group is named.
        sector_use: Of the sector named; None where none is.
        is_elsewhere: The sector or gate named is not of the stadium of the match.
    """

    today: date
    kick_off_at: datetime | None = None
    gates_open_at: datetime | None = None
    zone: str = HOME_ZONE
    is_home: bool | None = None
    has_group: bool = False
    sector_use: SectorUse | None = None
    is_elsewhere: bool = False


def check_request(draft: AnimationDraft, facts: RequestFacts) -> list[Problem]:
    """Say what is wrong with a request; what a group asks is written down as it is."""
    found: list[Problem] = []
    if draft.group_id is None:
        found.append(Problem("group_id", N_("Say which group asks")))
    elif facts.has_group and facts.is_home is None:
        text = N_("This group supports neither of the two clubs")
        found.append(warning("group_id", text))
    found += _check_asked(draft)
    found += check_not_future("requested_on", draft.requested_on, facts.today)
    found += _check_in_time(draft, facts)
    found += _check_place(draft, facts)
    return [*found, *_check_hour(draft, facts)]


def check_answer(answer: AnswerDraft, request: AnimationDraft) -> list[Problem]:
    """Say what is wrong with what is answered to a request.

    Until it is answered that is what the answer must heed (`HEEDED`).
    """
    decision = answer.decision
    found: list[Problem] = []
    if decision is AnimationDecision.PENDING:
        found += (replace(each, field="decision") for each in _check_asked(request))
    if decision in ALLOWED:
        found += _check_allowed(answer, request)
    if decision in GIVEN and not answer.decided_by.strip():
        found.append(Problem("decided_by", N_("Say who decided")))
    if decision is AnimationDecision.CONDITIONS and not answer.conditions.strip():
        found.append(Problem("conditions", N_("Say under what conditions")))
    if decision is AnimationDecision.REFUSED and not answer.reason.strip():
        found.append(Problem("reason", N_("Give the reason: the group is told it")))
    return found


def check_conformity(
    draft: ConformityDraft, decision: AnimationDecision, facts: RequestFacts
) -> list[Problem]:
    """Say what is wrong with what was seen on the day, or on the eve."""
    seen, found = draft.conformity, []
    if seen is Conformity.DEVIATING and not draft.conformity_note.strip():
        found.append(Problem("conformity_note", N_("Say what was different")))
    if seen is Conformity.UNCHECKED:
        return found
    if decision is AnimationDecision.PENDING:
        found.append(warning("conformity", N_("Nobody has answered this request yet")))
    kick_off = facts.kick_off_at
    if kick_off is not None:
        eve = local_day(kick_off, facts.zone) - timedelta(days=1)
        if facts.today < eve:
            text = N_("It is put up on {day} at the earliest")
            found.append(warning("conformity", text, day=eve))
    return found


def is_changed_in_substance(new: AnimationDraft, old: AnimationDraft) -> bool:
    """Say whether another thing is asked for than what was answered."""
    return any(getattr(new, name) != getattr(old, name) for name in _SUBSTANCE)


#: What an answer is about; a proof handed in later leaves it as it is.
_SUBSTANCE = (
    *("group_id", "kind", "message", "dimensions", "pieces", "material"),
    *("sector_id", "covers_exits", "installs_at"),
)


def without_idle_words(answer: AnswerDraft) -> AnswerDraft:
    """Return an answer with those words alone that belong to what is answered."""
    decision = answer.decision
    is_bound = decision is AnimationDecision.CONDITIONS
    is_off = decision in {AnimationDecision.REFUSED, AnimationDecision.WITHDRAWN}
    return replace(
        answer,
        decided_by=answer.decided_by if decision in GIVEN else "",
        conditions=answer.conditions if is_bound else "",
        reason=answer.reason if is_off else "",
    )


# ---- inside


def _check_asked(request: AnimationDraft) -> Iterator[Problem]:
    """Yield what speaks against what is asked for, wherever and whenever it hangs."""
    if request.kind in ALWAYS_REFUSED:
        yield warning("kind", _SMOKE)
    if _lacks_words(request):
        text = N_("The police must know its words or its idea before the match")
        yield warning("message", text)
    if _lacks_proof(request):
        is_missing = request.fire_proof is FireProof.MISSING
        text = _NO_PROOF if is_missing else _ASK_FOR_PROOF
        yield warning("fire_proof", text)
    if request.covers_exits:
        text = N_("Exits are never covered: another place, or smaller")
        yield warning("covers_exits", text)


def _check_allowed(answer: AnswerDraft, request: AnimationDraft) -> Iterator[Problem]:
    if request.kind in ALWAYS_REFUSED:
        yield Problem("decision", _SMOKE)
    if _lacks_words(request):
        text = N_("Its words or its idea are not known: ask for them first")
        yield Problem("decision", text)
    is_bound = answer.decision is AnimationDecision.CONDITIONS
    for applies, alone, bound in (
        (request.covers_exits, _EXITS_ALONE, _EXITS_BOUND),
        (_lacks_proof(request), _PROOF_ALONE, _PROOF_BOUND),
    ):
        if applies and is_bound:
            yield warning("conditions", bound)
        elif applies:
            yield Problem("decision", alone)


def _lacks_words(request: AnimationDraft) -> bool:
    return request.kind in SHOWS_SOMETHING and not request.message.strip()


def _lacks_proof(request: AnimationDraft) -> bool:
    """Say whether it may burn for all that is known (domain.md §2.6: mandatory)."""
    return request.kind in MAY_BURN and request.fire_proof is not FireProof.SHOWN


def _check_in_time(draft: AnimationDraft, facts: RequestFacts) -> Iterator[Problem]:
    if facts.kick_off_at is None:
        return
    last = local_day(facts.kick_off_at - CLOSES_BEFORE, facts.zone)
    if (draft.requested_on or facts.today) > last:
        text = N_("Requests were to be in by {day}, {hours} hours before the kick-off")
        hours = round(CLOSES_BEFORE.total_seconds() / 3600)
        yield warning("requested_on", text, day=last, hours=hours)


def _check_place(draft: AnimationDraft, facts: RequestFacts) -> Iterator[Problem]:
    if facts.is_elsewhere:
        text = N_("Not of the stadium of this match: choose the place anew")
        yield warning("sector_id" if draft.sector_id else "gate_id", text)
    use = facts.sector_use
    if use is SectorUse.BUFFER:
        yield warning("sector_id", N_("This sector is kept empty"))
    others = {True: AWAY_USES, False: _HOME_USES}
    if facts.is_home is not None and use in others[facts.is_home]:
        text = N_("This sector is for the other side's supporters: {use}")
        yield warning("sector_id", text, use=use)


def _check_hour(draft: AnimationDraft, facts: RequestFacts) -> Iterator[Problem]:
    at, kick_off, gates = draft.installs_at, facts.kick_off_at, facts.gates_open_at
    if at is None:
        if draft.installers:
            text = N_("Say when they come: the gates are still closed then")
            yield warning("installs_at", text)
        return
    if kick_off is not None and at >= kick_off:
        text = N_("The set-up hour is not before the kick-off")
        yield warning("installs_at", text)
    elif gates is not None and at >= gates:
        text = N_("The gates are open by then: {moment}")
        yield warning("installs_at", text, moment=gates)
    elif kick_off is not None and at < kick_off - EARLIEST:
        text = N_("More than {hours} hours before the kick-off: is the day right?")
        hours = round(EARLIEST.total_seconds() / 3600)
        yield warning("installs_at", text, hours=hours)

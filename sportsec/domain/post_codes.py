"""Which code a new post is given: that of its place, else the next number."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, count

from sportsec.domain.deployment import PostDraft
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.folding import fold

#: Before the number of a post that is at no gate and in no sector.
NUMBERED = "P"


def proposed_code(plan: Plan, draft: PostDraft) -> str:
    """Return a code that no other post has.

    A post bears the code of its gate or sector, and bears the same in another phase;
    one that is at none of them bears the code of none.
    """
    here = (draft.sector_id, draft.gate_id)
    taken = {
        fold(post.draft.code)
        for post in plan.posts
        if post.draft.phase is draft.phase
        or here == (None, None)
        or (post.draft.sector_id, post.draft.gate_id) != here
    }
    place = _place(plan, draft)
    if not place:
        taken |= {fold(code) for code in _places(plan)}
    return next(each for each in _codes(place) if fold(each) not in taken)


def _places(plan: Plan) -> Iterable[str]:
    """Return the codes of all gates and sectors of the stadium."""
    return chain(
        (gate.code for gate in plan.gates),
        (sector.plan.code for sector in plan.sectors),
    )


def _place(plan: Plan, draft: PostDraft) -> str:
    gates = {gate.id: gate.code for gate in plan.gates}
    sectors = {sector.plan.id: sector.plan.code for sector in plan.sectors}
    gate, sector = draft.gate_id, draft.sector_id
    return (gates.get(gate, "") if gate else "") or (
        sectors.get(sector, "") if sector else ""
    )


def _codes(place: str) -> Iterable[str]:
    if not place:
        return (f"{NUMBERED}{n}" for n in count(1))
    return chain([place], (f"{place}-{n}" for n in count(2)))

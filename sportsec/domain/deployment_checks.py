"""What may be wrong with a detachment, a post, and a deployment as a whole.

Sources: domain.md §2.10 (call signs unique, fatigue) and the checks before printing
of §4.2 (every sector has a chief, the headcounts add up to the roll).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sportsec.domain.checks import repeated
from sportsec.domain.deployment import DetachmentDraft, Function, Phase, PostDraft
from sportsec.domain.deployment_duties import LONGEST_DUTY, check_day, check_duties
from sportsec.domain.deployment_plan import DetachmentLine, Plan, PostLine, SectorLine
from sportsec.domain.folding import fold
from sportsec.domain.problems import Level, Problem
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import N_

#: "match" is another one, which needs the same people; "order" are the texts of this.
Subject = Literal["plan", "detachment", "post", "sector", "match", "order"]

#: Functions that are exercised at a command post or anywhere, not on a post.
WITHOUT_POST = frozenset(
    {
        Function.MATCH_COMMANDER,
        Function.DEPUTY,
        Function.CONTROL_ROOM,
        Function.LOG_KEEPER,
        Function.JUDICIAL_POLICE,
        Function.CLUB_LIAISON,
        Function.SUPPORTER_LIAISON,
        Function.PARTNER_LIAISON,
        Function.PRESS,
        Function.LOGISTICS,
        Function.ESCORT_CHIEF,
    }
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A problem of the plan and the record it leads to."""

    problem: Problem
    subject: Subject
    record: UUID | None = None
    phase: Phase | None = None


def check_plan(plan: Plan) -> list[Flaw]:
    """Say what is wrong with a deployment: what must be corrected first."""
    found = [
        *_commander(plan),
        *_escorts(plan),
        *_detachments(plan),
        *_loads(plan),
        *_reserves(plan),
        *(Flaw(problem, "detachment", line.id) for line, problem in check_duties(plan)),
        *(Flaw(problem, "match", match) for match, problem in check_day(plan)),
        *_shortages(plan),
        *_sectors(plan),
        *_presence(plan),
        *_surpluses(plan),
        *(Flaw(problem, "order") for problem in plan.order),
    ]
    return sorted(found, key=lambda flaw: flaw.problem.level is not Level.BLOCK)


def check_detachment(
    draft: DetachmentDraft, taken: Collection[str] = ()
) -> list[Problem]:
    """Say what is wrong with a detachment by itself.

    Args:
        taken: Call signs of the others at the match, folded.
    """
    found = _check_figures(draft)
    if draft.unit_id is None and not draft.name:
        found.append(Problem("unit_id", N_("Choose the unit or name the detachment")))
    if draft.call_sign and fold(draft.call_sign) in taken:
        text = N_("Call sign {sign} is used twice")
        found.append(Problem("call_sign", text, facts={"sign": draft.call_sign}))
    wanted = {
        "leader_name": (draft.leader_id or draft.leader_name, N_("No leader")),
        "call_sign": (draft.call_sign, N_("No call sign")),
        "channel": (draft.channel, N_("No radio channel")),
    }
    for name, (value, text) in wanted.items():
        if not value:
            found.append(Problem(name, text, Level.WARN))
    if draft.is_reserve and not draft.reserve_trigger:
        text = N_("Say on what signal the reserve moves")
        found.append(Problem("reserve_trigger", text, Level.WARN))
    return found + _check_times(draft)


def check_post(draft: PostDraft, others: Iterable[PostLine] = ()) -> list[Problem]:
    """Say what is wrong with a post by itself.

    Args:
        others: The other posts of the match.
    """
    found = []
    if not draft.code.strip():
        found.append(Problem("code", N_("Give the post a code")))
    same = (
        other.draft.phase is draft.phase and fold(other.draft.code) == fold(draft.code)
        for other in others
    )
    if draft.code.strip() and any(same):
        text = N_("There is already a post {code} in this phase")
        found.append(Problem("code", text, facts={"code": draft.code}))
    if draft.headcount_needed is None:
        text = N_("Say how many officers the post needs")
        found.append(Problem("headcount_needed", text, Level.WARN))
    if draft.sector_id is None and draft.gate_id is None and not draft.place:
        text = N_("Say where the post is")
        found.append(Problem("place", text, Level.WARN))
    return found


def _check_figures(draft: DetachmentDraft) -> list[Problem]:
    found = []
    if draft.headcount is None:
        text = N_("Headcount not known")
        found.append(Problem("headcount", text, Level.WARN))
    elif draft.headcount < 1:
        found.append(Problem("headcount", N_("A detachment has at least one officer")))
    if (draft.women or 0) > (draft.headcount or 0):
        found.append(Problem("women", N_("More women than officers")))
    present, planned = draft.headcount_present, draft.headcount
    if present is not None and planned is not None and present != planned:
        text = N_("{present} present of {planned} planned")
        facts = {"present": present, "planned": planned}
        found.append(Problem("headcount_present", text, Level.WARN, facts))
    return found


def _check_times(draft: DetachmentDraft) -> list[Problem]:
    if draft.arrives_at is None or draft.leaves_at is None:
        return []
    if draft.leaves_at <= draft.arrives_at:
        return [Problem("leaves_at", N_("Leaves before it arrives"))]
    length = draft.leaves_at - draft.arrives_at
    if length > LONGEST_DUTY:
        text = N_("{hours} h on duty, more than {limit}")
        facts = {
            "hours": round(length.total_seconds() / 3600, 1),
            "limit": int(LONGEST_DUTY.total_seconds() // 3600),
        }
        return [Problem("leaves_at", text, Level.WARN, facts)]
    return []


def _commander(plan: Plan) -> Iterator[Flaw]:
    """The paper names whom the match file names, else whom the plan names."""
    named = [
        line
        for line in plan.detachments
        if line.draft.function is Function.MATCH_COMMANDER
        and (line.draft.leader_id or line.draft.leader_name)
    ]
    if plan.commander_id is None and not named:
        yield Flaw(Problem("commander_id", N_("No match commander")), "plan")
    for line in named:
        if plan.commander_id and line.draft.leader_id not in {None, plan.commander_id}:
            text = N_("The match file names another commander")
            yield _of(line, Problem("leader_id", text, Level.WARN))
    if not plan.detachments:
        text = N_("No detachment yet")
        yield Flaw(Problem(None, text, Level.WARN), "plan")
    elif not plan.posts:
        yield Flaw(Problem(None, N_("No post yet"), Level.WARN), "plan")


def _escorts(plan: Plan) -> Iterator[Flaw]:
    """Where no away public is to come, there may be nothing left to escort."""
    if not plan.keeps_away_out:
        return
    for line in plan.detachments:
        if line.draft.function is Function.ESCORT_CHIEF:
            text = N_("Escort, though the away public is not to come")
            yield _of(line, Problem("function", text, Level.WARN))


def _detachments(plan: Plan) -> Iterator[Flaw]:
    twice = repeated(call_signs(plan))
    for line in plan.detachments:
        for problem in check_detachment(line.draft, twice):
            yield _of(line, problem)


def call_signs(plan: Plan, ignoring: UUID | None = None) -> list[str]:
    """Return the call signs of a match; the commander's own detachment shares his.

    Args:
        ignoring: A detachment that is being edited.
    """
    lines = [line for line in plan.detachments if line.id != ignoring]
    signs = [line.draft.call_sign for line in lines]
    shared = {
        fold(line.draft.call_sign)
        for line in plan.detachments
        if line.draft.function is Function.MATCH_COMMANDER
    }
    if fold(plan.call_sign) not in shared:
        signs.append(plan.call_sign)
    return [sign for sign in signs if sign]


def _loads(plan: Plan) -> Iterator[Flaw]:
    """A detachment cannot give more officers in a phase than it has."""
    for line in plan.detachments:
        for phase in Phase:
            assigned = plan.load.get((line.id, phase), 0)
            if assigned > line.headcount:
                text = N_("{assigned} assigned of {headcount} in: {phase}")
                facts = {
                    "assigned": assigned,
                    "headcount": line.headcount,
                    "phase": phase,
                }
                yield _of(line, Problem("headcount", text, facts=facts), phase)


def _reserves(plan: Plan) -> Iterator[Flaw]:
    """Who holds a post is no reserve: the paper counts what is left of it."""
    for line in plan.detachments:
        if line.id not in plan.spent:
            continue
        phase, assigned = plan.spent[line.id]
        text = N_("Reserve in use: {assigned} of {headcount} on posts in: {phase}")
        facts = {"assigned": assigned, "headcount": line.headcount, "phase": phase}
        yield _of(line, Problem("is_reserve", text, Level.WARN, facts), phase)


def _shortages(plan: Plan) -> Iterator[Flaw]:
    text = N_("Post {code}: {short} short of {needed}, {phase}")
    for post in plan.posts:
        if short := plan.shortage(post):
            yield _beside_need(post, text, short=short)


def _surpluses(plan: Plan) -> Iterator[Flaw]:
    """Who stands where nobody needs him is missing elsewhere."""
    text = N_("Post {code}: {many} too many, {needed} needed, {phase}")
    for post in plan.posts:
        if many := plan.surplus(post):
            yield _beside_need(post, text, many=many)


def _beside_need(post: PostLine, text: str, **difference: int) -> Flaw:
    """Say of a post that others stand on it than it needs, in officers."""
    phase = post.draft.phase
    facts = {"code": post.draft.code, "needed": post.needed, "phase": phase}
    problem = Problem("headcount_needed", text, Level.WARN, {**facts, **difference})
    return Flaw(problem, "post", post.id, phase)


def _sectors(plan: Plan) -> Iterator[Flaw]:
    """Every sector is held during the match, and somebody leads there (§4.2)."""
    if not plan.posts:
        return
    chiefs = {
        each.id
        for each in plan.detachments
        if each.draft.function is Function.SECTOR_CHIEF
    }
    held, led = set(), set()
    for post in plan.posts:
        if post.draft.phase is not Phase.P3:
            continue
        held.add(post.sector_id)
        if chiefs & plan.by_post.get(post.id, {}).keys():
            led.add(post.sector_id)
    for sector in plan.sectors:
        if sector.plan.use is SectorUse.BUFFER:
            continue  # kept empty; its neighbours hold its edges
        if sector.plan.id not in held:
            text = N_("Sector {code}: no post during the match")
            yield _at(sector, text)
        elif sector.plan.id not in led:
            text = N_("Sector {code}: no sector chief during the match")
            yield _at(sector, text)


def _presence(plan: Plan) -> Iterator[Flaw]:
    """A detachment is there while its posts are held, and has something to do."""
    lines = {each.id: each for each in plan.detachments}
    phases: dict[UUID, set[Phase]] = {}
    for detachment, phase in plan.load:
        phases.setdefault(detachment, set()).add(phase)
    for line in lines.values():
        draft = line.draft
        own = phases.get(line.id, set())
        if not own and not draft.is_reserve and draft.function not in WITHOUT_POST:
            text = N_("On no post and not in reserve")
            yield _of(line, Problem(None, text, Level.WARN))
        for phase in sorted(own - {Phase.P0}):
            window = plan.windows.get(phase)
            if window is None:
                continue
            if draft.arrives_at is not None and draft.arrives_at > window.starts_at:
                text = N_("Arrives at {moment}, after the phase began: {phase}")
                problem = _late("arrives_at", text, draft.arrives_at, phase)
                yield _of(line, problem, phase)
            if draft.leaves_at is not None and draft.leaves_at < window.ends_at:
                text = N_("Leaves at {moment}, before the phase ends: {phase}")
                problem = _late("leaves_at", text, draft.leaves_at, phase)
                yield _of(line, problem, phase)


def _late(field: str, text: str, moment: object, phase: Phase) -> Problem:
    return Problem(field, text, Level.WARN, {"moment": moment, "phase": phase})


def _of(line: DetachmentLine, problem: Problem, phase: Phase | None = None) -> Flaw:
    return Flaw(problem, "detachment", line.id, phase)


def _at(sector: SectorLine, text: str) -> Flaw:
    problem = Problem(None, text, Level.WARN, {"code": sector.plan.code})
    return Flaw(problem, "sector", sector.plan.id, Phase.P3)

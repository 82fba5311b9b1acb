"""What the risk tab shows for the values on the screen; plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.risk import (
    AssessmentDraft,
    Factor,
    ItemDraft,
    Rater,
    RiskCategory,
    Scopes,
    Stage,
    stages_after,
)
from sportsec.domain.risk_checks import check_assessment, check_lowered, differs
from sportsec.domain.risk_rating import Move, Rating, moves, rate
from sportsec.domain.risk_record import Finding, circumstances
from sportsec.domain.words import Words
from sportsec.queries.risk import AssessmentRow, RiskFile, chosen_scopes

Items = Mapping[str, ItemDraft]

#: Colours and shapes of the categories, as badges know them.
LEVELS = {
    RiskCategory.LOW: "low",
    RiskCategory.MODERATE: "medium",
    RiskCategory.HIGH: "high",
    RiskCategory.CRITICAL: "critical",
}
#: The same for the values of a factor.
VALUE_LEVELS = ("low", "low", "medium", "high", "critical")
#: What is not there yet is no mistake before somebody was at it.
WANTED = "info"
#: How many moves in each direction are worth reading.
MOVES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class FactorState:
    """One line of the grid.

    Args:
        points: What the value adds to the score; None while it is not known.
        possible: What the value 4 would add, as a share of the heaviest factor's.
        filled: Share of `possible` that the value fills.
        finding: What the record suggests.
        previous: Value in the assessment of the same rater before this one.
        problems: Of this factor, the blocking ones first.
        is_wanted: Its evidence is wanted, and nobody was at it yet.
    """

    factor: Factor
    item: ItemDraft
    points: float | None
    possible: float
    filled: float
    finding: Finding | None
    previous: int | None
    problems: tuple[Problem, ...]
    is_wanted: bool = False

    @property
    def level(self) -> str:
        """Level of the worst problem; empty without one, calm while it is wanted."""
        if self.is_wanted:
            return WANTED
        return self.problems[0].level.value if self.problems else ""


@dataclass(frozen=True, slots=True)
class RiskState:
    """Everything the tab shows for one assessment.

    Args:
        chosen: The categories as chosen, else as suggested.
        is_overridden: A category differs from the suggested one.
        up, down: The easiest changes that would lift or lower the category.
        problems: Those that belong to no factor.
        lowered: What there is to say of a category below the one in force.
        wanted: Fields that the decision waits for, and nobody was at yet.
    """

    factors: tuple[FactorState, ...]
    rating: Rating
    chosen: Scopes | None
    is_overridden: bool
    up: tuple[Move, ...]
    down: tuple[Move, ...]
    problems: tuple[Problem, ...]
    may_decide: bool
    names: Mapping[str, Words]
    lowered: tuple[Problem, ...] = ()
    wanted: frozenset[str] = frozenset()

    @property
    def level(self) -> str:
        """Level of the worst problem of all."""
        found = [*self.problems, *(p for each in self.factors for p in each.problems)]
        waiting = blocking(found)
        if not waiting:
            return Level.WARN.value
        is_calm = all((each.field or "") in self.wanted for each in waiting)
        return WANTED if is_calm else Level.BLOCK.value

    @property
    def unknown(self) -> int:
        """How many factors would be decided without."""
        return len(self.rating.unknown)


def risk_state(
    file: RiskFile,
    row: AssessmentRow,
    draft: AssessmentDraft,
    items: Items,
    asked: Collection[str] = (),
) -> RiskState:
    """Decide what the tab says.

    Args:
        draft, items: As they stand on the screen, saved or not.
        asked: Fields that the officer was at, or tried to save without.
    """
    factors = row.grid.factors
    values = {code: item.value for code, item in items.items()}
    facts = circumstances(file.record, has_grave_precedent=draft.has_grave_precedent)
    rating = row.rating if row.is_decided else rate(factors, values, facts)
    problems = (
        []
        if row.is_decided
        else check_assessment(draft, items, factors, rating, file.findings)
    )
    up, down = ([], []) if row.is_decided else moves(factors, values, facts)
    codes = {factor.code for factor in factors}
    wanted = frozenset(each.field or "" for each in blocking(problems)) - set(asked)
    chosen = chosen_scopes(draft, rating)
    lowered = tuple(check_lowered(chosen, _scopes_replaced(file, row)))
    return RiskState(
        factors=_factor_states(file, row, items, rating, problems, wanted),
        rating=rating,
        chosen=chosen,
        is_overridden=differs(draft, rating),
        up=tuple(up[:MOVES_SHOWN]),
        down=tuple(down[:MOVES_SHOWN]),
        problems=(*lowered, *(one for one in problems if one.field not in codes)),
        lowered=lowered,
        may_decide=not row.is_decided and not blocking(problems),
        names={factor.code: factor.name for factor in factors},
        wanted=wanted,
    )


def saved_without(file: RiskFile, row: AssessmentRow) -> frozenset[str]:
    """Return the fields that an assessment was saved without, though it needs them.

    That nothing at all is rated says only that it was just begun.
    """
    return risk_state(file, row, row.draft, row.items).wanted - {""}


def shown_first(file: RiskFile) -> AssessmentRow | None:
    """Return the assessment to open the tab with: the police's latest open one."""
    own = [row for row in file.assessments if row.rater is Rater.POLICE]
    rows = own or list(file.assessments)
    opened = [row for row in rows if not row.is_decided]
    return (opened or rows)[-1] if rows else None


def next_stage(file: RiskFile) -> Stage:
    """Return the stage that the police would rate next."""
    return stages_ahead(file, Rater.POLICE)[0]


def opened(file: RiskFile) -> AssessmentRow | None:
    """Return the police's latest assessment that is not decided yet."""
    own = (row for row in file.assessments if row.rater is Rater.POLICE)
    return next((row for row in reversed(tuple(own)) if not row.is_decided), None)


def stages_ahead(file: RiskFile, rater: Rater) -> tuple[Stage, ...]:
    """Return the stages that somebody may begin now, the one to offer first.

    The stage that is begun is not begun once more.
    """
    own = [row for row in file.assessments if row.rater is rater]
    is_begun = not all(row.is_decided for row in own)
    rated = [row.stage for row in own]
    return stages_after(rated, has_come=file.has_come or is_begun)


def find_row(file: RiskFile, assessment_id: UUID | None) -> AssessmentRow | None:
    """Return an assessment of the file by its id."""
    return next((row for row in file.assessments if row.id == assessment_id), None)


def previous_values(file: RiskFile, row: AssessmentRow) -> dict[str, int | None]:
    """Return the values of the same rater's assessment before this one."""
    own = [each for each in file.assessments if each.rater is row.rater]
    place = next(n for n, each in enumerate(own) if each.id == row.id)
    if place == 0:
        return {}
    return {code: item.value for code, item in own[place - 1].items.items()}


def _scopes_replaced(file: RiskFile, row: AssessmentRow) -> Scopes | None:
    """Return the categories in force that an open assessment would take the place of.

    What others rate changes nothing of the plan, nor does what is rated after the
    match, or at a stage before the one in force.
    """
    standing, stages = file.standing, list(Stage)
    if row.is_decided or row.rater is not Rater.POLICE or standing is None:
        return None
    is_earlier = stages.index(row.stage) < stages.index(standing.stage)
    if not standing.is_decided or is_earlier or row.stage is Stage.POST_MATCH:
        return None
    return standing.scopes


def _factor_states(
    file: RiskFile,
    row: AssessmentRow,
    items: Items,
    rating: Rating,
    problems: Sequence[Problem],
    wanted: Collection[str],
) -> tuple[FactorState, ...]:
    points = {each.code: each.points for each in rating.contributions}
    heaviest = max((factor.weight for factor in row.grid.factors), default=1)
    found = {finding.code: finding for finding in file.findings}
    before = previous_values(file, row)
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.field or "", []).append(problem)
    return tuple(
        FactorState(
            factor=factor,
            item=items.get(factor.code, ItemDraft()),
            points=points.get(factor.code),
            possible=factor.weight / heaviest,
            filled=(items.get(factor.code, ItemDraft()).value or 0) / 4,
            finding=None if row.is_decided else found.get(factor.code),
            previous=before.get(factor.code),
            problems=tuple(
                sorted(
                    by_code.get(factor.code, []),
                    key=lambda problem: problem.level is not Level.BLOCK,
                )
            ),
            is_wanted=factor.code in wanted,
        )
        for factor in row.grid.factors
    )

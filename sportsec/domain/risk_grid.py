"""What may be wrong with a new version of the risk grid."""

from __future__ import annotations

from collections.abc import Sequence

from sportsec.domain.checks import repeated
from sportsec.domain.folding import fold
from sportsec.domain.problems import Level, Problem
from sportsec.domain.risk import (
    AWAY_PUBLIC,
    CROWD,
    INTELLIGENCE,
    RELATION,
    FactorDraft,
)
from sportsec.domain.words import N_

#: Factors on which floors rest: without them a floor can fire by the record only.
FLOOR_CODES = (RELATION, AWAY_PUBLIC, CROWD, INTELLIGENCE)
HEAVIEST = 10


def check_grid(factors: Sequence[FactorDraft]) -> list[Problem]:
    """Say what is wrong with a grid; the field of a problem is a factor's code."""
    if not factors:
        return [Problem(None, N_("A grid needs at least one factor"))]
    found = []
    twice = repeated(factor.code for factor in factors)
    for factor in factors:
        found += [Problem(factor.code, text) for text in _faults(factor)]
        if fold(factor.code) in twice:
            text = N_("The code {code} occurs twice")
            found.append(Problem(factor.code, text, facts={"code": factor.code}))
    missing = set(FLOOR_CODES) - {factor.code for factor in factors}
    for code in sorted(missing):
        text = N_("A floor rests on factor {code}: keep it in the grid")
        found.append(Problem(None, text, Level.WARN, {"code": code}))
    return found


def _faults(factor: FactorDraft) -> list[str]:
    faults = []
    if not factor.code.strip():
        faults.append(N_("Give the factor a code"))
    if not factor.name:
        faults.append(N_("Give a name in at least one language"))
    if factor.weight is None or not 1 <= factor.weight <= HEAVIEST:
        faults.append(N_("The weight lies between 1 and 10"))
    return faults

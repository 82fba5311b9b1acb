"""What became of a promise or decision: a promise is kept, a decision carried out."""

from __future__ import annotations

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.words import N_
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator

_OF_DECISIONS = {
    CommitmentState.OPEN: N_("To be carried out"),
    CommitmentState.KEPT: N_("Carried out"),
    CommitmentState.BROKEN: N_("Not carried out"),
}


def state_words(t: Translator, kind: CommitmentKind, state: CommitmentState) -> str:
    """Return what became of one of a kind, or that it is still to come."""
    if kind is CommitmentKind.DECISION and state in _OF_DECISIONS:
        return t(_OF_DECISIONS[state])
    return label(t, state)

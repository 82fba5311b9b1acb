"""What became of a promise or decision: a promise is kept, a decision carried out."""

from __future__ import annotations

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.words import N_
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator

_WORDS = {
    CommitmentKind.PROMISE: {
        CommitmentState.OPEN: N_("To be kept"),
        CommitmentState.KEPT: N_("Kept"),
        CommitmentState.BROKEN: N_("Not kept"),
    },
    CommitmentKind.DECISION: {
        CommitmentState.OPEN: N_("To be carried out"),
        CommitmentState.KEPT: N_("Carried out"),
        CommitmentState.BROKEN: N_("Not carried out"),
    },
}


def state_words(
    t: Translator, kind: CommitmentKind | None, state: CommitmentState
) -> str:
    """Return what became of one of a kind, or that it is still to come.

    Args:
        kind: None where promises and decisions are spoken of together.
    """
    words = None if kind is None else _WORDS[kind].get(state)
    return t(words) if words else label(t, state)

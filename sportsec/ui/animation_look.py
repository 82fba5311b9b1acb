"""How requests for tifos look wherever they are shown: badges and their words."""

from __future__ import annotations

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationKind,
    Conformity,
    on_one_line,
)
from sportsec.ui.language import isolate, label, tr
from sportsec.ui.widgets.badges import Badge

#: What an answer looks like; its words stand beside the sign.
DECISION_LEVELS = {
    AnimationDecision.PENDING: "warn",
    AnimationDecision.AUTHORISED: "ok",
    AnimationDecision.CONDITIONS: "info",
    AnimationDecision.REFUSED: "block",
    AnimationDecision.WITHDRAWN: "muted",
}
#: What was seen on the day looks like this.
DAY_LEVELS = {
    Conformity.UNCHECKED: "muted",
    Conformity.CONFORMING: "ok",
    Conformity.DEVIATING: "critical",
}


def decision_badge(decision: AnimationDecision) -> Badge:
    """Return the badge that says what was answered."""
    return Badge(label(decision), DECISION_LEVELS[decision])


def day_badge(conformity: Conformity) -> Badge:
    """Return the badge that says what was seen on the day."""
    return Badge(label(conformity), DAY_LEVELS[conformity])


def message_text(message: str) -> str:
    """Return the words of a group on one line, kept apart from ours."""
    return tr("“{text}”", text=isolate(on_one_line(message))) if message else ""


def kind_and_words(kind: AnimationKind, message: str) -> str:
    """Return what was asked for on one line."""
    text = message_text(message)
    return tr("{name}: {text}", name=label(kind), text=text) if text else label(kind)

"""How the facts of a match look wherever one is shown: levels, round, score."""

from __future__ import annotations

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.queries.home_tasks import DuePromises
from sportsec.ui.language import is_rtl, isolate, tr, tr_count

CATEGORY_LEVELS = {
    RiskCategory.LOW: "low",
    RiskCategory.MODERATE: "medium",
    RiskCategory.HIGH: "high",
    RiskCategory.CRITICAL: "critical",
}
#: In lists only what needs attention is a badge; the usual stays quiet.
STATUS_LEVELS = {
    FixtureStatus.POSTPONED: "warn",
    FixtureStatus.INTERRUPTED: "warn",
    FixtureStatus.ABANDONED: "block",
    FixtureStatus.AWARDED: "info",
    FixtureStatus.CANCELLED: "muted",
}
#: Keeps a code on one line where a break would be allowed, as after "CAS/".
WORD_JOINER = "\N{WORD JOINER}"
#: An unseen letter of the Arabic direction.
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"


def whole(code: str) -> str:
    """Return a code or reference set apart, never broken inside its number."""
    joined = code.replace("/", f"/{WORD_JOINER}").replace("-", f"-{WORD_JOINER}")
    return isolate(joined.replace("n° ", "n°\N{NO-BREAK SPACE}"))


def round_text(text: str) -> str:
    """Return a round in words: "12" is matchday 12, a semi-final stays one."""
    return tr("Round {n}", n=isolate(text)) if text.isdecimal() else isolate(text)


def score_text(home: int | None, away: int | None) -> str:
    """Return "2 – 1" in reading order: the goals stand next to their club."""
    if home is None or away is None:
        return ""
    # Figures alone, or after a Latin name, would run left to right in Arabic too.
    return f"{RIGHT_TO_LEFT if is_rtl() else ''}{home} – {away}"


def promises_text(promises: DuePromises) -> str:
    """Return how many promises are late; if none is, how many are due; "" for none."""
    if promises.late:
        return tr_count("{n} late promise", "{n} late promises", promises.late)
    if promises.due:
        return tr_count("{n} promise due today", "{n} promises due today", promises.due)
    return ""

"""How the facts of a match look wherever one is shown: levels, round, score."""

from __future__ import annotations

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import N_
from sportsec.queries.due_promises import DuePromises
from sportsec.queries.kept_days import KeptDays
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
#: Said of the day and hour that a match had: nobody shall come at them.
_OLD_DAY = {
    FixtureStatus.POSTPONED: N_("No new day yet; it was {when}"),
    FixtureStatus.CANCELLED: N_("It was {when}"),
}
#: Said with what stands all the same.
_OFF = {
    FixtureStatus.POSTPONED: N_("This match is postponed"),
    FixtureStatus.CANCELLED: N_("This match is cancelled"),
}
#: Keeps a code on one line where a break would be allowed, as after "CAS/".
WORD_JOINER = "\N{WORD JOINER}"
#: An unseen letter of the Arabic direction.
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"


def when_of(status: FixtureStatus, when: str) -> str:
    """Return when a match is; of one that is off, when it was."""
    said = _OLD_DAY.get(status)
    return tr(said, when=when) if said else when


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
    """Return how many promises and decisions are late or else due, or ""."""
    if promises.late:
        return tr_count("{n} late commitment", "{n} late commitments", promises.late)
    if promises.due:
        return tr_count(
            "{n} commitment due today", "{n} commitments due today", promises.due
        )
    return ""


def distance_of(days_before: int) -> str:
    """Return how far a day lies from that of the match; below 0 it is after it."""
    if days_before == 0:
        return tr("On the day of the match")
    if days_before > 0:
        return tr_count(
            "{n} day before the match", "{n} days before the match", days_before
        )
    return tr_count("{n} day after the match", "{n} days after the match", -days_before)


def kept_lines(promises: int, meetings: int) -> list[str]:
    """Return how many promises and meetings stay on the days they were agreed for."""
    counted = (
        (
            promises,
            tr_count(
                "{n} open promise or decision keeps its due day",
                "{n} open promises or decisions keep their due days",
                promises,
            ),
        ),
        (
            meetings,
            tr_count(
                "{n} planned meeting stays on its day",
                "{n} planned meetings stay on their day",
                meetings,
            ),
        ),
    )
    return [said for count, said in counted if count]


def off_text(status: FixtureStatus | None, kept: KeptDays) -> str:
    """Return that a match is off, and what stands all the same; "" where nothing does.

    Args:
        status: Of the match; None for one that is not in the record.
    """
    lines = kept_lines(len(kept.promises), kept.meetings)
    if status not in _OFF or not lines:
        return ""
    return tr("{name}: {text}", name=tr(_OFF[status]), text=tr(", ").join(lines))


def behind_text(count: int) -> str:
    """Return how many due days still go by the old day of a match; "" for none."""
    if not count:
        return ""
    return tr_count(
        "The match moved: {n} promise or decision is still due by its old day",
        "The match moved: {n} promises or decisions are still due by its old day",
        count,
    )

"""What else is to be seen to before an order is printed: its approval, its language.

Sources: domain.md §8.1 (the order is approved) and the checks before printing of §4.2.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum

from sportsec.domain.animations import AnimationDecision, AnimationDraft, AnswerDraft
from sportsec.domain.calendar_moves import is_approved
from sportsec.domain.fixtures import PlanStatus
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_, Words

_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
#: A unit or a name in other letters does not make a text one in two languages.
_LEAST_SHARE = 0.25


class Script(StrEnum):
    """The letters in which a text is written."""

    ARABIC = "arabic"
    LATIN = "latin"


#: Of the languages of a paper; French and English cannot be told by their letters.
SCRIPT_OF = {"ar": Script.ARABIC, "fr": Script.LATIN, "en": Script.LATIN}


def check_approval(plan: PlanStatus, *, was_approved: bool) -> Iterator[Problem]:
    """Warn of an order that was approved once and is not any more.

    Whoever moves a match, or sets its plan back, makes the approval void: the paper
    looks the same all the same.

    Args:
        was_approved: Whether the plan had come so far at any time.
    """
    if was_approved and not is_approved(plan):
        text = N_(
            "The order was approved before and is no longer; the plan is “{plan}”:"
            " have it approved anew"
        )
        yield warning("plan_status", text, plan=plan)


def check_wording(
    request: AnimationDraft, answer: AnswerDraft, group: Words, paper: Collection[str]
) -> Iterator[Problem]:
    """Warn of an answer to a request that a paper prints in another language.

    It is written once, and stands so on every paper.

    Args:
        group: Who asked.
        paper: Codes of the languages of the paper.
    """
    field, text = _printed(answer)
    scripts = scripts_of(text)
    if not scripts or {SCRIPT_OF[code] for code in paper} <= scripts:
        return
    is_arabic = Script.ARABIC in scripts
    facts: dict[str, object] = {"group": group, "kind": request.kind}
    yield warning(field, _IN_ARABIC[field] if is_arabic else _IN_LATIN[field], **facts)


def scripts_of(text: str) -> frozenset[Script]:
    """Return in which letters a text is written, without a word or two of others.

    Empty where it has no letters: figures are read in every language.
    """
    found = {
        Script.ARABIC: len(_ARABIC.findall(text)),
        Script.LATIN: len(_LATIN.findall(text)),
    }
    least = sum(found.values()) * _LEAST_SHARE
    return frozenset(script for script, n in found.items() if n and n >= least)


# ---- inside

_IN_ARABIC = {
    "conditions": N_(
        "{group}, {kind}: the conditions are in Arabic only, the paper prints them so"
    ),
    "reason": N_(
        "{group}, {kind}: the reason for the refusal is in Arabic only, the paper"
        " prints it so"
    ),
}
_IN_LATIN = {
    "conditions": N_(
        "{group}, {kind}: the conditions are not in Arabic, the paper prints them as"
        " they are"
    ),
    "reason": N_(
        "{group}, {kind}: the reason for the refusal is not in Arabic, the paper prints"
        " it as it is"
    ),
}


def _printed(answer: AnswerDraft) -> tuple[str, str]:
    """Return what the paper prints of an answer: its field by name, and the text."""
    if answer.decision is AnimationDecision.CONDITIONS:
        return "conditions", answer.conditions
    if answer.decision is AnimationDecision.REFUSED:
        return "reason", answer.reason
    return "", ""

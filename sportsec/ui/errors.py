"""What to tell the officer about an expected error: a sentence, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sportsec.domain import errors
from sportsec.domain.exchange import ExchangeReason
from sportsec.domain.words import N_
from sportsec.i18n.labels import fact_text, label, labelled, problem_text
from sportsec.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Message:
    """What is shown.

    Args:
        what: What happened, one sentence.
        next_step: What to do now, one sentence.
        level: "warn" or "block", as in `theme.LEVELS`.
    """

    what: str
    next_step: str
    level: str = "warn"


def message_of(t: Translator, error: errors.SportsecError) -> Message:
    """Put an expected error into words."""
    for kind in type(error).__mro__:
        words = _WORDS.get(kind)
        if words is not None:
            return words(t, error)
    raise KeyError(type(error))


def worded() -> set[type[errors.SportsecError]]:
    """Return the errors that have words of their own."""
    return set(_WORDS)


def _any(t: Translator, _error: errors.SportsecError) -> Message:
    return Message(t("This could not be done."), t("Nothing was changed. Try again."))


def _invalid(t: Translator, error: errors.Invalid) -> Message:
    found = "\n".join(problem_text(t, problem) for problem in error.problems)
    in_form = any(problem.field for problem in error.problems) or not found
    return Message(
        found or t("Something in the input is not right."),
        t("Nothing was saved. Correct it and save again.")
        if in_form
        else t("Nothing was changed."),
    )


def _not_found(t: Translator, _error: errors.NotFound) -> Message:
    return Message(
        t("This record no longer exists."),
        t("Someone may have deleted it. The list shows what there is now."),
    )


def _several(t: Translator, error: errors.SeveralMatches) -> Message:
    name = t.isolate(str(error.record))
    return Message(
        t("Several matches have the number {name}.", name=name),
        t("Give each its own number in its file."),
    )


def _stale(t: Translator, _error: errors.StaleWrite) -> Message:
    return Message(
        t("Someone saved this record meanwhile."),
        t("Nothing was overwritten. Open it again and repeat your change."),
    )


def _bad_file(t: Translator, error: errors.BadFile) -> Message:
    what = t("This file cannot be used.")
    if type(error.reason) in labelled():
        facts = {name: fact_text(t, fact) for name, fact in error.facts.items()}
        what = label(t, error.reason).format(**facts)
    then = _SENDING.get(
        error.reason, N_("Nothing was taken from it. Choose another file.")
    )
    return Message(what, t(then))


_OTHERWISE = N_("No file was written. Choose something else, then try again.")
_ROOM = N_("Free some room or check the disk, then try again.")
#: What to do where a file cannot be written, or not as it was wished.
_SENDING: dict[object, str] = {
    ExchangeReason.NO_SEALING_KEY: _OTHERWISE,
    ExchangeReason.NO_ADDRESSEE: _OTHERWISE,
    ExchangeReason.NO_PASSPHRASE: _OTHERWISE,
    ExchangeReason.NOTHING_IN_SCOPE: _OTHERWISE,
    ExchangeReason.NOT_ENOUGH_ROOM: _ROOM,
    ExchangeReason.CANNOT_WRITE: _ROOM,
}


_STORE_REASONS: dict[errors.StoreReason, tuple[str, str]] = {
    errors.StoreReason.MISSING: (
        N_("There is no workspace in {path}."),
        N_("Choose the folder that holds it, or make a new one."),
    ),
    errors.StoreReason.UNREADABLE: (
        N_("The workspace in {path} cannot be read."),
        N_("Check your access rights to the folder, or bring back the last backup."),
    ),
    errors.StoreReason.DISK: (
        N_("The disk that holds {path} cannot be written."),
        _ROOM,
    ),
    errors.StoreReason.UPGRADE: (
        N_("The workspace in {path} could not be brought up to date."),
        N_("The backup made before is untouched. Report this to support."),
    ),
}


def _unavailable(t: Translator, error: errors.StoreUnavailable) -> Message:
    what, then = _STORE_REASONS[error.reason]
    return Message(t(what, path=t.isolate(str(error.path))), t(then), "block")


def _too_new(t: Translator, error: errors.StoreTooNew) -> Message:
    return Message(
        t(
            "A newer version of the program wrote this workspace ({found}).",
            found=t.isolate(error.found),
        ),
        t(
            "Install the newer version; this one knows {supported} at most.",
            supported=t.isolate(error.supported),
        ),
        "block",
    )


def _busy(t: Translator, error: errors.WorkspaceBusy) -> Message:
    return Message(
        t(
            "The workspace in {path} is already open, here or on another PC.",
            path=t.isolate(str(error.path)),
        ),
        t("Close it there first, then start again."),
        "block",
    )


_WORDS: dict[type, Callable[[Translator, Any], Message]] = {
    errors.SportsecError: _any,
    errors.Invalid: _invalid,
    errors.NotFound: _not_found,
    errors.SeveralMatches: _several,
    errors.StaleWrite: _stale,
    errors.BadFile: _bad_file,
    errors.StoreUnavailable: _unavailable,
    errors.StoreTooNew: _too_new,
    errors.WorkspaceBusy: _busy,
}

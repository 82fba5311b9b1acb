"""Every expected error has a sentence and a next step in three languages."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from sportsec.domain import errors
from sportsec.domain.problems import Problem
from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.translator import translator
from sportsec.ui.errors import message_of, worded

FOLDER = Path("/cells/rabat")
PROBLEM = Problem("city", N_("Nothing to show."))
SAMPLES: list[errors.SportsecError] = [
    errors.SportsecError(),
    errors.Invalid([PROBLEM]),
    errors.Invalid([]),
    errors.NotFound("club", "x"),
    errors.SeveralMatches("CAS/1", (UUID(int=1), UUID(int=2))),
    errors.StaleWrite("club", UUID(int=1), ["name"]),
    errors.BadFile(errors.StoreReason.DISK),
    *(errors.StoreUnavailable(reason, FOLDER) for reason in errors.StoreReason),
    errors.StoreTooNew("0009", "0001"),
    errors.WorkspaceBusy(FOLDER),
]


def all_errors(kind: type[errors.SportsecError]) -> set[type[errors.SportsecError]]:
    found = {kind}
    for each in kind.__subclasses__():
        found |= all_errors(each)
    return found


def test_no_error_is_forgotten() -> None:
    assert all_errors(errors.SportsecError) == worded()
    assert {type(error) for error in SAMPLES} == worded()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", SAMPLES, ids=repr)
def test_an_error_says_what_happened_and_what_to_do(
    error: errors.SportsecError, language: str
) -> None:
    message = message_of(translator(language), error)
    assert message.what
    assert message.next_step
    assert "{" not in message.what + message.next_step
    if language == "ar":
        assert any("\u0600" <= sign <= "\u06ff" for sign in message.what)


def test_only_what_stands_in_a_field_is_to_be_corrected() -> None:
    t = translator("en")
    in_field = message_of(t, errors.Invalid([PROBLEM])).next_step
    assert "Correct it" in in_field
    whole = Problem(None, N_("Nothing to show."))
    assert message_of(t, errors.Invalid([whole])).next_step == "Nothing was changed."

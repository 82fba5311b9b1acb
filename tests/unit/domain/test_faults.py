"""The log's faults are told without what they quote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.app.crash import number_of, write_log
from sportsec.domain.faults import faults_in

PERSON = "Brahim Nador +212600000001"


def fail(text: str) -> Exception:
    with pytest.raises(ValueError, match=re.escape(text)) as caught:
        refuse(text)
    return caught.value


def refuse(text: str) -> None:
    raise ValueError(text)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "sportsec.log"


def test_kind_number_and_places_are_told_and_nothing_else(log: Path) -> None:
    error = fail(PERSON)
    write_log(log, error)
    (fault,) = faults_in(log.read_text(encoding="utf-8"))
    assert (fault.number, fault.kind) == (number_of(error), "ValueError")
    assert fault.places[-1].startswith("test_faults.py:")
    assert fault.places[-1].endswith(" refuse")
    told = repr(fault)
    assert not any(word in told for word in (*PERSON.split(), str(log.parent)))


def test_a_message_of_several_lines_is_not_taken_for_a_kind(log: Path) -> None:
    write_log(log, fail(f"first\n{PERSON}: more\nNadorian"))
    (fault,) = faults_in(log.read_text(encoding="utf-8"))
    assert fault.kind == "ValueError"


def test_the_latest_come_first_and_not_too_many(log: Path) -> None:
    for number in range(25):
        write_log(log, fail(str(number)))
    told = faults_in(log.read_text(encoding="utf-8"), most=20)
    assert len(told) == 20
    assert [each.when for each in told] == sorted((f.when for f in told), reverse=True)


@given(st.text())
def test_any_log_is_read(text: str) -> None:
    faults_in(text)

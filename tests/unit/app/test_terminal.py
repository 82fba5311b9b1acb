"""What a command says goes to the right stream, in letters that any console shows."""

from __future__ import annotations

import io
import json

import pytest

from sportsec.app.commands.terminal import OutputLost, Terminal
from sportsec.i18n.translator import Translator


def test_results_and_complaints_are_kept_apart() -> None:
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(Translator("en"), out, err)
    terminal.say("result")
    terminal.complain("complaint")
    assert (out.getvalue(), err.getvalue()) == ("result\n", "complaint\n")


def test_arabic_reaches_a_console_of_another_code_page() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="cp1252")
    terminal = Terminal(Translator("ar"), out, io.StringIO())
    terminal.say("الديربي")
    terminal.flush()
    assert raw.getvalue().decode() == "الديربي\n"


def test_json_keeps_letters_and_order() -> None:
    out = io.StringIO()
    Terminal(Translator("en"), out, io.StringIO()).json([{"b": "أ", "a": None}])
    assert "أ" in out.getvalue()
    assert json.loads(out.getvalue()) == [{"b": "أ", "a": None}]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    out = io.StringIO()
    Terminal(Translator("en"), out, io.StringIO()).table([("a", "b"), ("long", "c")])
    assert out.getvalue() == "a     b\nlong  c\n"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "/a/b\n"), ("ar", "\u2068/a/b\u2069\n")]
)
def test_only_arabic_sentences_isolate_what_they_quote(
    language: str, said: str
) -> None:
    out = io.StringIO()
    terminal = Terminal(Translator(language), out, io.StringIO())
    terminal.say(terminal.quote("/a/b"))
    assert out.getvalue() == said


class FullDisk(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_under_the_output_is_told_apart_from_our_faults() -> None:
    terminal = Terminal(Translator("en"), FullDisk(), io.StringIO())
    with pytest.raises(OutputLost, match="No space left"):
        terminal.say("result")


def test_a_stream_that_the_caller_closed_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    terminal = Terminal(Translator("en"))
    terminal.say("result")
    terminal.complain("complaint")
    terminal.flush()

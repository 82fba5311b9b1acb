"""What the README promises to other programs is what the commands print, key by key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sportsec.app.cli_parser import make_parser
from sportsec.i18n.translator import Translator
from tests.journeys.test_exchange import Run, cells, hand_over, said, take_in

__all__ = ["cells"]

README = Path(__file__).parents[2] / "README.md"
_ROW = re.compile(r"^\| `(\w+)` \| (one|a list) \| (.*) \|$", re.MULTILINE)
#: Their own keys are columns, or keys of cells.
_OPEN = {"numbers", "before", "value", "decided", "new_key"}
#: Promised in tables and sentences of their own.
_ELSEWHERE = {"fixtures", "intake"}


def promised() -> dict[str, tuple[type, set[str]]]:
    found = _ROW.findall(README.read_text(encoding="utf-8"))
    return {
        name: (dict if kind == "one" else list, set(re.findall(r"`([\w.]+)`", keys)))
        for name, kind, keys in found
    }


def keys(value: Any, of: str = "") -> Iterator[str]:
    """Yield the keys of a value as the README writes them."""
    if isinstance(value, list):
        inner = {key for each in value for key in keys(each, of)}
        yield from inner or ({of} if of else set())
    elif isinstance(value, dict) and of.rpartition(".")[2] not in _OPEN:
        for name, each in value.items():
            yield from keys(each, f"{of}.{name}" if of else name)
    elif of:
        yield of


@pytest.fixture
def printed(cells: tuple[Run, Run], tmp_path: Path) -> dict[str, Any]:
    """Each command's answer where it has something to say."""
    one, other = cells
    take_in(one, tmp_path / "p.csv", "19:00")
    hand_over(one, other, tmp_path / "1.ssx")
    take_in(one, tmp_path / "p.csv", "20:00")
    take_in(other, tmp_path / "p.csv", "21:00")
    made_twice = tmp_path / "q.csv"
    made_twice.write_text(
        "Date;Heure;Domicile;Extérieur\n26/01/2027;19:00;Rif;Souss\n", encoding="utf-8"
    )
    frame = ("--competition", "Botola", "--season", "2026-2027")
    for run in cells:
        assert run("intake", made_twice, *frame, "--new-clubs", "create")[0] == 0
    found = {"export": said(one, "export", tmp_path / "2.ssx")}
    (tmp_path / "no.ssx").write_text("no file of a cell")
    given = (tmp_path / "2.ssx", tmp_path / "no.ssx")
    found["preview"] = said(other, "import", *given, "--preview")
    found["import"] = said(other, "import", *given)
    for name in ("conflicts", "twins", "cells", "fingerprint", "check", "backups"):
        found[name] = said(other, name)
    found["resolve"] = said(other, "resolve", found["conflicts"][0]["id"], "ours")
    found["history"] = said(other, "history", "Phare")
    found["search"] = said(other, "search", "Phare")
    found["undo"] = said(other, "undo")
    found["backup"] = said(other, "backup")
    take_in(other, tmp_path / "p.csv", "16:00")
    found["restore"] = said(other, "restore", "latest", "--preview")
    return found


def test_each_answer_has_the_keys_that_are_promised(printed: dict[str, Any]) -> None:
    preview = printed.pop("preview")
    told = promised()
    for name, answer in printed.items():
        kind, wanted = told[name]
        assert isinstance(answer, kind), name
        assert set(keys(answer)) == wanted, name
    seen = set(keys(preview))
    assert seen < told["import"][1]
    parts = {key.partition(".")[0] for key in seen}
    assert parts == {"files", "refused", "kinds", "told"}
    assert set(printed["resolve"]["decided"]) == set(printed["conflicts"][0])


def test_purges_are_told_as_promised(
    cell: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.journeys.test_exchange import runner

    run = runner(cell, capsys)
    contact = next(
        each for each in said(run, "search", "bou") if each["kind"] == "contact"
    )
    why = ("--basis", "law", "--decision", "7")
    done = said(run, "purge", contact["id"], *why)
    told = promised()
    assert set(keys(done)) == told["purge"][1] == told["purges"][1]
    assert said(run, "purges") == [done]


def test_every_command_with_json_is_promised() -> None:
    parser = make_parser(Translator("en"))
    (actions,) = (
        each
        for each in parser._actions
        if hasattr(each, "choices") and isinstance(each.choices, dict)
    )
    with_json = {
        name
        for name, command in actions.choices.items()
        if any("--json" in each.option_strings for each in command._actions)
    }
    assert with_json - _ELSEWHERE == set(promised())

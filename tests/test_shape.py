"""The shape of the house: sizes, and no words past the catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sportsec

ROOT = Path(sportsec.__path__[0])
SOURCES = sorted(ROOT.rglob("*.py"))
MAX_FILE_LINES = 350
MAX_FUNCTION_LINES = 60

#: Calls whose text a person reads; it must come through `tr` or data.
SHOWN_BY = {
    *("setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setTitle"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
    *("setAccessibleName", "setStatusTip", "setWhatsThis", "addTab", "addItem"),
}


def relative(source: Path) -> str:
    return str(source.relative_to(ROOT))


@pytest.fixture(params=SOURCES, ids=relative)
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_file_holds_one_idea(source: Path) -> None:
    lines = source.read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_FILE_LINES


def test_a_function_fits_on_a_screen(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MAX_FUNCTION_LINES, f"{node.name}: {length} lines"


def bare_texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "attr", getattr(function, "id", ""))
        if name not in SHOWN_BY:
            continue
        for argument in node.args:
            if (
                isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and any(sign.isalpha() for sign in argument.value)
            ):
                yield f"line {node.lineno}: {argument.value!r}"


def test_no_text_on_a_screen_bypasses_the_catalogue(source: Path) -> None:
    if "ui" not in source.relative_to(ROOT).parts:
        return
    found = list(bare_texts(ast.parse(source.read_text(encoding="utf-8"))))
    assert not found


def test_every_module_says_what_it_is_for(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)

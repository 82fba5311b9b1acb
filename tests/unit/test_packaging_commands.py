from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from launch.check import checks, pytest_command, temporary
from launch.commands import watch
from launch.console import INTERRUPTED, Stop, guarded, step
from launch.environment import Environment
from launch.run import LANGUAGES, demonstration, has_screen, program

ROOT = Path(__file__).parents[2]
HERE = Environment(ROOT)


@pytest.mark.parametrize(
    "name", ["run.py", "test.py", "launch/__init__.py", "launch/python_version.py"]
)
def test_what_an_old_python_reads_first_parses_there(name: str) -> None:
    source = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "annotations" not in source  # `from __future__` of it is newer than 3.6


def test_no_module_of_ours_hides_the_library_named_packaging() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_ci_runs_the_check_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines[0].startswith("#!")
    assert [line for line in lines[1:] if line] == [
        'cd "$(dirname "$0")/.." && exec python3 packaging/test.py'
    ]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_tests_write_in_memory_where_there_is_room_and_leave_nothing(
    tmp_path: Path,
) -> None:
    with temporary(tmp_path, 0) as place:
        folder = Path(place["TMPDIR"])
        assert folder.parent == tmp_path
        (folder / "database").write_bytes(b"1")
    assert not list(tmp_path.iterdir())
    with temporary(tmp_path, 2**63) as place:
        assert place == {}
    with temporary(tmp_path / "absent", 0) as place:
        assert place == {}


def test_program_gets_the_arguments_and_no_module_of_the_current_folder() -> None:
    command = program(HERE, ["intake", "a file.csv"])
    assert command[1:] == ["-P", "-m", "sportsec", "intake", "a file.csv"]


@pytest.mark.parametrize(
    ("variables", "system", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_screen_is_known_by_its_name(
    variables: dict[str, str], system: str, *, shown: bool
) -> None:
    assert has_screen(variables, system) is shown


def test_demonstration_makes_the_sample_then_a_paper_in_each_language() -> None:
    steps = [arguments for _, arguments in demonstration(Path("f"))]
    assert steps[0][-2:] == ["init", "--sample"]
    assert {each[:2][0] for each in steps} == {"--workspace"}
    made = [each[each.index("--lang") + 1] for each in steps[1:]]
    assert tuple(made) == LANGUAGES


def test_sources_are_checked_before_the_tests_in_order() -> None:
    titles = [title for title, _ in checks(HERE)]
    assert titles == ["Lint", "Format", "Types", "Import contracts"]


def test_arguments_go_to_pytest_instead_of_two_cores() -> None:
    assert pytest_command(HERE, [])[1:] == ["-m", "pytest", "-n", "2"]
    assert pytest_command(HERE, ["-k", "risk"])[1:] == ["-m", "pytest", "-k", "risk"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only-tests"], ["-n", "2"]),
        (["--shaken"], ["-p", "tests.shaken", "-n", "2"]),
        (["-x", "--shaken", "--only-tests"], ["-p", "tests.shaken", "-x"]),
    ],
)
def test_our_own_options_are_not_pytest_s(
    arguments: list[str], words: list[str]
) -> None:
    assert pytest_command(HERE, arguments)[1:] == ["-m", "pytest", *words]


def test_output_is_watched_line_by_line() -> None:
    lines: list[str] = []
    script = "import os, sys; print('a'); print(os.environ['X']); sys.exit(3)"
    ended = watch([sys.executable, "-c", script], lines.append, settings={"X": "b"})
    assert (lines, ended.code, ended.output) == (["a", "b"], 3, "a\nb\n")


def test_absent_program_is_one_sentence() -> None:
    with pytest.raises(Stop, match="could not be run"):
        watch(["no-such-program-anywhere"])


def test_step_shows_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Work"):
        pass
    assert re.fullmatch(r"Work \.\.\. \d\.\d s\n", capsys.readouterr().out)


def test_failed_step_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        with step("Work") as current:
            current.note("half")
            raise Stop("because")

    with pytest.raises(Stop):
        work()
    shown = r"Work \.\.\.\n    half\n    failed, \d\.\d s\n"
    assert re.fullmatch(shown, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("failure", "code", "words"),
    [
        (Stop("No way.", 3), 3, "No way."),
        (KeyboardInterrupt(), INTERRUPTED, "Ctrl+C"),
        (OSError(28, "No space left on device", "x"), 1, "No space left on device (x)"),
    ],
)
def test_every_end_is_a_sentence_and_a_code(
    failure: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise failure

    assert guarded(work) == code
    shown = capsys.readouterr()
    assert words in shown.err
    assert shown.err.count("\n") == 1

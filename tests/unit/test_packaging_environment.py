from __future__ import annotations

import sys
from pathlib import Path

import pytest
from launch.console import Stop
from launch.environment import (
    Environment,
    declare_complete,
    declare_unfinished,
    fingerprint,
    here,
    is_complete,
    refuse_small_disk,
)
from launch.packages import pip_command, summary, why_pip_failed
from launch.python_version import complaint


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Return a checkout with lists and something that passes for an interpreter."""
    made = Environment(tmp_path)
    (tmp_path / "packaging").mkdir()
    made.requirements("run").write_text("a==1")
    made.requirements("dev").write_text("a==1\nb==2")
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    return made


def test_environment_without_stamp_is_not_complete(environment: Environment) -> None:
    assert not is_complete(environment, "run")
    assert not is_complete(environment, "dev")


def test_tools_hold_what_running_needs_but_not_the_reverse(
    environment: Environment,
) -> None:
    declare_complete(environment, "run")
    assert is_complete(environment, "run")
    assert not is_complete(environment, "dev")
    declare_complete(environment, "dev")
    assert is_complete(environment, "run")
    assert is_complete(environment, "dev")


def test_changed_list_makes_the_environment_incomplete(
    environment: Environment,
) -> None:
    declare_complete(environment, "run")
    environment.requirements("run").write_text("a==2")
    assert not is_complete(environment, "run")


def test_interrupted_installation_is_not_complete(environment: Environment) -> None:
    declare_complete(environment, "dev")
    declare_unfinished(environment)
    assert not is_complete(environment, "run")


def test_environment_whose_python_is_gone_is_not_complete(
    environment: Environment,
) -> None:
    declare_complete(environment, "run")
    environment.python.unlink()
    assert not is_complete(environment, "run")


def test_fingerprint_tells_python_and_list_apart() -> None:
    known = fingerprint(b"a", (3, 11))
    assert known == fingerprint(b"a", (3, 11))
    assert known not in {fingerprint(b"a", (3, 12)), fingerprint(b"b", (3, 11))}


def test_here_is_the_checkout() -> None:
    assert (here().root / "packaging" / "run.py").exists()


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_old_python_is_told_in_one_sentence(version: tuple[int, int]) -> None:
    sentence = complaint(version)
    assert "3.11 or newer" in sentence
    assert f"{version[0]}.{version[1]}:" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_new_python_is_accepted(version: tuple[int, int]) -> None:
    assert complaint(version) == ""


def test_pip_takes_only_what_the_list_hashes() -> None:
    command = pip_command(Path("python"), Path("list.txt"))
    assert command[:4] == ["python", "-m", "pip", "install"]
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(command)
    assert command[-2:] == ["-r", "list.txt"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  Downloading a_b-6.12-x.whl (84.3 MB)", "fetching a_b, 84.3 MB"),
        ("  Using cached a-6-x.whl (7.1 MB)", "already here: a, 7.1 MB"),
        ("  Downloading a-1-x.whl (24 kB)", ""),
        ("Installing collected packages: a, b, c", "installing 3 packages"),
        ("Collecting a==1", ""),
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken",
            "the package index does not answer, trying again",
        ),
    ],
)
def test_output_of_pip_is_summarised(line: str, shown: str) -> None:
    assert summary(line) == shown


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM …", "wrong hash"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED)", "certificate"),
        (
            "Retrying NewConnectionError\nERROR: No matching distribution found for a",
            "no network",
        ),
        ("ERROR: No matching distribution found for a==1", "no a==1 for Python 3"),
        ("ERROR: first\nERROR: something else.", "something else; see log"),
        ("", "pip gave no reason"),
    ],
)
def test_failure_of_pip_becomes_one_sentence(output: str, words: str) -> None:
    sentence = why_pip_failed(output, "log")
    assert words in sentence
    assert "\n" not in sentence


def test_small_disk_is_refused_before_the_work() -> None:
    refuse_small_disk(2_000_000_000, "dev")
    with pytest.raises(Stop) as stopped:
        refuse_small_disk(100_000_000, "run")
    assert "there are 100 MB" in stopped.value.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="folders of POSIX environments")
def test_environment_lies_in_the_checkout() -> None:
    assert Environment(Path("/c")).python == Path("/c/.venv/bin/python")

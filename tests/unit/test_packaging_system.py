from __future__ import annotations

import re
import sys

import pytest
from launch.console import Stop
from launch.system import (
    LIBRARIES,
    missing_libraries,
    packages_for,
    rights,
    sonames,
    why_apt_failed,
)

LISTING = """\
3 libs found in cache `/etc/ld.so.cache'
\tlibxcb.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libxcb.so.1
\tlibEGL.so.1 (libc6,x86-64) => /opt/odd/libEGL.so.1
\tlibGL.so.1 (libc6,x86-64) => /opt/odd/libGL.so.1
"""


def test_loader_listing_is_read() -> None:
    assert sonames(LISTING) == {"libxcb.so.1", "libEGL.so.1", "libGL.so.1"}


def test_only_absent_libraries_are_missing() -> None:
    known = sonames(LISTING)
    missing = missing_libraries(known.__contains__)
    assert set(missing) == set(LIBRARIES) - {"libEGL.so.1", "libGL.so.1"}


def test_nothing_is_missing_when_all_is_there() -> None:
    assert missing_libraries(lambda _: True) == []
    assert packages_for([], []) == []


def test_python_without_ensurepip_needs_the_package_of_its_version() -> None:
    packages = packages_for(["libGL.so.1"], ["ensurepip"])
    assert packages == ["libgl1", f"python3.{sys.version_info.minor}-venv"]


def test_root_and_sudo_install_without_questions() -> None:
    assert rights(is_root=True, sudo="", packages=["x"])[0] == "env"
    assert rights(is_root=False, sudo="free", packages=["x"])[0] == "sudo"


def test_without_rights_the_one_line_to_run_is_named() -> None:
    with pytest.raises(Stop) as stopped:
        rights(is_root=False, sudo="", packages=["libgl1", "libegl1"])
    line = stopped.value.sentence.splitlines()[-1].strip()
    assert re.fullmatch(
        r"apt-get update && apt-get install -y \S+ libgl1 libegl1", line
    )
    assert stopped.value.code


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("E: You don't have enough free space in /var/", "disk is full"),
        ("W: Failed … Temporary failure resolving\nE: Unable", "no network"),
        ("E: Unable to locate package x\nE: more", "Unable to locate package x"),
        ("", "no reason"),
    ],
)
def test_failure_of_apt_becomes_one_sentence(output: str, words: str) -> None:
    sentence = why_apt_failed(output)
    assert words in sentence
    assert "\n" not in sentence

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "packaging"
PINNED = ("requirements.txt", "requirements-dev.txt")
WANTED = ("requirements.in", "requirements-dev.in")


def entries(name: str) -> list[str]:
    """Return the logical lines of a compiled list."""
    text = (FOLDER / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


def versions(name: str) -> dict[str, str]:
    return dict(entry.split()[0].split("==") for entry in entries(name))


def wanted(name: str) -> set[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z][\w-]*", line) for line in lines)
    return {found[0].lower() for found in names if found}


@pytest.mark.parametrize("name", PINNED)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    marker, hashes = r"( ; [\w .'=!<>]+)?", r"( +--hash=sha256:\w{64})+"
    pinned = re.compile(rf"[a-z0-9-]+==[\w.]+{marker}{hashes}")
    assert entries(name)
    assert [entry for entry in entries(name) if not pinned.fullmatch(entry)] == []


@pytest.mark.parametrize("name", PINNED + WANTED)
def test_lists_name_no_host_and_no_path(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"(^|\s)(-i|--index-url|--extra-index-url|-f|@)\s", text)
    assert not re.search(r"(^|\s)/\w", text)


def test_developing_uses_the_very_packages_of_running() -> None:
    assert (
        versions("requirements.txt").items() <= versions("requirements-dev.txt").items()
    )


@pytest.mark.parametrize(("source", "compiled"), list(zip(WANTED, PINNED, strict=True)))
def test_every_wanted_package_is_in_the_compiled_list(
    source: str, compiled: str
) -> None:
    assert wanted(source) <= set(versions(compiled))

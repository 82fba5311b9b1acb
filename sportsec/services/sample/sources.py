"""Reads the tables of the sample season from `db/seed/sample`."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sportsec.domain.words import LANGUAGES, Words

FOLDER = Path(__file__).parents[3] / "db" / "seed" / "sample"

Line = dict[str, str]


@cache
def lines(name: str) -> tuple[Line, ...]:
    """Return the lines of a table, in order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def words(line: Mapping[str, str], field: str = "") -> Words:
    """Return the text of a line in three languages; without `field`, its only one."""
    stem = f"{field}_" if field else ""
    return Words(**{code: line[f"{stem}{code}"] for code in LANGUAGES})


def whole(line: Line, field: str) -> int | None:
    """Return a whole number; None where the table leaves it open."""
    return int(line[field]) if line[field] else None


@cache
def _phrases() -> dict[str, Words]:
    return {line["key"]: words(line) for line in lines("phrases")}


def phrase(key: str, **facts: object) -> Words:
    """Return a short text, its `{placeholders}` filled."""
    return fill(_phrases()[key], **facts)


@cache
def texts() -> dict[str, Any]:
    """Return the longer texts of plans, by subject and variant."""
    return tomllib.loads((FOLDER / "texts.toml").read_text(encoding="utf-8"))


@cache
def arrangements() -> dict[str, list[dict[str, Any]]]:
    """Return what is arranged for matches: calls, meetings, requests and tasks."""
    found = (FOLDER / "arrangements.toml").read_text(encoding="utf-8")
    return tomllib.loads(found)


def text(subject: str, variant: str = "") -> Words:
    """Return one of them, its placeholders still open."""
    found = texts()[subject]
    return Words(**{code: each.strip() for code, each in _pick(found, variant)})


def _pick(found: dict[str, Any], variant: str) -> list[tuple[str, str]]:
    chosen = found[variant] if variant else found
    return [(code, chosen[code]) for code in LANGUAGES]


def fill(template: Words, **facts: object) -> Words:
    """Fill the placeholders of a text; `Words` among the facts by language."""
    if not facts:
        return template
    return Words(
        **{
            code: getattr(template, code).format(
                **{
                    name: fact.pick(code) if isinstance(fact, Words) else fact
                    for name, fact in facts.items()
                }
            )
            for code in LANGUAGES
        }
    )

"""The contact sheet: every picture beside its reference, findings first."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.screens.references import Fate, Verdict, place

STYLE = """
body { font: 15px sans-serif; margin: 24px; background: #f4f5f7; color: #1c2430; }
figure { display: inline-block; margin: 8px; padding: 8px; background: white;
  border: 2px solid #cfd5dd; border-radius: 8px; vertical-align: top; }
figure.changed, figure.cut { border-color: #b3261e; }
figure.new { border-color: #8a6100; }
figure img { width: 380px; display: inline-block; vertical-align: top; }
figcaption { font-weight: 600; max-width: 770px; }
ul { margin: 4px 0; max-width: 770px; font-size: 13px; }
"""


def write_sheet(folder: Path, verdicts: Sequence[Verdict]) -> Path:
    """Write the sheet beside the pictures and return its place."""
    found = [each for each in verdicts if is_finding(each)]
    scenes: dict[str, list[Verdict]] = {}
    for each in verdicts:
        scenes.setdefault(each.name.partition("+")[2], []).append(each)
    parts = [
        "<!doctype html><meta charset='utf-8'><title>Screens</title>",
        f"<style>{STYLE}</style><h1>Screens</h1>",
        f"<p>{len(verdicts)} pictures, {len(found)} findings.</p>",
        "<p>Left: as drawn now. Right: the stored reference.</p>",
    ]
    if found:
        parts.append("<h2>Findings</h2>")
        parts += [_figure(each) for each in found]
    for scene, pictures in scenes.items():
        parts.append(f"<h2 id='{escape(scene)}'>{escape(scene)}</h2>")
        parts += [_figure(each) for each in pictures]
    target = folder / "index.html"
    target.write_text("\n".join(parts), encoding="utf-8")
    return target


def is_finding(verdict: Verdict) -> bool:
    """Say whether somebody has to look."""
    return verdict.fate is not Fate.SAME or bool(verdict.faults)


def _figure(verdict: Verdict) -> str:
    says = verdict.fate.value
    if verdict.blocks:
        says += f" ({verdict.blocks})"
    kind = f"{verdict.fate.value}{' cut' if verdict.faults else ''}"
    lines = "".join(f"<li>{escape(line)}</li>" for line in verdict.faults)
    name = escape(verdict.name)
    return (
        f"<figure class='{kind}'><figcaption>{name}: {says}</figcaption>"
        f"<a href='{name}.png'><img src='{name}.png' loading='lazy'></a> "
        f"{_reference(verdict)}<ul>{lines}</ul></figure>"
    )


def _reference(verdict: Verdict) -> str:
    path = place(verdict.name)
    if not path.exists():
        return "<i>no reference</i>"
    data = base64.b64encode(path.read_bytes()).decode()
    return f"<img src='data:image/webp;base64,{data}'>"

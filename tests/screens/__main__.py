"""Runs the drawing; see the package."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.screens.still import hold_still


def main() -> int:
    """Draw everything asked for; returns 1 if somebody has to look at something."""
    hold_still()  # before modules of the program take their `datetime`
    from tests.screens import drawing, sheet

    asked = drawing.arguments()
    asked.dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        verdicts = drawing.draw(asked, asked.cell or Path(temporary) / "cell")
    target = sheet.write_sheet(asked.dir, verdicts)
    found = [each for each in verdicts if sheet.is_finding(each)]
    for each in found:
        print(f"{each.name}: {each.fate} {each.blocks or ''}".rstrip())
        for line in each.faults:
            print(f"    {line}")
    print(f"{len(verdicts)} pictures, {len(found)} findings: {target}")
    return 1 if found else 0


if __name__ == "__main__":
    code = main()
    from sportsec.app.leaving import leave  # after the clock is held

    leave(code)  # as the program does: PySide may crash while it takes windows apart

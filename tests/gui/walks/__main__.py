"""Walks all journeys and prints what each took."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

from tests.screens.still import hold_still


def main() -> int:
    """Walk on a Friday of the sample season, with a home folder of its own."""
    hold_still()  # before modules of the program take their `datetime`
    from tests.gui.walks.walking import walked

    print(f"{'journey':<24}{'hand':<8}{'keys':>6}{'letters':>9}{'clicks':>8}")
    with tempfile.TemporaryDirectory() as folder:
        try:
            for journey, hand, count in walked(Path(folder)):
                shown = f"{count.keys:>6}{count.letters:>9}{count.clicks:>8}"
                print(f"{journey:<24}{hand:<8}{shown}", flush=True)
        except Exception:  # noqa: BLE001 - else the program would show its own window
            traceback.print_exc()
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

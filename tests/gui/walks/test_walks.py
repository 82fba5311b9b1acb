"""No journey of the week takes more than it took."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
#: Keys, letters and clicks at most; letters are text, such as the reason of a move.
MOST = {
    ("take in a programme", "keys"): (4, 80, 0),
    ("take in a programme", "mouse"): (0, 0, 2),
    ("move a match", "keys"): (5, 16, 0),
    ("move a match", "mouse"): (0, 16, 5),
    ("find a contact", "keys"): (2, 2, 0),
    ("find a contact", "mouse"): (0, 2, 2),
    ("note an estimate", "keys"): (6, 10, 0),
    ("note an estimate", "mouse"): (0, 10, 8),
    ("rate", "keys"): (8, 0, 0),
    ("rate", "mouse"): (0, 0, 7),
    ("print a briefing", "keys"): (5, 0, 0),
    ("print a briefing", "mouse"): (0, 0, 6),
    ("log a call", "keys"): (12, 29, 0),
    ("log a call", "mouse"): (0, 27, 8),
    ("tick a task", "keys"): (8, 0, 0),
    ("tick a task", "mouse"): (0, 0, 3),
    ("keep a promise", "keys"): (3, 0, 0),
    ("keep a promise", "mouse"): (0, 0, 2),
    ("hold a commission", "keys"): (17, 54, 0),
    ("hold a commission", "mouse"): (0, 40, 14),
    ("answer a request", "keys"): (9, 14, 0),
    ("answer a request", "mouse"): (0, 14, 6),
}


def test_the_week_takes_no_more_keys_and_clicks_than_it_took() -> None:
    told = subprocess.run(  # a process of its own, where the clock stands still
        [sys.executable, "-m", "tests.gui.walks"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert told.returncode == 0, told.stderr
    took = {}
    for line in told.stdout.splitlines()[1:]:
        *words, hand, keys, letters, clicks = line.split()
        took[" ".join(words), hand] = int(keys), int(letters), int(clicks)
    assert took.keys() == MOST.keys()
    longer = [
        (*journey, now)
        for journey, now in took.items()
        if any(n > most for n, most in zip(now, MOST[journey], strict=True))
    ]
    assert longer == []

from __future__ import annotations

import subprocess
import sys


def test_some_spoiled_files_are_refused_or_unchanged() -> None:
    """In a process of its own, for its memory is measured."""
    command = [sys.executable, "-m", "tests.long.hostile", "60"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

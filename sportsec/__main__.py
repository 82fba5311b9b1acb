"""Runs the program: `python -m sportsec`."""

from __future__ import annotations

import sys

from sportsec.app.main import main

if __name__ == "__main__":
    sys.exit(main())

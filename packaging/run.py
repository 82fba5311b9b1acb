#!/usr/bin/env python3
"""Sets SportSec up on this machine if need be and starts it with the arguments."""

# This file must parse on every Python 3: an old one gets a sentence, not a traceback.
import sys

from launch.python_version import complaint


def main() -> "int | str":
    """Start the program; a text returned is the sentence to fail with."""
    sentence = complaint(sys.version_info[:2])
    if sentence:
        return sentence
    from launch.run import run  # noqa: PLC0415 - written for the newer Python

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

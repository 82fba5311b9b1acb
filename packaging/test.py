#!/usr/bin/env python3
"""Sets the tools up if need be, then checks the sources and runs the tests."""

# This file must parse on every Python 3: an old one gets a sentence, not a traceback.
import sys

from launch.python_version import complaint


def main() -> "int | str":
    """Check everything; a text returned is the sentence to fail with."""
    sentence = complaint(sys.version_info[:2])
    if sentence:
        return sentence
    from launch.check import check  # noqa: PLC0415 - written for the newer Python

    return check(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

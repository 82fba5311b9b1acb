"""Compiles the catalogues: `python -m sportsec.i18n.build`, part of setting up."""

from __future__ import annotations

from sportsec.i18n.catalogue import FOLDER
from sportsec.i18n.compiling import compile_language


def main() -> None:
    """Compile every language."""
    for folder in sorted(FOLDER.iterdir()):
        if folder.is_dir():
            compile_language(sorted(folder.glob("*.po")), FOLDER / f"{folder.name}.mo")


if __name__ == "__main__":
    main()

"""The catalogue of one language: every area file `resources/i18n/<language>/*.po`.

Texts are English in the code. The areas are compiled into one `.mo` beside the
folders; it is made when missing or older than a source, so nobody has to remember.
"""

from __future__ import annotations

import gettext
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "resources" / "i18n"


def load(language: str, folder: Path = FOLDER) -> gettext.NullTranslations:
    """Return the translations of `language`; English needs none.

    Args:
        language: "ar", "fr" or "en".
    """
    if language == "en":
        return gettext.NullTranslations()
    compiled = folder / f"{language}.mo"
    areas = sorted((folder / language).glob("*.po"))
    if not _is_fresh(compiled, areas):
        # Babel is slow to import and needed only after a change of the sources.
        from sportsec.i18n.compiling import compile_language  # noqa: PLC0415

        return gettext.GNUTranslations(compile_language(areas, compiled))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _is_fresh(compiled: Path, areas: list[Path]) -> bool:
    if not compiled.exists():
        return False
    made = compiled.stat().st_mtime_ns
    return all(area.stat().st_mtime_ns < made for area in areas)

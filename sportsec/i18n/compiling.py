"""Compiles the area files of one language into the form that gettext reads."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sportsec.i18n.typography import held

#: Arabic: none, one, two, 3–10, 11–99, hundreds. French: 0 and 1, then the rest.
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "fr": "nplurals=2; plural=(n > 1);",
}


def read_areas(areas: list[Path], language: str) -> Catalog:
    """Merge the area files of one language; the first text given for a msgid stays."""
    merged = Catalog(locale=language)
    merged.mime_headers = [("Plural-Forms", PLURALS[language])]
    for area in areas:
        with area.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id and message.id not in merged:
                    merged[message.id] = _set(message, language)
    return merged


def _set(message: Message, language: str) -> Message:
    """Return a message with its signs set as the language sets them."""
    if isinstance(message.string, str):
        message.string = held(message.string, language)
    elif message.string:
        message.string = tuple(held(each, language) for each in message.string)
    return message


def compile_language(areas: list[Path], target: Path) -> BytesIO:
    """Compile area files into `target`, where it can be written, and return it."""
    compiled = BytesIO()
    write_mo(compiled, read_areas(areas, target.stem))
    if os.access(target.parent, os.W_OK):
        unfinished = target.with_suffix(f".{os.getpid()}.part")
        unfinished.write_bytes(compiled.getvalue())
        unfinished.replace(target)
    compiled.seek(0)
    return compiled

"""Every text of the program exists in Arabic and French, whole and well formed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import sportsec.domain
from sportsec.i18n.catalogue import FOLDER
from sportsec.i18n.compiling import PLURALS, compile_language
from sportsec.i18n.labels import label, labelled
from sportsec.i18n.translator import Translator
from tests.shape import modules_below

ROOT = Path(sportsec.__path__[0])
TRANSLATED = ("ar", "fr")
#: What translates or marks a text: one English text, or one and its plural.
ONE, TWO = {"N_", "t", "tr", "v", "second"}, {"tr_count", "count"}


@cache
def used() -> dict[str | tuple[str, str], str]:
    """Return every msgid in the code and where it stands first."""
    found: dict[str | tuple[str, str], str] = {}
    for source in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            wanted = 1 if name in ONE else 2 if name in TWO else 0
            texts = [
                argument.value
                for argument in call.args[:wanted]
                if isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
            ]
            if wanted and len(texts) == wanted and all(texts):
                key = texts[0] if wanted == 1 else (texts[0], texts[1])
                where = f"{source.relative_to(ROOT)}:{call.lineno}"
                found.setdefault(key, where)
    return found


def messages(language: str) -> Iterator[tuple[Path, Message]]:
    for area in sorted((FOLDER / language).glob("*.po")):
        with area.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id:
                    yield area, message


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_in_the_code_is_translated(language: str) -> None:
    known = {message.id for _, message in messages(language)}
    known |= {ids[0] for ids in known if isinstance(ids, tuple)}
    missing = [
        f"{where}: {msgid!r}" for msgid, where in used().items() if msgid not in known
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_the_catalogue_is_used(language: str) -> None:
    wanted: set[object] = set(used())
    unused = [
        f"{area.name}: {message.id!r}"
        for area, message in messages(language)
        if message.id not in wanted
    ]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_empty_or_loses_a_placeholder(language: str) -> None:
    number_of_forms = int(re.search(r"nplurals=(\d)", PLURALS[language])[1])  # type: ignore[index]
    for area, message in messages(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = (
            message.string
            if isinstance(message.string, tuple | list)
            else (message.string,)
        )
        where = f"{area.name}: {message.id!r}"
        assert all(texts), where
        if isinstance(message.id, tuple):
            assert len(texts) == number_of_forms, where
        wanted = set(re.findall(r"{\w+}", ids[-1]))
        for text in texts:
            given = set(re.findall(r"{\w+}", text))
            # Arabic says "one" and "two" in words, without the figure.
            assert given <= wanted, where
            assert wanted - given <= {"{n}"}, where


@pytest.mark.parametrize("language", TRANSLATED)
def test_two_areas_never_translate_one_text_differently(language: str) -> None:
    seen: dict[object, tuple[Path, object]] = {}
    for area, message in messages(language):
        first = seen.setdefault(message.id, (area, message.string))
        assert first[1] == message.string, f"{message.id!r}: {first[0]} and {area}"


def test_every_member_of_every_enumeration_of_the_domain_has_words() -> None:
    kinds = {
        kind
        for module in modules_below(sportsec.domain)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Enum) and len(kind)
    }
    shown = kinds & labelled()
    for language in ("ar", "fr", "en"):
        t = Translator(language)
        for kind in shown:
            assert all(label(t, member) for member in kind), kind
    assert {kind.__name__ for kind in kinds - labelled()} <= NOT_SHOWN


#: Enumerations that never reach a screen by their name: other texts speak for them.
NOT_SHOWN = {
    *("StoreReason", "Look"),
    "Nearness",  # the order of what a search finds
    *("ChangeKind", "Gap"),  # words of the history
    *("ConflictKind", "Side", "Unreadable"),  # of conflicts
    *("Choice", "NewNames", "NameKind", "Verdict", "Weight"),  # choices of an intake
    "Script",  # the letters of a text
}


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "لا مباراة"),
        (1, "مباراة واحدة"),
        (2, "مباراتان"),
        (7, "7 مباريات"),
        (11, "11 مباراة"),
        (99, "99 مباراة"),
        (100, "100 مباراة"),
    ],
)
def test_arabic_counts_in_six_forms(n: int, text: str, tmp_path: Path) -> None:
    area = tmp_path / "ar" / "x.po"
    area.parent.mkdir()
    forms = (
        "لا مباراة",
        "مباراة واحدة",
        "مباراتان",
        "{n} مباريات",
        "{n} مباراة",
        "{n} مباراة",
    )
    lines = "".join(f'msgstr[{i}] "{form}"\n' for i, form in enumerate(forms))
    area.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Plural-Forms: {PLURALS["ar"]}\\n"\n\n'
        f'msgid "{{n}} match"\nmsgid_plural "{{n}} matches"\n{lines}',
        encoding="utf-8",
    )
    import gettext

    catalogue = gettext.GNUTranslations(compile_language([area], tmp_path / "ar.mo"))
    assert catalogue.ngettext("{n} match", "{n} matches", n).format(n=n) == text

"""The language of the screen: the one process-wide translator.

from sportsec.ui.language import label, tr, tr_count, words

tr("Save")                             tr("Saved {name}", name="…")
tr_count("{n} match", "{n} matches", 3)
words(row.name)                        # Words in the language of the screen
label(Status.POSTPONED)                # any enum member of the domain
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.translator import LANGUAGE_NAMES, Translator
from sportsec.i18n.translator import translator as _translator_of

#: Each language in its own words.
NAMES = LANGUAGE_NAMES
#: Latin digits, Monday first, Maghreb month names (platform.md §4).
LOCALES = {"ar": "ar_MA", "fr": "fr_MA", "en": "en_GB"}
#: What the file dialog says and Qt's own catalogues lack.
_LACKED = {
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "%1 File": N_("%1 file"),
    "Drive": N_("Drive"),
}
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
#: The key that Qt calls Return, as the manual has it.
_ENTER = {"ar": "Enter", "fr": "Entrée", "en": "Enter"}
_RIGHT_TO_LEFT_MARK = "\u200f"
_LEFT_TO_RIGHT_MARK = "\u200e"
_SPEAKERS = {"QFileDialog", "QAbstractFileIconProvider"}


class _Ours(QTranslator):
    """Says something in our words before Qt's catalogue is asked.

    Args:
        said: Gives our words for a text of one of Qt's classes; None where there are
            none.
    """

    def __init__(self, parent: QObject, said: Callable[[str, str], str | None]) -> None:
        super().__init__(parent)
        self._said = said

    def isEmpty(self) -> bool:
        """Say that there are words: Qt leaves out a catalogue without any."""
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str | None:
        """Return our words; None leaves it to Qt's catalogue."""
        return self._said(context, source_text)


def _lacked(context: str, text: str) -> str | None:
    """Return what Qt's catalogue lacks of its file dialog."""
    ours = _LACKED.get(text) if context in _SPEAKERS else None
    return tr(ours) if ours else None


def _key(context: str, text: str) -> str | None:
    """Name keys as they stand on the keyboard: arrows by their sign.

    No keyboard has Arabic names of keys.
    """
    if context != "QShortcut":
        return None
    if text == "Return":
        return _ENTER[translator().language]
    return _ARROWS.get(text, text if is_rtl() else None)


class _Current:
    """What the process speaks now."""

    translator: Translator = _translator_of("en")
    qt: tuple[QTranslator, ...] = ()


def translator() -> Translator:
    """Return the translator of the screen."""
    return _Current.translator


def tr(text: str, /, **facts: object) -> str:
    """Translate an English msgid and fill its `{placeholders}`."""
    return _Current.translator(text, **facts)


def tr_count(one: str, many: str, n: int, /, **facts: object) -> str:
    """Translate a counted sentence: `{n}` is the number."""
    return _Current.translator.count(one, many, n, **facts)


def words(text: Words) -> str:
    """Return a name or text of the record in the language of the screen."""
    return _Current.translator.pick(text)


def label(member: Enum) -> str:
    """Return the words for a member of a domain enumeration."""
    from sportsec.i18n.labels import label as text_of  # noqa: PLC0415 - see start-up

    return text_of(_Current.translator, member)


def isolate(text: str) -> str:
    """Keep numbers, phones and codes from being torn apart inside Arabic text."""
    return _Current.translator.isolate(text)


def span_text(first: str, last: str, dash: str = "–") -> str:
    """Return a range of hours, days or figures, in the direction of the screen."""
    return _Current.translator.span(first, last, dash)


def further(count: int) -> str:
    """Return "+2" for two more that are not shown; a sign alone has no direction.

    Only where there is no room for words, and a hint says which.
    """
    return isolate(f"{_LEFT_TO_RIGHT_MARK}+{count}")


def and_others(named: Sequence[str], total: int) -> str:
    """Return "A, B and 5 others" where some of them are named."""
    said = ("، " if is_rtl() else ", ").join(named)
    rest = total - len(named)
    if rest <= 0:
        return said
    others = tr_count("and {n} other", "and {n} others", rest)
    return f"{said} {others}".strip()


def in_reading_direction(text: str) -> str:
    """Let a text of figures and codes alone begin where reading begins.

    Without a letter of Arabic it would run from left to right on an Arabic screen.
    """
    return f"{_RIGHT_TO_LEFT_MARK}{text}" if text and is_rtl() else text


def numbered(at: int, text: str) -> str:
    """Return "1. text"; the number stands where reading begins, whatever the text is.

    Args:
        text: Isolated, as it may be of another direction.
    """
    said = tr("{n}. {text}", n=isolate(str(at)), text=text)
    return f"{'' if is_rtl() else _LEFT_TO_RIGHT_MARK}{said}"


def is_rtl() -> bool:
    """Say whether the screen is read from right to left."""
    return _Current.translator.rtl


def set_language(app: QApplication, language: str) -> None:
    """Make the program speak `language`: our words, Qt's own, numbers, direction.

    Widgets that exist already keep their words: rebuild the window afterwards.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    _Current.translator = _translator_of(language)
    QLocale.setDefault(QLocale(LOCALES[language]))
    for known in _Current.qt:
        app.removeTranslator(known)
    _Current.qt = ()
    found: list[QTranslator] = []
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        catalogue = QTranslator(app)
        if catalogue.load(f"qtbase_{language}", folder):
            found = [_Ours(app, _lacked), catalogue]
    _Current.qt = (*found, _Ours(app, _key))  # Qt asks the one installed last first
    for each in _Current.qt:
        app.installTranslator(each)
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight
    )


def locale() -> QLocale:
    """Return the locale of the screen."""
    return QLocale(LOCALES[_Current.translator.language])

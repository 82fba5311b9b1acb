"""The manual has a page for every screen in every language, and opens at the place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sportsec.domain.words import LANGUAGES
from sportsec.i18n.translator import translator
from sportsec.ui.help_window import LISTS, WITH, HelpWindow
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.resources import HELP

SCREENS = sorted({WITH.get(page.key, page.key) for page in PAGES})
#: Texts that stand beside those of the screens.
OTHERS = ["lists", "news", "tour"]
#: Words that are French as well.
FRENCH_TOO = {"Briefing", "Actions"}
KEYS = [("Everywhere", [("Undo", "Ctrl+Z")])]


def text_of(screen: str, language: str) -> str:
    return (HELP / language / f"{screen}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("screen", [*SCREENS, *OTHERS])
def test_every_screen_has_a_page_of_the_same_build(screen: str) -> None:
    builds = {
        tuple(re.findall(r"^(?:#+|-|\d\.) ", text_of(screen, language), re.MULTILINE))
        for language in LANGUAGES
    }
    assert len(builds) == 1


@pytest.mark.parametrize("screen", [*SCREENS, *OTHERS])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_manual_names_buttons_that_exist(screen: str, language: str) -> None:
    t = translator(language)
    for msgid in re.findall(r"\{\{(.+?)\}\}", text_of(screen, language)):
        is_french = language == "fr" and msgid in FRENCH_TOO
        assert t(msgid) != msgid or is_french, msgid


def test_no_page_is_for_a_screen_that_is_gone() -> None:
    for language in LANGUAGES:
        texts = sorted(file.stem for file in (HELP / language).iterdir())
        assert texts == sorted([*SCREENS, *OTHERS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_at_the_place_and_ends_with_the_keys(
    qtbot: QtBot, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    window = HelpWindow(PAGES, KEYS)
    qtbot.addWidget(window)
    window.open_at("history")
    shown = window.text.toPlainText()
    assert shown.startswith(text_of("history", language).splitlines()[0][2:])
    assert "Ctrl+Z" in shown.splitlines()[-1]
    assert "{{" not in shown


def test_a_page_leads_to_another(qtbot: QtBot) -> None:
    window = HelpWindow([*PAGES, LISTS], KEYS)
    qtbot.addWidget(window)
    window.open_at("clubs")
    assert "[Lists](lists)" in window.text.document().toMarkdown()
    window.text.anchorClicked.emit(QUrl("lists"))
    assert window.text.toPlainText().startswith("Lists")


def test_f1_opens_it_where_the_officer_is(window: MainWindow, qtbot: QtBot) -> None:
    window.go("contacts")
    window.actions_of["manual"].trigger()
    manual = window.guide.manual
    assert manual is not None
    qtbot.addWidget(manual)
    assert manual.text.toPlainText().startswith("Contacts")
    assert "Ctrl+Z" in manual.text.toPlainText()
    assert window.actions_of["manual"].shortcut().toString() == "F1"


def test_a_screen_without_a_page_opens_the_first(qtbot: QtBot) -> None:
    window = HelpWindow(PAGES, KEYS)
    qtbot.addWidget(window)
    window.open_at("nowhere")
    assert window.topics.currentRow() == 0

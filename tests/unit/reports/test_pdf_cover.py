from __future__ import annotations

from sportsec.reports.document import Document
from sportsec.reports.pdf.box import Stack
from sportsec.reports.pdf.cover import cover_boxes
from tests.unit.reports.papers_latin import bilingual
from tests.unit.reports.sheet import WIDTH, Sheet, measure


def cover(document: Document) -> Sheet:
    sheet = Sheet()
    where = measure(document.language, document.second_language)
    Stack.of(cover_boxes(document, where)).draw(sheet, 0.0, 0.0)
    return sheet


def test_each_language_of_the_letterhead_stands_on_its_side() -> None:
    sheet = cover(bilingual())
    assert sheet.place("المديرية").x > WIDTH / 2
    assert sheet.place("Direction").x < WIDTH / 2


def test_the_letterhead_begins_at_the_margin_its_lines_centred_on_each_other() -> None:
    lines = ("Préfecture de police de Fès", "Cellule")
    long, short = (
        cover(Document("Titre", "fr", (), issuer=lines)).place(line) for line in lines
    )
    assert abs(long.x) < 0.1
    assert abs(long.x + long.width / 2 - (short.x + short.width / 2)) < 0.1
    alone = cover(Document("عنوان", "ar", (), issuer=("خلية",))).place("خلية")
    assert abs(alone.x + alone.width - WIDTH) < 0.1


def test_titles_are_centred() -> None:
    title = cover(bilingual()).place("أمر العمليات")
    assert abs(title.x + title.width / 2 - WIDTH / 2) < 0.1
    assert title.size == 20.0


def test_the_second_title_is_smaller_and_below() -> None:
    sheet = cover(bilingual())
    first, second = sheet.place("أمر العمليات"), sheet.place("Ordre d’opérations")
    assert second.size < first.size
    assert second.baseline > first.baseline


def test_references_stand_in_reading_order() -> None:
    document = Document("عنوان", "ar", (), reference=("أول", "ثان", "ثالث"))
    xs = [cover(document).place(part).x for part in document.reference]
    assert xs == sorted(xs, reverse=True)


def test_a_bare_document_has_a_title_only() -> None:
    assert [w.text for w in cover(Document("Titre", "fr", ())).words] == ["Titre"]

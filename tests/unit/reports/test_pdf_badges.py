from __future__ import annotations

from sportsec.reports.document import Badge, Badges, Level
from tests.unit.reports.sheet import WIDTH, Sheet, printed

WORDS = ("منخفض", "متوسط", "مرتفع", "حرج")
ALL = tuple(Badge(word, level) for word, level in zip(WORDS, Level, strict=True))


def frames(sheet: Sheet) -> list[dict[str, object]]:
    return [box for box in sheet.boxes if box.get("radius")]


def test_the_category_is_always_printed_in_words() -> None:
    sheet = printed(Badges(ALL))
    assert [words.text for words in sheet.words] == list(WORDS)


def test_the_words_of_a_category_are_never_broken() -> None:
    long = tuple(Badge("Intermédiaire", level) for level in Level)
    sheet = printed(Badges(long), language="fr")
    assert [words.text for words in sheet.words] == ["Intermédiaire"] * 4


def test_no_badges_print_nothing() -> None:
    assert not printed(Badges(())).words


def test_the_gravest_is_white_on_dark() -> None:
    sheet = printed(Badges(ALL))
    assert [words.white for words in sheet.words] == [False, False, False, True]


def test_frames_grow_with_the_level() -> None:
    lines = [float(str(frame["line"])) for frame in frames(printed(Badges(ALL)))]
    assert lines == sorted(lines)
    assert lines[0] < lines[-1]


def test_badges_stand_in_reading_order() -> None:
    arabic = [words.x for words in printed(Badges(ALL)).words]
    assert arabic == sorted(arabic, reverse=True)


def test_frames_stand_on_one_line_though_only_one_has_a_caption() -> None:
    pair = (Badge("أ", Level.LOW, caption="داخل الملعب"), Badge("ب", Level.HIGH))
    tops = {frame["top"] for frame in frames(printed(Badges(pair)))}
    assert max(map(float, map(str, tops))) - min(map(float, map(str, tops))) < 1.0


def test_a_badge_alone_stands_at_the_reading_start() -> None:
    (frame,) = frames(printed(Badge("مرتفع", Level.HIGH, note="61/100")))
    right = float(str(frame["x"])) + float(str(frame["width"]))
    assert abs(right - WIDTH) < 2.0
    assert float(str(frame["width"])) < 200.0

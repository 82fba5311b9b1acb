"""Names of months and weekdays in Arabic, French and English, as keys of `fold`."""

from __future__ import annotations

from sportsec.domain.folding import fold

# Per month: English, French, Moroccan Arabic (domain.md §6), then the spellings of
# Egypt and the Gulf, of Algeria and Tunisia, and of the Levant.
_MONTHS = (
    "january jan janvier janv يناير ينايـر جانفي كانون_الثاني",
    "february feb fevrier fevr fev فبراير فيفري شباط",
    "march mar mars مارس آذار",
    "april apr avril avr أبريل ابريل إبريل أفريل نيسان",
    "may mai ماي مايو مي أيار نوار",
    "june jun juin يونيو يونيه جوان حزيران",
    "july jul juillet juil juill يوليوز يوليو يوليه جويلية تموز",
    "august aug aout غشت أغسطس اغسطس أوت آب",
    "september sep sept septembre شتنبر سبتمبر أيلول",
    "october oct octobre أكتوبر اكتوبر تشرين_الأول",
    "november nov novembre نونبر نوفمبر تشرين_الثاني",
    "december dec decembre دجنبر ديسمبر كانون_الأول",
)
_WEEKDAYS = (
    "monday mon lundi lun الإثنين الاثنين الأثنين اثنين",
    "tuesday tue tues mardi الثلاثاء الثلاثا ثلاثاء",
    "wednesday wed mercredi mer الأربعاء الاربعاء أربعاء",
    "thursday thu thur thurs jeudi jeu الخميس خميس",
    "friday fri vendredi ven الجمعة جمعة",
    "saturday sat samedi sam السبت سبت",
    "sunday sun dimanche dim الأحد الاحد أحد",
)


def _numbered(rows: tuple[str, ...], start: int) -> dict[str, int]:
    return {
        fold(name): number
        for number, row in enumerate(rows, start)
        for name in row.split()
    }


#: Month 1–12 by folded name; two-word names are joined by "_".
MONTHS = _numbered(_MONTHS, 1)
#: Weekday by folded name, Monday is 0. ("mar" is March: as a weekday it is spelt out.)
WEEKDAYS = _numbered(_WEEKDAYS, 0)

#: Two-word month names, to be joined before a text is cut into words.
TWO_WORD_MONTHS = tuple(
    (name.replace("_", " "), name) for name in MONTHS if "_" in name
)

#: Words that stand in a date without meaning anything in it.
FILLERS = frozenset(
    fold(word)
    for word in [
        "le",
        "du",
        "de",
        "of",
        "the",
        "on",
        "at",
        "a",
        "à",
        "er",
        "ere",
        "st",
        "nd",
        "rd",
        "th",
        "t",
        "jour",
        "date",
        "day",
        "match",
        "يوم",
        "اليوم",
        "في",
        "على",
        "الساعة",
        "بتاريخ",
        "سنة",
        "من",
        "شهر",
    ]
)

#: What stands where nothing is known yet; folded.
BLANKS = frozenset(
    fold(word)
    for word in (
        "",
        "-",
        "--",
        "---",
        "?",
        "??",
        "x",
        "vs",
        ":",
        "- : -",
        "-:-",
        "#n/a",
        "#ref!",
        "#value!",
        "#name?",
        "#div/0!",
        "#null!",
        "#num!",
        "n/a",
        "na",
        "nan",
        "nat",
        "nil",
        "null",
        "none",
        "tba",
        "tbc",
        "tbd",
        "to be announced",
        "to be confirmed",
        "to be determined",
        "a definir",
        "a determiner",
        "a fixer",
        "a confirmer",
        "non defini",
        "غير محدد",
        "غير محددة",
        "لم يحدد",
        "لم يحدد بعد",
        "يحدد لاحقا",
        "تحدد لاحقا",
        "سيحدد لاحقا",
        "ستحدد لاحقا",
    )
)

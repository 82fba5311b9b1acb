"""Phone numbers: checked, kept in E.164 form, read in groups, dialled in one click."""

from __future__ import annotations

import re
from functools import cache

REGION = "MA"
_GROUPED = re.compile(r"(?<!\d)(?:\+212 ?\d|0\d)(?: \d\d){4}(?!\d)")


def e164(text: str) -> str:
    """Return a number in E.164 form ("+212522123456"); "" if it cannot be one.

    Moroccan numbers need no country code. Short numbers such as 19 and extensions
    cannot be dialled from outside, and are none.
    """
    # Slow to import; only what handles a number pays for it.
    import phonenumbers as library  # noqa: PLC0415

    if any(sign.isalpha() for sign in text):
        return ""
    try:
        number = library.parse(text, REGION)
    except library.NumberParseException:
        return ""
    if not library.is_possible_number(number):
        return ""
    return library.format_number(number, library.PhoneNumberFormat.E164)


def kept(text: str) -> str:
    """Return what is stored for a number typed: E.164, else the text as it is."""
    typed = " ".join(text.split())
    return e164(typed) or typed


def is_dialled(text: str) -> bool:
    """Say whether a text can be dialled: a full number, or a short one such as 19."""
    return bool(e164(text)) or (text.isascii() and text.isdigit() and len(text) <= 5)


def tel_link(text: str) -> str:
    """Return "tel:+212…" for a number that can be dialled, else ""."""
    number = e164(text)
    return f"tel:{number}" if number else ""


def mail_link(address: str) -> str:
    """Return "mailto:…" for an address, else ""."""
    return f"mailto:{address}" if "@" in address else ""


@cache
def phone(text: str) -> str:
    """Return a stored number as people read it: Moroccan ones as 06 12 34 56 78.

    What is no number ("poste 12") is returned as it was typed.
    """
    # Slow to import; only screens and papers that show a number pay for it.
    import phonenumbers as library  # noqa: PLC0415

    if any(sign.isalpha() for sign in text):
        return text
    try:
        parsed = library.parse(text, REGION)
    except library.NumberParseException:
        return text
    if not library.is_possible_number(parsed):
        return text
    if parsed.country_code == library.country_code_for_region(REGION):
        digits = f"0{parsed.national_number}"
        return " ".join(digits[n : n + 2] for n in range(0, len(digits), 2))
    return library.format_number(parsed, library.PhoneNumberFormat.INTERNATIONAL)


def unbroken(text: str) -> str:
    """Return a text with no line end inside the Moroccan numbers written in groups."""
    return _GROUPED.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)

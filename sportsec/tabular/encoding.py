"""Bytes into text: the encoding is recognised by what the text then says."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from sportsec.domain.intake.plausibility import plausibility

# Of two that read the same text (French without capitals) the first wins.
_SINGLE_BYTE = ("cp1252", "cp1256", "iso8859-6", "mac-roman", "cp850")
#: Names as the world knows them.
_SHOWN = {"iso8859-6": "iso-8859-6"}
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: So many characters are enough to tell encodings apart.
_SAMPLE = 200_000
_TELLING = re.compile(rb"[\x80-\xff]")
_MOJIBAKE = re.compile("[ÃÂØÙÐÇÈÉÊËÌÍÎÏåæãáÑÒÓ×ƒ√¬ÿطظآأ][^\x00-\x7f]")


class Decoded(NamedTuple):
    """A text and how it came to be.

    Args:
        encoding: Python's name of it.
        repaired: The encoding through which the text had gone once too often.
        had_zeros: Zero bytes were dropped, as a power cut leaves them.
    """

    text: str
    encoding: str
    repaired: str = ""
    had_zeros: bool = False


def decode(data: bytes) -> Decoded | None:
    """Decode the bytes of a text file.

    Returns:
        None when they are no text.
    """
    encoding, data = _marked(data)
    if encoding:
        return _finish(data.decode(encoding, "replace"), encoding)
    wide = _wide(data)
    if wide:
        return _finish(data[: len(data) & ~1].decode(wide, "replace"), wide)
    if _is_binary(data):
        return None
    try:
        return _finish(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
    if cut or _is_mostly_utf8(data):
        return _finish(data.decode("utf-8", "replace"), "utf-8")
    encoding = _likeliest(data)
    return _finish(_single(data, encoding), _SHOWN.get(encoding, encoding))


def _marked(data: bytes) -> tuple[str, bytes]:
    """Cut off byte order marks, of which some exporters write two."""
    found = ""
    while data.startswith(codecs.BOM_UTF8):
        found, data = "utf-8", data[3:]
    if found:
        # Two programs may have added one each, the second taking it for text.
        text = "\u00ef\u00bb\u00bf".encode()
        while data.startswith(text):
            data = data[len(text) :]
        return found if _reads_as_utf8(data) else "", data
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            while data.startswith(bom):
                data = data[len(bom) :]
            size = 4 if "32" in encoding else 2
            return encoding, data[: len(data) // size * size]
    return "", data


def _reads_as_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 3 or _is_mostly_utf8(data)
    return True


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a mark: every ASCII letter has a zero beside it."""
    sample = data[:8192]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 2 * 0.12 or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(data: bytes) -> bool:
    """Say whether bytes are no text: control characters stand among them.

    Zero bytes at the end are what a power cut leaves of a file.
    """
    sample = data.rstrip(b"\0")[: 1 << 20]
    if not sample:
        return True
    printed = bytes(range(9, 14)) + bytes(range(32, 256))
    controls = sample.translate(None, delete=printed)
    return len(controls) > max(4, len(sample) // 200)


def _is_mostly_utf8(data: bytes) -> bool:
    """Say whether a few bad bytes stand in what else is UTF-8."""
    text = data[: 1 << 20].decode("utf-8", "replace")
    good = sum(1 for letter in text if letter > "\x7f" and letter != "\ufffd")
    return good > 20 * text.count("\ufffd")


def _likeliest(data: bytes) -> str:
    sample = _telling(data)
    scores = {each: plausibility(_single(sample, each)) for each in _SINGLE_BYTE}
    return max(_SINGLE_BYTE, key=lambda each: scores[each])


def _telling(data: bytes) -> bytes:
    """Return lines with bytes outside ASCII: the others are the same everywhere."""
    kept: list[bytes] = []
    at = size = 0
    while size < _SAMPLE:
        found = _TELLING.search(data, at)
        if found is None:
            break
        start = max(data.rfind(b"\n", at, found.start()) + 1, at)
        end = data.find(b"\n", found.start())
        at = len(data) if end < 0 else end + 1
        kept.append(data[start:at][:_SAMPLE])
        size += len(kept[-1])
    return b"".join(kept)


def _single(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace")


def _finish(text: str, encoding: str) -> Decoded:
    text = text.removeprefix("\u00ef\u00bb\u00bf").lstrip("\ufeff")
    had_zeros = "\0" in text
    if had_zeros:
        text = text.replace("\0", "")
    repaired, through = repair(text)
    return Decoded(repaired, encoding, through, had_zeros)


def repair(text: str) -> tuple[str, str]:
    """Put doubly encoded text right: UTF-8 or cp1256 that was read as something else.

    Returns:
        The text, and the encoding it had wrongly gone through; "" when it was sound.
    """
    sample = "\n".join(
        line for line in text[: 4 * _SAMPLE].split("\n") if not line.isascii()
    )[:_SAMPLE]
    if not sample or not _MOJIBAKE.search(sample):
        return text, ""
    best, through, target = plausibility(sample), "", ""
    margin = 2.0
    for wrong in ("cp1252", "mac-roman", "cp1256", "iso8859-6", "cp850"):
        for right in ("utf-8", "cp1256", "iso8859-6"):
            if wrong == right:
                continue
            try:
                fixed = _back(sample, wrong).decode(right)
            except UnicodeError:
                continue
            # Chance rarely makes valid UTF-8, and more rarely many times.
            letters = sum(letter > "\x7f" for letter in fixed)
            bonus = min(12, 3 * letters) if right == "utf-8" else 0
            score = plausibility(fixed) + bonus
            if score > best + margin:
                best, through, target = score, wrong, right
    if through:
        try:
            return _back(text, through).decode(target), through
        except UnicodeError:
            through = ""
    return _repair_lines(text)


def _repair_lines(text: str) -> tuple[str, str]:
    """Repair single lines of a file that was put together from several."""
    lines = text.split("\n")
    changed = False
    for number, line in enumerate(lines):
        if line.isascii() or not _MOJIBAKE.search(line):
            continue
        try:
            fixed = _back(line, "cp1252").decode("utf-8")
        except UnicodeError:
            continue
        if fixed != line and plausibility(fixed) > plausibility(line):
            lines[number], changed = fixed, True
    return ("\n".join(lines), "cp1252") if changed else (text, "")


def _back(text: str, encoding: str) -> bytes:
    """Encode as the wrong reader decoded: bytes it did not know it kept."""
    return text.encode(encoding, "sportsec.bytes")


def _as_bytes(error: UnicodeError) -> tuple[bytes, int]:
    if isinstance(error, UnicodeEncodeError):
        part = error.object[error.start : error.end]
        if all(ord(letter) < 256 for letter in part):
            return part.encode("latin-1"), error.end
    raise error


codecs.register_error("sportsec.bytes", _as_bytes)

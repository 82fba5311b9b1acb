"""How far two colours stand out from each other."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage


def luminance(name: str) -> float:
    """Return the relative luminance of a colour such as "#4C5969" (WCAG 2.2)."""
    parts = QColor(name).getRgbF()[:3]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return 1 … 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def strongest(image: QImage, ground: str) -> float:
    """Return the contrast of what stands out most in a picture."""
    return max(contrast(QColor(each).name(), ground) for each in colours_in(image))


def colours_in(image: QImage) -> set[int]:
    """Return each colour of a picture once, as `QColor.rgb` has it.

    Asked for one by one, its points would take a second.
    """
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return set(memoryview(plain.constBits()).cast("I"))

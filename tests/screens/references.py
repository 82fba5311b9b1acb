"""The stored look of every picture: small, and compared with tolerance.

A reference is renewed only by name, see `--renew`; it never follows by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

FOLDER = Path(__file__).with_name("references")
WIDTH = 200
QUALITY = 70
BLOCK = 4  # pixels of the small picture that are judged together
#: Difference of a block, in 255ths, that shows.
SHOWS = 18
#: Blocks that may differ.
FEW = 6


class Fate(StrEnum):
    """What came of a comparison."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True)
class Verdict:
    """A picture and its reference.

    Args:
        name: Of the picture, without its ending.
        fate: What came of the comparison.
        blocks: How many small areas look different.
        faults: What does not fit, has no name or comes out of order, in words.
    """

    name: str
    fate: Fate
    blocks: int = 0
    faults: tuple[str, ...] = ()


def place(name: str) -> Path:
    """Return where the reference of a picture is; those of a scene lie together."""
    key, _, scene = name.partition("+")
    return FOLDER / scene / f"{key}.webp"


def small(picture: QImage) -> QImage:
    """Return a picture as references are."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaledToWidth(WIDTH, smooth).convertToFormat(
        QImage.Format.Format_RGB32
    )


def packed(picture: QImage) -> QByteArray:
    """Return a picture as the bytes of a reference."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not small(picture).save(buffer, "WEBP", QUALITY):
        raise OSError(QUALITY)
    return buffer.data()


def renew(name: str, picture: QImage) -> None:
    """Make a picture the reference."""
    path = place(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(picture).data())


def compare(name: str, picture: QImage, faults: tuple[str, ...]) -> Verdict:
    """Say whether a picture still looks like its reference."""
    path = place(name)
    if not path.exists():
        return Verdict(name, Fate.NEW, faults=faults)
    stored = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    # Packed as well: what packing takes from strong colours is no change.
    new = QImage.fromData(packed(picture)).convertToFormat(stored.format())
    if abs(stored.height() - new.height()) > 1:
        return Verdict(name, Fate.CHANGED, -1, faults)
    blocks = differing_blocks(stored, new)
    fate = Fate.CHANGED if blocks > FEW else Fate.SAME
    return Verdict(name, fate, blocks, faults)


def differing_blocks(one: QImage, other: QImage) -> int:
    """Return how many small areas of two pictures look different."""
    columns = max(1, one.width() // BLOCK)
    rows = max(1, min(one.height(), other.height()) // BLOCK)
    first, second = (_means(each, columns, rows) for each in (one, other))
    return sum(
        max(
            abs(a - b)
            for a, b in zip(first[at : at + 3], second[at : at + 3], strict=True)
        )
        > SHOWS
        for at in range(0, len(first), 4)
    )


def _means(picture: QImage, columns: int, rows: int) -> bytes:
    """Return the mean colour of each block, four bytes for one."""
    area = picture.copy(0, 0, columns * BLOCK, rows * BLOCK)
    means = area.scaled(
        *(columns, rows),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)
    return bytes(means.constBits())

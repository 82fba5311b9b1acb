from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyrage
import pytest
import zstandard

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason, Sealing
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync import failing, unpacking
from sportsec.sync.container import open_container, sealing_of, write
from sportsec.sync.files import Settling
from sportsec.sync.manifest import Manifest, PayloadFacts
from sportsec.sync.packing import head_of, pack
from sportsec.sync.unpacking import SIGNED_AS
from tests.unit.sync.cells import Cell, some_payload

WORDS = "lion tigre chameau gazelle éléphant girafe"
OURS, THEIRS, STRANGER = Cell(), Cell(), Cell()

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")


def sealed_by(sealing: Sealing) -> dict[str, Any]:
    if sealing is Sealing.CELLS:
        return {"recipients": [OURS.box.public, STRANGER.box.public]}
    return {"passphrase": WORDS} if sealing is Sealing.PASSPHRASE else {}


def a_file(folder: Path, sealing: Sealing = Sealing.OPEN, **changes: Any) -> Path:
    path = folder / "sent.ssx"
    payload = some_payload(folder)
    write(path, payload, THEIRS.manifest(**changes), THEIRS.sign, **sealed_by(sealing))
    return path


def forged(
    folder: Path,
    *,
    author: Cell = THEIRS,
    spoil: Callable[[bytes], bytes] = lambda cover: cover,
    packed: bytes | None = None,
    facts: PayloadFacts | None = None,
    **changes: Any,
) -> Path:
    """Write an open file whose author signed something that we never write."""
    path, place = folder / "forged.ssx", folder / "packed"
    true_facts = pack(some_payload(folder), place, lambda _done: None)
    manifest = author.manifest(payload=facts or true_facts, **changes)
    cover = spoil(manifest.to_bytes())
    content = place.read_bytes() if packed is None else packed
    path.write_bytes(head_of(cover, author.sign(SIGNED_AS + cover)) + content)
    place.unlink()
    return path


def refusal(path: Path, **options: Any) -> BadFile:
    """Open a file that must be refused, leaving nothing behind."""
    into = path.parent / "into"
    keys = {"box": OURS.box, "passphrase": WORDS, "me": OURS.cell_key, **options}
    with pytest.raises(BadFile) as refused:
        open_container(path, into, **keys)
    assert not into.exists() or list(into.iterdir()) == []
    return refused.value


@pytest.mark.parametrize("sealing", Sealing)
def test_what_was_written_comes_out(tmp_path: Path, sealing: Sealing) -> None:
    path = tmp_path / "sent.ssx"
    payload = some_payload(tmp_path)
    wanted = THEIRS.manifest(recipients=(OURS.cell_key,))
    parts: list[float] = []
    keys = sealed_by(sealing)
    sent = write(path, payload, wanted, THEIRS.sign, progress=parts.append, **keys)
    opened = open_container(
        path,
        tmp_path / "into",
        box=OURS.box,
        passphrase=f"  {WORDS.upper()}\u200f ".replace(" ", "  "),
        me=OURS.cell_key,
    )
    assert opened.payload.read_bytes() == payload.read_bytes()
    assert opened.manifest == sent == replace(wanted, payload=sent.payload)
    assert opened.sealing is sealing_of(path) is sealing
    assert opened.is_sealed == (sealing is not Sealing.OPEN)
    assert opened.size == path.stat().st_size
    assert parts == sorted(parts)
    assert parts[-1] == pytest.approx(1)
    assert {each.name for each in tmp_path.iterdir()} == {
        *("sent.ssx", "outgoing.db", "into")
    }
    if sys.platform != "win32":
        assert opened.payload.stat().st_mode & 0o077 == 0


def test_a_file_is_known_again_however_it_is_sealed(tmp_path: Path) -> None:
    digests = set()
    for sealing in (Sealing.OPEN, Sealing.CELLS):
        folder = tmp_path / sealing
        folder.mkdir()
        path = a_file(folder, sealing)
        digests.add(open_container(path, folder / "into", box=OURS.box).digest)
    assert len(digests) == 1


def test_any_age_tool_opens_a_file_with_a_passphrase(tmp_path: Path) -> None:
    path = a_file(tmp_path, Sealing.PASSPHRASE)
    plain = pyrage.passphrase.decrypt(path.read_bytes(), WORDS)
    assert plain.startswith(b"SPORTSEC1\n")


def test_an_empty_payload_goes_through(tmp_path: Path) -> None:
    payload = tmp_path / "empty.db"
    payload.touch()
    path = tmp_path / "sent.ssx"
    write(path, payload, THEIRS.manifest(), THEIRS.sign)
    assert open_container(path, tmp_path / "into").payload.read_bytes() == b""


# -- keys


def test_another_passphrase_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, Sealing.PASSPHRASE)
    other = WORDS.partition(" ")[0]
    assert refusal(path, passphrase=other).reason is FileRefusal.WRONG_PASSPHRASE
    assert refusal(path, passphrase=None).reason is FileRefusal.NEEDS_PASSPHRASE


def test_another_key_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, Sealing.CELLS)
    for box in (Cell().box, None):
        assert refusal(path, box=box).reason is FileRefusal.SEALED_FOR_OTHERS


def test_a_passphrase_that_would_cost_gigabytes_is_not_tried(tmp_path: Path) -> None:
    path = a_file(tmp_path, Sealing.PASSPHRASE)
    path.write_bytes(path.read_bytes().replace(b" 18\n", b" 24\n", 1))
    assert refusal(path).reason is FileRefusal.BAD_SEAL


def test_an_endless_header_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sent.ssx"
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    path.write_bytes(b"age-encryption.org/v1\n" + stanza * 10_000 + b"--- x\n")
    assert refusal(path).reason is FileRefusal.BAD_SEAL


# -- the cover sheet


def test_a_file_signed_by_another_is_refused(tmp_path: Path) -> None:
    path, payload = tmp_path / "sent.ssx", some_payload(tmp_path)
    with pytest.raises(BadFile) as refused:
        write(path, payload, THEIRS.manifest(), STRANGER.sign)
    assert refused.value.reason is FileRefusal.NOT_KEPT
    assert not path.exists()


def test_a_cover_changed_after_signing_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"club":3', b'"club":4'))
    assert refusal(path).reason is FileRefusal.BAD_SIGNATURE


def test_a_cover_that_another_signed_anew_is_from_that_other(tmp_path: Path) -> None:
    sender = replace(STRANGER.sender(), certificate=THEIRS.sender().certificate)
    path = forged(tmp_path, author=STRANGER, sender=sender)
    assert refusal(path).reason is FileRefusal.BAD_CERTIFICATE


def test_what_was_meant_for_others_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, recipients=(STRANGER.cell_key,))
    refused = refusal(path)
    assert refused.reason is FileRefusal.NOT_FOR_US
    assert refused.facts["cell"] == THEIRS.sender().name


def test_a_newer_file_asks_for_an_update_though_its_form_is_unknown(
    tmp_path: Path,
) -> None:
    def newer(cover: bytes) -> bytes:
        return cover.replace(b'"min_reader":1', b'"min_reader":9').replace(
            b'"full":true', b'"full":"largely"'
        )

    refused = refusal(forged(tmp_path, spoil=newer))
    assert refused.reason is FileRefusal.NEEDS_UPDATE
    assert refused.facts["version"] == "0.1.0"


def test_a_file_of_a_later_form_asks_for_an_update(tmp_path: Path) -> None:
    path = tmp_path / "sent.ssx"
    path.write_bytes(b"SPORTSEC2\n" + bytes(500))
    assert refusal(path).reason is FileRefusal.NEEDS_UPDATE


def test_a_huge_cover_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sent.ssx"
    path.write_bytes(b"SPORTSEC1\n" + b"\xff" * 4 + bytes(2_000_000))
    assert refusal(path).reason is FileRefusal.COVER_TOO_BIG


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cover: cover[:-1] + b',"x":1}',
        lambda cover: cover[:-1] + b',"full":true}',
        lambda cover: cover.replace(b'"full":true', b'"full": true'),
        lambda cover: cover.replace(b'"full":true', b'"full":1'),
        lambda cover: cover.replace(b'"format":1', b'"format":1.0'),
        lambda cover: cover.replace(b'"format":1', b'"format":true'),
        lambda _cover: b"[" * 500_000 + b"]" * 500_000,
        lambda _cover: b"",
        lambda _cover: b"\xff",
        lambda cover: cover.replace(b'"city":""', b'"city":"\\ud800"'),
    ],
)
def test_a_cover_in_any_other_spelling_is_refused(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    assert refusal(forged(tmp_path, spoil=spoil)).reason is FileRefusal.BAD_COVER


# -- the content


def test_a_bomb_stops_at_the_size_it_says(tmp_path: Path) -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(300 << 20))
    facts = PayloadFacts(bytes(32), 1 << 20, len(bomb))
    refused = refusal(forged(tmp_path, packed=bomb, facts=facts))
    assert refused.reason is FileRefusal.MORE_THAN_SAID


def test_a_declared_size_beyond_any_season_is_refused(tmp_path: Path) -> None:
    facts = PayloadFacts(bytes(32), 10 << 30, 100)
    refused = refusal(forged(tmp_path, packed=bytes(100), facts=facts))
    assert refused.reason is FileRefusal.BAD_COVER
    assert refused.facts["place"] == "payload.size"


def test_a_window_of_gigabytes_is_refused(tmp_path: Path) -> None:
    wide = zstandard.ZstdCompressionParameters(window_log=27, compression_level=1)
    packed = zstandard.ZstdCompressor(compression_params=wide).compress(
        bytes(200 << 20)
    )
    facts = PayloadFacts(bytes(32), 200 << 20, len(packed))
    refused = refusal(forged(tmp_path, packed=packed, facts=facts))
    assert refused.reason is FileRefusal.DAMAGED


def test_a_disk_without_room_is_seen_before_anything_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path)
    monkeypatch.setattr(unpacking, "SPARE_BYTES", 1 << 60)
    refused = refusal(path)
    assert refused.reason is ExchangeReason.NOT_ENOUGH_ROOM


def test_another_content_under_a_true_cover_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    first = path.read_bytes()
    other = some_payload(tmp_path, bytes(512_000))
    write(path, other, THEIRS.manifest(), THEIRS.sign)
    second = path.read_bytes()
    at = first.index(b"\x28\xb5\x2f\xfd")
    packed = second[second.index(b"\x28\xb5\x2f\xfd") :]
    facts = replace(
        open_container(path, tmp_path / "x").manifest.payload, sha256=bytes(32)
    )
    assert at
    refused = refusal(forged(tmp_path, packed=packed, facts=facts))
    assert refused.reason is FileRefusal.OTHER_CONTENT


@pytest.mark.parametrize("sealing", [Sealing.OPEN, Sealing.CELLS])
def test_cut_anywhere_it_is_refused(tmp_path: Path, sealing: Sealing) -> None:
    path = a_file(tmp_path, sealing)
    data = path.read_bytes()
    for end in (*range(0, 220, 7), *range(220, len(data), 101), len(data) - 1):
        path.write_bytes(data[:end])
        refusal(path)


@pytest.mark.parametrize("sealing", [Sealing.OPEN, Sealing.CELLS])
def test_one_changed_bit_anywhere_is_refused(tmp_path: Path, sealing: Sealing) -> None:
    path = a_file(tmp_path, sealing)
    data = path.read_bytes()
    for at in range(0, len(data), 37):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :])
        refusal(path)


def test_a_sealed_file_cut_in_its_content_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, Sealing.PASSPHRASE)
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    assert refusal(path).reason is FileRefusal.DAMAGED


@pytest.mark.parametrize("sealing", [Sealing.OPEN, Sealing.CELLS])
def test_something_behind_the_end_is_refused(tmp_path: Path, sealing: Sealing) -> None:
    path = a_file(tmp_path, sealing)
    with path.open("ab") as file:
        file.write(b"x")
    assert refusal(path).reason is FileRefusal.DAMAGED


# -- the file on the disk


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.ssx").reason is FileRefusal.MISSING
    assert refusal(tmp_path / "a\0b").reason is FileRefusal.MISSING
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / "folder").reason is FileRefusal.NOT_A_FILE
    (tmp_path / "empty").touch()
    assert refusal(tmp_path / "empty").reason is FileRefusal.NOT_OURS


@posix
def test_links_and_pipes_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.ssx", tmp_path / "pipe.ssx"
    link.symlink_to(a_file(tmp_path))
    os.mkfifo(pipe)
    for path in (link, pipe, Path("/dev/zero")):
        with pytest.raises(BadFile) as refused:
            open_container(path, tmp_path / "into")
        assert refused.value.reason is FileRefusal.NOT_A_FILE


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sent.ssx"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    assert refusal(path).reason is FileRefusal.TOO_BIG


# -- writing


class Stop(Exception):
    pass


@pytest.mark.parametrize("at", [0.1, 0.6, 0.9])
@pytest.mark.parametrize("sealing", Sealing)
def test_stopping_leaves_nothing_behind(
    tmp_path: Path, sealing: Sealing, at: float
) -> None:
    def stop(done: float) -> None:
        if done > at:
            raise Stop

    path, payload = tmp_path / "sent.ssx", some_payload(tmp_path)
    path.write_bytes(b"the one before")
    with pytest.raises(Stop):
        write(
            path,
            payload,
            THEIRS.manifest(),
            THEIRS.sign,
            progress=stop,
            **sealed_by(sealing),
        )
    assert path.read_bytes() == b"the one before"
    assert {each.name for each in tmp_path.iterdir()} == {"sent.ssx", "outgoing.db"}


@pytest.mark.parametrize("sealing", [Sealing.OPEN, Sealing.CELLS])
def test_stopping_an_opening_leaves_nothing_behind(
    tmp_path: Path, sealing: Sealing
) -> None:
    def stop(_done: float) -> None:
        raise Stop

    path = a_file(tmp_path, sealing)
    with pytest.raises(Stop):
        open_container(path, tmp_path / "into", box=OURS.box, progress=stop)
    assert not (tmp_path / "into").exists()


def limited(folder: Path, payload: Path, sealing: Sealing, limit: int) -> BadFile:
    """Write while the system lets no file grow beyond `limit` bytes."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(BadFile) as refused:
            write(
                folder / "sent.ssx",
                payload,
                THEIRS.manifest(),
                THEIRS.sign,
                **sealed_by(sealing),
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    return refused.value


@posix
@pytest.mark.parametrize("sealing", Sealing)
@pytest.mark.parametrize("limit", [1000, 200_500])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, sealing: Sealing, limit: int
) -> None:
    payload = some_payload(tmp_path, os.urandom(200_000))  # packed: 200 009 bytes
    refused = limited(tmp_path, payload, sealing, limit)
    assert refused.reason is ExchangeReason.NOT_ENOUGH_ROOM
    assert list(tmp_path.iterdir()) == [payload]


def test_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "sent.ssx"
    with pytest.raises(BadFile) as refused:
        write(path, some_payload(tmp_path), THEIRS.manifest(), THEIRS.sign)
    assert refused.value.reason is ExchangeReason.CANNOT_WRITE
    assert refused.value.facts["path"] == path


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EROFS, ExchangeReason.CANNOT_WRITE),
        (errno.EIO, ExchangeReason.CANNOT_WRITE),
        (errno.ENOSPC, ExchangeReason.NOT_ENOUGH_ROOM),
        (errno.EFBIG, ExchangeReason.NOT_ENOUGH_ROOM),
    ],
)
def test_what_the_system_refuses_is_said(
    tmp_path: Path, number: int, reason: ExchangeReason
) -> None:
    with (
        pytest.raises(BadFile) as refused,
        failing.writing(tmp_path / "x", 5 << 20),
    ):
        raise OSError(number, os.strerror(number))
    assert refused.value.reason is reason


def test_a_disk_that_does_not_keep_what_it_is_given_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, payload = tmp_path / "sent.ssx", some_payload(tmp_path)
    finish = Settling.finish

    def losing(written: Settling) -> None:
        written._file.seek(-10, os.SEEK_END)
        written._file.write(bytes(10))
        finish(written)

    monkeypatch.setattr(Settling, "finish", losing)
    with pytest.raises(BadFile) as refused:
        write(path, payload, THEIRS.manifest(), THEIRS.sign)
    assert refused.value.reason is FileRefusal.NOT_KEPT
    assert list(tmp_path.iterdir()) == [payload]


def test_the_cover_says_what_the_payload_is(tmp_path: Path) -> None:
    manifest: Manifest = write(
        tmp_path / "sent.ssx", some_payload(tmp_path), THEIRS.manifest(), THEIRS.sign
    )
    assert manifest.payload.size == 512_000
    assert 0 < manifest.payload.packed_size < 2000

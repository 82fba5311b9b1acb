from __future__ import annotations

import io
import stat
import sys
from pathlib import Path

import pyrage
import pytest

from sportsec.domain.errors import BadFile, StoreReason, StoreUnavailable
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync import passphrase
from sportsec.sync.crypt import BoxKey, box_key, is_box_key, seal_for, unseal
from sportsec.sync.passphrase import CHUNK, plain_form

WORDS = "أسد نمر جمل غزال فيل زرافة"


def test_the_box_key_is_made_once_and_kept_to_the_cell(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    first, again = box_key(folder), box_key(folder)
    assert first.public == again.public
    assert is_box_key(first.public)
    assert [each.name for each in folder.iterdir()] == ["box.key"]
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / "box.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1XYZ", "\0\0", "# only a remark"])
def test_a_damaged_box_key_is_never_replaced(tmp_path: Path, text: str) -> None:
    path = tmp_path / "box.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoreUnavailable) as refused:
        box_key(tmp_path)
    assert refused.value.reason is StoreReason.UNREADABLE
    assert path.read_text(encoding="utf-8") == text


def test_other_texts_are_no_box_keys() -> None:
    assert not is_box_key("")
    assert not is_box_key("age1qqqq")


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_every_size_comes_through_a_passphrase(size: int) -> None:
    plain = bytes(index & 255 for index in range(size))
    sealed, opened = io.BytesIO(), io.BytesIO()
    passphrase.seal(io.BytesIO(plain).read, sealed.write, WORDS)
    assert pyrage.passphrase.decrypt(sealed.getvalue(), WORDS) == plain
    sealed.seek(0)
    unseal(sealed.read, opened.write, passphrase=WORDS)
    assert opened.getvalue() == plain


def test_we_open_what_another_age_tool_sealed() -> None:
    sealed = pyrage.passphrase.encrypt(b"plain", WORDS)
    opened = io.BytesIO()
    passphrase.unseal(io.BytesIO(sealed).read, opened.write, WORDS, most_cost=22)
    assert opened.getvalue() == b"plain"


def test_a_file_cut_between_two_chunks_is_refused() -> None:
    sealed = io.BytesIO()
    passphrase.seal(io.BytesIO(bytes(3 * CHUNK)).read, sealed.write, WORDS)
    cut = io.BytesIO(sealed.getvalue()[: -CHUNK - 16])
    with pytest.raises(BadFile) as refused:
        passphrase.unseal(cut.read, io.BytesIO().write, WORDS)
    assert refused.value.reason is FileRefusal.DAMAGED


def test_what_breaks_on_our_side_is_not_blamed_on_the_file() -> None:
    key = BoxKey.new()
    sealed = io.BytesIO()
    seal_for(io.BytesIO(bytes(1 << 20)).read, sealed.write, [key.public])

    def broken(_data: object) -> bytes:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        unseal(io.BytesIO(sealed.getvalue()).read, broken, box=key)
    with pytest.raises(KeyError, match="ours"):
        seal_for(io.BytesIO(b"x").read, broken, [key.public])
    with pytest.raises(KeyError, match="ours"):
        seal_for(broken, sealed.write, [key.public])


def test_a_passphrase_may_be_typed_in_any_way() -> None:
    assert plain_form(" LION  Tigre\u200f\n") == plain_form("lion tigre")
    assert plain_form("lion") != plain_form("li on")

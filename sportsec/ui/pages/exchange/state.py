"""What the exchange page decides: what a wish lacks, what files wait for, the inbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid5

from sportsec.domain.conflicts import Conflict, Question
from sportsec.domain.errors import BadFile, SportsecError
from sportsec.domain.exchange import CellRow, ScopeKind, Sealing, SendWish, Trust
from sportsec.domain.exchange_received import Judgement, ReceivePreview, TwinPair
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.domain.identity import NAMESPACE
from sportsec.domain.words import N_, Words

#: Tabs of the page.
SEND, RECEIVE, DECIDE, CELLS = range(4)
#: A passphrase shorter than this is found by trying.
PASSPHRASE_LENGTH = 16


# ---- sending


def lacks(wish: SendWish) -> str:
    """Return what a wish still lacks, an `N_` msgid; empty when it can be sent."""
    scope = wish.scope
    if scope.kind is ScopeKind.SEASON and scope.record is None:
        return N_("Choose the season.")
    if scope.kind is ScopeKind.MATCH and scope.record is None:
        return N_("Choose the match.")
    if scope.kind is ScopeKind.REGION and not (scope.record or scope.city):
        return N_("Choose the command, or give the city.")
    if wish.sealing is Sealing.PASSPHRASE:
        short = len(wish.passphrase) < PASSPHRASE_LENGTH
        return N_("Give a passphrase of at least 16 characters.") if short else ""
    needs_cells = wish.sealing is Sealing.CELLS or scope.kind is ScopeKind.SINCE
    if needs_cells and not wish.to:
        return N_("Choose the cells that may read the file.")
    return ""


def shown_before(wish: SendWish) -> SendWish:
    """Return a wish whose content can be shown before it is known who receives it."""
    if wish.scope.kind is ScopeKind.SINCE:
        return wish
    return replace(wish, sealing=Sealing.OPEN, to=(), passphrase="")


def addressees(cells: Iterable[CellRow]) -> list[CellRow]:
    """Return the cells that a file can be sealed for, by trust and name."""
    usable = [
        each
        for each in cells
        if each.can_be_sealed_for and each.trust in {Trust.TRUSTED, Trust.UNKNOWN}
    ]
    return sorted(usable, key=lambda each: (each.trust is not Trust.TRUSTED, each.key))


#: What a file holds, in the one word that its name has room for.
HELD = {
    ScopeKind.EVERYTHING: N_("everything"),
    ScopeKind.SEASON: N_("season"),
    ScopeKind.MATCH: N_("match"),
    ScopeKind.REGION: N_("region"),
    ScopeKind.SINCE: N_("news"),
}


def file_name(cell: str, held: str, day: str) -> str:
    """Return a name to offer for a file, letters and digits only.

    Args:
        held: What it holds, in a word.
    """
    kept = "".join(sign if sign.isalnum() else "-" for sign in cell.casefold())
    parts = (part for part in kept.split("-") if part)
    return f"{'-'.join(parts) or 'sportsec'}-{held}-{day}.ssx"


# ---- receiving


@dataclass(frozen=True, slots=True)
class FileState:
    """One file that the officer gave.

    Args:
        judgement: What it is; None while it could not be opened.
        refusal: Why it cannot be opened.
        passphrase: As typed for it.
    """

    path: Path
    judgement: Judgement | None = None
    refusal: SportsecError | None = None
    passphrase: str = field(default="", repr=False)

    @property
    def wants_passphrase(self) -> bool:
        """Whether it opens once the right passphrase is given."""
        return isinstance(self.refusal, BadFile) and self.refusal.reason in {
            FileRefusal.NEEDS_PASSPHRASE,
            FileRefusal.WRONG_PASSPHRASE,
        }

    @property
    def wants_trust(self) -> bool:
        """Whether the words of its sender are still to be compared."""
        return self.judgement is not None and self.judgement.needs_trust


@dataclass(frozen=True, slots=True)
class ReceiveState:
    """The files at hand, and what taking them in would do.

    Args:
        left_out: Kinds of record that the officer unticked.
    """

    files: tuple[FileState, ...] = ()
    preview: ReceivePreview | None = None
    left_out: frozenset[str] = frozenset()

    def with_files(self, paths: Sequence[Path]) -> ReceiveState:
        """Add files; one that is there already stays as it is."""
        known = {each.path for each in self.files}
        new = [FileState(path) for path in dict.fromkeys(paths) if path not in known]
        return replace(self, files=(*self.files, *new), preview=None)

    def without(self, path: Path) -> ReceiveState:
        """Put a file aside."""
        kept = tuple(each for each in self.files if each.path != path)
        return replace(self, files=kept, preview=None)

    def with_passphrase(self, path: Path, passphrase: str) -> ReceiveState:
        """Note the passphrase of a file, to be tried."""
        return self._changed(path, passphrase=passphrase, refusal=None)

    def opened(self, path: Path, judgement: Judgement) -> ReceiveState:
        """Note what a file is."""
        return self._changed(path, judgement=judgement, refusal=None)

    def refused(self, path: Path, error: SportsecError) -> ReceiveState:
        """Note why a file cannot be opened."""
        return self._changed(path, judgement=None, refusal=error)

    def with_preview(self, preview: ReceivePreview | None) -> ReceiveState:
        """Note what taking the files in would do."""
        return replace(self, preview=preview)

    def ticked(self, table: str, *, on: bool) -> ReceiveState:
        """Take a kind of record, or leave it out."""
        left_out = self.left_out - {table} if on else self.left_out | {table}
        return replace(self, left_out=frozenset(left_out))

    @property
    def usable(self) -> tuple[FileState, ...]:
        """The files that may be looked into."""
        return tuple(
            each
            for each in self.files
            if each.judgement is not None and each.judgement.sender.trust is not None
        )

    @property
    def can_accept(self) -> bool:
        """Whether pressing "take in" would do something."""
        preview = self.preview
        if preview is None or preview.is_empty or not preview.can_be_accepted:
            return False
        left_out = [kind.table in self.left_out for kind in preview.kinds]
        return not left_out or not all(left_out)

    @property
    def takes_all(self) -> bool:
        """Whether pressing "take in" leaves none of the files aside."""
        return all(
            each.judgement is not None and each.judgement.can_be_accepted
            for each in self.files
        )

    @property
    def waits_for(self) -> str:
        """Say what keeps the files from being taken in, an `N_` msgid; or nothing."""
        if any(each.wants_passphrase for each in self.files):
            return N_("A file waits for its passphrase.")
        if any(each.wants_trust for each in self.files):
            return N_("Compare the words of the sender by phone first.")
        if self.preview is not None and self.preview.is_empty:
            if any(each.judgement is None for each in self.files):
                return N_("There is nothing to take in from these files.")
            return N_("You already have all of this.")
        return ""

    def _changed(self, path: Path, **values: object) -> ReceiveState:
        files = tuple(
            replace(each, **values) if each.path == path else each  # type: ignore[arg-type]  # fields of it
            for each in self.files
        )
        return replace(self, files=files, preview=None)


# ---- deciding


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the inbox: a question, or two records that may be the same."""

    id: UUID
    table: str
    label: Words
    question: Question | None = None
    twin: TwinPair | None = None

    @property
    def fields(self) -> tuple[Conflict, ...]:
        """The fields that it is about."""
        return self.question.fields if self.question is not None else ()


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What of the inbox is shown.

    Args:
        table: Kind of record; empty for all.
        cell: With a value of this cell; no words for any.
        record: On the page of this record alone.
    """

    table: str = ""
    cell: Words = Words()
    record: UUID | None = None


def items_of(questions: Iterable[Question], twins: Iterable[TwinPair]) -> list[Item]:
    """Return the inbox: pairs first, for deciding them settles many fields."""
    pairs = [
        Item(
            uuid5(NAMESPACE, f"{pair.first}{pair.second}"),
            pair.table,
            pair.first_label,
            twin=pair,
        )
        for pair in twins
    ]
    fields = [
        Item(uuid5(head.record, head.register), head.table, head.label, each)
        for each in questions
        for head in (each.head,)
    ]
    return pairs + fields


def kinds_of(items: Iterable[Item]) -> list[str]:
    """Return the kinds of record in the inbox, most first."""
    counts = Counter(each.table for each in items)
    return sorted(counts, key=lambda table: (-counts[table], table))


def cells_of(items: Iterable[Item]) -> list[Words]:
    """Return the other cells that values came from, most first."""
    counts: Counter[Words] = Counter()
    for each in items:
        versions = (one for field in each.fields for one in field.versions)
        counts.update({one.cell for one in versions if not one.is_ours and one.cell})
    return sorted(counts, key=lambda cell: (-counts[cell], cell.pick("fr")))


def is_shown(item: Item, wanted: InboxFilter) -> bool:
    """Say whether a filter lets a line through."""
    if wanted.table not in {"", item.table}:
        return False
    if item.twin is not None:
        pair = (item.twin.first, item.twin.second)
        return not wanted.cell and (wanted.record is None or wanted.record in pair)
    if wanted.record is not None:
        owners = {each.owner[1] for each in item.fields if each.owner}
        if wanted.record not in owners | {each.record for each in item.fields}:
            return False
    return not wanted.cell or wanted.cell in {
        version.cell for each in item.fields for version in each.versions
    }


def fingerprint_words(words: Mapping[str, str], language: str) -> str:
    """Return the words of a fingerprint in a language, else in any there is."""
    return words.get(language) or next(iter(words.values()), "")

"""Weak types, brackets and neutrals of one sequence: rules W1 to N2 of UAX #9."""

from __future__ import annotations

from collections.abc import Iterator

from sportsec.reports.pdf.bidi_explicit import ISOLATES, Sequence

# BidiBrackets.txt of Unicode 15; U+2329 and U+232A equal U+3008 and U+3009 (BD14).
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e"
    "\u2308\u2309\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e"
    "\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9"
    "\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989"
    "\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996"
    "\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26"
    "\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009"
    "\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018"
    "\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d"
    "\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
_EQUAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_OPEN = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSE = frozenset(_BRACKETS[1::2])
#: The signs whose direction may depend on what stands between them.
BRACKETS = frozenset(_BRACKETS)
_DEEPEST_BRACKET = 63  # BD16

_NEUTRAL = ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def resolve(text: str, kinds: list[str], types: list[str], run: Sequence) -> None:
    """Turn each type of the sequence into L, R, EN or AN.

    Args:
        text: The paragraph.
        kinds: Original types of the paragraph.
        types: Types after the explicit rules; changed in place.
        run: The sequence to resolve.
    """
    here = [types[i] for i in run.positions]
    _marks(here, run.start)
    _numbers(here, run.start)
    _separators(here)
    _terminators(here)
    _numbers_in_latin(here, run.start)
    _brackets([text[i] for i in run.positions], kinds, here, run)
    _neutrals(here, run)
    for i, kind in zip(run.positions, here, strict=True):
        types[i] = kind


def _marks(here: list[str], start: str) -> None:
    """W1: a mark takes the type of what it stands on."""
    previous = start
    for k, kind in enumerate(here):
        if kind == "NSM":
            here[k] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = here[k]


def _numbers(here: list[str], start: str) -> None:
    """W2 and W3: European figures after Arabic letters; Arabic letters are R."""
    strong = start
    for k, kind in enumerate(here):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            here[k] = "AN"
    for k, kind in enumerate(here):
        if kind == "AL":
            here[k] = "R"


def _separators(here: list[str]) -> None:
    """W4: one separator between two figures of the same kind."""
    for k in range(1, len(here) - 1):
        before, kind, after = here[k - 1], here[k], here[k + 1]
        joins = (kind == "ES" and before == "EN") or (
            kind == "CS" and before in {"EN", "AN"}
        )
        if joins and before == after:
            here[k] = before


def _terminators(here: list[str]) -> None:
    """W5 and W6: signs beside figures belong to them; the others are neutral."""
    for start, stop in _stretches(here, {"ET"}):
        before = start > 0 and here[start - 1] == "EN"
        after = stop < len(here) and here[stop] == "EN"
        if before or after:
            here[start:stop] = ["EN"] * (stop - start)
    for k, kind in enumerate(here):
        if kind in {"ES", "ET", "CS"}:
            here[k] = "ON"


def _numbers_in_latin(here: list[str], start: str) -> None:
    """W7: figures after Latin letters are as Latin."""
    strong = start
    for k, kind in enumerate(here):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            here[k] = "L"


def _pairs(signs: list[str], here: list[str]) -> list[tuple[int, int]]:
    """BD16: the matching brackets, in the order of their opening."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for k, sign in enumerate(signs):
        if here[k] != "ON":
            continue
        if sign in _OPEN:
            if len(waiting) == _DEEPEST_BRACKET:
                return []
            close = _OPEN[sign]
            waiting.append((_EQUAL.get(close, close), k))
        elif sign in _CLOSE:
            wanted = _EQUAL.get(sign, sign)
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    found.append((waiting[depth][1], k))
                    del waiting[depth:]
                    break
    return sorted(found)


def _brackets(
    signs: list[str], kinds: list[str], here: list[str], run: Sequence
) -> None:
    """N0: a pair of brackets goes with the text inside it, else with what precedes."""
    own = "R" if run.level & 1 else "L"
    for opening, closing in _pairs(signs, here):
        inside = {_SIDE.get(kind) for kind in here[opening + 1 : closing]}
        if own in inside:
            side = own
        elif inside & {"L", "R"}:
            before = (_SIDE.get(kind) for kind in reversed(here[:opening]))
            side = next((s for s in before if s), run.start)
        else:
            continue
        _turn(opening, side, kinds, here, run)
        _turn(closing, side, kinds, here, run)


def _turn(k: int, side: str, kinds: list[str], here: list[str], run: Sequence) -> None:
    """Give a bracket its side, and the marks that stand on it."""
    here[k] = side
    for after in range(k + 1, len(here)):
        if kinds[run.positions[after]] != "NSM":
            break
        here[after] = side


def _neutrals(here: list[str], run: Sequence) -> None:
    """N1 and N2: neutrals go with both neighbours where these agree."""
    own = "R" if run.level & 1 else "L"
    for start, stop in _stretches(here, _NEUTRAL):
        before = _SIDE[here[start - 1]] if start else run.start
        after = _SIDE[here[stop]] if stop < len(here) else run.end
        here[start:stop] = [before if before == after else own] * (stop - start)


def _stretches(
    here: list[str], wanted: set[str] | frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield (start, stop) of each stretch whose types are all wanted."""
    k = 0
    while k < len(here):
        start = k
        while k < len(here) and here[k] in wanted:
            k += 1
        if k > start:
            yield start, k
        else:
            k += 1

"""One of two names that are compared: which of its words are still unexplained."""

from __future__ import annotations

from sportsec.domain.intake.matching_keys import Name
from sportsec.domain.intake.matching_words import HOME_COUNTRY, Weight

_WEIGHTS = {Weight.MUCH: 1.0, Weight.LITTLE: 0.2, Weight.NONE: 0.0}
_CITY_WEIGHT = 0.5


class Side:
    """One of two names while they are laid side by side.

    Args:
        code: Of the record, folded; the spelling may hold it, saying nothing more.
        is_city: Of each word, whether it is the city of the record.
    """

    def __init__(self, name: Name, code: str, is_city: list[bool]) -> None:
        self.words = name.words
        self.free = set(range(len(name.words)))
        self.expanded: set[int] = set()
        self.is_city = is_city
        self._order = name.order
        self._code = code

    def weight(self, index: int) -> float:
        """Return how much a word counts in the score."""
        weight = _WEIGHTS[self.words[index].weight]
        return min(weight, _CITY_WEIGHT) if self.is_city[index] else weight

    def total(self) -> float:
        """Return how much all words count."""
        return sum(self.weight(index) for index in range(len(self.words)))

    def expanded_weight(self) -> float:
        """Return how much the initials and what they stand for count."""
        return sum(self.weight(index) for index in self.expanded)

    def tells_more(self, unlike: set[int]) -> bool:
        """Say whether a word is left that the other name does not know.

        Args:
            unlike: Words that were laid beside one that is hardly alike.
        """
        return any(
            self.words[index].weight is Weight.MUCH
            and not self.is_city[index]
            and self.words[index].text != self._code
            and self.words[index].text not in HOME_COUNTRY
            for index in self.free | unlike
        )

    def lacks(self) -> bool:
        """Say whether a word is left that tells this record from others."""
        return any(
            self.words[index].weight is Weight.MUCH
            and self.words[index].text != self._code
            for index in self.free
        )

    def little_left(self) -> bool:
        """Say whether a word such as "FC" is left."""
        return any(self.words[index].weight is Weight.LITTLE for index in self.free)

    def run_of(self, letters: str) -> set[int]:
        """Return the free words in a row whose initials are `letters`.

        Articles between them may have a letter or none: "COD" of Meknès counts "de".
        """
        for start in range(len(self._order)):
            run = self._run(letters, start)
            if run:
                return run
        return set()

    def _run(self, letters: str, start: int) -> set[int]:
        run: set[int] = set()
        position = 0
        for initial, index in self._order[start:]:
            if position == len(letters):
                break
            if index is None:  # an article
                position += bool(run) and initial == letters[position]
            elif index in self.free and initial == letters[position]:
                run.add(index)
                position += 1
            elif index in self.free or not run:
                return set()  # words that have found their like are passed over
        return run if position == len(letters) else set()

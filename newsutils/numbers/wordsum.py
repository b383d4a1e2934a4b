"""The sum of number words: what "two hundred and fifty-three thousand" comes to, word by word.

Units and tens fill a group below a thousand, "hundred" and "dozen" multiply the group, thousand and lakh close it into
a section, million, crore and larger multiply the section. A word that fits nowhere ends the numeral, so that
"one one" is two numerals and "two or three" no sum.
"""

from dataclasses import dataclass
from typing import NamedTuple

SECTION_LIMIT = 1_000_000


class Item(NamedTuple):
    """One number word: its value, whether it multiplies, and whether "and" stands before it."""

    value: int
    multiplies: bool
    joined: bool


@dataclass
class WordSum:
    """The running sum. Each method says whether its word fits; a word that does not changes nothing.

    ``joiners`` are the places where the language may put its "and": "hundred" (after hundreds and thousands),
    "tens" (between tens and units), "reversed" (between units and the tens that follow them), "bare-reversed"
    (units right before ten, as in Arabic). "zero" says that a digit may follow a zero, as in Spanish "cero siete".
    """

    joiners: frozenset[str]
    vigesimal: bool = False
    closed: int = 0
    section: int = 0
    group: int = 0
    words: int = 0
    base: int = 1
    scale: int = 1
    _big: int = 10**60
    _small: int = SECTION_LIMIT
    _fresh: bool = True

    @property
    def value(self) -> int:
        """What the words so far come to."""
        return self.closed + self.section + self.group

    def cardinal(self, number: int, joined: bool) -> bool:
        """Add a number below a thousand, or an exact larger one such as the Arabic dual "two thousand"."""
        if number >= 1000:
            return self._exact(number)
        if not (self._fresh and self._may_open(joined)) and not self._fits(number, joined):
            return False
        self.group += number
        return self._took()

    def hundred(self, number: int) -> bool:
        """Multiply the group by a hundred, a dozen or a score."""
        if self.group >= 1000 or (self.group >= 100 and number == 100):
            return False
        self.base, self.scale = max(self.group, 1), number
        self.group = self.base * number
        return self._took()

    def thousand(self, number: int) -> bool:
        """Close the group with thousand, lakh or another multiplier below a million."""
        if number >= self._small or (self.section and not self.group):
            return False
        self.base, self.scale = max(self.group, 1), number
        self.section += self.base * number
        self._small = number
        return self._opened()

    def million(self, number: int) -> bool:
        """Close the section with a multiplier from a million up."""
        if number >= self._big or (self.closed and not self.section + self.group):
            return False
        self.base, self.scale = max(self.section + self.group, 1), number
        self.closed += self.base * number
        self.section, self._big, self._small = 0, number, SECTION_LIMIT
        return self._opened()

    def _exact(self, number: int) -> bool:
        if self.group or self.section or self.closed:
            return False
        if number < SECTION_LIMIT:
            self.section, self._small = number, 1000
        else:
            self.closed, self._big = number, SECTION_LIMIT
        return self._opened()

    def _opened(self) -> bool:
        """A group begins."""
        self.group = 0
        self._fresh = True
        self.words += 1
        return True

    def _took(self) -> bool:
        self._fresh = False
        self.words += 1
        return True

    def _may_open(self, joined: bool) -> bool:
        return not joined or self.words == 0 or "hundred" in self.joiners

    def _fits(self, number: int, joined: bool) -> bool:
        """Whether a number goes into the open group: 200 + 5, 20 + 5, 60 + 15 in French, 5 + 20 in German."""
        if self.words == 1 and self.value == 0 and "zero" in self.joiners:
            return 0 < number < 10
        rest = self.group % 100
        if self.group == 0 or number == 0 or number >= 100:
            return False
        if rest == 0:
            return not joined or "hundred" in self.joiners
        if rest < 10 and number % 10 == 0:
            return ("reversed" in self.joiners and joined and number >= 20) or (
                "bare-reversed" in self.joiners and not joined and number == 10
            )
        room = 20 if self.vigesimal and rest in (60, 80) else 10
        return rest >= 20 and rest % 10 == 0 and number < room and (not joined or "tens" in self.joiners)

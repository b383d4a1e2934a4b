"""The tokens of one expression, asked by class."""

import re
from collections.abc import Iterable

from newsutils.dates.tokens import Token

_NUMERALS = ("card", "teen", "tens", "hundred", "thousand")
_COUNTING = {*_NUMERALS, "day", "number", "a", "few"}
_UNITS = ("unit", "units", "quarter", "weekend", "century", "decade_of", "clockunit", "dual", "oneday")


class Parts:
    """What an expression says, by the classes of its words."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = tuple(tokens)

    def __contains__(self, kind: str) -> bool:
        return any(token.kind == kind for token in self.tokens)

    def value(self, *kinds: str) -> str | None:
        """The value of the first token of one of the classes; None where there is none."""
        return next((token.value for token in self.tokens if token.kind in kinds), None)

    def number(self, *kinds: str) -> int | None:
        """The same as a number; of "3rd" and "1998 г." the digits."""
        value = self.value(*kinds)
        digits = re.search(r"-?\d+", value) if value else None
        return int(digits[0]) if digits else None

    @property
    def unit(self) -> str:
        """The unit spoken of last, as in "3 days" and "last fiscal year"; of "this year's quarter" the quarter."""
        return [token.value for token in self.tokens if token.kind in _UNITS][-1]

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, LESS_THAN."""
        return self.value("start", "mid", "end", "point", "approx", "more", "less")

    def count(self) -> int | None:
        """How many units: one where no number stands ("year-ago"), None for "several"."""
        if "dual" in self:
            return 2
        counting = [token for token in self.tokens if token.kind in _COUNTING]
        return spoken_number(counting) if counting else 1

    def spelled_year(self) -> int | None:
        """A year in words, "nineteen ninety-seven" or "two thousand four"; None where the words are no year."""
        words = [token for token in self.tokens if token.kind in _NUMERALS]
        if not words:
            return None
        if "thousand" in self:
            return spoken_number(words)
        return 100 * int(words[0].value) + (spoken_number(words[1:]) or 0)


def spoken_number(tokens: Iterable[Token]) -> int | None:
    """The number that tokens say: tens and ones add up, hundreds and thousands multiply."""
    total = 0
    for token in tokens:
        if token.kind == "few":
            return None
        value = 1 if token.kind == "a" else int(token.value)
        total = max(total, 1) * value if value in (100, 1000) else total + value
    return total

"""One quantity of a text, in tokens: numeral, sign, unit, bounds and counted noun, before it becomes a ``Number``."""

from dataclasses import dataclass

from newsutils.numbers.bounds import EXACT
from newsutils.numbers.nouns import NounPhrase
from newsutils.numbers.numerals import Numeral, Value

COUNT = "count"


@dataclass(slots=True)
class Quantity:
    """A quantity; token ranges are half-open.

    ``first`` and ``last`` hold the numeral (of a range both), ``outer_first`` and ``outer_last`` also bounds, currency
    and unit. ``kind`` may also be one of what is no quantity.
    """

    first: int
    last: int
    outer_first: int
    outer_last: int
    kind: str
    numeral: Numeral | None = None
    value: Value | None = None
    least: Value | None = None
    most: Value | None = None
    least_open: bool = False
    most_open: bool = False
    bound: str = EXACT
    unit: str | None = None
    currency: str | None = None
    noun: NounPhrase | None = None
    role: str | None = None
    ambiguous: bool = False
    rule: str = ""

    @property
    def end(self) -> int:
        """The token after the quantity and its counted noun."""
        return max(self.outer_last, self.noun.last if self.noun else 0)

"""Number words written together, as in German and Italian, taken apart: "zweihundertdrei" into zwei, hundert, drei."""

import re
from collections.abc import Iterable
from functools import lru_cache

from newsutils.numbers.tokens import fold
from newsutils.numbers.wordsum import Item

LONGEST = 100
AND = "and"


class Compounds:
    """The parts that number words of a language are made of, each with its value or "and"."""

    def __init__(self, parts: Iterable[tuple[str, str]]) -> None:
        self._values = {fold(form): value for form, value in parts}
        forms = sorted(self._values, key=len, reverse=True)
        self._part = re.compile("|".join(map(re.escape, forms)) or "(?!)")
        self.items = lru_cache(maxsize=20_000)(self._items)

    def _items(self, word: str) -> tuple[Item, ...]:
        """The items of a compound; none where a part of the word is no number. The longest part goes first."""
        items: list[Item] = []
        joined, position = False, 0
        while position < len(word) <= LONGEST:
            part = self._part.match(word, position)
            if part is None:
                return ()
            position = part.end()
            value = self._values[part[0]]
            if value == AND:
                joined = True
            else:
                items.append(Item(int(value), int(value) == 100 or int(value) >= 1000, joined))
                joined = False
        return () if joined else tuple(items)

"""Phrases of one or more words, looked up forwards from a token or backwards to it, the longest first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsutils.numbers.tokens import folded_words

T = TypeVar("T")


@dataclass(slots=True)
class Hit(Generic[T]):
    """A phrase found in the tokens ``first`` up to, not including, ``last``, and its meaning."""

    meaning: T
    first: int
    last: int


class Phrases(Generic[T]):
    """A list of phrases with their meanings. Look-up costs no more than the longest phrase with that word."""

    def __init__(
        self, entries: Iterable[tuple[str, T]], split: Callable[[str], tuple[str, ...]] = folded_words
    ) -> None:
        self._by_words: dict[tuple[str, ...], T] = {split(phrase): meaning for phrase, meaning in entries}
        self._lengths_from: dict[str, list[int]] = {}
        self._lengths_to: dict[str, list[int]] = {}
        for words in self._by_words:
            self._lengths_from.setdefault(words[0], []).append(len(words))
            self._lengths_to.setdefault(words[-1], []).append(len(words))
        for lengths in (*self._lengths_from.values(), *self._lengths_to.values()):
            lengths[:] = sorted(set(lengths), reverse=True)

    def at(self, words: Sequence[str], first: int) -> Hit[T] | None:
        """The longest phrase that starts at a token."""
        if not 0 <= first < len(words) or (lengths := self._lengths_from.get(words[first])) is None:
            return None
        for length in lengths:
            end = first + length
            if end <= len(words) and (found := self._by_words.get(tuple(words[first:end]))) is not None:
                return Hit(found, first, end)
        return None

    def before(self, words: Sequence[str], last: int) -> Hit[T] | None:
        """The longest phrase that ends right before a token."""
        if not 0 < last <= len(words) or (lengths := self._lengths_to.get(words[last - 1])) is None:
            return None
        for length in lengths:
            if length <= last and (found := self._by_words.get(tuple(words[last - length : last]))) is not None:
                return Hit(found, last - length, last)
        return None

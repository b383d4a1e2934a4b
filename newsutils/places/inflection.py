"""Names in Cyrillic letters in any case: "в Донецке", "під Авдіївкою", "из Нижнего Новгорода".

The endings of Russian and Ukrainian are in ``data/endings.tsv``. Each ending that a word may have is replaced by those
of the nominative that it may stand for, and what the gazetteer has of that is the name.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol

from newsutils.places.gazetteer.tables import read_table
from newsutils.places.names import token_key

MOST_WORDS = 4
SHORTEST = 1
"""As many letters must be left before an ending."""
MOST_STARTS = 32
"""Beginnings of names that are followed at once."""
KNOWN = 5_000
"""A place so large is taken as it stands: Рени is not the genitive of a larger place's name."""
NONE = "-"


class Keys(Protocol):
    """What holds the keys of names."""

    def keys_at_start(self, text: str, /) -> Sequence[str]:
        """All keys that `text` starts with, the shortest first, and perhaps some that end inside a word of it."""

    def has_start(self, text: str, /) -> bool:
        """Whether some key starts with `text`, which ends with the space after a word."""

    def weight(self, key: str, /) -> int:
        """How well known what a key names is: the people of the largest place."""


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is one of the Cyrillic script."""
    return "\u0400" <= letter <= "\u04ff"


def nominative(keys: Sequence[str], names: Keys) -> str:
    """The longest key of a name that the first of some keys are in another case, "" for none.

    Args:
        keys: the keys of words in Cyrillic letters.
        names: what holds the keys of names.
    """
    longest = ""
    starts = [""]
    for count, key in enumerate(keys[:MOST_WORDS], 1):
        texts = [start + form for start in starts for form in nominatives(key)]
        known = [text for text in texts if text in names.keys_at_start(text + " ")]
        longest = _likeliest(" ".join(keys[:count]), known, names) if known else longest
        starts = [text + " " for text in texts if names.has_start(text + " ")][:MOST_STARTS]
        if not starts:
            break
    return longest


def _likeliest(text: str, known: Sequence[str], names: Keys) -> str:
    """The text itself if it is a name that is known well enough, else the best known name, of equals the most alike."""
    if text in known and names.weight(text) >= KNOWN:
        return text
    return max(known, key=lambda name: (names.weight(name), _alike(name, text)))


def _alike(name: str, text: str) -> int:
    """How many letters two words have in common before the first that differs."""
    return next((at for at, pair in enumerate(zip(name, text, strict=False)) if pair[0] != pair[1]), len(text))


@lru_cache(maxsize=1 << 14)
def nominatives(key: str) -> tuple[str, ...]:
    """The key of a word, and what its nominative may be if it is in another case, the longest endings first."""
    found = {key: None}
    endings = _endings()
    for length in range(min(max(map(len, endings)), len(key) - SHORTEST), -1, -1):
        stem = key[: len(key) - length]
        found.update(dict.fromkeys(stem + ending for ending in endings.get(key[len(stem) :], ())))
    return tuple(found)


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """The endings of the nominative for each ending of another case, as they are in keys."""
    found: dict[str, list[str]] = {}
    for first, others in read_table("endings.tsv", "newsutils.places"):
        for ending in others.split():
            found.setdefault(_key(ending), []).append(_key(first))
    return {ending: tuple(firsts) for ending, firsts in found.items()}


def _key(ending: str) -> str:
    return "" if ending == NONE else token_key(ending)

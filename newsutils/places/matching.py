"""Names of the gazetteer in a text: the longest match from each word that may start a name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsutils.places.inflection import Keys, is_cyrillic, nominative
from newsutils.places.lexicon import classes_of
from newsutils.places.names import token_key
from newsutils.places.tokens import HYPHENS, Tokens, is_hyphen

MOST_WORDS = 6
NO_KEY = ""
"""Stands for a mark; no name's key has it."""
ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "et", "es", "ez"])


APOSTROPHES = frozenset("'’")


class Match(NamedTuple):
    """Tokens `first` up to, not with, `last` are a name with this key; a Cyrillic name may stand in another case."""

    first: int
    last: int
    key: str


def find_matches(tokens: Tokens, names: Keys) -> list[Match]:
    """The longest matches, from left to right, none over another. Linear in the number of tokens."""
    words = tokens.words
    kept = [at for at, word in enumerate(words) if word not in HYPHENS or not _joins(words, at)]
    starts = [(number, at) for number, at in enumerate(kept) if not words[at][0].islower() or words[at] in ARTICLES]
    found: list[Match] = []
    reach = 0
    for number, first in starts:
        may_start = first >= reach and (words[first][0].isupper() or may_start_name(words, first))
        if may_start and (match := _match_at(words, kept, number, names)):
            reach = match.last
            found.append(match)
    return found


def _match_at(words: Sequence[str], kept: Sequence[int], number: int, names: Keys) -> Match | None:
    """The longest match from one of the tokens that are kept."""
    first = kept[number]
    window = [words[at] for at in kept[number : number + MOST_WORDS]]
    if not APOSTROPHES.isdisjoint(window) and (match := _with_possessive(words, kept, number, names)):
        return match
    find = _longest if window[0].isascii() or not is_cyrillic(window[0][0]) else nominative
    key = find(list(map(_key, window)), names)
    return Match(first, kept[number + key.count(" ")] + 1, key) if key else None


def _with_possessive(words: Sequence[str], kept: Sequence[int], number: int, names: Keys) -> Match | None:
    """The longest match of which a possessive is part: "King's Lynn", or "St. John's" where nothing belongs to it."""
    keys: list[str] = []
    ends: list[int] = []
    joined = 0
    for at in kept[number : number + MOST_WORDS + 2]:
        if words[at] == "s" and ends and words[at - 1] in APOSTROPHES:
            keys[-2:], ends[-2:] = [keys[-2] + "s"], [at + 1]
            joined = joined or len(keys)
        else:
            keys.append(_key(words[at]))
            ends.append(at + 1)
    key = _longest(keys[:MOST_WORDS], names) if joined else ""
    count = key.count(" ") + 1
    if not key or count < max(joined, 2):
        return None
    after = words[ends[count - 1]] if ends[count - 1] < len(words) else "."
    owns = count == joined and after[0].isalpha() and "function" not in classes_of(after.lower())
    return None if owns else Match(kept[number], ends[count - 1], key)


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether a hyphen stands right after a word."""
    return at > 0 and words[at - 1][0].isalnum() and bool(token_key(words[at - 1]))


def may_start_name(words: Sequence[str], at: int) -> bool:
    """Whether a name may start here: at a capital, a letter without case, or an article joined to a capital."""
    letter = words[at][0]
    if letter.islower():
        return words[at] in ARTICLES and at + 2 < len(words) and is_hyphen(words[at + 1]) and words[at + 2][0].isupper()
    return letter.isalpha()


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return token_key(word) if word[0].isalnum() else NO_KEY


def _longest(keys: Sequence[str], names: Keys) -> str:
    """The longest key of a name that the first of these keys of tokens make, "" for none."""
    text = " ".join(keys) + " "
    return next((key for key in reversed(names.keys_at_start(text)) if text[len(key)] == " "), "")

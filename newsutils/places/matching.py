"""Names of the gazetteer in a text: the longest match from each word that may start a name."""

from collections.abc import Sequence
from typing import NamedTuple

from newsutils.places.inflection import Keys, is_cyrillic, nominative
from newsutils.places.names import token_key
from newsutils.places.tokens import HYPHENS, Tokens, is_hyphen

MOST_WORDS = 6
NO_KEY = ""
"""Stands for a mark; no name's key has it."""
ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "et", "es", "ez"])


class Match(NamedTuple):
    """Tokens `first` up to, not with, `last` are a name with this key; a Cyrillic name may stand in another case."""

    first: int
    last: int
    key: str


def find_matches(tokens: Tokens, names: Keys) -> list[Match]:
    """The longest matches, from left to right, none over another. Linear in the number of tokens."""
    words = tokens.words
    kept = [at for at, word in enumerate(words) if word not in HYPHENS or not _joins(words, at)]
    found: list[Match] = []
    reach = 0
    for number, first in enumerate(kept):
        word = words[first]
        if first < reach or (word[0].islower() and word not in ARTICLES) or not may_start_name(words, first):
            continue
        find = nominative if is_cyrillic(word[0]) else _longest
        key = find([_key(words[at]) for at in kept[number : number + MOST_WORDS]], names)
        if key:
            reach = kept[number + key.count(" ")] + 1
            found.append(Match(first, reach, key))
    return found


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether a hyphen stands right after a word."""
    return at > 0 and words[at - 1][0].isalnum() and bool(token_key(words[at - 1]))


def may_start_name(words: Sequence[str], at: int) -> bool:
    """Whether a name may start here: at a capital, a letter without case, or an article joined to a capital."""
    letter = words[at][0]
    if letter.islower():
        return words[at] in ARTICLES and at + 2 < len(words) and is_hyphen(words[at + 1]) and words[at + 2][0].isupper()
    return letter.isalpha()


def _key(word: str) -> str:
    return token_key(word) if word[0].isalnum() else NO_KEY


def _longest(keys: Sequence[str], names: Keys) -> str:
    """The longest key of a name that the first of these keys of tokens make, "" for none."""
    text = " ".join(keys) + " "
    known = names.keys_at_start(text)
    return max((key for key in known if text[len(key)] == " "), key=len, default="") if known else ""

"""Names of the gazetteer in a text: the longest match from each word that may start a name."""

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

from newsutils.places.names import token_key
from newsutils.places.tokens import Tokens, is_hyphen

MOST_WORDS = 6
ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "et", "es", "ez"])


class Keys(Protocol):
    """What holds the keys of names: gazetteers, or a list of the user's own."""

    def keys_at_start(self, text: str, /) -> Collection[str]:
        """All keys that `text` starts with, and perhaps some that end inside a word of it."""


class Match(NamedTuple):
    """Tokens `first` up to, not with, `last` are a name with this key."""

    first: int
    last: int
    key: str


def find_matches(tokens: Tokens, names: Keys) -> list[Match]:
    """The longest matches, from left to right, none over another. Linear in the number of tokens."""
    words = tokens.words
    found: list[Match] = []
    reach = 0
    for first, word in enumerate(words):
        if first < reach or (word[0].islower() and word not in ARTICLES) or not may_start_name(words, first):
            continue
        match = _longest(words, first, names)
        if match:
            found.append(match)
            reach = match.last
    return found


def may_start_name(words: Sequence[str], at: int) -> bool:
    """Whether a name may start here: at a capital, a letter without case, or an article joined to a capital."""
    letter = words[at][0]
    if letter.islower():
        return words[at] in ARTICLES and at + 2 < len(words) and is_hyphen(words[at + 1]) and words[at + 2][0].isupper()
    return letter.isalpha()


def _longest(words: Sequence[str], first: int, names: Keys) -> Match | None:
    keys, ends = _phrase(words, first)
    text = " ".join(keys) + " "
    known = names.keys_at_start(text)
    length = max((len(key) for key in known if text[len(key)] == " "), default=0) if known else 0
    if not length:
        return None
    key = text[:length]
    return Match(first, ends[key.count(" ")], key)


def _phrase(words: Sequence[str], first: int) -> tuple[list[str], list[int]]:
    """The keys of up to six words of one phrase, and for each the token after it."""
    keys: list[str] = []
    ends: list[int] = []
    at, count = first, len(words)
    while at < count and len(keys) < MOST_WORDS and words[at][0].isalnum() and (key := token_key(words[at])):
        at += 1
        keys.append(key)
        ends.append(at)
        if at < count and is_hyphen(words[at]):
            at += 1
    return keys, ends

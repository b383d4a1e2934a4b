"""Tokens of a text, each with its offsets."""

import re
from functools import cache
from typing import NamedTuple

from newsutils.places.gazetteer.tables import read_table

_TOKEN = re.compile(
    r"(?:[A-Z]\.)+[A-Z][a-z]{0,2}\b"  # U.S, W.Va
    r"|[^\W_]+(?:['’‘ʼʻ`´](?![sS]\b)[^\W_]+)*"
    r"|[^\w\s]|_"
)
_JOINS = frozenset("-‐‑")


class Tokens(NamedTuple):
    """Words and marks of a text, in order, as three lists of one length."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str) -> Tokens:
    """Split a text into words and single marks.

    Hyphens and a final 's stand alone; "U.S.", "Tenn." and "Ma'adan" are one token. Linear in the text.
    """
    abbreviations = _abbreviations()
    words, starts, ends = [], [], []
    reach = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < reach:
            continue
        word = found[0]
        if text.startswith(".", end) and ("." in word or word in abbreviations):
            end += 1
            word += "."
        reach = end
        words.append(word)
        starts.append(start)
        ends.append(end)
    return Tokens(words, starts, ends)


def is_hyphen(word: str) -> bool:
    """Whether a token is a mark that joins words."""
    return word in _JOINS


@cache
def _abbreviations() -> frozenset[str]:
    """Words that a dot may follow without ending a sentence, without the dot; single capitals are among them."""
    listed = (word for (line,) in read_table("abbreviations.txt", __package__) for word in line.split())
    return frozenset(listed) | frozenset(map(chr, range(65, 91)))

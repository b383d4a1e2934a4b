"""Tokens of a text, each with its offsets."""

import re
from functools import cache
from operator import add
from typing import NamedTuple

from newsutils.places.gazetteer.tables import read_table

_TOKEN = re.compile(
    r"(?:[A-Z]\.)+[A-Z][a-z]{0,2}\b\.?"  # U.S, W.Va
    r"|[^\W_]+(?:['’‘ʼʻ`´](?![sS]\b)[^\W_]+)*"
    r"|[^\w\s]|_"
)
HYPHENS = frozenset("-‐‑")
"""Marks that join words."""


class Tokens(NamedTuple):
    """Words and marks of a text, in order, as three lists of one length."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str) -> Tokens:
    """Split a text into words and single marks.

    Hyphens and a final 's stand alone; "U.S.", "Tenn." and "Ma'adan" are one token. Linear in the text.
    """
    dotted = _dotted()
    words: list[str] = []
    starts: list[int] = []
    for found in _TOKEN.finditer(text):
        word, start = found[0], found.start()
        if word == "." and words and words[-1] in dotted and starts[-1] + len(words[-1]) == start:
            words[-1] += "."
        else:
            words.append(word)
            starts.append(start)
    return Tokens(words, starts, list(map(add, starts, map(len, words))))


def is_hyphen(word: str) -> bool:
    """Whether a token is a mark that joins words."""
    return word in HYPHENS


@cache
def _dotted() -> frozenset[str]:
    """What takes up a dot right after it: abbreviations, single capitals, and another dot."""
    listed = (word for (line,) in read_table("abbreviations.txt", __package__) for word in line.split())
    return frozenset(listed) | frozenset(map(chr, range(65, 91))) | {"."}

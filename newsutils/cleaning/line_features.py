"""What a line says by itself: the first of the numbers that the line model judges.

Lengths are in characters, and a character of a script that writes without blanks counts for more. Such a script gets
words, too, at so many characters a word, and what is grammar in it is known by its characters: hiragana, the particles
of Chinese, the endings of Korean. So one model serves all languages; a measure in words alone takes apart what is
Japanese or Korean.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import log1p
from typing import NamedTuple

from newsutils.cleaning.marks import CLOSERS, COLONS, END_MARKS
from newsutils.cleaning.phrases import lower, phrases, words_in
from newsutils.cleaning.tables import spaced_words_of, words_by_language

LOOKED_AT = 1500
"""Characters of a line that are looked at, from its start and as many at its end."""

OWN_NAMES = (
    "size", "words", "word_length", "function_words", "you", "we", "i", "not_small", "capitals", "digits", "commas",
    "end_mark", "colon", "ellipsis", "odd", "quotes", "starts_digit", "starts_other", "opener", "phrase",
    "phrase_share",
)  # fmt: skip

_UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED_CHAR = re.compile(f"[{_UNSPACED}]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_WIDE_WEIGHT = 1.5
_CHARS_A_WORD = 2

_ODD = re.compile("[|›»▸→↑▼▶•·©#_]")
_ODD_RUNS = re.compile(r"https?:|\S@\S|\d\d?:\d\d")
_QUOTES = re.compile('["“”„«»「」『』]')
_DIGIT = re.compile(r"\d")
# Parts of a text without blanks that tell what it is about: names in katakana, words in Chinese characters.
_UNSPACED_WORD = re.compile("[\u30a0-\u30ff]{3,20}|[\u3400-\u9fff]{2,8}")
_FUNCTION = "function"
_PERSONS = ("you", "we", "i")


class Line(NamedTuple):
    """What a line says by itself: its numbers, named by `OWN_NAMES`, and the words that tell what it is about."""

    numbers: list[float]
    words: frozenset[str]


def read_line(line: str) -> Line:
    """What a line, which is not empty, says by itself."""
    head = line if len(line) <= LOOKED_AT else line[:LOOKED_AT]
    lowered = lower(head)
    words = words_in(lowered)
    unspaced, hangul = (0, 0) if line.isascii() else _wide_chars(head)
    count = len(words) + unspaced // _CHARS_A_WORD or 1
    numbers = [
        log1p(len(line) + _WIDE_WEIGHT * (unspaced + hangul)),
        log1p(count),
        min(len(head) / count, 30.0),
        *(hits / count for hits in _grammar(lowered, words, unspaced, hangul)),
        *_signs(head, count),
        *_ends(line, head),
        *_phrase_hits(lowered, words, unspaced > 0),
    ]
    return Line(numbers, content_words(lowered, words))


def content_words(lowered: str, words: Sequence[str]) -> frozenset[str]:
    """The words that tell what a line is about: the longer ones."""
    longer = {word for word in words if len(word) > 4}
    if not lowered.isascii():
        longer.update(_UNSPACED_WORD.findall(lowered))
    return frozenset(longer)


def _wide_chars(text: str) -> tuple[int, int]:
    """How many characters are of scripts that write without blanks, and how many are Korean syllables."""
    return len(_UNSPACED_CHAR.findall(text)), len(_HANGUL.findall(text))


def _grammar(text: str, words: list[str], unspaced: int, hangul: int) -> list[float]:
    """How many words are function words, and how many speak of you, of us and of me. Text and words are lower case."""
    table = _word_kinds()
    kinds = [table[word] for word in words if word in table]
    function = float(len(kinds))
    if unspaced:
        function += len(_HIRAGANA.findall(text)) / _CHARS_A_WORD + len(_function_chars().findall(text))
    if hangul:
        function += sum(word.endswith(_endings()) for word in words)
    return [function, *map(kinds.count, _PERSONS)]


@cache
def _word_kinds() -> dict[str, str]:
    persons = {word: person for person, words in words_by_language("pronouns.tsv").items() for word in words}
    return dict.fromkeys(spaced_words_of("function_words.txt"), _FUNCTION) | persons


@cache
def _function_chars() -> re.Pattern[str]:
    return re.compile(f"[{''.join(words_by_language('grammar_signs.tsv')['characters'])}]")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words_by_language("grammar_signs.tsv")["endings"])


def _signs(head: str, count: int) -> list[float]:
    """The shares of words not in small letters, of words in capitals, of digits and of commas."""
    words = head.split()
    small, capitals = sum(map(str.islower, words)), sum(map(str.isupper, words))
    commas = head.count(",") + head.count("、") + head.count("،")
    return [(len(words) - small) / count, capitals / count, len(_DIGIT.findall(head)) / len(head), commas / count]


def _ends(line: str, head: str) -> list[float]:
    """How the line ends, what odd signs and quotation marks stand in it, and how it begins."""
    tail = line[-12:].rstrip(CLOSERS)
    mark, cut = tail[-1:], tail.endswith(("...", "…"))
    return [
        float(mark in END_MARKS and not cut),
        float(mark in COLONS),
        float(cut),
        float(_holds_odd(head)),
        log1p(len(_QUOTES.findall(head))),
        float(line[0].isdigit()),
        float(not line[0].isalnum()),
    ]


def _holds_odd(text: str) -> bool:
    """Are there signs that running text has few of: those of menus, addresses, times of day?"""
    if _ODD.search(text) or "www." in text:
        return True
    return (":" in text or "@" in text) and _ODD_RUNS.search(text) is not None


def _phrase_hits(line: str, words: list[str], wide: bool) -> list[float]:
    """Whether the line opens a tail; how many phrases of furniture it holds; the share of it that they are."""
    known = phrases()
    opens, found = float(known.opens_tail(line, words, wide)), known.found_in(line, words, wide)
    if not found:
        return [opens, 0.0, 0.0]
    return [opens, float(min(len(found), 4)), min(1.0, sum(map(len, found)) / len(line))]

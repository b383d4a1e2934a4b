"""Text to tokens: the words, numbers and marks that date expressions are made of, each with its class."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsutils.dates.digits import class_of_digits, digits_pattern
from newsutils.dates.lexicon import MARKS, UNKNOWN, Lexicon, lexicon
from newsutils.dates.trie import trie_pattern

_JOINTS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "/": "/"}
_NOTHING = ("", " ")


class Token(NamedTuple):
    """A word, number or mark: its class in the grammar, its value, and where it stands in the text."""

    kind: str
    value: str
    start: int
    end: int


# What stands for a run of unknown words and marks; no expression holds one, so they need no place.
_WORD, _MARK = Token("word", "", 0, 0), Token("mark", "", 0, 0)


def tokens(text: str, lang: str) -> Iterator[Token]:
    """The tokens of a text in order; a run of words and marks that no date is made of is one ``word`` or ``mark``."""
    words = lexicon(lang)
    end = 0
    for match in _pattern(lang).finditer(text):
        start = match.start()
        if start < end:
            continue
        if text[end:start] not in _NOTHING and (filler := _filler(text, end, start)):
            yield filler
        token = _word(text, match, words) if match.lastgroup == "word" else _digits(text, match)
        yield token
        end = token.end
    if rest := _filler(text, end, len(text)):
        yield rest


def _filler(text: str, start: int, end: int) -> Token | None:
    """The token for what stands between two others; None where that is white space within a paragraph."""
    kept = text[start:end].strip()
    if not kept:
        return _MARK if text.count("\n", start, end) > 1 else None
    if kept in _JOINTS:
        return Token(_JOINTS[kept], "", start, end)
    return _WORD if kept[0].isalpha() else _MARK


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = lexicon(lang)
    known = trie_pattern({*words.words, *words.phrases})
    digits = digits_pattern(words)
    return re.compile(rf"(?<![\w{MARKS}])(?P<word>{known})(?![\w{MARKS}])(?:['’]s\b)?|{digits}", re.VERBOSE)


def _word(text: str, match: re.Match[str], words: Lexicon) -> Token:
    key, start, end = match["word"].lower(), match.start(), match.end("word")
    for phrase in words.phrases.get(key, ()):
        if found := phrase.pattern.match(text, start):
            return Token(phrase.word.kind, phrase.word.value, start, found.end())
    word = words.words.get(key, UNKNOWN)
    dot = word.dotted and text.startswith(".", end)
    kind = "maymonth" if word.kind == "month" and word.dotted and not dot else word.kind
    if kind == "maymonth" and text[start].islower():
        kind = UNKNOWN.kind
    return Token(kind, word.value, start, end + dot)


def _digits(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    return Token(*class_of_digits(str(match.lastgroup), match[0], text[end : end + 2]), start, end)

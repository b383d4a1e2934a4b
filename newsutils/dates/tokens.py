"""Text to tokens: the words, numbers and marks that date expressions are made of, each with its class."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsutils.dates.lexicon import WORD, Lexicon, lexicon

_NUMBERS = r"""
  | (?P<numdate>(?<![\d/.:-])(?:\d{4}(?P<sep>[-/.])\d\d?(?P=sep)\d\d?TIME
      |\d\d?(?P<sep2>[-/.])\d\d?(?P=sep2)(?:\d{4}|\d\d))(?![\w/-]|[.:]\d))
  | (?P<clock>(?<![\d:.])\d\d?(?::\d\d(?::\d\d)?(?![\w:])|[hH]\d\d(?!\w)|\.\d\d(?=\s?[ap]\.?m\b)))
  | (?P<years>\d{4}(?:DECADE)(?!\w)|(?:(?<!\w)['’])?(?<!\d)\d0(?:DECADE)(?!\w))
  | (?P<ordday>(?<![\d.,])\d\d?(?:ORDINAL)(?!\w))
  | (?P<ordyear>(?<![\d.,])\d{4}(?:ORDINAL)(?!\w))
  | (?P<shortyear>(?<!\w)['’]\d\d(?!\w))
  | (?P<amount>[$€£¥₹#№]\s?\d[\d.,]*|\d[\d.,]*\s?[%€£°])
  | (?P<number>\d[\d.,]*(?<![.,]))
  | (?P<joint>[,–—-])
  | (?P<mark>\S|\n[ \t\r]*\n)
"""
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"


class Token(NamedTuple):
    """A word, number or mark: its class in the grammar, its value, and where it stands in the text."""

    kind: str
    value: str
    start: int
    end: int


def tokens(text: str, lang: str) -> Iterator[Token]:
    """The tokens of a text in order; a run of words and marks that no date is made of is one ``word`` or ``mark``."""
    words = lexicon(lang)
    after = 0
    in_run = False
    for match in _pattern(lang).finditer(text):
        if match.start() < after:
            continue
        token = _word(text, match, words) if match.lastgroup == "word" else _other_token(text, match)
        if token:
            yield token
            after = token.end
        elif not in_run:
            yield Token("word" if match.lastgroup == "word" else "mark", "", match.start(), match.end())
        in_run = token is None


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = lexicon(lang)
    numbers = _NUMBERS.replace("TIME", _ISO_TIME).replace("DECADE", _alternatives(words.decade_endings))
    numbers = numbers.replace("ORDINAL", _alternatives(words.ordinal_endings))
    return re.compile(rf"(?P<word>{WORD})(?:['’]s\b)?{numbers}", re.VERBOSE)


def _alternatives(endings: tuple[str, ...]) -> str:
    return "|".join(re.escape(ending).replace("'", "['’]") for ending in endings) or "(?!)"


def _word(text: str, match: re.Match[str], words: Lexicon) -> Token | None:
    key = match["word"].lower()
    for phrase in words.phrases.get(key, ()):
        if found := phrase.pattern.match(text, match.start()):
            return Token(phrase.word.kind, phrase.word.value, match.start(), found.end())
    word = words.words.get(key)
    if word is None:
        return None
    end = match.end("word")
    end += word.dotted and text.startswith(".", end)
    return Token(word.kind, word.value, match.start(), end)


def _other_token(text: str, match: re.Match[str]) -> Token | None:
    kind, found = str(match.lastgroup), match[0]
    if kind == "joint":
        kind = "," if found == "," else "-"
    elif kind == "ordyear":
        kind, found = "year", found[:4]
    elif kind == "number":
        kind = _kind_of_number(found, text[match.end() : match.end() + 1])
    return None if kind == "mark" else Token(kind, found, match.start(), match.end())


def _kind_of_number(digits: str, following: str) -> str:
    """Digits that may be a day or a year; ``amount`` for decimals and digits glued to letters."""
    if following.isalpha() or following == "_" or not digits.isdigit() or len(digits) > 4:
        return "amount"
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return "day"
    return "year" if len(digits) == 4 and 1000 <= int(digits) <= 2199 else "number"

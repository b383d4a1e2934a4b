"""Text to tokens: the words, numbers and marks that date expressions are made of, each with its class."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsutils.dates.lexicon import MARKS, UNKNOWN, Lexicon, lexicon
from newsutils.dates.trie import trie_pattern

_NUMBERS = r"""(?=[\d'’$€£¥₹#№XVIХІ])(?:
    (?P<numdate>(?<![\d/.:-])(?:\d{4}(?P<sep>[-/.])\d\d?(?P=sep)\d\d?TIME
      |\d\d?(?P<sep2>[-/.])\d\d?(?P=sep2)(?:\d{4}|\d\d))(?![\w/-]|[.:]\d))
  | (?P<clock>(?<![\d:.])\d\d?(?::\d\d(?::\d\d)?(?![\w:])|[hH]\d\d(?!\w)|\.\d\d(?=\s?(?:[ap]\.?m\b|Uhr\b))))
  | (?P<years>\d{4}(?:DECADE)(?!\w)|(?:(?<!\w)['’])?(?<!\d)\d0(?:DECADE)(?!\w))
  | (?P<ordday>(?<![\d.,])\d\d?(?:ORDINAL)(?!\w))
  | (?P<ordyear>(?<![\d.,])\d{4}(?:ORDINAL)(?!\w))
  | (?P<shortyear>(?<!\w)['’]\d\d(?!\w))
  | (?P<roman>(?<!\w)[XVIХІ]{1,5}(?:e|ème|º)?(?!\w))
  | (?P<amount>[$€£¥₹#№]\s?\d[\d.,]*|\d[\d.,]*\s?[%€£°])
  | (?P<number>\d[\d.,]*(?<![.,]))
)"""
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_JOINTS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "/": "/"}
_NOTHING = ("", " ")
_ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}


class Token(NamedTuple):
    """A word, number or mark: its class in the grammar, its value, and where it stands in the text."""

    kind: str
    value: str
    start: int
    end: int


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
        token = _word(text, match, words) if match.lastgroup == "word" else _number(text, match)
        yield token
        end = token.end


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
    numbers = _NUMBERS.replace("TIME", _ISO_TIME).replace("DECADE", _alternatives(words.decade_endings))
    numbers = numbers.replace("ORDINAL", _alternatives(words.ordinal_endings))
    return re.compile(rf"(?<![\w{MARKS}])(?P<word>{known})(?![\w{MARKS}])(?:['’]s\b)?|{numbers}", re.VERBOSE)


def _alternatives(endings: tuple[str, ...]) -> str:
    return "|".join(re.escape(ending).replace("'", "['’]") for ending in endings) or "(?!)"


def _word(text: str, match: re.Match[str], words: Lexicon) -> Token:
    key, start, end = match["word"].lower(), match.start(), match.end("word")
    for phrase in words.phrases.get(key, ()):
        if found := phrase.pattern.match(text, start):
            return Token(phrase.word.kind, phrase.word.value, start, found.end())
    word = words.words.get(key, UNKNOWN)
    end += word.dotted and text.startswith(".", end)
    return Token(word.kind, word.value, start, end)


def _number(text: str, match: re.Match[str]) -> Token:
    kind, found = str(match.lastgroup), match[0]
    if kind == "ordyear":
        kind, found = "year", found[:4]
    elif kind == "number":
        kind = _kind_of_number(found, text[match.end() : match.end() + 2])
    elif kind == "roman":
        found = str(_from_roman(found))
    return Token(kind, found, match.start(), match.end())


def _kind_of_number(digits: str, following: str) -> str:
    """Digits that may be a day or a year; ``amount`` for decimals and digits glued to letters."""
    if following[:1].isalpha() or following[:1] == "_" or not digits.isdigit() or len(digits) > 4:
        return "amount"
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return "day"
    if len(digits) == 4 and 1000 <= int(digits) <= 2199:
        return "roundyear" if int(digits) % 50 == 0 and following[1:].islower() else "year"
    return "number"


def _from_roman(numeral: str) -> int:
    """The number of a Roman numeral up to XXXIX, in Latin or Cyrillic letters."""
    values = [_ROMAN[letter] for letter in numeral if letter in _ROMAN]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))

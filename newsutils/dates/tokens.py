"""Text to tokens: the words, numbers and marks that date expressions are made of, each with its class."""

import re
from functools import cache
from typing import NamedTuple

from newsutils.dates.digits import class_of_digits, digits_pattern
from newsutils.dates.lexicon import MARKS, Lexicon, lexicon, normal_form
from newsutils.dates.trie import trie_pattern

_JOINTS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "/": "/"}
_PARAGRAPH = 2  # line ends
_NOTHING = ("", " ")
_DAY_FOLLOWS = re.compile(r",?\s(?:\d|[A-Z]\w{2,8}\.?\s\d)")
_YEAR_FOLLOWS = re.compile(r"[\s-](?:de\s)?\d{4}(?!\w)")
_SURNAME = re.compile(r" [A-Z][a-z]")


class Token(NamedTuple):
    """A word, number or mark: its class in the grammar, its value, and where it stands in the text."""

    kind: str
    value: str
    start: int
    end: int


# What stands for a run of unknown words and marks; no expression holds one, so they need no place.
_WORD, _MARK = Token("word", "", 0, 0), Token("mark", "", 0, 0)


def tokens(text: str, lang: str) -> list[Token]:
    """The tokens of a text in order; a run of words and marks that no date is made of is one ``word`` or ``mark``."""
    known = lexicon(lang)
    found: list[Token] = []
    end = 0
    for match in _pattern(lang).finditer(text):
        start = match.start()
        if text[end:start] not in _NOTHING and (filler := _filler(text, end, start)):
            found.append(filler)
        token = _word(text, match, known) if match.lastgroup == "word" else _digits(text, match)
        found.append(token)
        end = max(token[3], match.end())
    if filler := _filler(text, end, len(text)):
        found.append(filler)
    return found


def _filler(text: str, start: int, end: int) -> Token | None:
    """The token for what stands between two others; None where that is white space within a paragraph."""
    kept = text[start:end].strip()
    if not kept:
        return _MARK if text.count("\n", start, end) >= _PARAGRAPH else None
    if kept in _JOINTS and text.count("\n", start, end) < _PARAGRAPH:
        return Token(_JOINTS[kept], "", start, end)
    return _WORD if kept[0].isalpha() else _MARK


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """Every known word, phrase and number; a word ends where its letters end, or with its apostrophe."""
    words = lexicon(lang)
    known = rf"(?<![\w{MARKS}])(?P<word>{trie_pattern(words.words)})(?:(?<=['’])|(?![\w{MARKS}]))(?:['’]s\b)?"
    return re.compile(f"{known}|{digits_pattern(words)}", re.VERBOSE)


def _word(text: str, match: re.Match[str], known: Lexicon) -> Token:
    written = match["word"]
    kind, value, dotted = known.words.get(written) or known.words[normal_form(written)]
    start, end = match.span("word")
    if dotted:
        dot = text.startswith(".", end)
        end += dot
        if kind == "month" and not dot:
            kind = "maymonth"
        if kind == "weekday" and not dot and not _DAY_FOLLOWS.match(text, end):
            kind = "word"
    if kind == "namemonth":
        kind = "maymonth" if _SURNAME.match(text, end) else "month"
    if kind == "maymonth":
        kind = _class_of_maymonth(text, start, end, known.month_cues)
    return Token(kind, value, start, end)


def _class_of_maymonth(text: str, start: int, end: int, cues: tuple[str, ...]) -> str:
    """``month`` after a cue; in lower case ``word`` but for "3 mar 2021"."""
    if text[start].islower():
        return "maymonth" if _between_day_and_year(text, start, end) else "word"
    return "month" if text.endswith(cues, 0, start) else "maymonth"


def _between_day_and_year(text: str, start: int, end: int) -> bool:
    """Whether digits stand before and a year after, as in "3 mar 2021"."""
    return text[max(0, start - 2) : start - 1].isdigit() and bool(_YEAR_FOLLOWS.match(text, end))


def _digits(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    return Token(*class_of_digits(str(match.lastgroup), match[0], text[end : end + 2]), start, end)

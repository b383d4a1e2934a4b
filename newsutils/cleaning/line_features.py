"""What a line says by itself: the first of the numbers that the line model judges.

Lengths are in characters, and a character of a script that writes without blanks counts for more. Such a script gets
words, too, at so many characters a word, and what is grammar in it is known by its characters: hiragana, the particles
of Chinese, the endings of Korean. So one model serves all languages; a measure in words alone takes apart what is
Japanese or Korean.
"""

import re
from functools import cache
from math import log1p

from newsutils.cleaning.marks import CLOSERS, COLONS, END_MARKS
from newsutils.cleaning.phrases import lower, phrases
from newsutils.cleaning.tables import spaced_words_of, words_by_language

LOOKED_AT = 1500
"""Characters of a line that are looked at, from its start and as many at its end."""

OWN_NAMES = (
    "size", "words", "word_length", "function_words", "you", "we", "i", "capitalised", "acronyms", "digits", "commas",
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
_FUNCTION = "function"
_PERSONS = ("you", "we", "i")


def own_features(line: str) -> list[float]:
    """The numbers of one line, which is not empty, named by `OWN_NAMES`."""
    head = line if len(line) <= LOOKED_AT else line[:LOOKED_AT]
    lowered = lower(head)
    words = lowered.split()
    unspaced, hangul = (0, 0) if line.isascii() else _wide_chars(head)
    count = len(words) + unspaced // _CHARS_A_WORD or 1
    return [
        log1p(len(line) + _WIDE_WEIGHT * (unspaced + hangul)),
        log1p(count),
        min(len(head) / count, 30.0),
        *(hits / count for hits in _grammar(lowered, words, unspaced, hangul)),
        *_signs(head, count),
        *_ends(line),
        *_phrase_hits(lowered, words, unspaced > 0),
    ]


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
    """The shares of capitals, acronyms, digits and commas."""
    capitals = [word for word in head.split() if word[0].isupper()]
    acronyms = sum(len(word) > 1 and word.isupper() for word in capitals)
    commas = head.count(",") + head.count("、") + head.count("،")
    return [len(capitals) / count, acronyms / count, len(_DIGIT.findall(head)) / len(head), commas / count]


def _ends(line: str) -> list[float]:
    """How the line ends, what odd signs and quotation marks stand in it, and how it begins."""
    tail, head = line[-12:].rstrip(CLOSERS), line[:LOOKED_AT]
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
    found = known.found_in(line, words, wide)
    covered = sum(map(len, found))
    return [float(known.opens_tail(line, words, wide)), float(min(len(found), 4)), min(1.0, covered / len(line))]

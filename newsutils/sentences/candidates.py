"""The one expression that finds every place where a sentence may end.

It begins with a single character set, so that the scan runs at the speed of C, and it settles the easy places by
itself: a word that is in no list, a full stop, a blank and a capital are a boundary; a full stop, a blank and a small
letter, two initials or two short numbers are none. Only the others cost Python. No two neighbouring repeats can match
the same characters and a run of marks is entered only at its first, so that no input takes more than linear time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsutils.sentences.characters import (
    ARABIC,
    CASELESS,
    CLOSERS,
    CONSONANTS,
    DASHES,
    LINE_BREAKS,
    LOWER,
    MARKS,
    OPENERS,
    POINTS,
    QUOTES,
    UPPER,
    WIDE_CLOSERS,
    WIDE_QUOTES,
    WIDE_STOPS,
)
from newsutils.sentences.lexicon import NUMBER, Abbreviation, Lexicon
from newsutils.sentences.speech import reporting

PLAIN, WIDE, LINE = 4, 5, 6
"""The last group of a match that needs no rule: up to PLAIN the blanks at a boundary beyond doubt; WIDE the same after
a wide mark and a quote; LINE those after the end of a line."""

LONG = 5

_AFTER_WORD = rf"""
    (?: (?<=[{LOWER}]{{5}}[.?]%(end)s) %(no_tail_of_5)s
      | (?<=[{LOWER}]{{4}}[.?]%(end)s) %(no_tail_of_4)s
      | (?<=[{LOWER}]{{2}}[.?]%(end)s) %(none)s
        (?<!\b[{UPPER}][{CONSONANTS}]{{2}}[.]%(end)s) (?<!\b[{UPPER}][{CONSONANTS}]{{3}}[.]%(end)s)
      | (?<=[0-9][.]%(end)s)
        (?: (?<=[0-9,.][0-9]{{2}}..%(end)s) | (?<=[0-9][.][0-9]{{2}}.%(end)s) | (?<=[0-9][.][0-9].%(end)s) %(number)s )
      | (?<=[0-9][%%][.]%(end)s) | (?<=[{LOWER}]{{3}}[{CLOSERS}][.]\s) | (?<=[{UPPER}]{{2}}[)][.]\s) )
"""
_AFTER_NUMBER = "".join(rf"| (?<=[a-z,]\ [0-9]{{{digits}}}[.]\s)" for digits in (1, 2, 3))
_CAPITAL = f"(?=[{UPPER}]|[{OPENERS}`]+[{UPPER}])"
_PLAIN_CASELESS = rf"(?<=[{CASELESS}]{{3}}[.؟۔।]) %(no_tail_of_3)s (?=\s+[{CASELESS}])"
_PLAIN_WIDE = rf"(?<=[{WIDE_STOPS}]) (?![{MARKS}{WIDE_CLOSERS}，、,])"
_WIDE_QUOTED = rf"(?<=[{WIDE_STOPS}]) [{WIDE_QUOTES}] (?![\s{CLOSERS}\[])"
_LINE_END = rf"(?<=\S\n) (\s*) (?=[{QUOTES}(\[¿¡]*[^\W{LOWER}])"

_INSIDE = rf"(?![{LOWER},]|(?<=[.])[0-9])"
_GOES_ON = rf"\ (?!(?:al|el|as|ash|ad|an|ar|at|az)-|[{LOWER}][{UPPER}])[{LOWER}]"
_TWO_INITIALS = rf"(?<=[\s.(][{UPPER}][.])\ [{UPPER}][.]"
_SMALL = re.compile(f"[{LOWER}{CASELESS}]+")
_TWO_NUMBERS = r"(?:(?<=[\s.][0-9][.])|(?<=[\s.][0-9]{2}[.]))\ [0-9]{1,2}[.]\ "
_BEFORE_BLANK = rf"""
    (?<![{MARKS}][{MARKS}]) (?<![.]\ [.…]) (?<!!\ !) [{MARKS}]* (?:(?<=[.])(?:\ [.])*(?:\ …)?|(?<=!)(?:\ !)*|)
    (?!\ [.!](?!\w))
    [{CLOSERS}]* (?:\[\d{{1,3}}\])? (?:[ \u00a0\u202f][”»](?!\S))? (?=\s|(?<=\s[”»])\Z)
"""
_WITHOUT_BLANK = rf"(?:(?<=[{WIDE_STOPS}؟۔।])|(?<=．)(?<![Ａ-Ｚ]．)(?!\d)) [{MARKS}]* [{WIDE_CLOSERS}]*"
_GLUED = rf"(?<=[{LOWER}]{{2}}[.!?]) [”»\x22]? (?=[“«]?[{UPPER}][{LOWER}])"
_GLUED_CASELESS = rf"(?<=[{ARABIC}]{{3}}[.]) (?=[{ARABIC}]{{2}})"
_NEXT = rf"""(?P<gap>\s*) (?=(?P<opened>[{OPENERS}]*(?:(?<=["{DASHES}])\ [{OPENERS}]*)?)(?P<word>\w{{0,24}}))"""


def candidates(lexicon: Lexicon, *, cased: bool, caseless: bool) -> re.Pattern[str]:
    """The expression for a language.

    Args:
        lexicon: its lists.
        cased: whether the text has capitals.
        caseless: whether the language is written in a script that knows no capitals.
    """
    abbreviations = lexicon.abbreviations
    stop, closed, closed_twice = (_after_word(abbreviations, f"[{CLOSERS}]" * closers + r"\s") for closers in range(3))
    caseless_stop = _PLAIN_CASELESS % _exclusions(abbreviations, "") if caseless else "(?!)"
    glued = f"{_GLUED}|{_GLUED_CASELESS}" if caseless else _GLUED
    inside, never = (_INSIDE, f"(?!{_GOES_ON}|{_TWO_INITIALS}|{_TWO_NUMBERS})") if cased else ("", "")
    goes_on = f"(?-x:{reporting(lexicon).pattern})"
    linking = "|".join(f"(?<={words})" for words in _by_length(lexicon.words("linking"), r"\n")) or "(?!)"
    return re.compile(
        rf"""[{MARKS}{LINE_BREAKS}] (?:
            (?<=[.?])
            (?: (\s {stop} \s*)
              | [{CLOSERS}] (?: (\s (?<=[.].\s) {closed} \s*) | [{CLOSERS}] (\s (?<=[.]..\s) {closed_twice} \s*) )
            ) {_CAPITAL}
          | (?: {caseless_stop} | {_PLAIN_WIDE} ) (\s*)
          | (?<![{POINTS}]) (?: {_WIDE_QUOTED} (?!{goes_on}) () | (?!(?=\S)(?:{linking})) {_LINE_END} )
          | {inside}
            (?: (?<=[{POINTS}]) (?<![{MARKS}].)
                (?: (?=[\s{CLOSERS}{MARKS}\[]) {never} (?!{_joined(abbreviations)}) {_BEFORE_BLANK} | {glued} )
              | (?<=[{LINE_BREAKS}])
              | (?<![{POINTS}{LINE_BREAKS}]) (?!{_WIDE_QUOTED} {goes_on})
                (?:{_BEFORE_BLANK}|{_WITHOUT_BLANK}) ) {_NEXT} )""",
        re.VERBOSE,
    )


def _after_word(abbreviations: Mapping[str, Abbreviation], end: str) -> str:
    """An expression for what stands before a boundary beyond doubt, to be tested after the stop and what ends it."""
    numbers = [] if NUMBER in abbreviations else [_AFTER_NUMBER, *_dated(abbreviations)]
    return _AFTER_WORD % {**_exclusions(abbreviations, end), "number": "".join(numbers)}


def _dated(abbreviations: Mapping[str, Abbreviation]) -> Iterator[str]:
    """Assertions that a number with its abbreviation stands before a full stop and a blank: "Nov. 16. "."""
    for digits in (1, 2):
        for words in _by_length(_numbered(abbreviations), rf"[.]\ [0-9]{{{digits}}}[.]\s"):
            yield f"| (?<={words})"


def _exclusions(abbreviations: Iterable[str], end: str) -> dict[str, str]:
    """Assertions that no abbreviation stands before a full stop and what ends it, to be filled into an expression."""
    parts = {part for word in abbreviations for part in (word, word.rsplit(".", 1)[-1]) if part[-2:].islower()}
    tails = {f"no_tail_of_{length}": _no_tail_of(abbreviations, length, end) for length in (3, 4, 5)}
    return {**tails, "none": " ".join(f"(?<!{words}{end})" for words in _by_length(parts)), "end": end}


def _joined(abbreviations: Mapping[str, Abbreviation]) -> str:
    """What stands around a blank after a title, or between an abbreviation and its number."""
    usual = {word: entry for word, entry in abbreviations.items() if 1 < len(word) < LONG}
    titles = [word for word, entry in usual.items() if not (entry.splits or entry.unless)]
    before = "|".join(f"(?<={words})" for words in _by_length(titles)) or "(?!)"
    before_number = "|".join(f"(?<={words})" for words in _by_length(_numbered(usual))) or "(?!)"
    return rf"(?=\ [^.”»])(?:{before}|(?=\ [0-9])(?:{before_number}))"


def _numbered(abbreviations: Mapping[str, Abbreviation]) -> list[str]:
    """Those that go with a number after them."""
    return [word for word, entry in abbreviations.items() if entry.splits and NUMBER in entry.unless]


def _by_length(words: Iterable[str], end: str = "[.]", *, whole: bool = True) -> list[str]:
    """Expressions for one of these words and what ends it; a look-behind has one length, so one for each.

    Of long words, which are few, the last letters have to do.
    """
    by_length: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted({word[-LONG:] for word in words}):
        by_length[len(word)][word[0]].append(re.escape(word[1:]))
    return [_any_word(initials, whole=whole and length < LONG) + end for length, initials in sorted(by_length.items())]


def _any_word(rests: Mapping[str, Sequence[str]], *, whole: bool) -> str:
    """An expression for words given by their first letters and what follows these."""
    words = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    boundary = r"\b" if whole else ""
    return f"{boundary}(?:{words})"


def _no_tail_of(abbreviations: Iterable[str], length: int, end: str) -> str:
    """An assertion for words that end in so many small letters, of which few are abbreviations: none of their tails."""
    tails = {word[-length:] for word in abbreviations if len(word) >= length}
    small = {tail for tail in tails if _SMALL.fullmatch(tail)}
    return " ".join(f"(?<!{words}{end})" for words in _by_length(small, whole=False))

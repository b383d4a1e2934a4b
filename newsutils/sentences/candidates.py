"""The one expression that finds every place where a sentence may end.

It begins with a single character set, so that the scan runs at the speed of C, and it settles the easy places by
itself: a word that is in no list, a full stop, a blank and a capital are a boundary; a full stop, a blank and a small
letter, or two initials, are none. Only the others cost Python. No two neighbouring repeats can match the same
characters and a run of marks is entered only at its first, so that no input takes more than linear time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from newsutils.sentences.characters import (
    ARABIC,
    CLOSERS,
    CONSONANTS,
    LINE_BREAKS,
    LOWER,
    MARKS,
    OPENERS,
    QUOTES,
    UPPER,
    WIDE_CLOSERS,
    WIDE_STOPS,
)

PLAIN, LINE = 1, 2
"""The last group of a match that needs no rule: a boundary beyond doubt, which ends the group, or the end of a line."""

_PLAIN_STOP = rf"""
    (?: (?<=[{LOWER}]{{4}}[.?]) %(long)s
      | (?<=[{LOWER}]{{2}}[.?]) %(all)s (?<!\b[{UPPER}][{CONSONANTS}]{{2}}[.]) (?<!\b[{UPPER}][{CONSONANTS}]{{3}}[.])
      | (?<=[0-9]{{4}}[.]) )
    (?: (?<=[.]) [{CLOSERS}]* )? (?=\s+[{OPENERS}]*[{UPPER}])
"""
_PLAIN_WIDE = rf"(?<=[{WIDE_STOPS}]) (?![{MARKS}{WIDE_CLOSERS}，、,])"
_LINE = rf"(?<=\S\n) () \s* (?=[{QUOTES}(\[¿¡]*[^\W{LOWER}])"
_GOES_ON = rf"\ (?!(?:al|el|as|ash|ad|an|ar|at|az)-|[{LOWER}][{UPPER}])[{LOWER}]"
_TWO_INITIALS = rf"(?<=[\s.(][{UPPER}][.])\ [{UPPER}][.]"
_RUN = rf"(?<=[{MARKS}]) (?<![{MARKS}][{MARKS}]) (?<![.]\ [.])"
_MARK = (
    rf"{_RUN} [{MARKS}]* (?:\ [.])* [{CLOSERS}]* (?:\[\d{{1,3}}\])? (?:[ \u00a0\u202f][”»](?!\S))? (?=\s|(?<=\s[”»])\Z)"
)
_WIDE = rf"(?:(?<=[{WIDE_STOPS}؟۔।])|(?<=．)(?!\d)) [{MARKS}]* [{WIDE_CLOSERS}]*"
_GLUED_ARABIC = rf"(?<=[{ARABIC}]{{3}}[.]) (?=[{ARABIC}]{{2}})"
_GLUED = rf"{_GLUED_ARABIC} | (?<=[{LOWER}]{{2}}[.!?]) [”»]? (?=[“«]?[{UPPER}][{LOWER}])"
_BREAK = rf"(?<=[{LINE_BREAKS}])"
_NEXT = rf"""(?P<gap>\s*) (?=(?P<opened>[{OPENERS}]*(?:(?<=[—–―"-])\ [{OPENERS}]*)?)(?P<word>\w{{0,24}}))"""


def candidates(abbreviations: Iterable[str], *, cased: bool) -> re.Pattern[str]:
    """The expression for a language that has these abbreviations.

    Args:
        abbreviations: the words whose full stop needs a rule, without it.
        cased: whether the text has capitals.
    """
    never = rf"(?!{_GOES_ON}|{_TWO_INITIALS})" if cased else ""
    stop = _PLAIN_STOP % {"all": _none_of(abbreviations), "long": _none_of(abbreviations, 4)}
    unsure = rf"{never} (?:{_MARK}|{_WIDE}|{_GLUED}|{_BREAK}) (?P<end>) {_NEXT}"
    return re.compile(rf"[{MARKS}{LINE_BREAKS}] (?:(?:{stop}|{_PLAIN_WIDE}) () \s* | {_LINE} | {unsure})", re.VERBOSE)


def _none_of(abbreviations: Iterable[str], letters: int = 2) -> str:
    """Assertions that no abbreviation stands before a full stop, of those that end in so many small letters.

    A look-behind has one length, so there is one for each.
    """
    by_length: dict[int, list[str]] = defaultdict(list)
    parts = {part for word in abbreviations for part in (word, word.rsplit(".", 1)[-1])}
    for part in sorted(parts):
        if len(part) >= letters and part[-letters:].islower() and part[-letters:].isalpha():
            by_length[len(part)].append(re.escape(part))
    return " ".join(rf"(?<!\b(?:{'|'.join(words)})[.])" for _, words in sorted(by_length.items()))

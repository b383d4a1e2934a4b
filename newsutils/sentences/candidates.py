"""The one expression that finds every place where a sentence may end.

It begins with a single character set, so that the scan runs at the speed of C, and it settles the easy cases (four
lower-case letters, a full stop, a blank, a capital) by itself: only the others cost Python. No two of its repeats can
match the same characters and a run of marks is entered only at its first, so that no input takes more than linear time.
"""

import re
from collections.abc import Iterable

from newsutils.sentences.characters import (
    CLOSERS,
    LINE_BREAKS,
    LOWER,
    MARKS,
    OPENERS,
    UPPER,
    WIDE_CLOSERS,
    WIDE_STOPS,
)

PLAIN = 1  # the group that alone takes part in a match when the boundary is beyond doubt

CAPITAL_FOLLOWS = rf"\s+(?=[{OPENERS}]*[{UPPER}])"

PLAIN_STOP = rf"""
    (?<=[{LOWER}]{{4}}[.?]) (?<!%s)
    (?: (?<=[.]) [{CLOSERS}]* )? () {CAPITAL_FOLLOWS}
"""

MARK = rf"""
    (?<=[{MARKS}]) (?<![{MARKS}][{MARKS}]) (?<![.]\ [.])
    [{MARKS}]* (?:\ [.])* [{CLOSERS}]* (?:[ \u00a0\u202f]["”»'’](?!\S))? (?=\s|\Z)
"""
WIDE = rf"(?<=[{WIDE_STOPS}؟۔।]) [{MARKS}]* [{WIDE_CLOSERS}]*"
GLUED = rf"(?<=[{LOWER}]{{2}}[.!?]) (?=[{UPPER}][{LOWER}])"
BREAK = rf"(?<=[{LINE_BREAKS}])"
NEXT_WORD = rf"(?=(?P<opened>[{OPENERS}]*(?:(?<=[—–―-])\ [{OPENERS}]*)?)(?P<word>\w{{0,24}}))"


def candidates(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """The expression for a language that has these abbreviations."""
    tails = {word[-4:] for word in abbreviations if len(word) > 3 and word[-4:].islower()}
    plain = PLAIN_STOP % "|".join(re.escape(tail + ".") for tail in sorted(tails)) if tails else "a^"
    return re.compile(
        rf"[{MARKS}{LINE_BREAKS}](?:{plain}|(?:{MARK}|{WIDE}|{GLUED}|(?P<line>{BREAK}))(?P<end>)(?P<gap>\s*){NEXT_WORD})",
        re.VERBOSE,
    )

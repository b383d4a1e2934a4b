"""Step 3, lines: hard wraps undone (`wrapping`), and sentences that a line break or a blank line tore apart rejoined.

A line goes on in the next one if it is part of running text, has no end mark, and either the next begins with a small
letter or the line ends with a comma or with a word that ends no sentence ("the", "von", "que"). The next one must end
like a sentence or be the longer one, unless a dash that stands by itself promises more.
"""

import re
from collections.abc import Iterator

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.marks import COLONS, COMMAS, END_MARKS, ends_sentence, last_mark
from newsutils.cleaning.tables import words_of

_GAP = re.compile(r"\n\n\n+")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")

# Shorter lines are rather menus and captions than parts of a sentence, in characters and in blanks between words.
_SHORTEST_LEFT, _FEWEST_BLANKS = 25, 3
_SHORTEST_RIGHT = 20
_REACH = 40
_DASHES = frozenset([" -", " –", " —"])
_BREAK = re.compile(rf"\n(?<=[^\n]{{{_SHORTEST_LEFT}}}\n)\n*(?=[^\n]{{{_SHORTEST_RIGHT}}})")


def gap_edits(text: str) -> Iterator[Edit]:
    """One blank line where there are more; none at the ends of the text."""
    first, last = len(text) - len(text.lstrip("\n")), len(text.rstrip("\n"))
    if first:
        yield Edit(0, first)
    yield from (Edit(gap.start() + 2, gap.end()) for gap in _GAP.finditer(text, first, last))
    if first <= last < len(text):
        yield Edit(last, len(text))


def rejoin_edits(text: str) -> Iterator[Edit]:
    """The breaks inside a sentence, each of which a blank replaces."""
    for found in _BREAK.finditer(text):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        if _goes_on(text[start : found.start()], text[found.end() : end if end >= 0 else len(text)]):
            yield Edit(found.start(), found.end(), " ")


def _goes_on(line: str, following: str) -> bool:
    mark = last_mark(line)
    if line.count(" ", 0, 200) < _FEWEST_BLANKS or mark in END_MARKS or mark in COLONS:
        return False
    promised = line[-2:] in _DASHES or len(following) > len(line) or ends_sentence(following)
    if not (promised and following[0].isalpha()):
        return False
    return following[0].islower() or mark in COMMAS or _ends_open(line)


def _ends_open(line: str) -> bool:
    word = _LAST_WORD.search(line, max(0, len(line) - _REACH))
    return word is not None and word[0] in words_of("open_words.txt")

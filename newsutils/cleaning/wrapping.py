"""Hard wraps: lines that were filled up to a width are put together into paragraphs again.

A text is wrapped if nearly all its lines are at most as wide as a terminal or a printed page, and most of them are
full: the first word of the next line had no room left. In a wrapped text a line that is not full ends its paragraph. A
full line that ends with an end mark may or may not: where blank lines separate paragraphs it does not, else it does if
the text has more paragraph ends than sentence ends inside paragraphs, since either falls on the end of a full line
equally often.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.marks import END_MARKS, ends_sentence
from newsutils.cleaning.tables import words_of

NARROWEST, WIDEST = 40, 120
_FEWEST_BREAKS = 3
_FULL_SHARE = 0.35
_OPEN_SHARE = 0.5

_WORD = re.compile(r"\w+")
_INNER_END = re.compile(rf"[{''.join(END_MARKS)}][\"”’»)]? (?=[^\W\d_])")
_HYPHENATED = re.compile(r"(?:^|(?<=\W))[^\W\d_]+(?:-[^\W\d_]+)+")
_TORN = re.compile(r"(?<!\w)\w+-\n\w+")
_LONGEST_PART = 40
_BEFORE_HYPHEN = re.compile(r"[^\W\d_]+-\Z")
_AFTER_HYPHEN = re.compile(r"[^\W\d_]+")


class Break(NamedTuple):
    """A single line feed between two lines: its place, the line before, and whether that line is full."""

    at: int
    line: str
    following: str
    full: bool


def unwrap_edits(text: str) -> Iterator[Edit]:
    """The line feeds of a hard-wrapped text that a blank replaces, or that go with the hyphen before them.

    Between paragraphs a blank line stands afterwards. A text that is not wrapped has no edits. Lines are stripped and
    at most one blank line stands between them.
    """
    breaks = _breaks(text)
    if not _is_wrapped(breaks):
        return
    ends_count = _full_end_ends_paragraph(text, breaks)
    words: frozenset[str] | None = None
    for brk in breaks:
        if not brk.full or (ends_count and ends_sentence(brk.line)):
            yield Edit(brk.at, brk.at + 1, "\n\n")
        elif brk.line.endswith("-"):
            words = _vocabulary(text) if words is None else words
            yield _hyphen_edit(text, brk.at, words)
        else:
            yield Edit(brk.at, brk.at + 1, " ")


def _breaks(text: str) -> list[Break]:
    lines = text.split("\n")
    width = _width(lines)
    if not NARROWEST <= width <= WIDEST:
        return []
    found, start = [], 0
    for line, following in pairwise(lines):
        start += len(line)
        if line and following:
            first_word = following.partition(" ")[0]
            found.append(Break(start, line, following, len(line) + 1 + len(first_word) > width))
        start += 1
    return found


def _width(lines: list[str]) -> int:
    """The widest line that holds a blank: a long address cannot be wrapped."""
    return max((len(line) for line in lines if " " in line), default=0)


def _is_wrapped(breaks: list[Break]) -> bool:
    full = [brk for brk in breaks if brk.full]
    if len(full) < _FEWEST_BREAKS or len(full) < _FULL_SHARE * len(breaks):
        return False
    return sum(not ends_sentence(brk.line) for brk in full) >= _OPEN_SHARE * len(full)


def _full_end_ends_paragraph(text: str, breaks: list[Break]) -> bool:
    """Whether a full line that ends a sentence also ends a paragraph, in this text."""
    if "\n\n" in text:
        return False
    paragraph_ends = sum(not brk.full for brk in breaks)
    return paragraph_ends > len(_INNER_END.findall(text))


def _vocabulary(text: str) -> frozenset[str]:
    """The words of a text, and its words with hyphens, in lower case; not those that a line end tears apart."""
    lowered = _TORN.sub(" ", text.lower())
    return frozenset(_WORD.findall(lowered)) | frozenset(_HYPHENATED.findall(lowered))


def _hyphen_edit(text: str, at: int, words: frozenset[str]) -> Edit:
    """What becomes of a hyphen before the line feed at `at`: it stays, or goes with the line feed."""
    before = _BEFORE_HYPHEN.search(text, max(0, at - _LONGEST_PART), at)
    after = _AFTER_HYPHEN.match(text, at + 1, at + 1 + _LONGEST_PART)
    if before is None:
        return Edit(at, at + 1, " ")
    if after is None:
        return Edit(at, at + 1)
    keeps = _is_compound(before[0][:-1].lower(), after[0], words)
    return Edit(at if keeps else at - 1, at + 1)


def _is_compound(left: str, right: str, words: frozenset[str]) -> bool:
    """Does the hyphen belong to the word? What the text has elsewhere says it, else how the parts are written."""
    whole = left + right.lower()
    if f"{left}-{right.lower()}" in words:
        return True
    if whole in words or whole in words_of("closed_compounds.txt"):
        return False
    return not right[0].islower() or (left in words and right in words)

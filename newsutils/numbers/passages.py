"""The passages of a text in which a number may stand: its sentences that hold a digit or a number word.

Most sentences of a story hold none. To pass over them costs less than to take them apart into tokens.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.tokens import fold_text

# It begins with one set, which lets the engine skip through the text.
_SENTENCE_END = re.compile(r"[.!?।؟…\n](?:(?<!\n)[\"'”’»)\]]{0,3}\s{1,20}|(?<=\n)\s{0,20}\n)")
_DIGIT = re.compile(r"\d")
_OPENING = "\"'“‘«([¿¡"


class Passage(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


def passages(text: str, lexicon: Lexicon) -> Iterator[Passage]:
    """The passages of a text that may hold a number, in order; sentences that follow each other are one passage."""
    begin = end = 0
    for sentence in _sentences(text):
        if not _may_hold_number(text, sentence, lexicon):
            continue
        if sentence.start > end:
            if end > begin:
                yield Passage(begin, end)
            begin = sentence.start
        end = sentence.end
    if end > begin:
        yield Passage(begin, end)


def _may_hold_number(text: str, sentence: Passage, lexicon: Lexicon) -> bool:
    """Whether a sentence has a digit or a number word; digits are asked first, as they need no folding."""
    if _DIGIT.search(text, sentence.start, sentence.end):
        return True
    return lexicon.number_start.search(fold_text(text[sentence.start : sentence.end])) is not None


def _sentences(text: str) -> Iterator[Passage]:
    """The sentences of a text, with no harm done where two stay one: an end needs a capital after and none before."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0][0] in ".!?…" and not _is_end(text, match.start(), match.end()):
            continue
        yield Passage(start, match.end())
        start = match.end()
    yield Passage(start, len(text))


def _is_end(text: str, mark: int, after: int) -> bool:
    """Whether a mark ends a sentence for sure: no capital or short word before it, a capital or a quote after it."""
    before = text[max(0, mark - 3) : mark]
    sure = len(before) == 3 and before.isalnum() and (before.islower() or before.isdecimal())
    return sure and after < len(text) and (text[after].isupper() or text[after] in _OPENING)

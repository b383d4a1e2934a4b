"""Going through a text from candidate to candidate."""

import re
from functools import cache
from typing import NamedTuple

from newsutils.sentences.candidates import LINE, PLAIN, candidates
from newsutils.sentences.document import Document
from newsutils.sentences.layout import rule_at_line_break
from newsutils.sentences.lexicon import NUMBER, lexicon, lowered
from newsutils.sentences.lists import item_starts
from newsutils.sentences.rules import Rules


class Boundaries(NamedTuple):
    """Where the sentences of a text start and end, and the name of the rule that made each end."""

    starts: list[int]
    ends: list[int]
    rules: list[str]


class Splitter:
    """All that is needed to split texts of one language.

    Args:
        language: primary subtag; "" if not known.
        cased: whether the texts have capitals.
    """

    def __init__(self, language: str, *, cased: bool) -> None:
        words = lexicon(language) if cased else lowered(language)
        self._expression = candidates(words.abbreviations, cased=cased)
        self._rule = Rules(words, cased=cased).rule
        self._numbers_are_ordinals = NUMBER in words.abbreviations

    def split(self, text: str) -> Boundaries:
        """The boundaries of a text."""
        begin, last = len(text) - len(text.lstrip()), len(text.rstrip())
        found = Boundaries([], [], [])
        document = Document(text)
        items = [] if self._numbers_are_ordinals else item_starts(text, begin)
        for item in items:
            self._split_stretch(document, begin, len(text[begin:item].rstrip()) + begin, "list item", found)
            begin = item
        if begin < last:
            self._split_stretch(document, begin, last, "end of text", found)
        return found

    def _split_stretch(self, document: Document, begin: int, last: int, at_end: str, found: Boundaries) -> None:
        """Split what stands between two offsets, neither of them at white space; the last end has a rule already."""
        starts, ends, rules = found
        text = document.text
        for candidate in self._expression.finditer(text, begin, last):
            kind = candidate.lastindex
            if kind == PLAIN:
                end, rule = candidate.end(PLAIN), "plain"
            elif kind == LINE:
                end, rule = candidate.start(), rule_at_line_break(document, candidate.start(), candidate.end())
            else:
                end, rule = _end(text, candidate), self._rule(document, candidate, begin)
            if rule:
                starts.append(begin)
                ends.append(end)
                rules.append(rule)
                begin = candidate.end()
        if begin < last:
            starts.append(begin)
            ends.append(last)
            rules.append(at_end)


@cache
def splitter(language: str, *, cased: bool) -> Splitter:
    """The splitter of a language, made once."""
    return Splitter(language, cased=cased)


def _end(text: str, candidate: re.Match[str]) -> int:
    """Where the sentence ends: after the mark and its closing quotes, or before the blanks of an unmarked line end."""
    end = candidate.end("end")
    while text[end - 1].isspace():
        end -= 1
    return end

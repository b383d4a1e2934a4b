"""Going through a text from candidate to candidate."""

import re
from functools import cache

from newsutils.sentences.candidates import LINE, PLAIN, WIDE, candidates
from newsutils.sentences.document import Document
from newsutils.sentences.layout import LINE_RULE, rule_at_line_break
from newsutils.sentences.lexicon import CASED, NUMBER, lexicon, lowered
from newsutils.sentences.lists import later_items
from newsutils.sentences.rules import WIDE_RULE, Rules

PLAIN_RULE = "plain"


class Splitter:
    """All that is needed to split texts of one language.

    Args:
        language: primary subtag; "" if not known.
        cased: whether the texts have capitals.
    """

    def __init__(self, language: str, *, cased: bool) -> None:
        words = lexicon(language) if cased else lowered(language)
        self._expression = candidates(words, cased=cased, caseless=language not in CASED)
        self._rule = Rules(words, cased=cased).rule
        self._numbers_are_ordinals = NUMBER in words.abbreviations

    def split(self, text: str) -> tuple[list[int], dict[int, str]]:
        """The sentences of a text.

        Returns:
            In turn the offsets of their first characters and those after their last ones; and the name of the rule
            that made an end, by its offset; PLAIN_RULE where none is given.
        """
        document = Document(text)
        begin, last = len(text) - len(text.lstrip()), len(text.rstrip())
        if begin >= last:
            return [], {}
        bounds = [begin]
        rules: dict[int, str] = {}
        for item in [] if self._numbers_are_ordinals else later_items(text, begin):
            end = bounds[-1] + len(text[bounds[-1] : item.start()].rstrip())
            self._split_stretch(document, begin, end, bounds, rules)
            rules[end] = "list item"
            bounds.append(item.start())
            begin = item.end()
        self._split_stretch(document, begin, last, bounds, rules)
        rules[last] = "end of text"
        return bounds, rules

    def _split_stretch(
        self, document: Document, begin: int, last: int, bounds: list[int], rules: dict[int, str]
    ) -> None:
        """Split what stands between two offsets.

        Args:
            document: the text.
            begin: where to begin to look for boundaries.
            last: where the last sentence ends.
            bounds: in turn the starts and ends of sentences, at last the start of the one to go on with.
            rules: the names of the rules by the ends, where they are not plain.
        """
        for candidate in self._expression.finditer(document.text, begin, last):
            kind = candidate.lastindex or 0  # no match is without a group
            if kind <= PLAIN:
                bounds += candidate.span(kind)
                continue
            if kind == LINE and not document.wrap_width:
                end, rule = candidate.start(), LINE_RULE
            elif kind == WIDE:
                end, rule = candidate.start(WIDE), WIDE_RULE
            else:
                document.begin = bounds[-1]
                end, rule = (
                    self._at_line_end(document, candidate) if kind == LINE else self._at_mark(document, candidate)
                )
            if rule:
                rules[end] = rule
                bounds += end, candidate.end()
        if bounds[-1] < last:
            bounds.append(last)
        else:
            bounds.pop()

    def _at_mark(self, document: Document, candidate: re.Match[str]) -> tuple[int, str]:
        """Where the sentence ends at a candidate, before the blanks of a line end, and by which rule; "" for none."""
        rule = self._rule(document, candidate)
        if not rule:
            return 0, rule
        end = candidate.start("gap")
        while document.text[end - 1].isspace():
            end -= 1
        return end, rule

    @staticmethod
    def _at_line_end(document: Document, candidate: re.Match[str]) -> tuple[int, str]:
        return candidate.start(), rule_at_line_break(document, *candidate.span())


@cache
def splitter(language: str, cased: bool) -> Splitter:
    """The splitter of a language, made once."""
    return Splitter(language, cased=cased)

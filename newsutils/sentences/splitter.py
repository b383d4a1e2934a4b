"""Splitting a text at the boundaries that the rules find."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from newsutils.sentences.candidates import LINE, PLAIN, candidates
from newsutils.sentences.document import Document
from newsutils.sentences.layout import rule_at_line_break
from newsutils.sentences.lexicon import lexicon, lowered
from newsutils.sentences.rules import Rules

Rule = Callable[[Document, re.Match[str], int], str]


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence of a text.

    Attributes:
        start: offset of its first character, in code points.
        end: offset after its last character.
        text: the characters between them.
        rule: name of the rule that ended it.
        field: the field of the record that it lies in, where that is not `text`.
    """

    start: int
    end: int
    text: str | msgspec.UnsetType = msgspec.UNSET
    rule: str | msgspec.UnsetType = msgspec.UNSET
    field: str | msgspec.UnsetType = msgspec.UNSET


def split_sentences(text: str, lang: str = "", *, with_text: bool = False, explain: bool = False) -> list[Sentence]:
    """Split a text into sentences.

    Args:
        text: any text; it is not changed.
        lang: primary language subtag ("en", "ar"); "" if not known.
        with_text: give each sentence its text.
        explain: give each sentence the name of the rule that made its end.

    Returns:
        The sentences in order. They do not overlap, begin and end with a character that is no white space, and
        together hold every such character.
    """
    starts, ends, rules = boundaries(text, lang)
    if not (with_text or explain):
        return list(map(Sentence, starts, ends))
    texts = [text[start:end] if with_text else msgspec.UNSET for start, end in zip(starts, ends, strict=True)]
    return list(map(Sentence, starts, ends, texts, rules if explain else [msgspec.UNSET] * len(rules)))


def boundaries(text: str, lang: str) -> tuple[list[int], list[int], list[str]]:
    """Where the sentences of a text start and end, and the rule that made each end."""
    begin, last = len(text) - len(text.lstrip()), len(text.rstrip())
    starts, ends, rules = [begin], [], []
    document = Document(text)
    expression, rule_of = _tools(lang, not text.islower())
    for candidate in expression.finditer(text, begin, last):
        kind = candidate.lastindex
        if kind == PLAIN:
            end, rule = candidate.end(PLAIN), "plain"
        elif kind == LINE:
            end, rule = candidate.start(), rule_at_line_break(document, candidate.start(), candidate.end())
        else:
            end, rule = _end(text, candidate), rule_of(document, candidate, begin)
        if not rule:
            continue
        ends.append(end)
        rules.append(rule)
        begin = candidate.end()
        starts.append(begin)
    if begin < last:
        return starts, [*ends, last], [*rules, "end of text"]
    return starts[:-1], ends, rules


def _end(text: str, candidate: re.Match[str]) -> int:
    """Where the sentence ends: after the mark and its closing quotes, or before the blanks of an unmarked line end."""
    end = candidate.end("end")
    while text[end - 1].isspace():
        end -= 1
    return end


@cache
def _tools(lang: str, cased: bool) -> tuple[re.Pattern[str], Rule]:
    words = lexicon(lang) if cased else lowered(lang)
    return candidates(words.abbreviations, cased=cased), Rules(words, cased=cased).rule

"""Splitting a text at the boundaries that the rules find."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from newsutils.sentences.candidates import PLAIN, candidates
from newsutils.sentences.document import Document
from newsutils.sentences.lexicon import lexicon, lowered
from newsutils.sentences.rules import Rules


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
    starts, ends, rules = [len(text) - len(text.lstrip())], [], []
    document = Document(text)
    expression, decide = _tools(lang, not text.islower())
    for candidate in expression.finditer(text, starts[0]):
        if candidate.lastindex == PLAIN:
            end, rule = candidate.end(PLAIN), "plain"
        else:
            rule = decide(document, candidate)
            if not rule:
                continue
            end = candidate.end("end") if candidate["line"] is None else _trimmed(text, candidate.start())
        ends.append(end)
        rules.append(rule)
        document.start = candidate.end()
        starts.append(document.start)
    end = len(text.rstrip())
    if starts[-1] < end:
        return starts, [*ends, end], [*rules, "end of text"]
    return starts[:-1], ends, rules


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


@cache
def _tools(lang: str, cased: bool) -> tuple[re.Pattern[str], Callable[[Document, re.Match[str]], str]]:
    words = lexicon(lang) if cased else lowered(lang)
    return candidates(words.abbreviations), Rules(words, cased).rule

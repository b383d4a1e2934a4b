"""Where a text speaks of time: the one grammar of date expressions, for those who want dates and those who avoid them.

A text becomes tokens with classes (``tokens.py``, words from ``data/words.*.tsv``), the classes a short string with one
character each, and the rules (``data/grammar.txt``) one regular expression on that string. Time is linear in the text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from newsutils.dates.grammar import grammar
from newsutils.dates.tokens import Token, tokens


class Expression(NamedTuple):
    """A date expression: ``text[start:end]``, its kind, the rule that found it and its tokens.

    The kind is "date", "time", "duration", "set" or "year" (a year that stands alone, as in "in 1998").
    """

    start: int
    end: int
    kind: str
    rule: str
    tokens: tuple[Token, ...]


def find_expressions(text: str, lang: str = "") -> Iterator[Expression]:
    """Find the date expressions of a text, left to right, without overlap.

    Args:
        text: any text.
        lang: its primary language subtag; an unknown language is read with the English words.

    Yields:
        Expression: offsets are code points of ``text``, half-open.
    """
    rules = grammar()
    found = tokens(text, lang)
    classes = "".join([rules.classes.get(token.kind, rules.other) for token in found])
    for match in rules.pattern.finditer(classes):
        part = tuple(found[match.start() : match.end()])
        rule = str(match.lastgroup)
        yield Expression(part[0].start, part[-1].end, rules.kinds[rule], rule, part)

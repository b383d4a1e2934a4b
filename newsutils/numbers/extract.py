"""Numbers of a text: the pass over its tokens, roles over what it found, and the report."""

from newsutils.numbers.lexicon import lexicon
from newsutils.numbers.number import Number
from newsutils.numbers.report import number_of
from newsutils.numbers.roles import add_roles
from newsutils.numbers.scan import Scanner
from newsutils.numbers.tokens import Tokens

QUANTITIES = frozenset({"count", "measure", "money", "percent", "percentage_point", "fraction", "age"})


def extract_numbers(text: str, lang: str = "en", *, everything: bool = False) -> list[Number]:
    """Find the quantities of a text.

    Args:
        text: any text.
        lang: its primary language subtag; an unknown language, or "", is read with the English words.
        everything: also give what only looks like a quantity, with its kind: dates, identifiers, scores and others.

    Returns:
        list[Number]: in the order of the text; ``text[number.start:number.end] == number.text``.
    """
    words, tokens = lexicon(lang), Tokens(text)
    found = list(Scanner(tokens, words, lang).quantities())
    add_roles(tokens, found, words)
    return [number_of(tokens, each, words) for each in found if everything or each.kind in QUANTITIES]

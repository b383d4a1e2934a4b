"""Numbers of a text: the pass over its tokens, roles over what it found, and the report."""

from newsutils.numbers.lexicon import Lexicon, lexicon
from newsutils.numbers.number import Number
from newsutils.numbers.passages import passages
from newsutils.numbers.quantity import Quantity
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
    words = lexicon(lang)
    return [
        number_of(tokens, each, words)
        for passage in passages(text, words)
        for tokens in [Tokens(text, passage.start, passage.end)]
        for each in _quantities(tokens, words, lang)
        if everything or each.kind in QUANTITIES
    ]


def _quantities(tokens: Tokens, words: Lexicon, lang: str) -> list[Quantity]:
    found = list(Scanner(tokens, words, lang).quantities())
    add_roles(tokens, found, words)
    return found

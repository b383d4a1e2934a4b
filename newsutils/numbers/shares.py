"""Counts taken out of others: "11 of its 4,500 residents", "280 million of the 1.5 billion shekels"."""

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.ranges import name_after
from newsutils.numbers.tokens import Tokens

REACH = 3


def is_share(tokens: Tokens, part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether nothing but "of" and a determiner stands between two quantities."""
    between = tokens.words[part.outer_last : whole.outer_first]
    if not 0 < len(between) <= REACH or not lexicon.has("partitive", between[0]):
        return False
    return all(lexicon.has("determiner", word) for word in between[1:])


def name_share(tokens: Tokens, part: Quantity, whole: Quantity, lexicon: Lexicon) -> None:
    """Give a bare count the unit or the noun of what it is taken from."""
    if part.kind != COUNT or part.noun or not is_share(tokens, part, whole, lexicon):
        return
    if whole.kind in ("money", "measure"):
        name_after(part, whole)
    part.noun = whole.noun

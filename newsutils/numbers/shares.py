"""Numbers that share the name of their neighbour.

Counts taken out of others ("11 of its 4,500 residents", "40 of the 90 million crowns"), and numbers set
beside others ("to 9.5 million barrels from 11.2 million", "2 percent in May and 1 in June").
"""

from newsutils.numbers.bounds import EXACT
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.nouns import APOSTROPHES
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.ranges import name_after
from newsutils.numbers.tokens import Tokens

REACH = 5
CLAUSE = 8
CLAUSE_ENDS = frozenset(".;:!?()")
PERCENT = "percent"
MONEY = "money"
LARGE = 1_000_000
LEAST_NAMED = 1000
NAMED = frozenset({PERCENT, "money", "measure"})
OWNER = 2


def is_share(tokens: Tokens, part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    """Whether but "of" and a determiner or an owner stand between two quantities: "2 of Gaza's 9 hospitals"."""
    between = tokens.words[part.outer_last : whole.outer_first]
    if not 0 < len(between) <= REACH or not (
        lexicon.has("partitive", between[0]) or lexicon.has("share-link", between[0])
    ):
        return False
    owned = len(between) > OWNER and between[-1] == "s" and between[-OWNER] in APOSTROPHES
    return owned or all(lexicon.has("determiner", word) for word in between[1:])


def name_share(tokens: Tokens, part: Quantity, whole: Quantity, lexicon: Lexicon) -> None:
    """Give a bare count the unit or the noun of what it is taken from; the owner of that is not its noun."""
    if (
        part.kind != COUNT
        or not is_share(tokens, part, whole, lexicon)
        or (part.noun and part.noun.last < whole.outer_first)
    ):
        return
    if whole.kind in ("money", "measure"):
        name_after(part, whole)
    part.noun = whole.noun


def name_alike(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> None:
    """Give a bare count the unit of its neighbour, to which it is compared or joined."""
    if one.outer_last >= other.outer_first:
        return
    if other.kind == COUNT and one.kind == MONEY and _is_difference(tokens, other, lexicon):
        name_after(other, one)
        other.noun = None
    if other.kind in NAMED and one.noun is None and _are_joined(tokens, one, other, lexicon):
        share_scale(one, other)
        name_after(one, other)
    step = lexicon.steps.at(tokens.words, one.outer_last) if lexicon.has_steps else None
    if step and step.last == other.outer_first and one.noun is None:
        name_after(one, other)
    if other.kind != COUNT or other.noun or one.kind not in NAMED:
        return
    if _is_compared(tokens, one, other, lexicon) or (one.kind == PERCENT and _goes_on(tokens, one, other, lexicon)):
        name_after(other, one)


def share_scale(one: Quantity, other: Quantity) -> None:
    """Give a small number the multiplier of the one that it is joined to: "2 and 1.4 billion pounds"."""
    scale = other.numeral.scale if other.numeral else 1
    plain = one.numeral is not None and one.numeral.scale == 1 and one.bound == EXACT
    if plain and one.value is not None and scale >= LARGE and one.value < LEAST_NAMED:
        one.value = one.least = one.most = one.value * scale


def _is_difference(tokens: Tokens, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether "more", "less" and such follow a large round number: "3,5 miliardi di euro, 400 milioni in meno"."""
    large = other.numeral is not None and other.numeral.scale >= LARGE
    after = lexicon.differences.at(tokens.words, other.outer_last)
    return large and (after or lexicon.differences_before.before(tokens.words, other.outer_first)) is not None


def _are_joined(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether but "and" stands between a number and another that its unit follows: "45 and 50 mg"."""
    if lexicon.has("scale", tokens.word(one.outer_first - 1)):
        return False
    joined = other.outer_first == one.outer_last + 1 and lexicon.has("joiner", tokens.words[one.outer_last])
    return joined and other.first == other.outer_first


def _is_compared(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether no more than "from", "compared with" and such stand between two numbers."""
    hit = lexicon.comparisons.before(tokens.words, other.outer_first)
    if one.kind == PERCENT and not lexicon.has("range-to", tokens.word(one.outer_first - 1)):
        return False  # "up 2 percent from 48 billion"
    return hit is not None and one.outer_last <= hit.first <= one.outer_last + (tokens.word(one.outer_last) == ",")


def _goes_on(tokens: Tokens, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether "and", or "and" and "by", stand between two numbers of one clause, the second before a preposition."""
    between, after = tokens.words[one.outer_last : other.outer_first], tokens.word(other.outer_last)
    if len(between) > CLAUSE or any(word in CLAUSE_ENDS for word in between):
        return False
    by = lexicon.has("change-step", between[-1]) and any(lexicon.has("joiner", word) for word in between)
    ends = not after[:1].isalnum() or (lexicon.has("preposition", after) and not lexicon.has("partitive", after))
    return ends and (by or lexicon.has("joiner", between[-1]))

"""Fractions: with a slash or a sign, in words ("two thirds"), and as so many of so many ("one in five")."""

from decimal import Decimal

from newsutils.numbers.lexicon import FRACTION_SIGNS, Lexicon
from newsutils.numbers.multipliers import Numeral, added, scaled
from newsutils.numbers.phrases import Hit
from newsutils.numbers.plurals import is_plural
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS

SLASHES = "/⁄"
LARGEST_DENOMINATOR = 128
# "Two in three" may as well be two goals in three games; "two in every three" is a share, and so is "one in three".
EVERY, SMALL_RATIO = "every", 10
HALF = "1/2"
POWERS_OF_TEN = (10, 100, 1000)


def with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A whole number with a fraction after it (2 1/2, 2-1/2, 2½), or a fraction in digits (3/4)."""
    whole, last = numeral.value, numeral.last
    if tokens.word(last) in FRACTION_SIGNS:
        return added(numeral, last + 1, _sign_value(tokens.word(last)))
    if tokens.word(last) in SLASHES and (fraction := _slashed(tokens, numeral.first)):
        return numeral._replace(last=numeral.first + 3, kind="fraction", value=fraction, base=fraction)
    hyphen = tokens.word(last) in HYPHENS and tokens.glued(last) and tokens.glued(last + 1)
    if isinstance(whole, int) and hyphen and (fraction := _slashed(tokens, last + 1)):
        return added(numeral, last + 4, fraction)
    if isinstance(whole, int) and tokens.word(last + 1) in SLASHES and (fraction := _slashed(tokens, last)):
        return added(numeral, last + 3, fraction)
    return numeral


def _slashed(tokens: Tokens, index: int) -> Decimal | None:
    """The value of digits, slash, digits where they make a proper fraction."""
    above, below = tokens.word(index), tokens.word(index + 2)
    ends = not (tokens.glued(index + 3) and tokens.raw[index + 3][0] in SLASHES)
    ends = ends and not (tokens.glued(index + 3) and tokens.raw[index + 3][0].isalnum())
    glued = tokens.glued(index + 1) and tokens.glued(index + 2) and ends
    if not (above.isdecimal() and below.isdecimal() and len(below) <= 3 and glued):
        return None
    if not 0 < int(above) < int(below) <= LARGEST_DENOMINATOR or (above, below) == ("9", "11"):
        return None
    return Decimal(int(above)) / int(below)


def _sign_value(sign: str) -> Decimal:
    above, below = FRACTION_SIGNS[sign]
    return Decimal(above) / below


def fraction_sign(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """A fraction in one sign, with the multipliers after it: ½, ¾ million."""
    if tokens.raw[index] not in FRACTION_SIGNS:
        return None
    value = _sign_value(tokens.raw[index])
    return scaled(tokens, Numeral(index, index + 1, "fraction", value, base=value), lexicon, False)


def fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """A fraction in words: "two thirds", "three-quarters", "a third of"."""
    whole = lexicon.whole_fractions.at(tokens.words, index)
    hit = whole or lexicon.fractions.at(tokens.words, index)
    if hit and (whole or lexicon.allows("after-fraction", tokens.word(hit.last)) or _is_amount(tokens, hit, lexicon)):
        value = Decimal(hit.meaning.split("/")[0]) / Decimal(hit.meaning.split("/")[1])
        return Numeral(index, hit.last, "fraction", value, base=value)
    above = lexicon.cardinals.at(tokens.words, index)
    if above is None or not 0 < above.meaning < 20:
        return None
    middle = above.last + (tokens.word(above.last) in HYPHENS)
    below = lexicon.denominators.at(tokens.words, middle)
    if below is None or below.meaning <= above.meaning:
        return None
    value = Decimal(above.meaning) / below.meaning
    return scaled(tokens, Numeral(index, below.last, "fraction", value, base=value), lexicon, False)


def _is_amount(tokens: Tokens, hit: Hit[str], lexicon: Lexicon) -> bool:
    """Whether "a third" is an amount, and no ordinal, though nothing of which it is one follows: "fell by a third"."""
    bounded = lexicon.before.before(tokens.words, hit.first) is not None
    if bounded and hit.meaning == HALF:
        return True
    if tokens.word(hit.last)[:1].isalnum() and not lexicon.is_function_word(tokens.word(hit.last)):
        return False
    before = tokens.word(hit.first - 1)
    return bounded or lexicon.has("before-fraction", before)


def ratio(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """So many of so many: "one in five", "nine out of 10", "two in every three"."""
    above = _small(tokens, index, lexicon)
    link = lexicon.ratio_links.at(tokens.words, above[1]) if above else None
    below = _small(tokens, link.last, lexicon) if link else None
    if above is None or link is None or below is None or not 0 < above[0] < below[0]:
        return None
    common = above[0] == 1 or below[0] in POWERS_OF_TEN or (link.meaning == EVERY and below[0] <= SMALL_RATIO)
    common = common or (below[0] <= SMALL_RATIO and lexicon.has("partitive", tokens.word(below[1])))
    common = common or (below[0] <= SMALL_RATIO and _are_people(tokens, below[1], lexicon))
    if not common or below[0] > POWERS_OF_TEN[-1] or lexicon.units.at(tokens.words, below[1]):
        return None
    value = Decimal(above[0]) / below[0]
    return Numeral(index, below[1], "fraction", value, base=value)


def _are_people(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a plural word for people stands at a token: of "three in four nurses" no goals and games are told."""
    return is_plural(tokens.word(index), lexicon) and tokens.word(index).startswith(lexicon.person_stems)


def _small(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A plain whole number in one token, and the token after it."""
    if hit := lexicon.cardinals.at(tokens.words, index) or lexicon.articles.at(tokens.words, index):
        compound = tokens.word(hit.last) in HYPHENS and tokens.glued(hit.last)
        return None if compound else (hit.meaning, hit.last)
    word = tokens.word(index)
    if len(word) > 4 or tokens.glued(index + 1):
        return None
    return (int(word), index + 1) if word.isdecimal() else None

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
# German "vier von zehn" is a share, "zwei von drei" may be people of whom two are meant.
TEN = "ten"
# French "un Français sur trois" has the noun between.
NOUN = "noun"
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
    if hit and lexicon.ordinals.before(tokens.words, index):  # "in der zweiten Hälfte"
        return None
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
    if (
        above
        and lexicon.reverses_ratios
        and (above[0] in POWERS_OF_TEN or lexicon.has("every", tokens.word(index - 1)))
    ):
        reverse = _reversed_ratio(tokens, index, above, lexicon)
        if reverse:
            return reverse
    link = _ratio_link(tokens, above[1], lexicon) if above else None
    below = _small(tokens, link.last, lexicon) if link else None
    if above is None or link is None or below is None or not 0 < above[0] < below[0]:
        return None
    if not _is_share(tokens, above[0], below, link.meaning, lexicon):
        return None
    value = Decimal(above[0]) / below[0]
    return Numeral(index, below[1], "fraction", value, base=value)


def _reversed_ratio(tokens: Tokens, index: int, below: tuple[int, int], lexicon: Lexicon) -> Numeral | None:
    """A ratio that begins with its whole: Hindi "(of every) five one"."""
    link = lexicon.reversed_ratio_links.at(tokens.words, below[1])
    above = _small(tokens, link.last, lexicon) if link else None
    if above is None or not 0 < above[0] < below[0]:
        return None
    value = Decimal(above[0]) / below[0]
    return Numeral(index, above[1], "fraction", value, base=value)


def _ratio_link(tokens: Tokens, index: int, lexicon: Lexicon) -> Hit[str] | None:
    """What stands between the numbers of a ratio, in some languages after the noun: "due famiglie su tre"."""
    hit = lexicon.ratio_links.at(tokens.words, index)
    if (
        hit
        or not lexicon.noun_ratios
        or not tokens.word(index).isalpha()
        or lexicon.is_function_word(tokens.word(index))
    ):
        return hit
    hit = lexicon.ratio_links.at(tokens.words, index + 1)
    return hit if hit and hit.meaning == NOUN else None


def _is_share(tokens: Tokens, above: int, below: tuple[int, int], link: str, lexicon: Lexicon) -> bool:
    """Whether so many of so many is a share; ``below`` is the second number and the token after it."""
    of, last = below
    if of > POWERS_OF_TEN[-1] or lexicon.units.at(tokens.words, last):
        return False
    if link == TEN:
        return of in POWERS_OF_TEN
    if above == 1 or of in POWERS_OF_TEN:
        return True
    if of > SMALL_RATIO:
        return False
    partitive = lexicon.has("partitive", tokens.word(last))
    return link in (EVERY, NOUN) or partitive or _are_people(tokens, last, lexicon)


def _are_people(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a plural word for people stands at a token: of "three in four nurses" no goals and games are told."""
    return is_plural(tokens.word(index), lexicon) and tokens.word(index).startswith(lexicon.person_stems)


def _goes_on(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a group of three digits follows after a space: the 35 of "35 000"."""
    group = tokens.word(index + 1)
    return lexicon.spaced_groups and group.isdecimal() and len(group) == len("000")


def _small(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A plain whole number in one token, and the token after it."""
    if hit := lexicon.cardinals.at(tokens.words, index) or lexicon.articles.at(tokens.words, index):
        compound = tokens.word(hit.last) in HYPHENS and tokens.glued(hit.last)
        return None if compound else (hit.meaning, hit.last)
    word = tokens.word(index)
    if len(word) > 4 or tokens.glued(index + 1) or _goes_on(tokens, index, lexicon):
        return None
    return (int(word), index + 1) if word.isdecimal() else None

"""Numerals: tokens in digits, in words, as fractions or as vague plurals, to an exact value."""

from dataclasses import dataclass, replace
from decimal import Decimal

from newsutils.numbers.digits import LONGEST, read_digits
from newsutils.numbers.lexicon import FRACTION_SIGNS, Lexicon
from newsutils.numbers.phrases import Hit
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS, word_sum
from newsutils.numbers.wordsum import SECTION_LIMIT

Value = int | Decimal
NO_BREAK_SPACES = frozenset("\u00a0\u202f\u2009")
SLASHES = "/⁄"
TIMES, MINUS = frozenset("×xх·*"), frozenset("-−–")
LONGEST_EXPONENT = 2
LARGEST_DENOMINATOR = 128
LARGEST_VAGUE = 10**12
# "Two in three" may as well be two goals in three games; "two in every three" is a share, and so is "one in three".
EVERY, SMALL_RATIO = "every", 10
POWERS_OF_TEN = (10, 100, 1000)


@dataclass(frozen=True)
class Numeral:
    """A numeral in the tokens ``first`` up to, not including, ``last``.

    ``kind`` is digits, words, fraction or vague. ``value`` is None for a vague plural, whose least meaning is
    ``least``. ``base`` is the value before the last multiplier and ``scale`` that multiplier, which the first end of a
    range shares ("10 to 15 million").
    """

    first: int
    last: int
    kind: str
    value: Value | None
    least: Value = 0
    base: Value = 0
    scale: int = 1
    ambiguous: bool = False


def numeral_at(tokens: Tokens, index: int, lexicon: Lexicon, money: bool = False) -> Numeral | None:
    """The numeral that starts at a token, as long as it goes; None where none does.

    ``money`` says that "m" is million and not metre, as after a currency sign.
    """
    if index >= len(tokens):
        return None
    if tokens.raw[index][0].isdecimal():
        return (_ratio(tokens, index, lexicon) if not money else None) or _digits(tokens, index, lexicon, money)
    for read in (_fraction_sign, _half, _ratio, _fraction, _vague, _words):
        if found := read(tokens, index, lexicon):
            return found
    return None


def _digits(tokens: Tokens, index: int, lexicon: Lexicon, money: bool) -> Numeral | None:
    last = _after_groups(tokens, index, lexicon)
    read = read_digits("".join(tokens.raw[index:last]), lexicon.decimal)
    if read is None:
        return None
    found = Numeral(index, last, "digits", read.value, base=read.value, ambiguous=read.ambiguous)
    if power := power_of_ten(tokens, last):
        exponent, last = power
        value = Decimal(read.value).scaleb(exponent)
        return replace(found, last=last, value=value, base=value, ambiguous=False)
    return _said_twice(tokens, _scaled(tokens, _with_fraction(tokens, found), lexicon, money), lexicon)


def power_of_ten(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The exponent of scientific notation after digits, and the token after it: "2.5 × 10^8", "1.6x10-19", "4e14"."""
    if tokens.word(index) == "e":
        if not tokens.glued(index):
            return None
        index += 1
    elif tokens.word(index) in TIMES and tokens.word(index + 1) == "10":
        index += 2 + (tokens.word(index + 2) == "^")
    else:
        return None
    sign = -1 if tokens.word(index) in MINUS else 1
    index += sign < 0 or tokens.word(index) == "+"
    digits = tokens.word(index)
    if not (digits.isdecimal() and len(digits) <= LONGEST_EXPONENT and tokens.glued(index)):
        return None
    return sign * int(digits), index + 1


def _said_twice(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """A numeral with its value once more in brackets: "five (5)", "45 (forty-five)"."""
    index = numeral.last
    if tokens.word(index) != "(" or numeral.value is None:
        return numeral
    word = tokens.word(index + 1)
    if word.isdecimal() and len(word) <= LONGEST and numeral.kind == "words":
        value, last = int(word), index + 2
    elif numeral.kind == "digits" and (summed := word_sum(tokens, index + 1, lexicon)):
        value, last = summed[0].value, summed[1]
    else:
        return numeral
    again = value == numeral.value and tokens.word(last) == ")"
    return replace(numeral, last=last + 1) if again else numeral


def _after_groups(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The token after groups of three digits with spaces between them: 1 234 567."""
    last = index + 1
    if len(tokens.raw[index]) > 3 or not tokens.raw[index].isdecimal():
        return last
    if _is_torn(tokens, last) and lexicon.decimal == ".":
        return last + 2
    while last < len(tokens) and len(tokens.raw[last]) >= 3 and tokens.raw[last][:3].isdecimal():
        gap, token = tokens.gap(last), tokens.raw[last]
        digits, _, fraction = token.partition(lexicon.decimal)
        spaced = gap in NO_BREAK_SPACES or (gap == " " and (lexicon.spaced_groups or token == "000"))
        if len(digits) != 3 or not spaced:
            break
        last += 1
        if fraction:
            break
    return last


def _is_torn(tokens: Tokens, index: int) -> bool:
    """Whether a comma with a blank that should not be there stands before a group of three digits: "80, 000"."""
    group = tokens.word(index + 1)
    return (
        tokens.word(index) == "," and tokens.glued(index) and len(group) == 3 and group[0] == "0" and group.isdecimal()
    )


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A whole number with a fraction after it (2 1/2, 2½), or a fraction in digits (3/4)."""
    whole, last = numeral.value, numeral.last
    if tokens.word(last) in FRACTION_SIGNS:
        return _added(numeral, last + 1, _sign_value(tokens.word(last)))
    if tokens.word(last) in SLASHES and (fraction := _slashed(tokens, numeral.first)):
        return replace(numeral, last=numeral.first + 3, kind="fraction", value=fraction, base=fraction)
    if isinstance(whole, int) and tokens.word(last + 1) in SLASHES and (fraction := _slashed(tokens, last)):
        return _added(numeral, last + 3, fraction)
    return numeral


def _slashed(tokens: Tokens, index: int) -> Decimal | None:
    """The value of digits, slash, digits where they make a proper fraction."""
    above, below = tokens.word(index), tokens.word(index + 2)
    glued = tokens.glued(index + 1) and tokens.glued(index + 2) and not tokens.glued(index + 3)
    if not (above.isdecimal() and below.isdecimal() and len(below) <= 3 and glued):
        return None
    if not 0 < int(above) < int(below) <= LARGEST_DENOMINATOR or (above, below) == ("9", "11"):
        return None
    return Decimal(int(above)) / int(below)


def _added(numeral: Numeral, last: int, fraction: Decimal) -> Numeral:
    value = (numeral.value or 0) + fraction
    return replace(numeral, last=last, value=value, base=value)


def _sign_value(sign: str) -> Decimal:
    above, below = FRACTION_SIGNS[sign]
    return Decimal(above) / below


def _scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: bool) -> Numeral:
    """A numeral with the multipliers after it: 3.5bn, 12k, 1.2 million, 3.5 lakh crore, 5 and a half million."""
    numeral = _and_a_half(tokens, numeral, lexicon)
    numeral = _after_point(tokens, numeral, lexicon) or numeral
    for _ in range(2):
        multiplier = _multiplier_at(tokens, numeral, lexicon, money)
        if multiplier is None:
            break
        scale, last = multiplier
        value = numeral.value or 0
        numeral = replace(numeral, last=last, base=value, scale=scale, value=value * scale, ambiguous=False)
    return _continued(tokens, numeral, lexicon) if numeral.kind == "digits" else numeral


def _continued(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """A numeral whose multiplier is followed by a smaller one with its own digits: "2 crore 50 lakh"."""
    index = numeral.last
    if numeral.scale < SECTION_LIMIT // 10 or index >= len(tokens) or not tokens.raw[index][0].isdecimal():
        return numeral
    lower = _digits(tokens, index, lexicon, False)
    if lower is None or lower.value is None or not 1000 <= lower.scale < numeral.scale or lower.value >= numeral.scale:
        return numeral
    value = (numeral.value or 0) + lower.value
    return replace(numeral, last=lower.last, value=value, base=value, scale=1)


def _multiplier_at(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: bool) -> tuple[int, int] | None:
    index = numeral.last
    if tokens.glued(index) and (scale := lexicon.suffix(tokens.raw[index], money)):
        return scale, index + 1
    if tokens.word(index) in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        index += 1
    hit = lexicon.multipliers.at(tokens.words, index)
    if hit is None or (hit.meaning == 100 and numeral.kind == "digits" and numeral.value and numeral.value >= 100):
        return None
    return hit.meaning, hit.last


def _and_a_half(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    hit = lexicon.added.at(tokens.words, numeral.last)
    return _added(numeral, hit.last, Decimal(hit.meaning)) if hit else numeral


def _fraction_sign(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    if tokens.raw[index] not in FRACTION_SIGNS:
        return None
    value = _sign_value(tokens.raw[index])
    return _scaled(tokens, Numeral(index, index + 1, "fraction", value, base=value), lexicon, False)


def _fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
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
    return _scaled(tokens, Numeral(index, below.last, "fraction", value, base=value), lexicon, False)


def _is_amount(tokens: Tokens, hit: Hit[str], lexicon: Lexicon) -> bool:
    """Whether "a third" is an amount, and no ordinal, though nothing of which it is one follows: "fell by a third"."""
    if tokens.word(hit.last)[:1].isalnum() and not lexicon.is_function_word(tokens.word(hit.last)):
        return False
    before = tokens.word(hit.first - 1)
    return lexicon.has("before-fraction", before) or lexicon.before.before(tokens.words, hit.first) is not None


def _ratio(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """So many of so many: "one in five", "nine out of 10", "two in every three"."""
    above = _small(tokens, index, lexicon)
    link = lexicon.ratio_links.at(tokens.words, above[1]) if above else None
    below = _small(tokens, link.last, lexicon) if link else None
    if above is None or link is None or below is None or not 0 < above[0] < below[0]:
        return None
    common = above[0] == 1 or below[0] in POWERS_OF_TEN or (link.meaning == EVERY and below[0] <= SMALL_RATIO)
    common = common or (below[0] <= SMALL_RATIO and lexicon.has("partitive", tokens.word(below[1])))
    if not common or below[0] > POWERS_OF_TEN[-1] or lexicon.units.at(tokens.words, below[1]):
        return None
    value = Decimal(above[0]) / below[0]
    return Numeral(index, below[1], "fraction", value, base=value)


def _small(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A plain whole number in one token, and the token after it."""
    if hit := lexicon.cardinals.at(tokens.words, index) or lexicon.articles.at(tokens.words, index):
        compound = tokens.word(hit.last) in HYPHENS and tokens.glued(hit.last)
        return None if compound else (hit.meaning, hit.last)
    word = tokens.word(index)
    if len(word) > 4 or tokens.glued(index + 1):
        return None
    return (int(word), index + 1) if word.isdecimal() else None


def _half(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Half a million, half a dozen: a phrase that multiplies what follows it."""
    hit = lexicon.halves.at(tokens.words, index)
    if hit is None:
        return None
    value = Decimal(hit.meaning)
    numeral = _scaled(tokens, Numeral(index, hit.last, "words", value, base=value), lexicon, False)
    return numeral if numeral.scale > 1 or value > 1 else None


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Dozens, hundreds of thousands, several hundred: no value, but a least one."""
    hit = lexicon.vague.at(tokens.words, index)
    if hit is None:
        return None
    least, last = hit.meaning, hit.last
    while least < LARGEST_VAGUE and hit.meaning < 10 and (scale := lexicon.multipliers.at(tokens.words, last)):
        least, last = least * scale.meaning, scale.last
    return Numeral(index, last, "vague", None, least=least)


def _words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    summed = word_sum(tokens, index, lexicon)
    if summed is None:
        return None
    total, last = summed
    numeral = Numeral(index, last, "words", total.value, base=total.base, scale=total.scale)
    pointed = lexicon.has("point", tokens.word(last)) or lexicon.added.at(tokens.words, last)
    return _scaled(tokens, numeral, lexicon, False) if pointed else _said_twice(tokens, numeral, lexicon)


def _after_point(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """Decimals in words: "two point five", "eins Komma fünfzehn"."""
    if not isinstance(numeral.value, int) or not lexicon.has("point", tokens.word(numeral.last)):
        return None
    digits, last = "", numeral.last + 1
    while (hit := lexicon.cardinals.at(tokens.words, last)) or tokens.word(last).isdecimal():
        digits += str(hit.meaning) if hit else str(int(tokens.word(last)))
        last = hit.last if hit else last + 1
    if not 0 < len(digits) <= LONGEST:
        return None
    value = Decimal(f"{numeral.value}.{digits}")
    return replace(numeral, last=last, value=value, base=value, scale=1)

"""Numerals: tokens in digits, in words, as fractions or as vague plurals, to an exact value."""

from decimal import Decimal

from newsutils.numbers.digits import LONGEST, read_digits
from newsutils.numbers.fractions import fraction, fraction_sign, ratio, with_fraction
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.multipliers import Numeral, Value, scaled
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import word_sum

__all__ = ["Numeral", "Value", "numeral_at", "power_of_ten"]

NO_BREAK_SPACES = frozenset("\u00a0\u202f\u2009")
TIMES, MINUS = frozenset("×xх·*"), frozenset("-−–")
LONGEST_EXPONENT = 2
LARGEST_VAGUE = 10**12


def numeral_at(tokens: Tokens, index: int, lexicon: Lexicon, money: bool = False) -> Numeral | None:
    """The numeral that starts at a token, as long as it goes; None where none does.

    ``money`` says that "m" is million and not metre, as after a currency sign.
    """
    if index >= len(tokens):
        return None
    if tokens.raw[index][0].isdecimal():
        return (ratio(tokens, index, lexicon) if not money else None) or _digits(tokens, index, lexicon, money)
    for read in (fraction_sign, _half, ratio, fraction, _vague, _words):
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
        return found._replace(last=last, value=value, base=value, ambiguous=False)
    return _said_twice(tokens, scaled(tokens, with_fraction(tokens, found), lexicon, money), lexicon)


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
    return numeral._replace(last=last + 1) if again else numeral


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


def _half(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Half a million, half a dozen: a phrase that multiplies what follows it."""
    hit = lexicon.halves.at(tokens.words, index)
    if hit is None:
        return None
    value = Decimal(hit.meaning)
    numeral = scaled(tokens, Numeral(index, hit.last, "words", value, base=value), lexicon, False)
    of_unit = lexicon.half_units and lexicon.units.at(tokens.words, numeral.last) is not None
    return numeral if numeral.scale > 1 or value > 1 or of_unit else None


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Dozens, hundreds of thousands, several hundred: no value, but a least one."""
    hit = lexicon.vague.at(tokens.words, index)
    if hit is None or _is_bounded_one(tokens, index, lexicon):
        return None
    least, last = hit.meaning, hit.last
    while least < LARGEST_VAGUE and hit.meaning < 10 and (scale := lexicon.multipliers.at(tokens.words, last)):
        least, last = least * scale.meaning, scale.last
    return Numeral(index, last, "vague", None, least=least)


def _is_bounded_one(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether what may be a vague plural is one of them after a bound: Russian "более тысячи", over a thousand."""
    one = lexicon.noun_phrase == "slavic" and lexicon.multipliers.at(tokens.words, index) is not None
    return one and lexicon.before.before(tokens.words, index) is not None


def _words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    summed = word_sum(tokens, index, lexicon)
    if summed is None:
        return None
    total, last = summed
    numeral = Numeral(index, last, "words", total.value, base=total.base, scale=total.scale)
    pointed = lexicon.has("point", tokens.word(last)) or lexicon.added.at(tokens.words, last)
    return scaled(tokens, numeral, lexicon, False) if pointed else _said_twice(tokens, numeral, lexicon)

"""Multipliers after a numeral: 3.5bn, 12k, 1.2 million, 3.5 lakh crore, 2 crore 50 lakh, two point five million."""

from decimal import Decimal
from typing import NamedTuple

from newsutils.numbers.digits import LONGEST, read_digits
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS

Value = int | Decimal
LEAST_CONTINUED, LEAST_CONTINUATION = 100_000, 1000
# "A million and a half" is 1,500,000.
LEAST_HALVED = 1_000_000


class Numeral(NamedTuple):
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


def scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: bool) -> Numeral:
    """A numeral with the multipliers after it: 3.5bn, 12k, 1.2 million, 3.5 lakh crore, 5 and a half million."""
    numeral = _and_a_half(tokens, numeral, lexicon)
    numeral = _after_point(tokens, numeral, lexicon) or numeral
    numeral = _multiplied(tokens, numeral, lexicon, money)
    if numeral.scale >= LEAST_HALVED:
        numeral = _and_a_half(tokens, numeral, lexicon)
    return _continued(tokens, numeral, lexicon) if numeral.kind == "digits" else numeral


def _multiplied(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: bool) -> Numeral:
    for _ in range(2):
        multiplier = _multiplier_at(tokens, numeral, lexicon, money)
        if multiplier is None:
            break
        scale, last = multiplier
        value = numeral.value or 0
        numeral = numeral._replace(last=last, base=value, scale=scale, value=value * scale, ambiguous=False)
    return numeral


def _continued(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """A numeral whose multiplier is followed by a smaller one with its own digits: "2 crore 50 lakh"."""
    index = numeral.last
    if numeral.scale < LEAST_CONTINUED or index >= len(tokens) or not tokens.raw[index][0].isdecimal():
        return numeral
    read = read_digits(tokens.raw[index], lexicon.decimal)
    if read is None:
        return numeral
    plain = Numeral(index, index + 1, numeral.kind, read.value, base=read.value)
    lower = _multiplied(tokens, plain, lexicon, money=False)
    rest = lower.value or 0
    if not LEAST_CONTINUATION <= lower.scale < numeral.scale or rest >= numeral.scale:
        return numeral
    value = (numeral.value or 0) + rest
    return numeral._replace(last=lower.last, value=value, base=value, scale=1)


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
    if hit is None:
        return numeral
    return added(numeral, hit.last, Decimal(hit.meaning) * (numeral.scale if numeral.scale >= LEAST_HALVED else 1))


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
    return numeral._replace(last=last, value=value, base=value, scale=1)


def added(numeral: Numeral, last: int, fraction: Decimal) -> Numeral:
    """A numeral and a fraction that ends before a token: "2" and "½"."""
    value = (numeral.value or 0) + fraction
    return numeral._replace(last=last, value=value, base=value)

"""Money: the currency before a numeral ("US$ 5m", "EUR 5") or after it ("5 euros", "5 €"), as an ISO 4217 code."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsutils.numbers.lexicon import Lexicon, read_table
from newsutils.numbers.numerals import Numeral
from newsutils.numbers.phrases import Phrases
from newsutils.numbers.tokens import Tokens, raw_words
from newsutils.numbers.units import rate_at

POUND = "GBP"
PENCE = "p"
NEGATIVE = frozenset("-−")
LEAST_OF_RARE_WORDS = 100
MONEY_WINDOW = 12
LEAST_OF_MONEY = 1000
# "A $5 bill" is no money of Australia.
ARTICLE = "A"
# "hk$" and "aud$" are also written small; "a$" would be taken from "a $5 bill".
SHORTEST_IN_SMALL = 2
# Business news writes "30 MUSD" and "TEUR 500"; of other currencies such letters are also words (MARS).
SCALED_CODES = frozenset({"USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "AUD", "CAD"})
# What is left of the pound sign in texts that were forced into ASCII; one digit after it is a games console.
ASCII_POUND = "PS"
SCALES = {"K": 10**3, "T": 10**3, "M": 10**6, "B": 10**9}


class Money(NamedTuple):
    """A currency after a numeral: its code (None for a coin such as "cent"), its name or rate, and the token after it.

    ``scale`` is what it multiplies the value by: "75 USD million", "30 MUSD".
    """

    code: str | None
    unit: str | None
    last: int
    ambiguous: bool = False
    scale: int = 1


class Sign(NamedTuple):
    """A currency sign before a numeral: its code, its first token, whether it has a minus, and its multiplier."""

    code: str
    first: int
    negative: bool
    scale: int = 1


@cache
def _signs() -> Phrases[str]:
    return Phrases(_sign_rows(), raw_words)


def _sign_rows() -> Iterator[tuple[str, str]]:
    for code, _, signs, *word in read_table("currencies.tsv"):
        for sign in filter(None, signs.split(" | ")):
            yield sign, code
            if len(sign) > SHORTEST_IN_SMALL and " " not in sign:
                yield sign.lower(), code
        if not word:
            yield code, code
        yield from ((f"{code}$", code), (f"{code}$".lower(), code))


@cache
def _names() -> dict[str, str]:
    """English names of the currencies by code."""
    return {code: name for code, name, *_ in read_table("currencies.tsv")}


def sign_before(tokens: Tokens, index: int) -> Sign | None:
    """The currency sign right before a numeral in digits."""
    inner = tokens.word(index - 1) in NEGATIVE
    if scaled := _scaled_code(tokens, index - 1):
        return Sign(scaled[0], index - 1, False, scaled[1])
    pound = tokens.glued(index) and tokens.raw[index - 1] == ASCII_POUND and tokens.text.isascii()
    if pound and len(tokens.raw[index]) > 1:
        return Sign(POUND, index - 1, False)
    hit = _signs().before(tokens.raw, index - inner)
    if hit and tokens.raw[hit.first] == ARTICLE and tokens.gap(hit.first + 1):
        hit = _signs().at(tokens.raw, hit.first + 1)
    if hit is None or len(tokens.gap(index)) > 1:
        return None
    if tokens.glued(hit.first) and tokens.raw[hit.first - 1].isalnum() and tokens.raw[hit.first].isalnum():
        return None
    outer = not inner and _is_minus(tokens, hit.first - 1)
    return Sign(hit.meaning, hit.first - outer, inner or outer)


def _is_minus(tokens: Tokens, index: int) -> bool:
    """Whether a token is the minus glued to a currency sign, and no hyphen after digits: "$200-$300"."""
    hangs = tokens.glued(index) and tokens.raw[index - 1][-1].isalnum()
    return tokens.word(index) in NEGATIVE and tokens.glued(index + 1) and not hangs


def _scaled_code(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The currency and the multiplier of a token such as MUSD."""
    token = tokens.raw[index] if 0 <= index < len(tokens) else ""
    if len(token) != 4 or token[1:] not in SCALED_CODES or token[0] not in SCALES:
        return None
    return token[1:], SCALES[token[0]]


def stands_for_money(tokens: Tokens, index: int) -> bool:
    """Whether a currency sign starts at a token."""
    return _signs().at(tokens.raw, index) is not None


def money_after(tokens: Tokens, numeral: Numeral, index: int, sign: Sign | None, lexicon: Lexicon) -> Money | None:
    """The currency of a numeral, by the sign before it or by what stands at a token after it."""
    if sign:
        index = numeral.last
        hit = lexicon.currency_tails.at(tokens.words, index)
        return _with_rate(tokens, Money(sign.code, None, hit.last if hit else index, scale=sign.scale), lexicon)
    found = _sign_after(tokens, numeral, lexicon) or _name_after(tokens, numeral, index, lexicon)
    return _with_rate(tokens, found, lexicon) if found else None


def _sign_after(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Money | None:
    if scaled := _scaled_code(tokens, numeral.last):
        return Money(scaled[0], None, numeral.last + 1, scale=scaled[1])
    scale = lexicon.suffix(tokens.raw[numeral.last], money=True) if 0 < numeral.last < len(tokens) else None
    if scale and tokens.glued(numeral.last + 1) and (hit := _signs().at(tokens.raw, numeral.last + 1)):
        return Money(hit.meaning, None, hit.last, scale=scale)  # "2,4 M€"
    hit = _signs().at(tokens.raw, numeral.last)
    if hit is None or len(tokens.gap(numeral.last)) > 1:
        return None
    if hit.meaning == "USD" and tokens.glued(hit.last) and tokens.raw[hit.last][0].isalnum():
        return None
    multiplier = lexicon.multipliers.at(tokens.words, hit.last) if numeral.scale == 1 else None
    last, scale = (multiplier.last, multiplier.meaning) if multiplier else (hit.last, 1)
    return Money(hit.meaning, None, last, scale=scale)


def _name_after(tokens: Tokens, numeral: Numeral, index: int, lexicon: Lexicon) -> Money | None:
    index += tokens.word(index) == "-" and tokens.glued(index)
    hit = lexicon.currencies.at(tokens.words, index)
    if hit and not (lexicon.has("rare-currency", tokens.words[hit.first]) and _is_small(numeral)):
        return Money(hit.meaning, None, hit.last)
    coin = lexicon.coins.at(tokens.words, index)
    if coin and (tokens.words[index] != PENCE or tokens.glued(index)):
        return Money(None, coin.meaning, coin.last)
    if lexicon.has("pound", tokens.word(index)) and _are_sterling(tokens, numeral, index, lexicon):
        return Money(POUND, None, index + 1, ambiguous=True)
    return None


def _are_sterling(tokens: Tokens, numeral: Numeral, index: int, lexicon: Lexicon) -> bool:
    """Whether pounds are money: thousands of them, or some that the text speaks of as money, not pounds of a stuff."""
    if numeral.scale >= LEAST_OF_MONEY or numeral.least >= LEAST_OF_MONEY:
        return not lexicon.has("partitive", tokens.word(index + 1))
    return _speaks_of_money(tokens, index, lexicon)


def _is_small(numeral: Numeral) -> bool:
    return numeral.value is not None and numeral.value < LEAST_OF_RARE_WORDS


def _speaks_of_money(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word near a number of pounds is about money, not weight."""
    near = tokens.words[max(0, index - MONEY_WINDOW) : index + MONEY_WINDOW]
    return any(lexicon.has("money-word", word) for word in near)


def _with_rate(tokens: Tokens, money: Money, lexicon: Lexicon) -> Money:
    """The money with its name, and with what it is the price of: "dollar per barrel"."""
    name = money.unit or _names()[money.code or ""]
    below = rate_at(tokens, money.last, lexicon)
    if below is None:
        return money._replace(unit=name)
    return money._replace(unit=f"{name} per {below.name}", last=below.last)

"""A numeral with what belongs to it: currency sign, minus, unit or currency name, age words. Ranges of two of them."""

from decimal import Decimal

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.money import Sign, money_after, sign_before, stands_for_money
from newsutils.numbers.nouns import NounPhrase, counted_noun
from newsutils.numbers.numerals import Numeral, numeral_at
from newsutils.numbers.phrases import Hit
from newsutils.numbers.plurals import is_plural
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.units import OF_AGE, RATIOS, past_modifiers, unit_at

APOSTROPHES = frozenset("'’")
COINS = 100
DUAL, COUNTED = "dual", "-"
PERCENTS = frozenset("%٪")
ENGLISH_SIGNS = frozenset({"USD", "GBP"})
MILLION = "m"
# The "m" of "400m hurdles" is metre.
RACES = frozenset({"50", "60", "100", "110", "200", "400", "800", "1500", "1,500", "3000", "5000", "10000"})
MINUS = frozenset("-−")
POINTS = frozenset(".,٫")
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millisecond"})


def measured(tokens: Tokens, index: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity whose numeral starts at a token, without bounds and counted noun."""
    if lexicon.has_duals and (dual := lexicon.duals.at(tokens.words, index)):
        return _dual(dual)
    sign = sign_before(tokens, index) if tokens.raw[index][0].isdecimal() else None
    million = sign is not None or _counts_millions(tokens, index + 1, lexicon)
    numeral = numeral_at(tokens, index, lexicon, money=million)
    if numeral is None:
        return None
    numeral = _with_point(tokens, numeral)
    if sign and numeral.ambiguous and sign.code in ENGLISH_SIGNS:
        numeral = _grouped(tokens, numeral)
    numeral, outer_first = _signed(tokens, numeral, lexicon, sign)
    found = Quantity(numeral.first, numeral.last, outer_first, numeral.last, COUNT, numeral, numeral.value)
    found.ambiguous, found.rule = numeral.ambiguous, numeral.kind
    _measure(tokens, found, numeral, sign, lexicon)
    return _with_coins(tokens, found, lexicon) if found.currency else found


def _grouped(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Digits with the comma of thousands, as texts taken from English have it: "$25,000", whatever the language."""
    whole, comma, rest = tokens.raw[numeral.first].partition(",")
    value = int(whole + rest) if comma and numeral.last - numeral.first == 1 else None
    return numeral if value is None else numeral._replace(value=value, base=value)


def _dual(hit: Hit[str]) -> Quantity:
    """The two of a noun in the dual, as Arabic has it: of a unit, which is the meaning, or of what is counted."""
    numeral = Numeral(hit.first, hit.last, "words", 2, base=2)
    kind, unit = (COUNT, None) if hit.meaning == COUNTED else (RATIOS.get(hit.meaning, "measure"), hit.meaning)
    noun = NounPhrase(hit.first, hit.last) if kind == COUNT else None
    return Quantity(hit.first, hit.last, hit.first, hit.last, kind, numeral, 2, unit=unit, noun=noun, rule=DUAL)


def _counts_millions(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether an "m" right after digits is million, as a plural or "of whom" after it shows: "5.6m Syrian refugees"."""
    if tokens.word(index) != MILLION or not tokens.glued(index) or tokens.glued(index + 1):
        return False
    if tokens.word(index - 1) in RACES or not lexicon.singulars:
        return False
    if lexicon.parts_after.at(tokens.words, index + 1):
        return True
    noun = counted_noun(tokens, index + 1, lexicon, plural=True)
    of = lexicon.has("partitive", tokens.word(index + 1))
    return noun is not None and not of and is_plural(tokens.words[noun.last - 1], lexicon)


def _with_coins(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> Quantity:
    """Money with its coins: "eleven dollars and thirty-two cents", "3 euros 50"."""
    index = found.outer_last + lexicon.has("joiner", tokens.word(found.outer_last))
    coins = numeral_at(tokens, index, lexicon) if found.outer_last > found.last else None
    if not coins or not isinstance(coins.value, int) or not isinstance(found.value, int) or coins.value >= COINS:
        return found
    coin = lexicon.coins.at(tokens.words, coins.last)
    bare = not tokens.word(coins.last)[:1].isalnum() and not tokens.gap(coins.last).strip(" \n")
    if not coin and (not bare or stands_for_money(tokens, coins.last)):
        return found
    found.value += Decimal(coins.value) / COINS
    found.last, found.outer_last = coins.last, coin.last if coin else coins.last
    return found


def _with_point(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Decimals without a whole part: .77."""
    before = numeral.first - 1
    if tokens.word(before) not in POINTS or not tokens.glued(numeral.first) or _hangs(tokens, before):
        return numeral
    digits = tokens.raw[numeral.first]
    if not digits.isdecimal() or numeral.kind != "digits" or len(digits) > 12:
        return numeral
    base = Decimal(f"0.{digits}")
    return numeral._replace(first=before, value=base * numeral.scale, base=base)


def _hangs(tokens: Tokens, index: int) -> bool:
    """Whether a token stands right after a letter or digit."""
    return tokens.glued(index) and tokens.raw[index - 1][-1].isalnum()


def _signed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, sign: Sign | None) -> tuple[Numeral, int]:
    """The numeral with its minus, and the first token of sign and numeral."""
    first = sign.first if sign else numeral.first
    minus = first - 1
    if sign and sign.negative:
        return _negative(numeral, numeral.first), first
    if not sign and _is_minus(tokens, minus):
        return _negative(numeral, minus), minus
    if lexicon.before.before(tokens.words, numeral.first):
        return numeral, first
    if lexicon.has("minus", tokens.word(minus - (tokens.word(minus) in MINUS))):
        first = minus - (tokens.word(minus) in MINUS)
        return _negative(numeral, first), first
    return numeral, first


def _is_minus(tokens: Tokens, index: int) -> bool:
    """Whether a token is the minus of the digits glued to it, no hyphen and no dash of a range."""
    if index == 0 and tokens.word(index) in MINUS and len(tokens) == 2:
        return True
    glued = tokens.glued(index + 1) and not _hangs(tokens, index)
    before = tokens.word(index - 1)
    return tokens.word(index) in MINUS and glued and not before.isdecimal() and before != "/"  # nor "+/-4"


def _negative(numeral: Numeral, first: int) -> Numeral:
    value = -numeral.value if numeral.value is not None else None
    return numeral._replace(first=first, value=value, base=-numeral.base)


def _measure(tokens: Tokens, found: Quantity, numeral: Numeral, sign: Sign | None, lexicon: Lexicon) -> None:
    """Set kind, unit and currency by what follows."""
    if age := lexicon.ages_after.at(tokens.words, numeral.last):
        found.kind, found.unit, found.outer_last = "age", age.meaning + OF_AGE, age.last
        return
    index = _unit_start(tokens, numeral, lexicon)
    if money := money_after(tokens, numeral, index, sign, lexicon):
        found.kind, found.currency, found.unit = "money", money.code, money.unit
        if numeral.value is not None and money.scale > 1:
            found.value = numeral.value * money.scale
            found.numeral = numeral._replace(value=found.value, base=numeral.value, scale=money.scale)
        found.ambiguous, found.outer_last = found.ambiguous or money.ambiguous, money.last
        return
    if unit := unit_at(tokens, index, lexicon):
        found.kind, found.unit, found.outer_last = RATIOS.get(unit.name, "measure"), unit.name, unit.last
        found.outer_last += index > numeral.last and tokens.word(unit.last) == BRACKETS.get(tokens.word(index - 1))
        if lexicon.half_units:
            _add_half(tokens, found, lexicon)
    elif lexicon.percent_first and tokens.word(numeral.first - 1) in PERCENTS and tokens.glued(numeral.first):
        found.kind = found.unit = "percent"
        found.outer_first = numeral.first - 1
    elif numeral.kind == "fraction":
        found.kind = "fraction"


def _add_half(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> None:
    """Add the half that stands after a unit: "otto anni e mezzo"."""
    hit = lexicon.added.at(tokens.words, found.outer_last)
    if hit and isinstance(found.value, int):
        found.value += Decimal(hit.meaning)
        found.last = found.outer_last = hit.last


def _past_of(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Past the "of" between a number noun and a unit: "tens of dollars", "millones de euros", "milliards d'euros"."""
    if not lexicon.has("partitive", tokens.word(index)):
        return index
    index += 1
    return index + (tokens.word(index) in APOSTROPHES)


def _unit_start(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> int:
    """The token where a unit may start: after "of a" of a fraction, within brackets, or right after the numeral."""
    index = numeral.last
    if numeral.kind == "fraction":
        index += lexicon.has("partitive", tokens.word(index))
        index += lexicon.articles.at(tokens.words, index) is not None
        return index
    if numeral.kind == "vague" or numeral.scale > 1:
        index = _past_of(tokens, index, lexicon)
    if past := past_modifiers(tokens, index, lexicon):
        return past
    return index + (tokens.word(index) in BRACKETS and unit_at(tokens, index + 1, lexicon) is not None)

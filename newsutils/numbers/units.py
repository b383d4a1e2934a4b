"""Units of measure: the table of ``data/units.tsv``, the unit that stands after a numeral, and values in SI units."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsutils.numbers.lexicon import Lexicon, read_table
from newsutils.numbers.phrases import Hit, Phrases
from newsutils.numbers.tokens import Tokens, raw_words
from newsutils.numbers.words import HYPHENS

# Units of one letter that may stand after a space ("5 m tall"); the others are letters of something else there.
SPACED_LETTERS = frozenset("mgtlLWVNhCF")
OF_AGE = " of age"
LONGEST_STUFF = 3
LONGEST_MODIFIERS = 2
# What one may do for so long or so far, as in "40 flying hours"; other units have homonyms ("two parking meters").
DONE_UNITS = frozenset({"hour", "minute", "day", "week", "month", "year", "mile", "kilometre", "yard"})
POWERS = {"2": "square", "squared": "square", "3": "cubic", "cubed": "cubic"}
RATIOS = {"percent": "percent", "percentage point": "percentage_point", "basis point": "percentage_point"}


class Unit(NamedTuple):
    """A unit: its name, the SI unit, and value in SI = value x factor + offset."""

    name: str
    si: str
    factor: Decimal
    offset: Decimal


@cache
def units() -> dict[str, Unit]:
    """The table of units by name."""
    return {unit.name: unit for unit, _ in _table()}


@cache
def _symbols() -> Phrases[tuple[str, str]]:
    """Symbols as they stand; the meaning is the unit's name and the symbol itself."""
    entries = ((symbol, (unit.name, symbol)) for unit, symbols in _table() for symbol in symbols)
    return Phrases(entries, raw_words)


def _table() -> Iterator[tuple[Unit, list[str]]]:
    for name, si, factor, symbols in read_table("units.tsv"):
        offset, _, scale = factor.rpartition("+")
        yield (
            Unit(name, si, Decimal(scale), Decimal(offset or 0)),
            [symbol for symbol in symbols.split(" | ") if symbol],
        )


class Found(NamedTuple):
    """The name of the unit found, and the token after it."""

    name: str
    last: int


def unit_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    """The unit that starts at a token, with the rate that it may be of ("kilometre per hour")."""
    found = _single(tokens, index, lexicon)
    return _rate(tokens, found, lexicon) if found else None


def _single(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    if tokens.word(index) in HYPHENS and tokens.glued(index + 1):
        index += 1
    symbol, word = _symbol(tokens, index, lexicon), _word(tokens, index, lexicon)
    return word if symbol is None or (word and word.last > symbol.last) else symbol


def _symbol(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    hit = _symbols().at(tokens.raw, index)
    if hit is None:
        return None
    name, symbol = hit.meaning
    if tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last - 1]] != symbol or _continues(tokens, hit.last):
        return None
    if len(symbol) == 1 and not _stands_alone(tokens, index, symbol):
        return None
    if lexicon.has("word-symbol", symbol) and _is_word(tokens, hit, lexicon):
        return None
    return _to_a_power(tokens, name, hit.last)


def _is_word(tokens: Tokens, hit: Hit[tuple[str, str]], lexicon: Lexicon) -> bool:
    """Whether a symbol is a word of the language here, as "ha" in Italian: not glued, and before a word but "of"."""
    after = tokens.word(hit.last)
    return not tokens.glued(hit.first) and after[:1].isalpha() and not lexicon.has("partitive", after)


def _to_a_power(tokens: Tokens, name: str, last: int) -> Found:
    """A unit with what may raise it to a power: km^2, km squared."""
    caret = tokens.word(last) == "^" and tokens.glued(last)
    power = POWERS.get(tokens.word(last + caret))
    raised = f"{power} {name}"
    return Found(raised, last + caret + 1) if power and raised in units() else Found(name, last)


def _stands_alone(tokens: Tokens, index: int, letter: str) -> bool:
    """Whether one letter is a unit here: glued to the digits, or one that may stand apart. "5s" is a plural."""
    if not letter.isalpha():
        return True
    if letter == "s" and tokens.glued(index):
        return not tokens.raw[index - 1].isdecimal()
    below = tokens.word(index + 1) == "/" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return tokens.glued(index) or letter in SPACED_LETTERS or below


def _continues(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on the symbol before it, so that it was none: "24703m212", "two F-16 jets"."""
    if tokens.word(index) in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        return tokens.raw[index + 1][0].isdecimal()
    return tokens.glued(index) and tokens.raw[index][0].isalnum()


def _word(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    hit = lexicon.units.at(tokens.words, index) or _before_dimension(tokens, index, lexicon)
    return Found(hit.meaning, hit.last) if hit else None


def _before_dimension(tokens: Tokens, index: int, lexicon: Lexicon) -> Hit[str] | None:
    """A unit that is one before a dimension or at the end alone: "2 in thick"."""
    hit = lexicon.dimension_units.at(tokens.words, index)
    if hit is None or lexicon.has("dimension", tokens.word(hit.last)):
        return hit
    return hit if len(tokens) - hit.last <= (tokens.word(hit.last) == ".") else None


def past_modifiers(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """The token of a unit or currency behind modifiers: "six straight months", "517 rushing yards", "2 more euros"."""
    start, word = index, tokens.word(index)
    if not (lexicon.has("unit-modifier", word) or word.endswith("ing")):
        return None
    if "\n" in tokens.gap(index) or lexicon.units.at(tokens.words, index):
        return None
    while index - start < LONGEST_MODIFIERS and lexicon.has("unit-modifier", tokens.word(index)):
        index += 1
    if index > start and (lexicon.units.at(tokens.words, index) or lexicon.currencies.at(tokens.words, index)):
        return index
    unit = lexicon.units.at(tokens.words, index + 1) if tokens.word(index).endswith("ing") else None
    return index + 1 if unit and unit.meaning in DONE_UNITS else None


def _rate(tokens: Tokens, found: Found, lexicon: Lexicon) -> Found:
    if found.name in RATIOS:
        return found
    below = rate_at(tokens, found.last, lexicon) or _rate_of_stuff(tokens, found.last, lexicon)
    return Found(f"{found.name} per {below.name}", below.last) if below else found


def _rate_of_stuff(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    """What stands below the line of a rate after what is measured: barrels "of crude oil a day"."""
    if not lexicon.has("partitive", tokens.word(index)):
        return None
    for last in range(index + 2, index + 2 + LONGEST_STUFF):
        if not tokens.word(last - 1).isalpha() or lexicon.is_function_word(tokens.words[last - 1]):
            return None
        if below := rate_at(tokens, last, lexicon):
            return below
    return None


def rate_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    """What stands below the line of a rate: "per day", "a barrel", "/share"; index is the token of the line."""
    start = index
    while tokens.word(index) in HYPHENS and tokens.glued(index):
        index += 1
    line, index = tokens.word(index), index + 1
    index += tokens.word(index) in HYPHENS and tokens.glued(index)
    if line == "/" and tokens.glued(index):
        return _single(tokens, index, lexicon)
    if lexicon.has("per", line):
        return _single(tokens, index, lexicon) or _thing(tokens, index, lexicon)
    if lexicon.has("rate-article", line) and start < index:
        found = _word(tokens, index, lexicon)
        after = tokens.word(found.last) if found else ""
        if lexicon.has("after-date", after) or after[:1].isdecimal():  # "two hours at kilometre 12"
            return None
        return found or (_thing(tokens, index, lexicon) if lexicon.has("rate-noun", tokens.word(index)) else None)
    return None


def _thing(tokens: Tokens, index: int, lexicon: Lexicon) -> Found | None:
    word = tokens.word(index)
    return Found(word, index + 1) if word.isalpha() and not lexicon.has("determiner", word) else None


class SI(NamedTuple):
    """A value in SI units, exact as far as the factor is, and the SI unit."""

    value: Decimal
    unit: str


def to_si(value: int | Decimal, unit: str) -> SI | None:
    """A value in SI units; None where the table does not know the unit or one of the units of a rate."""
    unit = unit.removesuffix(OF_AGE)
    known = units().get(unit)
    if known:
        return SI(value * known.factor + known.offset, known.si)
    above, _, below = unit.partition(" per ")
    if above not in units() or below not in units():
        return None
    factor = units()[above].factor / units()[below].factor
    return SI(value * factor, f"{units()[above].si}/{units()[below].si}")

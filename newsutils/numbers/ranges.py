"""Ranges: two quantities that are the ends of one, "between A and B", "A-B", "A to B", "two or three".

"From A to B" of a change ("rose from 5 to 7") is two values, and so is a fall: the ends of a range rise.
"""

import unicodedata

from newsutils.numbers.bounds import RANGE
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.measures import measured
from newsutils.numbers.numerals import Value
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens

DASHES = frozenset("-‐‑–—−")
BETWEEN, FROM = "between", "from"
SIGNS = frozenset({"Sc", "Pd", "Sm", "Ps"})
CHANGE = "change"
CLAUSE = 10
# "Fell by 2,100 to 31,400" is a step and a level, "rose by two to three metres" a range.
STEP_TO_LEVEL = 5


def with_other_end(tokens: Tokens, low: Quantity, lexicon: Lexicon) -> tuple[Quantity, int]:
    """The range that a quantity opens, or the quantity itself and, if a change goes on to a second value, its token."""
    if low.numeral is None or low.value is None or (low.kind == "age" and low.outer_last > low.last):
        return low, -1
    opener = lexicon.between.before(tokens.words, _before_determiner(tokens, low.outer_first, lexicon))
    opened = opener.meaning if opener else ""
    link = _link(tokens, low, lexicon, opened)
    if link is None or lexicon.has("scale", tokens.word(low.outer_first - 1)):
        return low, -1  # "magnitudo 5,8 a 10 km di profondità"
    high = measured(tokens, link, lexicon) if link < len(tokens) else None
    if high is None or high.value is None or high.outer_first > link + 2:
        return low, -1
    unnamed = opened != "" and high.kind == COUNT and not _counts(tokens, high, lexicon)
    if not unnamed and not _agree(low, high):
        return low, -1
    if _is_change(tokens, low, high, opened, lexicon):
        name_after(low, high)
        low.value = _ends(low, high)[0] if opened == FROM else low.value
        return low, high.outer_first if opened == FROM else -1
    return _joined(low, high, opener.first if opener else low.outer_first), -1


def name_after(one: Quantity, other: Quantity) -> None:
    """Give a value of a change the unit of the other, where it has none: "from 8.5 to 9.2 percent"."""
    if one.kind == COUNT and other.kind != COUNT:
        one.kind, one.unit, one.currency = other.kind, other.unit, other.currency


def _link(tokens: Tokens, low: Quantity, lexicon: Lexicon, opened: str) -> int | None:
    """The first token of the other end's numeral, past the link."""
    index = low.outer_last
    index += tokens.word(index) in DASHES and lexicon.has("range-to", tokens.word(index + 1))
    word = tokens.word(index)
    dashed = word in DASHES and (tokens.glued(index) == tokens.glued(index + 1) or opened != "")
    worded = lexicon.has("range-to", word) or (opened == BETWEEN and lexicon.has("range-and", word))
    if dashed and (tokens.glued(index) or word in "–—"):
        return _numeral_start(tokens, index + 1)
    if word in DASHES and not tokens.glued(index) and _rises(tokens, index):
        return index + 1
    if opened == BETWEEN and _is_joined(word, lexicon):
        return index
    if worded or (lexicon.has("range-or", word) and _next_up(low)):
        after = index + 1 + (tokens.word(index + 1) in DASHES)
        after += lexicon.both_determined and lexicon.has("determiner", tokens.word(after))
        return _numeral_start(tokens, after)
    return None


def _is_joined(word: str, lexicon: Lexicon) -> bool:
    """Whether "and" is glued to a numeral, as in Arabic."""
    return bool(lexicon.joiner_prefix) and word.startswith(lexicon.joiner_prefix) and word in lexicon.starters


def _before_determiner(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The token of a determiner before a numeral, or the numeral: Italian "tra i 30 e i 40"."""
    return index - (lexicon.both_determined and lexicon.has("determiner", tokens.word(index - 1)))


def _rises(tokens: Tokens, dash: int) -> bool:
    """Whether whole numbers stand before and after a spaced dash, the second larger: "40 - 50 years"."""
    low, high = tokens.word(dash - 1), tokens.word(dash + 1)
    return low.isdecimal() and high.isdecimal() and len(high) <= 3 and int(low) < int(high)


def _numeral_start(tokens: Tokens, index: int) -> int:
    """The token of the numeral, past a currency sign of a few tokens."""
    start = index
    while index - start < 3 and index < len(tokens) and unicodedata.category(tokens.raw[index][0]) in SIGNS:
        index += 1
    if index + 1 < len(tokens) and tokens.raw[index].isupper() and tokens.raw[index + 1] in ("$", "£", "¥"):
        index += 2
    return index


def _next_up(low: Quantity) -> bool:
    return low.value is not None and low.unit is None and low.currency is None and low.value < 100_000


def _counts(tokens: Tokens, high: Quantity, lexicon: Lexicon) -> bool:
    """Whether a noun follows a bare number."""
    word = tokens.word(high.outer_last)
    return word[:1].isalpha() and not lexicon.is_function_word(word)


def _agree(low: Quantity, high: Quantity) -> bool:
    """Whether two quantities may be the ends of one: units alike or one unnamed."""
    if low.currency and high.currency and low.currency != high.currency:
        return False
    if low.unit and high.unit and low.unit != high.unit and not high.unit.startswith(f"{low.unit} per "):
        return False
    if low.kind == COUNT:
        return True
    return low.kind == high.kind or (low.kind == "money" and high.kind == COUNT and low.last == low.outer_last)


def _is_change(tokens: Tokens, low: Quantity, high: Quantity, opened: str, lexicon: Lexicon) -> bool:
    """Whether the two are before and after, not ends: "from 5 to 7" of what rose, "fell 3% to 5%", any fall."""
    least, most = _ends(low, high)
    if least >= most:
        return True
    if opened == BETWEEN or (opened != FROM and tokens.words[low.outer_last] in DASHES):
        return False
    before = tokens.words[max(0, low.outer_first - CLAUSE) : low.outer_first]
    if opened == FROM:
        return any(lexicon.has("change", word) for word in before)
    if lexicon.verb_first and most >= STEP_TO_LEVEL * least and any(lexicon.has("change", word) for word in before):
        return True
    stepped = bool(before) and lexicon.has("change-step", before[-1]) and most >= STEP_TO_LEVEL * least
    while before and (lexicon.has("change-link", before[-1]) or lexicon.before.before(before, len(before))):
        before.pop()
    named = stepped or low.unit is not None or low.currency is not None
    return named and bool(before) and lexicon.has("change", before[-1])


def _ends(low: Quantity, high: Quantity) -> tuple[Value, Value]:
    """The two values, the first with the multiplier of the second where it has none: "10 to 15 million"."""
    first, second = low.value or 0, high.value or 0
    numeral = high.numeral
    if numeral and low.numeral and low.numeral.scale == 1 and numeral.scale > 1 and first < numeral.base:
        first *= numeral.scale
    return first, second


def _joined(low: Quantity, high: Quantity, outer_first: int) -> Quantity:
    least, most = _ends(low, high)
    named = high if high.unit or high.currency or high.kind != COUNT else low
    return Quantity(
        first=low.first,
        last=high.last,
        outer_first=outer_first,
        outer_last=high.outer_last,
        kind=named.kind,
        numeral=high.numeral,
        least=least,
        most=most,
        bound=RANGE,
        unit=named.unit,
        currency=high.currency or low.currency,
        ambiguous=low.ambiguous or high.ambiguous,
        rule=RANGE,
    )

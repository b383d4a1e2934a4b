"""A quantity in tokens to a ``Number`` in code points, with values as JSON has them."""

from decimal import Decimal

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.number import Number, SIValue
from newsutils.numbers.plurals import singular_phrase
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.units import rate_at, to_si

SI_DIGITS = 12


def number_of(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> Number:
    """The number to report."""
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    noun = found.noun
    counted = tokens.text[tokens.starts[noun.first] : tokens.ends[noun.last - 1]] if noun else None
    return Number(
        start=start,
        end=end,
        text=tokens.text[start:end],
        qstart=tokens.starts[found.outer_first],
        qend=tokens.ends[found.outer_last - 1],
        kind=found.kind,
        value=plain(found.value),
        min=plain(found.least),
        max=plain(found.most),
        min_open=found.least_open,
        max_open=found.most_open,
        bound=found.bound,
        unit=_counted_unit(tokens, found, lexicon) if found.kind == COUNT else found.unit,
        si=_si(found),
        currency=found.currency,
        counted=counted,
        role=found.role,
        ambiguous=found.ambiguous,
        rule=found.rule,
    )


def plain(value: int | Decimal | None) -> int | float | None:
    """An exact value as JSON has it: integral values as int."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _counted_unit(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> str | None:
    """The counted noun in the singular, with its rate, where the language's list knows irregular plurals."""
    if found.noun is None or not lexicon.singulars:
        return None
    noun = singular_phrase(tokens.text[tokens.starts[found.noun.first] : tokens.ends[found.noun.last - 1]], lexicon)
    below = rate_at(tokens, found.noun.last, lexicon)
    return f"{noun} per {below.name}" if below else noun


def _si(found: Quantity) -> SIValue | None:
    if found.kind not in ("measure", "age") or found.unit is None:
        return None
    ends = [None if end is None else to_si(end, found.unit) for end in (found.value, found.least, found.most)]
    units = [end.unit for end in ends if end]
    if not units:
        return None
    value, least, most = (_rounded(end.value) if end else None for end in ends)
    return SIValue(value, least, most, units[0])


def _rounded(value: Decimal) -> int | float | None:
    return plain(Decimal(f"{value:.{SI_DIGITS}g}"))

"""Dates that belong together: "3, 4 and 5 May" holds three, "March and April 2012" two, "Monday to Friday" two."""

from collections.abc import Iterator
from itertools import pairwise

from newsutils.dates.expressions import Expression
from newsutils.dates.tokens import Token

SHARING = {"days_month", "month_days", "months", "days_months"}
CHAINS = {
    "weekday_chain": ("weekday", "weekday_next"),
    "month_chain": ("month", "month_next"),
}
"""Chains, in which each date is found from the one before: the rule of the first and that of the others."""
LISTS = {*SHARING, *CHAINS, "year_span"}
_MARKS = {",", "and", "to", "-", "/"}
_CONNECTORS = {*_MARKS, "in", "after", "before", "the"}
_YEARS = {"year", "roundyear", "shortyear", "era", "rel", "unit", "that"}
_MONTHS = {"month", "maymonth"}


def split_list(expression: Expression) -> Iterator[Expression]:
    """The dates of a list or chain, each with what it shares with the others; any other expression as it is."""
    if expression.rule in SHARING:
        yield from _shared(expression)
    elif expression.rule in CHAINS:
        yield from _chained(expression)
    elif expression.rule == "year_span":
        yield from _years(expression)
    else:
        yield expression


def _shared(expression: Expression) -> Iterator[Expression]:
    """The dates of a list that share their month or year."""
    groups = list(_groups(expression.tokens))
    years = [token for token in expression.tokens if token.kind in _YEARS]
    month = [token for token in expression.tokens if token.kind in _MONTHS][-1]
    for group in groups:
        start = expression.start if group is groups[0] else group[0].start
        end = expression.end if group is groups[-1] else group[-1].end
        kinds = {token.kind for token in group}
        own = group if kinds & _MONTHS else [*group, month]
        yield Expression(start, end, "date", "day_month" if kinds - _MONTHS else "month_year", (*own, *years))


def _groups(tokens: tuple[Token, ...]) -> Iterator[list[Token]]:
    """The days and months between the connectors of a list."""
    group: list[Token] = []
    for token in tokens:
        if token.kind in _CONNECTORS and group:
            yield group
            group = []
        elif token.kind in _MONTHS or token.kind in ("day", "ordday"):
            group.append(token)
    if group:
        yield group


def _chained(expression: Expression) -> Iterator[Expression]:
    """The dates of a chain."""
    first, later = CHAINS[expression.rule]
    cut = next(index for index, token in enumerate(expression.tokens) if token.kind in _MARKS)
    before = expression.tokens[:cut]
    yield Expression(expression.start, before[-1].end, expression.kind, first, before)
    for mark, token in pairwise(expression.tokens[cut:]):
        if token.kind not in _MARKS:
            yield Expression(token.start, token.end, expression.kind, later, (mark, token))


def _years(expression: Expression) -> Iterator[Expression]:
    """The two years of "1998-99" and "1999-00"."""
    span = next(token for token in expression.tokens if token.kind == "yearspan")
    first, last = int(span.value[:4]), int(span.value[-2:])
    later = first - first % 100 + last + (0 if last else 100)
    for year, start, end in ((first, expression.start, span.start + 4), (later, span.end - 2, span.end)):
        yield Expression(start, end, "year", "bare_year", (Token("year", str(year), start, end),))

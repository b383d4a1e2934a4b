"""Dates that share a month or a year: "3, 4 and 5 May" holds three, "March and April 2012" two."""

from collections.abc import Iterator

from newsutils.dates.expressions import Expression
from newsutils.dates.tokens import Token

RULES = {"days_month", "month_days", "months", "days_months"}
_CONNECTORS = {",", "and", "to", "-", "in", "before", "the"}
_YEARS = {"year", "roundyear", "shortyear", "era"}
_MONTHS = {"month", "maymonth"}


def split_list(expression: Expression) -> Iterator[Expression]:
    """The dates of a list, each with the month and year that it shares; any other expression as it is."""
    if expression.rule not in RULES:
        yield expression
        return
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

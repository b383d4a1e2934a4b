"""Several days that share a month: "3, 4 and 5 May" holds three dates."""

from collections.abc import Iterator

from newsutils.dates.expressions import Expression

_DAYS = ("day", "ordday")


def split_list(expression: Expression) -> Iterator[Expression]:
    """The dates of a list of days, each with the month and year of all; any other expression as it is."""
    if expression.rule not in ("days_month", "month_days"):
        yield expression
        return
    days = [token for token in expression.tokens if token.kind in _DAYS]
    shared = tuple(token for token in expression.tokens if token.kind not in _DAYS)
    rule = "day_month" if expression.rule == "days_month" else "month_day"
    for token in days:
        start = expression.start if token is days[0] else token.start
        end = expression.end if token is days[-1] else token.end
        yield Expression(start, end, "date", rule, (token, *shared))

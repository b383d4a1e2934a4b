"""Stretches of the calendar with their TIMEX3 value: a day, a week, a month, a quarter, a decade.

Values follow TIMEX3 (TimeML 1.2.1, Pustejovsky et al. 2005): ``1999-04-02``, ``1999-W14``, ``1999-W14-WE``,
``1999-04``, ``1999-Q2``, ``1999-H1``, ``1999-SU``, ``1999``, ``199X`` for a decade, ``19XX`` for a century. Weeks are
those of ISO 8601. Seasons are the meteorological ones of the north, winter running into the next year; quarters, halves
and fiscal years are taken for those of the calendar. Every function raises ValueError or OverflowError for days outside
the years 1 to 9999.
"""

from datetime import date, timedelta
from typing import NamedTuple

GRAINS = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
"""The units of TIMEX3 values that are made of days, and the grain of each."""
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Period(NamedTuple):
    """A stretch of whole days: its TIMEX3 value, its grain, its first and last day (None where none is known)."""

    value: str
    grain: str
    first: date | None
    last: date | None


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), "day", when, when)


def week(when: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    year, number, weekday = when.isocalendar()
    monday = when - timedelta(weekday - 1)
    return Period(f"{year:04}-W{number:02}", "week", monday, monday + timedelta(6))


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the week that holds a day."""
    year, number, weekday = when.isocalendar()
    sunday = when + timedelta(7 - weekday)
    return Period(f"{year:04}-W{number:02}-WE", "weekend", sunday - timedelta(1), sunday)


def month(year: int, number: int) -> Period:
    """A month of a year; a number over 12 or under 1 means a month of a later or an earlier year."""
    year, number = _carried(year, number, 12)
    return Period(f"{year:04}-{number:02}", "month", *_months(year, number, 1))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year; a number over 4 or under 1 means a quarter of a later or an earlier year."""
    year, number = _carried(year, number, 4)
    return Period(f"{year:04}-Q{number}", "quarter", *_months(year, 3 * number - 2, 3))


def half(year: int, number: int) -> Period:
    """The first or the second half of a year."""
    return Period(f"{year:04}-H{number}", "half", *_months(year, 6 * number - 5, 6))


def season(year: int, name: str) -> Period:
    """A season, SP SU FA or WI; the winter of a year begins in its December."""
    return Period(f"{year:04}-{name}", "season", *_months(year, _SEASON_MONTHS[name], 3))


def whole_year(year: int) -> Period:
    """A year."""
    return Period(f"{year:04}", "year", *_months(year, 1, 12))


def decade(tens: int) -> Period:
    """The ten years that begin with ``10 * tens``."""
    return Period(f"{tens:03}X", "decade", date(10 * tens, 1, 1), date(10 * tens + 9, 12, 31))


def century(ordinal: int) -> Period:
    """A century by its ordinal: the twentieth runs from 1901 to 2000."""
    return Period(f"{ordinal - 1:02}XX", "century", date(100 * ordinal - 99, 1, 1), date(100 * ordinal, 12, 31))


def before_christ(year: int) -> Period:
    """A year before Christ, which the calendar of computers does not reach."""
    return Period(f"BC{year:04}", "year", None, None)


def unit_at(unit: str, base: date, steps: int) -> Period:
    """The day, week, month ... that lies so many steps after the one of the base (before it if negative).

    Args:
        unit: one of ``GRAINS``.
        base: the day to count from.
        steps: how many units.
    """
    if unit == "D":
        return day(base + timedelta(steps))
    if unit == "W":
        return week(base + timedelta(7 * steps))
    if unit == "WE":
        return weekend(base + timedelta(7 * steps))
    if unit == "M":
        return month(base.year, base.month + steps)
    if unit == "Q":
        return quarter(base.year, (base.month + 2) // 3 + steps)
    if unit == "Y":
        return whole_year(base.year + steps)
    return decade(base.year // 10 + steps) if unit == "DE" else century((base.year + 99) // 100 + steps)


def _carried(year: int, number: int, size: int) -> tuple[int, int]:
    years, index = divmod(number - 1, size)
    return year + years, index + 1


def _months(year: int, number: int, count: int) -> tuple[date, date]:
    """The first and last day of so many months from one on."""
    after_year, after_month = _carried(year, number + count, 12)
    last = date(9999, 12, 31) if after_year == 10000 else date(after_year, after_month, 1) - timedelta(1)
    return date(year, number, 1), last

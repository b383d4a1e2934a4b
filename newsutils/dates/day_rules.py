"""Named days, whatever names them, and the days that count from them."""

from collections.abc import Callable

from dateutil.relativedelta import relativedelta

from newsutils.dates import periods
from newsutils.dates.calendar_rules import day_of_month, numeric
from newsutils.dates.holiday_rules import holiday
from newsutils.dates.meaning import Context, Meaning, of_period, unknown
from newsutils.dates.parts import Parts
from newsutils.dates.periods import GRAINS
from newsutils.dates.relative_rules import counted, day_ref
from newsutils.dates.weekday_rules import weekday

_DAYS: dict[str, Callable[[Parts, Context], Meaning | None]] = {
    "holiday": holiday,
    "month": day_of_month,
    "maymonth": day_of_month,
    "numdate": numeric,
    "weekday": weekday,
    "day_ref": day_ref,
}
"""The rule that reads a day, by a class of words that the day holds."""
_CALENDAR_UNITS = {
    "D": relativedelta(days=1),
    "W": relativedelta(weeks=1),
    "M": relativedelta(months=1),
    "Y": relativedelta(years=1),
}


def names_day(parts: Parts) -> bool:
    """Whether an expression names a day, among other things."""
    return any(kind in parts for kind in _DAYS)


def named_day(parts: Parts, context: Context) -> Meaning | None:
    """The day that an expression names."""
    return next(rule for kind, rule in _DAYS.items() if kind in parts)(parts, context)


def beside_day(parts: Parts, context: Context) -> Meaning | None:
    """The unit before or after one that holds a day: "the day after Thanksgiving", "the week before May 3"."""
    day = named_day(Parts(parts.tokens[3:]), context)
    if day is None or day.first is None:
        return day and unknown(GRAINS[parts.unit])
    return of_period(periods.unit_at(parts.unit, day.first, -1 if "before" in parts else 1))


def counted_from_day(parts: Parts, context: Context) -> Meaning | None:
    """So many units before a day: "two weeks ago Tuesday", "a year ago today"."""
    day = named_day(parts, context)
    count = parts.count()
    if day is None or day.first is None or count is None or parts.unit not in _CALENDAR_UNITS:
        return counted(parts, context)
    return of_period(periods.day(day.first - count * _CALENDAR_UNITS[parts.unit]))

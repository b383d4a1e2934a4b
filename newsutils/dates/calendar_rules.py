"""Expressions that name a place on the calendar: days, months, seasons, quarters, years, decades, centuries."""

import re
from collections.abc import Callable
from datetime import date

from newsutils.dates import periods
from newsutils.dates.absolute import parse_numeric, parse_written
from newsutils.dates.choice import of_year
from newsutils.dates.meaning import Context, Meaning, of_period, unknown
from newsutils.dates.parts import Parts
from newsutils.dates.periods import Period

# A date this near to the base (days) is meant whatever the tense of the clause seems to be.
NEAR_DAY = 75
_NEAR_MONTH = 35
# "The 20s" without more are as likely an age or a temperature.
_OLDEST_AGE = 50
_YEAR_MARKS, _LEAP_YEAR = ("年", "년"), "2000年"
_DOTTED = ("de",)
_FIRST_YEAR, _LAST_YEAR = 1500, 2099


def numeric(parts: Parts, context: Context) -> Meaning | None:
    """A date in digits, "02/04/1999"."""
    when = parse_numeric(parts.value("numdate") or "", context.lang)
    return of_period(periods.day(when)) if when else None


def written(parts: Parts, context: Context) -> Meaning | None:
    """A date as it is written in East Asia, "2013年5月3日", with or without its year or its day."""
    found = parts.value("written") or ""
    has_year, has_day = found[4:5] in _YEAR_MARKS, found[-1] in "日일"
    when = parse_written(found if has_year else _LEAP_YEAR + found, context.lang)
    if when is None:
        return None
    of_its_kind = periods.day if has_day else _month_of
    if has_year:
        return of_period(of_its_kind(when))
    period = of_year(lambda year: of_its_kind(when.replace(year=year)), context, NEAR_DAY)
    return of_period(period) if period else unknown("day" if has_day else "month")


def _month_of(when: date) -> Period:
    return periods.month(when.year, when.month)


def day_of_month(parts: Parts, context: Context) -> Meaning | None:
    """A day of a month, with or without its year: "3 May", "May 3, 1998", "the third of May last year"."""
    number, month = parts.number("day", "ordday", "ord") or 0, parts.number("month", "maymonth") or 0
    date(2000, month, number)  # raises ValueError for the 31st of June

    def in_year(year: int) -> Period:
        return periods.day(date(year, month, number))

    return dated(in_year, parts, context, "day", NEAR_DAY)


def dotted_day(parts: Parts, context: Context) -> Meaning | None:
    """A day and a month in digits as they are written in German, "am 3.5."."""
    if context.lang not in _DOTTED:
        return None
    number, month = map(int, re.findall(r"\d+", parts.value("dotted") or ""))
    period = of_year(lambda year: periods.day(date(year, month, number)), context, NEAR_DAY)
    return of_period(period) if period else unknown("day")


def month(parts: Parts, context: Context) -> Meaning | None:
    """A month, with or without its year: "May 1998", "last May", "January this year", "mid-November"."""
    number = parts.number("month", "maymonth") or 0
    return dated(lambda year: periods.month(year, number), parts, context, "month", _NEAR_MONTH)


def month_next(parts: Parts, context: Context) -> Meaning | None:
    """The later months of "January to May": each the first after the one before."""
    number, before = parts.number("month", "maymonth") or 0, context.spoken.get("month")
    if before is None or before.first is None:
        return unknown("month")
    return of_period(periods.month(before.first.year + (number <= before.first.month), number))


def year_month(parts: Parts, _: Context) -> Meaning | None:
    """A month in digits, "1999-04"."""
    year, number = map(int, re.findall(r"\d+", parts.value("yearmonth") or ""))
    return of_period(periods.month(year, number)) if 1 <= number <= 12 else None


def season(parts: Parts, context: Context) -> Meaning | None:
    """A season: "the spring of 1998", "last fall", "this summer"."""
    name = parts.value("season", "fall") or ""
    return dated(lambda year: periods.season(year, name), parts, context, "season", _NEAR_MONTH)


def dated(in_year: Callable[[int], Period], parts: Parts, context: Context, grain: str, near: int) -> Meaning | None:
    """A date that comes once a year, in the year that the expression states or that the context tells."""
    if parts.value("era") == "BC":
        return of_period(periods.before_christ(parts.number("year") or 0))
    year = stated_year(parts, context)
    if year is not None:
        return of_period(in_year(year))
    step, base = parts.number("rel", "relthen"), step_base(parts, context)
    period = _relative(in_year, step, base) if step is not None and base else of_year(in_year, context, near)
    return of_period(period) if period else unknown(grain)


def step_base(parts: Parts, context: Context) -> date | None:
    """From where "last" and "next" count: the base; "previous" and "following" from the day or month spoken of."""
    spoken = context.spoken.get("last") if "relthen" in parts else None
    return spoken.first if spoken and spoken.grain in ("day", "month") else context.base


def _relative(in_year: Callable[[int], Period], step: int, base: date) -> Period | None:
    """The last one that is over, the one of this year, or the next that has not begun."""
    readings = [in_year(year) for year in range(base.year - 1, base.year + 2)]
    if step == 0:
        return readings[1]
    if step < 0:
        return next((period for period in reversed(readings) if period.last and period.last < base), None)
    return next((period for period in readings if period.first and period.first > base), None)


def quarter(parts: Parts, context: Context) -> Meaning | None:
    """A quarter of a year: "the third quarter", "this year's first quarter", "the 1988 fourth quarter"."""
    number = 4 if "rel" in parts and "ord" not in parts else parts.number("ord", "nquarter") or 0
    if not 1 <= number <= 4:
        return None
    year = stated_year(parts, context)
    if year is None and ("ago" in parts or "earlier" in parts) and context.base:
        year = context.base.year - 1
    if year is not None:
        return of_period(periods.quarter(year, number))
    period = of_year(lambda year: periods.quarter(year, number), context, _NEAR_MONTH)
    return of_period(period) if period else unknown("quarter")


def half(parts: Parts, context: Context) -> Meaning | None:
    """Half a year, "the second half of 1998"; of another unit the unit itself."""
    year = stated_year(parts, context)
    if year is not None:
        return of_period(periods.half(year, parts.number("half") or 1))
    if "years" in parts:
        return years(parts, context)
    if context.base is None:
        return unknown("half")
    step = parts.number("rel") or 0
    if parts.unit == "Y":
        return of_period(periods.half(context.base.year + step, parts.number("half") or 1))
    return of_period(periods.unit_at(parts.unit, context.base, step))


def years(parts: Parts, _: Context) -> Meaning | None:
    """A decade: "the 1990s", "the '80s", "the nineties", "les années 90"."""
    tens = parts.number("decade")
    if tens is None:
        written = parts.number("years", "bareyears", "year", "shortyear", "number") or 0
        full = written if written >= 100 else _full_year(written)
        young = "bareyears" in parts and "units" not in parts and written < _OLDEST_AGE
        if full % 10 or young or not _FIRST_YEAR <= full <= _LAST_YEAR:
            return None
        tens = full // 10
    return of_period(periods.decade(tens))


def century(parts: Parts, _: Context) -> Meaning | None:
    """A century: "the 19th century", "XIX secolo"."""
    number = parts.number("ord", "ordday", "roman", "day", "tens") or 0
    if parts.value("era") == "BC" or not 1 <= number <= 30:
        return unknown("century")
    return of_period(periods.century(number))


def year(parts: Parts, context: Context) -> Meaning | None:
    """A year: "in 1998", "fiscal 1998", "nineteen ninety-eight", "44 BC"."""
    number = stated_year(parts, context)
    if number is None:
        return None
    if parts.value("era") == "BC":
        return of_period(periods.before_christ(number))
    return of_period(periods.whole_year(number)) if _FIRST_YEAR <= number <= _LAST_YEAR else None


def end_of_unit(parts: Parts, context: Context) -> Meaning | None:
    """The last day of a year or quarter, "year-end"."""
    year = stated_year(Parts(token for token in parts.tokens if token.kind not in ("unit", "the")), context)
    base = date(year, 12, 31) if year else context.base
    if base is None:
        return unknown("day")
    whole = periods.unit_at(parts.unit, base, 0)
    return of_period(periods.day(whole.last)) if whole.last else None


def stated_year(parts: Parts, context: Context) -> int | None:
    """The year that an expression names in digits or words, or by "last year"; None where it names none."""
    if "year" in parts or "roundyear" in parts:
        return parts.number("year", "roundyear")
    if "shortyear" in parts:
        return _full_year(parts.number("shortyear") or 0)
    if parts.value("unit") == "Y":
        spoken = context.spoken.get("year")
        if "that" in parts and spoken and spoken.first:
            return spoken.first.year
        if "rel" in parts and context.base:
            return context.base.year + (parts.number("rel") or 0)
    return parts.spelled_year()


def _full_year(two_digits: int) -> int:
    """'98 is 1998, '08 is 2008; news tells of the century behind it."""
    return two_digits + (1900 if two_digits >= 30 else 2000)

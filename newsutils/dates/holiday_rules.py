"""Days that have a name: holidays, and days that everybody knows."""

from datetime import date, timedelta

from newsutils.dates import periods
from newsutils.dates.calendar_rules import NEAR_DAY, dated, day_of_month
from newsutils.dates.meaning import Context, Meaning, of_period
from newsutils.dates.parts import Parts
from newsutils.dates.periods import Period

_ATTACKS = "2001-09-11"


def holiday(parts: Parts, context: Context) -> Meaning | None:
    """A holiday with its day on the calendar, with its weekday of a month, or counted from Easter."""
    told = parts.value("holiday") or ""
    in_year = _after_easter if told.startswith("easter") else _on_the_calendar
    return dated(lambda year: in_year(told, year), parts, context, "day", NEAR_DAY)


def _after_easter(told: str, year: int) -> Period:
    """The day of "easter-2", the Good Friday of the western churches."""
    from dateutil.easter import easter

    return periods.day(easter(year) + timedelta(int(told.removeprefix("easter"))))


def _on_the_calendar(told: str, year: int) -> Period:
    told, _, more = told.partition("+")
    month, *rest = map(int, told.split("-"))
    day = date(year, month, rest[0]) if len(rest) == 1 else weekday_of_month(year, month, *rest)
    return periods.day(day + timedelta(int(more or 0)))


def weekday_of_month(year: int, month: int, count: int, weekday: int) -> date:
    """The first, second ... weekday of a month; the fifth is the last."""
    first = date(year, month, 1)
    found = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    return found if found.month == month else found - timedelta(7)


def known_day(parts: Parts, context: Context) -> Meaning | None:
    """A day that is known without its year, "9/11", once it has been: "the Sept. 11 attacks"."""
    told = date.fromisoformat(parts.value("known_day") or _ATTACKS)
    if "known_day" in parts:
        return of_period(periods.day(told)) if context.base is None or context.base > told else None
    named = (parts.number("month", "maymonth"), parts.number("day")) == (told.month, told.day)
    if named and context.base and context.base > told:
        return of_period(periods.day(told))
    return day_of_month(parts, context)

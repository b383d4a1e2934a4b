"""Days of the week: the last or the next one, that of a week or a month, those of a chain."""

from datetime import date, timedelta

from newsutils.dates import periods
from newsutils.dates.calendar_rules import month, step_base
from newsutils.dates.holiday_rules import weekday_of_month
from newsutils.dates.meaning import Context, Meaning, of_period, unknown
from newsutils.dates.parts import Parts
from newsutils.dates.relative_rules import unit

# "Monday and Friday" are of one week, "Friday and Thursday" are not a week apart.
_FAR_AHEAD = 4
_LAST_OF_MONTH = 5


def weekday(parts: Parts, context: Context) -> Meaning | None:
    """A day of the week: the last or the next one by the tense, the day of publication itself being the last."""
    base = step_base(parts, context)
    return of_period(periods.day(_day_of_week(parts, context, base))) if base else unknown("day")


def _day_of_week(parts: Parts, context: Context, base: date) -> date:
    """The day that a weekday means."""
    number, step = parts.number("weekday", "shortweekday") or 1, parts.number("rel", "relthen")
    back = (base.isoweekday() - number) % 7
    if step == -1:
        return base - timedelta(back or 7)
    if step == 1 or (step == 0 and back) or (back and context.direction() > 0):
        return base + timedelta(7 - back)
    return base - timedelta(back)


def weekday_of_week(parts: Parts, context: Context) -> Meaning | None:
    """A day of this, last or next week: "Tuesday of last week"."""
    if parts.unit != "W":
        return weekday(parts, context)
    if context.base is None:
        return unknown("day")
    monday = periods.unit_at("W", context.base, parts.number("rel") or 0).first or context.base
    return of_period(periods.day(monday + timedelta((parts.number("weekday", "shortweekday") or 1) - 1)))


def nth_weekday(parts: Parts, context: Context) -> Meaning | None:
    """A weekday by its place in a month: "the first Tuesday in November", "the last Friday of this month"."""
    named = month if "month" in parts or "maymonth" in parts else unit
    whole = named(Parts(parts.tokens[3:]), context)
    if whole is None or whole.grain != "month" or whole.first is None:
        return whole and unknown("day")
    count, number = parts.tokens[1], parts.number("weekday", "shortweekday") or 1
    place = int(count.value) if count.kind == "ord" else _LAST_OF_MONTH
    return of_period(periods.day(weekday_of_month(whole.first.year, whole.first.month, place, number)))


def weekday_and_day(parts: Parts, context: Context) -> Meaning | None:
    """A weekday with its day of the month, "lundi 21": the nearest day that is both, else the weekday."""
    if context.base is None:
        return unknown("day")
    wanted = (parts.number("weekday", "shortweekday"), parts.number("day", "ordday", "parenday"))
    near = (context.base + timedelta(days) for distance in range(32) for days in (-distance, distance))
    found = next((day for day in near if (day.isoweekday(), day.day) == wanted), None)
    return of_period(periods.day(found)) if found else weekday(parts, context)


def weekday_next(parts: Parts, context: Context) -> Meaning | None:
    """The later days of "Monday to Friday": each the first after the one before, in "Friday and Thursday" near it."""
    before = context.spoken.get("day")
    if context.base is None or before is None or before.first is None:
        return unknown("day")
    days = (parts.number("weekday", "shortweekday") or 1) - before.first.isoweekday()
    ahead = days % 7 or 7
    near = ahead <= _FAR_AHEAD or "to" in parts or "-" in parts
    return of_period(periods.day(before.first + timedelta(ahead if near else ahead - 7)))

"""Expressions that count from a day: yesterday, last week, three months ago."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from newsutils.dates import periods
from newsutils.dates.calendar_rules import day_of_month as day_of_month_of_year
from newsutils.dates.calendar_rules import month, year
from newsutils.dates.length_rules import duration
from newsutils.dates.meaning import Context, Meaning, of_period, unknown
from newsutils.dates.parts import Parts
from newsutils.dates.periods import GRAINS

_COMPOUND = re.compile(r"-[^\W\d]")
_THURSDAY, _SATURDAY = 4, 6
_BACKWARD = ("ago", "agopre", "earlier", "before")


def day_of_month(parts: Parts, context: Context) -> Meaning | None:
    """A day of this, last or next month by its number: "the 3rd of next month"."""
    if parts.unit != "M":
        return unit(parts, context)
    first = periods.unit_at("M", context.base, parts.number("rel") or 0).first if context.base else None
    number = parts.number("day", "ordday", "ord") or 0
    return of_period(periods.day(first.replace(day=number))) if first else unknown("day")


def unit_ref(parts: Parts, context: Context) -> Meaning | None:
    """This, last or next week, month or year in one phrase, "volgende maand"."""
    step, name = (parts.value("unit_ref") or "").split()
    return of_period(periods.unit_at(name, context.base, int(step))) if context.base else unknown(GRAINS[name])


def day_alone(parts: Parts, context: Context) -> Meaning | None:
    """A day by its number, "on the 15th": that of the month spoken of last, else the nearest to the base."""
    number, spoken = parts.number("ordday") or 0, context.spoken.get("month") or context.spoken.get("day")
    if spoken and spoken.first:
        return of_period(periods.day(spoken.first.replace(day=number)))
    if context.base is None:
        return unknown("day")
    near = (context.base + timedelta(days) for distance in range(32) for days in (-distance, distance))
    found = next((day for day in near if day.day == number), None)
    return of_period(periods.day(found)) if found else None


def edge(parts: Parts, context: Context) -> Meaning | None:
    """The first, third or last day or week of a month or year: "the last day of March"."""
    whole = month(parts, context) if "month" in parts or "maymonth" in parts else year(parts, context)
    if whole is None or whole.first is None or whole.last is None:
        return unknown(GRAINS[parts.unit])
    if parts.unit not in ("D", "W"):
        return whole
    days, number = (1 if parts.unit == "D" else 7), parts.number("ord")
    when = whole.first + timedelta(days * (number - 1)) if number else whole.last
    return of_period(periods.unit_at(parts.unit, when, 0))


def week_of(parts: Parts, context: Context) -> Meaning | None:
    """The week that holds a day, "the week of March 4"."""
    day = day_of_month_of_year(parts, context)
    if parts.unit != "W" or day is None:
        return None
    return of_period(periods.week(day.first)) if day.first else unknown("week")


def beside(parts: Parts, context: Context) -> Meaning | None:
    """The unit before or after the one spoken of: "the day before", "the year after"."""
    spoken = context.spoken.get(GRAINS[parts.unit])
    base = spoken.first if spoken else context.base
    step = -1 if "before" in parts else 1
    return of_period(periods.unit_at(parts.unit, base, step)) if base else unknown(GRAINS[parts.unit])


def day_ref(parts: Parts, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow; of a word that means both of the latter, the one that the tense tells."""
    if context.base is None:
        return unknown("day")
    steps = parts.number("day_ref") or 0
    if (parts.value("day_ref") or "").startswith("±") and context.direction() <= 0:
        steps = -steps
    return of_period(periods.unit_at("D", context.base, steps))


def counted(parts: Parts, context: Context) -> Meaning | None:
    """So many units before or after: "two weeks ago", "a year earlier", "in three days"."""
    sign = -1 if any(kind in parts for kind in _BACKWARD) else 1
    count, base = parts.count(), _counted_from(parts, context)
    if base is None:
        return unknown(GRAINS.get(parts.unit, "day"))
    if "andhalf" in parts and parts.unit == "Y" and count is not None:
        return of_period(periods.unit_at("M", base, sign * (12 * count + 6)))
    if "clockunit" in parts and ("later" in parts or "earlier" in parts):
        return unknown("hour")
    if count is None or "clockunit" in parts:
        return _reference(sign, context)
    return of_period(periods.unit_at(parts.unit, base, sign * count))


def _counted_from(parts: Parts, context: Context) -> date | None:
    """The day to count from: of "later", and of days "before" and "earlier", the one spoken of last, else the base."""
    told = "later" in parts or (parts.unit == "D" and ("earlier" in parts or "before" in parts))
    from_base = "ago" in parts or "agopre" in parts or "hence" in parts
    spoken = context.spoken.get("day" if parts.unit == "D" else "last")
    if spoken and (told or (context.base is None and not from_base)):
        return spoken.first
    return context.base


def in_units(parts: Parts, context: Context) -> Meaning | None:
    """So many units after "in": ahead in a clause of the future, else a length of time."""
    length = duration(parts, context)
    return counted(parts, context) if length and context.direction() > 0 else length


def _weekend_to_come(parts: Parts, base: date, context: Context) -> bool:
    """Whether "the weekend" or, early in a week, "this weekend" is the one that ends the week, not the one before."""
    if base.isoweekday() >= (_THURSDAY if "rel" in parts else _SATURDAY):
        return True
    return context.direction() > 0 or ("rel" in parts and context.direction() == 0)


def same_unit(parts: Parts, context: Context) -> Meaning | None:
    """The month, week or day of another year: "the same month last year"."""
    name, other = parts.tokens[1], Parts(parts.tokens[2:])
    here = unit(Parts(parts.tokens[:2]), context)
    if here is None or here.first is None or other.unit != "Y":
        return unknown(GRAINS.get(name.value, "day"))
    told = other.number("rel")
    year = here.first.year - 1 if told is None or context.base is None else context.base.year + told
    return of_period(periods.unit_at(name.value, here.first + relativedelta(year=year), 0))


def several(parts: Parts, context: Context) -> Meaning | None:
    """Units without their number: "recent years", "coming months"."""
    return _reference(parts.number("rel", "relthen", "recent") or 0, context)


def _reference(sign: int, context: Context) -> Meaning:
    """The past or the future at large."""
    if context.base is None:
        return unknown("past" if sign < 0 else "future")
    return Meaning("date", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[sign], "past" if sign < 0 else "future")


def unit(parts: Parts, context: Context) -> Meaning | None:
    """This, last or next week, month, year; "that year" is the one spoken of, "the following year" the next to it."""
    if parts.unit == "D" and parts.tokens[0].kind == "the" and len(parts.tokens) == 2:
        return None  # "the day" is any day
    if _COMPOUND.match(context.text, context.end):
        return None  # "the year-old war", "the quarter-finals"
    grain = GRAINS[parts.unit]
    base, step = context.base, parts.number("rel", "relthen") or 0
    if grain == "weekend" and step == 0 and base and not _weekend_to_come(parts, base, context):
        step = -1
    if _is_told(parts, context):
        spoken = context.spoken.get(grain) or (context.spoken.get("last") if base is None else None)
        base = spoken.first if spoken and spoken.first else base
    return of_period(periods.unit_at(parts.unit, base, step)) if base else unknown(grain)


def _is_told(parts: Parts, context: Context) -> bool:
    """Whether a unit is one spoken of: "that year", "the quarter"; without a base also "the end of the year"."""
    if "relthen" in parts or "that" in parts:
        return True
    return "rel" not in parts and (parts.unit == "Q" or context.base is None)

"""Expressions with a time of the day, in digits or as a part of the day."""

import re
from datetime import date

from newsutils.dates import periods
from newsutils.dates.day_rules import named_day, names_day
from newsutils.dates.meaning import Context, Meaning
from newsutils.dates.parts import Parts
from newsutils.dates.tokens import Token
from newsutils.dates.weekday_rules import weekday

_AFTER_HOUR = ("ampm", "oclock", "clockunit", "zone")


def clock_time(parts: Parts, context: Context) -> Meaning | None:
    """A time in hours and minutes, of a day that is named or of the day of publication."""
    clock = _clock(parts)
    if clock is None:
        return None
    return _at(_day(parts, context), clock, "minute" if ":" in clock else "hour")


def part_of_day(parts: Parts, context: Context) -> Meaning | None:
    """A part of a day: "Friday evening", "this morning", "last night", "tonight"."""
    if "part_ref" in parts:
        days, part = (parts.value("part_ref") or "").split()
        when = periods.unit_at("D", context.base, int(days)).first if context.base else None
        return _at(when, part, "part of day")
    return _at(_day(parts, context), parts.value("part") or "", "part of day")


def weekday_part(parts: Parts, context: Context) -> Meaning | None:
    """A weekday and a part of it in one word, "Montagabend"."""
    number, part = (parts.value("weekday_part") or "").split()
    day = weekday(Parts([*parts.tokens, Token("weekday", number, 0, 0)]), context)
    return _at(day.first if day else None, part, "part of day")


def _at(when: date | None, time: str, grain: str) -> Meaning:
    if when is None:
        return Meaning("time", None, grain)
    return Meaning("time", f"{when.isoformat()}T{time}", grain, when, when)


def _day(parts: Parts, context: Context) -> date | None:
    """The day that is named, or that "this" and "last" tell, or the base."""
    if names_day(parts):
        meaning = named_day(_without_time(parts), context)
        return meaning.first if meaning else None
    if context.base is None:
        return None
    return periods.unit_at("D", context.base, parts.number("rel") or 0).first


def _without_time(parts: Parts) -> Parts:
    """The expression without its hour: in "5 p.m. Nov. 9" the day is 9."""
    kept = list(parts.tokens)
    for index, token in enumerate(kept):
        if token.kind in _AFTER_HOUR and index and kept[index - 1].kind in ("day", "card"):
            del kept[index - 1 : index + 1]
            break
    return Parts(kept)


def _clock(parts: Parts) -> str | None:
    """The time as in ISO 8601, "21:15" or "21"; None for hours that no clock shows."""
    if "noon" in parts:
        return parts.value("noon")
    written = parts.value("clock") or _hour(parts)
    if len(written) == 4 and written.isdigit():
        written = f"{written[:2]}:{written[2:]}"
    digits = re.findall(r"\d+", written)
    hour = int(digits[0])
    if "ampm" in parts or written[-1] in "mM":
        hour = hour % 12 + (12 if "p" in written.lower() else parts.number("ampm") or 0)
    elif hour < 12 and parts.value("part") in ("AF", "EV"):
        hour += 12
    if hour > 24 or any(int(number) > 59 for number in digits[1:]):
        return None
    return ":".join([f"{hour:02}", *(f"{int(number):02}" for number in digits[1:])])


def _hour(parts: Parts) -> str:
    """The number before "a.m.", "Uhr", "heures" or "GMT"."""
    before = zip(parts.tokens, parts.tokens[1:], strict=False)
    return next(token.value for token, following in before if following.kind in _AFTER_HOUR)

"""Expressions of how long and how often: durations and sets."""

from newsutils.dates.meaning import Context, Meaning
from newsutils.dates.parts import Parts
from newsutils.dates.periods import GRAINS

_CLOCK_GRAINS = {"H": "hour", "M": "minute", "S": "second"}


def duration(parts: Parts, _: Context) -> Meaning | None:
    """A length of time: "three weeks", "several months", "the past two years"."""
    if "quarter" in parts and "a" in parts:
        return None  # a fraction
    count = parts.count()
    told = "X" if count is None else f"{count}.5" if "andhalf" in parts else str(count)
    return Meaning("duration", _length(parts, told), _grain(parts))


def length(parts: Parts, _: Context) -> Meaning | None:
    """A length of time in one word: "weeklong"."""
    told = parts.value("length") or ""
    return Meaning("duration", told, GRAINS[told[2:]])


def every(parts: Parts, _: Context) -> Meaning | None:
    """What recurs: "every two weeks", "each Friday", "every May"."""
    if "weekday" in parts or "weekdays" in parts:
        part = parts.value("part")
        value = f"XXXX-WXX-{parts.value('weekday', 'weekdays')}" + (f"T{part}" if part else "")
        return Meaning("set", value, "day")
    if month := parts.number("month", "maymonth"):
        day = parts.number("day", "ordday", "ord")
        return Meaning("set", f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "day" if day else "month")
    if season := parts.value("season", "fall"):
        return Meaning("set", f"XXXX-{season}", "season")
    if "part" in parts:
        return Meaning("set", f"XXXX-XX-XXT{parts.value('part')}", "part of day")
    count = parts.number("ord", "card", "day", "number") or 1
    return Meaning("set", _length(parts, str(count)), _grain(parts))


def often(parts: Parts, _: Context) -> Meaning | None:
    """An adverb of frequency: "daily", "annually"."""
    return Meaning("set", parts.value("often"), "")


def _length(parts: Parts, count: str) -> str:
    return f"PT{count}{parts.unit}" if "clockunit" in parts else f"P{count}{parts.unit}"


def _grain(parts: Parts) -> str:
    return (_CLOCK_GRAINS if "clockunit" in parts else GRAINS)[parts.unit]

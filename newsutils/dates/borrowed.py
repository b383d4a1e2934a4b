"""The words of languages that have no word file here, from the language data that dateparser carries.

That data (from Unicode's CLDR, and from dateparser's users) has the names of months, weekdays and units, words such as
"yesterday" and phrases such as "last week". It has no numerals, parts of the day or holidays.
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

Row = tuple[str, str, str]
"""Class, value and form of a word, as in the word files."""

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_STEP = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
_COUNTED = re.compile(r"(?:[^(]+ )?\([^)]+\) ?(\w+)(?: \w+)?")
_SHORTEST, _SHORTEST_WEEKDAY = 3, 4


def borrowed(lang: str) -> list[Row]:
    """The rows of a language, a primary subtag; none where dateparser does not know it."""
    if not _LANGUAGE.fullmatch(lang):
        return []
    try:
        info = import_module(f"dateparser.data.date_translation_data.{lang}").info
    except ImportError:
        return []
    rows = [*_months(info), *_weekdays(info), *_steps(info), *_units(info), *_around(info), ("ordsuffix", "0", ".")]
    return list({form: (kind, value, form) for kind, value, form in reversed(rows)}.values())


def _months(info: dict[str, Any]) -> Iterator[Row]:
    """The names of months; a short form, the beginning of another, wants its full stop."""
    for number, name in enumerate(_MONTHS, 1):
        forms = {form.removesuffix(".") for form in _forms(info, name, _SHORTEST)}
        for form in forms:
            short = any(other.startswith(form) and other != form for other in forms) and len(form) <= _SHORTEST_WEEKDAY
            yield "month", str(number), form + "." * short


def _weekdays(info: dict[str, Any]) -> Iterator[Row]:
    for number, name in enumerate(_WEEKDAYS, 1):
        yield from (("weekday", str(number), form) for form in _forms(info, name, _SHORTEST_WEEKDAY))


def _steps(info: dict[str, Any]) -> Iterator[Row]:
    """Yesterday, today and tomorrow; this, last and next week, month and year."""
    for told, forms in info.get("relative-type", {}).items():
        if step := _STEP.fullmatch(told):
            number = f"{'' if step[1] else '-'}{step[2]}"
            row = ("day_ref", number) if step[3] == "day" else ("unit_ref", f"{number} {_UNITS[step[3]]}")
            yield from ((*row, form) for form in _worded(forms, _SHORTEST))


def _units(info: dict[str, Any]) -> Iterator[Row]:
    for name, unit in _UNITS.items():
        counted = (_COUNTED.fullmatch(form) for form in info.get("relative-type-regex", {}).get(rf"\1 {name} ago", ()))
        forms = {*info.get(name, ()), *(match[1] for match in counted if match)}
        yield from (("units", unit, form) for form in _worded(forms, _SHORTEST))


def _around(info: dict[str, Any]) -> Iterator[Row]:
    """What stands around a count of units, "3 days ago", and between a day and its month."""
    yield from (("ago", "-1", form) for form in _forms(info, "ago", 2))
    yield from (("of", "0", form) for form in _forms(info, "pertain", 2))
    for told, kind in ((r"\1 day ago", "agopre"), (r"in \1 day", "inpre")):
        before = (form.partition("(")[0].strip() for form in info.get("relative-type-regex", {}).get(told, ()))
        yield from ((kind, "0", form) for form in _worded(before, 2))


def _forms(info: dict[str, Any], name: str, shortest: int) -> Iterator[str]:
    return _worded(info.get(name, ()), shortest)


def _worded(forms: Iterable[str], shortest: int) -> Iterator[str]:
    """The forms that are words of letters, not too short to be told from others."""
    for form in forms:
        if (
            len(form) >= shortest
            and form[0].isalpha()
            and not any(letter.isdigit() or letter in "(|" for letter in form)
        ):
            yield form.lower()

"""The day from which a story's "yesterday" counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from newsutils.dates.extract import Date, extract_dates
from newsutils.record import RecordError

HEAD = 400
_SHORT_LINE = 60
_AFTER_DATELINE = re.compile(r"[.,]?\s?(?:[-–—―:|/(]|$)")
_YEAR = re.compile(r"\d{4}|\d\d?[./]\d\d?[./]\d\d")


def base_day(record: Mapping[str, Any], text: str, lang: str, default: str | None) -> str | None:
    """The day of publication as an ISO 8601 day, or None.

    The record's `published` tells it, else the default, else the first day with its year in the `dateline`, else the
    one in a dateline or a short line among the first lines of the text.

    Raises:
        RecordError: `published` is there and is no text.
    """
    published = record.get("published")
    if published is not None and not isinstance(published, str):
        raise RecordError("field 'published' is no text")
    dateline = record.get("dateline")
    told = _day_in(published or "", lang) or default
    return (
        told
        or _day_in(dateline if isinstance(dateline, str) else "", lang)
        or stated_day(text[:HEAD].splitlines(), lang)
    )


def _day_in(text: str, lang: str) -> str | None:
    """The day that an ISO 8601 time begins with, else the first day that a text names with its year."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return next((day.first for day in _whole_days(text, lang)), None)


def stated_day(lines: Iterable[str], lang: str) -> str | None:
    """The first day that lines state: in a dateline, in a short line or after "Published on".

    Days within a sentence do not count, nor do those without a year.
    """
    for line in lines:
        for day in _whole_days(line, lang):
            if len(line) <= _SHORT_LINE or _ends_dateline(line, day) or _published().search(line, 0, day.start):
                return day.first
    return None


def _ends_dateline(line: str, day: Date) -> bool:
    """Whether a dash, a colon or an agency follows a day that stands at no place within a clause."""
    return not line[: day.start].rstrip()[-1:].islower() and bool(_AFTER_DATELINE.match(line, day.end))


@cache
def _published() -> re.Pattern[str]:
    """A word such as "Published", with at most two short ones after it, at the end of what stands before a day."""
    text = files(__package__).joinpath("data/published.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t")[1] for line in text.splitlines() if not line.startswith("#"))
    forms = "|".join(re.escape(form) for row in rows for form in row.split(" | "))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)\W{{0,3}}(?:\w{{1,3}}\W{{1,2}}){{0,2}}\Z", re.IGNORECASE)


def _whole_days(text: str, lang: str) -> Iterator[Date]:
    if not _YEAR.search(text):
        return iter(())
    return (found for found in extract_dates(text, lang) if found.first == found.last and _YEAR.search(found.text))

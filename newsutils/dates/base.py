"""The day from which a story's "yesterday" counts."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from newsutils.dates.extract import extract_dates
from newsutils.record import RecordError

HEAD = 400
_YEAR = re.compile(r"\d{4}")


def base_day(record: Mapping[str, Any], text: str, lang: str, default: str | None) -> str | None:
    """The day of publication as an ISO 8601 day, or None.

    The record's `published` tells it, else the default, else the first day with its year in the `dateline`, else that
    in the first lines of the text.

    Raises:
        RecordError: `published` is there and is no text.
    """
    published = record.get("published")
    if published is not None and not isinstance(published, str):
        raise RecordError("field 'published' is no text")
    dateline = record.get("dateline")
    told = iso_day(published or "", lang) or default
    return told or iso_day(dateline if isinstance(dateline, str) else "", lang) or iso_day(text[:HEAD], lang)


def iso_day(text: str, lang: str) -> str | None:
    """The first day of the calendar that a text names with its year."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        found = extract_dates(text, lang)
    whole = (when.first for when in found if when.first == when.last and _YEAR.search(when.text))
    return next(whole, None)

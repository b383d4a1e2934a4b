"""Add the dates of a record."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from newsutils.annotation import placed
from newsutils.dates.base import base_day
from newsutils.dates.extract import Date, extract_dates
from newsutils.language.choose import language_of
from newsutils.record import text_field


class Added(TypedDict, total=False):
    """What `extract-dates` adds."""

    dates: list[Date]
    """The date expressions in order, each with its TIMEX3 value and the calendar days that it covers."""


def annotator(
    *,
    fields: Sequence[str] = ("text",),
    lang: str | None = None,
    reference_date: str | None = None,
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's `dates`.

    Args:
        fields: what to read; dates of a field other than "text" carry its name.
        lang: the language of records that name none.
        reference_date: the ISO 8601 day from which relative dates of a record without `published` count.

    Raises:
        ValueError: ``reference_date`` is no ISO 8601 day.
    """
    if reference_date is not None:
        date.fromisoformat(reference_date)

    def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
        found: list[Date] = []
        for field in fields:
            text = text_field(record, field)
            language = language_of(record, lang, text)
            dates = extract_dates(text, language, published=base_day(record, text, language, reference_date))
            found += placed(dates, record, field)
        return {"dates": found}

    return annotate

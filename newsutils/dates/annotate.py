"""Add the dates of a record."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from msgspec import structs

from newsutils.dates.base import base_day
from newsutils.dates.extract import Date, extract_dates
from newsutils.language.choose import language_of
from newsutils.record import RecordError, text_field


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
            found += _in_sentences(dates, record) if field == "text" else _in_field(dates, field)
        return {"dates": found}

    return annotate


def _in_field(dates: Iterable[Date], field: str) -> Iterator[Date]:
    return (structs.replace(found, field=field) for found in dates)


def _in_sentences(dates: list[Date], record: Mapping[str, Any]) -> Iterable[Date]:
    """The dates with the index of the sentence in which each starts, where the record has sentences."""
    try:
        starts = [int(sentence["start"]) for sentence in record.get("sentences") or ()]
    except (TypeError, KeyError, ValueError):
        raise RecordError("field 'sentences' holds no spans") from None
    if not starts:
        return dates
    return (structs.replace(found, sentence=max(bisect_right(starts, found.start) - 1, 0)) for found in dates)

"""Add the numbers of a record."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict

from msgspec import structs

from newsutils.language.choose import language_of
from newsutils.numbers.extract import extract_numbers
from newsutils.numbers.number import Number
from newsutils.record import RecordError, text_field


class Added(TypedDict, total=False):
    """What `extract-numbers` adds."""

    numbers: list[Number]
    """The quantities in order, each with its value or bounds, its unit or counted noun, and its role."""


def annotator(
    *,
    fields: Sequence[str] = ("text",),
    lang: str | None = None,
    everything: bool = False,
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's `numbers`.

    Args:
        fields: what to read; numbers of a field other than "text" carry its name.
        lang: the language of records that name none.
        everything: also list what only looks like a quantity, with its kind.
    """

    def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
        found: list[Number] = []
        for field in fields:
            text = text_field(record, field)
            numbers = extract_numbers(text, language_of(record, lang, text), everything=everything)
            found += _in_sentences(numbers, record) if field == "text" else _in_field(numbers, field)
        return {"numbers": found}

    return annotate


def _in_field(numbers: Iterable[Number], field: str) -> Iterator[Number]:
    return (structs.replace(found, field=field) for found in numbers)


def _in_sentences(numbers: list[Number], record: Mapping[str, Any]) -> Iterable[Number]:
    """The numbers with the index of the sentence in which each starts, where the record has sentences."""
    try:
        starts = [int(sentence["start"]) for sentence in record.get("sentences") or ()]
    except (TypeError, KeyError, ValueError):
        raise RecordError("field 'sentences' holds no spans") from None
    if not starts:
        return numbers
    return (structs.replace(found, sentence=max(bisect_right(starts, found.start) - 1, 0)) for found in numbers)

"""Add the numbers of a record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

from newsutils.annotation import placed
from newsutils.language.choose import language_of
from newsutils.numbers.extract import extract_numbers
from newsutils.numbers.number import Number
from newsutils.record import text_field


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
            found += placed(numbers, record, field)
        return {"numbers": found}

    return annotate

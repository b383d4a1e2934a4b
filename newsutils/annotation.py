"""Annotations of a record: spans that lie beside its text, each with the field and the sentence that it stands in."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsutils.record import RecordError


class Annotation(Protocol):
    """A span of a field, in code points; a struct with the attributes `start`, `field` and `sentence`."""

    @property
    def start(self) -> int:
        """The first code point."""


Found = TypeVar("Found", bound=Annotation)


def placed(found: Sequence[Found], record: Mapping[str, Any], field: str) -> Sequence[Found]:
    """Annotations with their field, where that is not "text", else with the index of the sentence that each starts in.

    Args:
        found: structs, as they were found in the field.
        record: the record; `sentences` are those of its text, if it has any.
        field: the name of the field.

    Raises:
        RecordError: the record's `sentences` are no spans.
    """
    if field != "text":
        return [_with(one, field=field) for one in found]
    try:
        starts = [int(sentence["start"]) for sentence in record.get("sentences") or ()]
    except (TypeError, KeyError, ValueError):
        raise RecordError("field 'sentences' holds no spans") from None
    if not starts:
        return found
    return [_with(one, sentence=max(bisect_right(starts, one.start) - 1, 0)) for one in found]


def _with(one: Found, **changes: Any) -> Found:
    assert isinstance(one, Struct)
    changed: Found = replace(one, **changes)
    return changed

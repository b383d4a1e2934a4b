"""Passages that stand in several records: boilerplate, quotes, paragraphs taken over."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from newsutils.duplicates.hashmap import HashMap
from newsutils.duplicates.kept import Names
from newsutils.duplicates.sketch import identity_of
from newsutils.duplicates.tokens import tokenize
from newsutils.record import RecordError, record_id, text_field

UNITS = ("paragraph", "sentence")
# A passage of fewer words than this says too little for its return to mean anything.
LEAST_WORDS = 6

_PARAGRAPH = re.compile(r"\S[^\n]*")


class Repeated(msgspec.Struct, frozen=True):
    """A passage that stood in an earlier record.

    Attributes:
        start, end: where it stands, in code points of the text.
        text: what stands there.
        first: the id of the record that had it first.
    """

    start: int
    end: int
    text: str
    first: str


class PassageFinder:
    """Remembers the passages of the records it has seen, in some 25 bytes each.

    Args:
        unit: "paragraph" (a line of the text) or "sentence" (which takes the record's `sentences`).
        field: the field to compare.
    """

    def __init__(self, unit: str, field: str = "text") -> None:
        self._unit = unit
        self._field = field
        self._passages = HashMap()
        self._names = Names()

    def repeated(self, record: Mapping[str, Any]) -> list[Repeated]:
        """The passages of the next record that stood in another one before, style aside.

        Raises:
            RecordError: the record has no text, or no sentences where these are asked for.
        """
        text, name = text_field(record, self._field), record_id(record)
        number = len(self._names)
        self._names.add(name)
        found = []
        for start, end in self._spans(record, text):
            first = self._first(text[start:end], number)
            if self._names[first] != name:
                found.append(Repeated(start, end, text[start:end], self._names[first]))
        return found

    def _spans(self, record: Mapping[str, Any], text: str) -> Iterator[tuple[int, int]]:
        if self._unit == "paragraph":
            for match in _PARAGRAPH.finditer(text):
                yield match.start(), match.start() + len(match[0].rstrip())
            return
        sentences = record.get("sentences")
        if not isinstance(sentences, list):
            raise RecordError("no `sentences`; split-sentences adds them")
        for sentence in sentences:
            yield _span(sentence, len(text))

    def _first(self, passage: str, number: int) -> int:
        """The number of the record that had a passage first: this one, if it is new or too short to count."""
        words = tokenize(passage).hashes
        if len(words) < LEAST_WORDS:
            return number
        return self._passages.setdefault(identity_of(words), number)


def _span(sentence: Any, length: int) -> tuple[int, int]:
    match sentence:
        case {"start": int(start), "end": int(end)} if 0 <= start <= end <= length:
            return start, end
    raise RecordError("`sentences` are no spans of the text")
